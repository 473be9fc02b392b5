internal import Features
public import Talks
public import Tokenization

extension Classifier {
  /// Explains where one talk is placed.
  ///
  /// The contributions of an output plus its intercept equal its score up to
  /// rounding (1e-6).
  ///
  /// - Throws: ``ICUError`` when ICU refuses a text.
  public func evidence(
    for talk: Talk, scratch: inout ClassifierScratch
  ) throws(ICUError) -> Evidence {
    let prediction = try prediction(for: talk, scratch: &scratch)
    let (columns, values) = (scratch.features.columns, scratch.features.values)
    let scores = scratch.scores
    let occurrences = try occurrences(in: talk, scratch: &scratch.features.tokenization)
    var axes: [Evidence.AxisEvidence] = []
    for (index, axis) in model.scheme.axes.enumerated() {
      for (position, output) in model.outputs(ofAxis: index).enumerated() {
        var items: [Evidence.Item] = []
        for (column, value) in zip(columns, values) {
          guard let found = occurrences[Int(column)] else { continue }
          let weight = Double(model.weights.weight(ofTerm: Int(column), output: output))
          items.append(
            .init(
              term: model.vocabulary.terms[Int(column)], value: value,
              contribution: value * weight, count: found.count, place: found.place))
        }
        items.sort { one, other in
          let (a, b) = (abs(one.contribution), abs(other.contribution))
          return a == b ? Term.precedes(one.term, other.term) : a > b
        }
        axes.append(
          .init(
            axis: axis.id,
            positivePole: axis.poles[axis.poles.count == 2 ? 1 : position].id,
            negativePole: axis.poles.count == 2 ? axis.poles[0].id : nil,
            score: scores[output], intercept: Double(model.weights.intercepts[output]),
            items: items))
      }
    }
    return Evidence(prediction: prediction, axes: axes)
  }

  private typealias Occurrence = (count: Double, place: Evidence.Place)

  /// Characters shown around a term: a line of a terminal has room for no more.
  private static let excerptReach = 16

  /// The count and first place of each known term.
  private func occurrences(
    in talk: Talk, scratch: inout TokenizationScratch
  ) throws(ICUError) -> [Int: Occurrence] {
    var found: [Int: Occurrence] = [:]
    func add(
      _ text: String, slide: Int?, weight: Double, _ scratch: inout TokenizationScratch
    ) throws(ICUError) {
      try extractor.tokenizer.tokenize(text, scratch: &scratch) { block in
        TermWalk.forEachTerm(in: block, settings: model.features) { hash, _, place in
          guard let index = model.vocabulary.index(ofHash: hash) else { return }
          if let earlier = found[index] {
            found[index] = (earlier.count + weight, earlier.place)
          } else {
            let range = TermWalk.byteRange(of: place, in: block)
            let excerpt = MarkedExcerpt(range, in: text, reach: Self.excerptReach).text
            found[index] = (weight, .init(slide: slide, excerpt: excerpt, byteRange: range))
          }
        }
      }
    }
    if model.features.titleWeight > 0 {
      try add(talk.title, slide: nil, weight: model.features.titleWeight, &scratch)
    }
    for slide in talk.slides { try add(slide.text, slide: slide.number, weight: 1, &scratch) }
    return found
  }
}
