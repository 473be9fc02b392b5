public import Features

/// The terms of one talk that pushed it, and where they stand.
public struct Evidence: Sendable, Equatable {
  /// One term and its push.
  public struct Item: Sendable, Equatable {
    /// The term.
    public var term: Term
    /// Its TF-IDF weight in this talk, in 0...1.
    public var value: Double
    /// value × weight: what it adds to the score.
    public var contribution: Double
    /// How often the talk has it, titles weighted.
    public var count: Double
    /// Where it first stands.
    public var place: Place
  }

  /// A stretch of a talk's text.
  public struct Place: Sendable, Equatable {
    /// The slide's number; nil for the title.
    public var slide: Int?
    /// The original text around the term, on one line.
    public var excerpt: String
    /// The UTF-8 bytes of the slide's text (or the title) that the term covers.
    public var byteRange: Range<Int>
  }

  /// One axis, or one pole of an axis with more than two.
  public struct AxisEvidence: Sendable, Equatable {
    /// The axis id.
    public var axis: String
    /// The pole that positive contributions speak for.
    public var positivePole: String
    /// The pole that negative ones speak for; nil on an axis of more than two.
    public var negativePole: String?
    /// The linear output: the contributions and the intercept add up to it.
    public var score: Double
    /// The score of a talk without known terms.
    public var intercept: Double
    /// Every known term of the talk, the strongest push first.
    public var items: [Item]
  }

  /// The prediction explained.
  public var prediction: Prediction
  /// One entry a linear output, in the order of the scheme.
  public var axes: [AxisEvidence]
}
