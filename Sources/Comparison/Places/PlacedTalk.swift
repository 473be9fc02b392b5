public import Classification
public import Ingestion
public import Talks

/// A talk, where the model places it, where a person placed it, and why.
public struct PlacedTalk: Sendable, Equatable {
  /// The talk without its slides' text.
  public var talk: Talk
  /// Where the model places it.
  public var prediction: Prediction
  /// The strongest terms of each linear output.
  public var reasons: [Reasons]
  /// How many slides it has.
  public var slideCount: Int
  /// What reading mended and lost.
  public var notes: ReadingNotes

  /// Creates a placed talk; the text of its slides is not kept.
  public init(
    talk: Talk, prediction: Prediction, reasons: [Reasons] = [],
    notes: ReadingNotes = ReadingNotes()
  ) {
    self.talk = talk
    self.talk.slides = []
    self.prediction = prediction
    self.reasons = reasons
    slideCount = talk.slides.count
    self.notes = notes
  }

  /// Where the talk belongs on an axis.
  ///
  /// The person's pole, else the model's; nil where neither decides. `axis` and the
  /// result are positions in the scheme.
  public func pole(onAxis axis: Int, of scheme: Scheme) -> Int? {
    label(onAxis: axis, of: scheme) ?? decided(onAxis: axis, of: scheme)
  }

  /// The pole a person gave, or nil.
  public func label(onAxis axis: Int, of scheme: Scheme) -> Int? {
    talk.labels[scheme.axes[axis].id].flatMap { scheme.axes[axis].index(ofPole: $0) }
  }

  /// The model's pole, or nil where it is undecided.
  public func decided(onAxis axis: Int, of scheme: Scheme) -> Int? {
    let place = prediction.axes[axis]
    return prediction.undecided.contains(place.axis)
      ? nil : scheme.axes[axis].index(ofPole: place.pole)
  }

  /// The model's probability that the talk is in a cell of some axes, in 0...1.
  public func probability(of cell: [Int], axes: [Int]) -> Double {
    zip(axes, cell).reduce(1) { $0 * prediction.axes[$1.0].probabilities[$1.1] }
  }
}
