internal import Talks

/// One talk as the reader of a format found it, before its text is repaired.
struct DeckContent: Equatable {
  /// How its source is laid out.
  var layout: Layout
  /// The talk's id, where the source gives one.
  var id: String?
  var title: String?
  var speaker: String?
  var event: String?
  var url: String?
  var labels = Labels()
  /// The slides in their order of presentation, empty ones included.
  var slides: [Slide] = []
  /// What was lost on the way so far.
  var notes = ReadingNotes()
}
