internal import Shogen

extension TinyCorpus {
  /// The talks as talk JSONL, labels included.
  ///
  /// Written here by hand, not by the library: its texts need no escapes.
  public static var jsonLines: String {
    talks.map { talk in
      let labels = talk.labels.sorted.map { #""\#($0.axis)":"\#($0.pole)""# }
      let text = talk.slides.map(\.text).joined(separator: " ")
      return #"{"id":"\#(talk.id)","title":"\#(talk.title)","text":"\#(text)","#
        + #""labels":{\#(labels.joined(separator: ","))}}"# + "\n"
    }.joined()
  }
}
