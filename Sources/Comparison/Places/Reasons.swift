public import Classification
internal import Features

/// The strongest terms behind one linear output, with the text around them.
public struct Reasons: Sendable, Equatable {
  /// One term.
  public struct Item: Sendable, Equatable {
    /// The term as the model knows it.
    public var term: String
    /// What it adds to the score.
    public var contribution: Double
    /// The slide's number; nil for the title.
    public var slide: Int?
    /// Where it first stands.
    public var excerpt: MarkedExcerpt
  }

  /// The axis id.
  public var axis: String
  /// The pole that positive contributions speak for.
  public var positivePole: String
  /// The pole that negative ones speak for; nil on an axis of more than two.
  public var negativePole: String?
  /// The linear output.
  public var score: Double
  /// The score of a talk without known terms.
  public var intercept: Double
  /// The strongest terms, strongest first.
  public var items: [Item]
  /// How many terms are left out.
  public var otherCount: Int
  /// What they add together.
  public var otherContribution: Double

  /// Characters shown around a term.
  private static let excerptReach = 28

  /// The strongest `top` terms of one output, with excerpts from the talk's texts.
  ///
  /// `text` gives the text of a slide, or the title for nil.
  init(_ evidence: Evidence.AxisEvidence, top: Int, text: (Int?) -> String) {
    axis = evidence.axis
    positivePole = evidence.positivePole
    negativePole = evidence.negativePole
    score = evidence.score
    intercept = evidence.intercept
    items = evidence.items.prefix(top).map { item in
      Item(
        term: item.term.text, contribution: item.contribution, slide: item.place.slide,
        excerpt: MarkedExcerpt(
          item.place.byteRange, in: text(item.place.slide), reach: Self.excerptReach))
    }
    let others = evidence.items.dropFirst(top)
    otherCount = others.count
    otherContribution = others.reduce(0) { $0 + $1.contribution }
  }
}
