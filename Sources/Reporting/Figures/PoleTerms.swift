public import Classification
public import Features
internal import Talks

/// The terms that speak most for each pole of an axis.
public struct PoleTerms {
  private let model: Model

  /// Creates a view of a model.
  public init(model: Model) { self.model = model }

  /// The strongest terms of a pole, strongest first.
  ///
  /// `axis` and `pole` are positions in the scheme and on the axis.
  public func strongest(
    axis: Int, pole: Int, top: Int
  ) -> [(term: Term, weight: Double)] {
    let outputs = model.outputs(ofAxis: axis)
    let output = outputs.count == 1 ? outputs.lowerBound : outputs.lowerBound + pole
    let sign: Float = outputs.count == 1 && pole == 0 ? -1 : 1
    // Words that no training talk had owe their weights to their neighbours alone.
    let unseen = model.vocabulary.inverseDocumentFrequencies.max() ?? 0
    let seen = model.vocabulary.terms.indices.filter { term in
      model.vocabulary.terms[term].kind == .keyword
        || model.vocabulary.inverseDocumentFrequencies[term] < unseen
        || (model.provenance.vectors == nil && model.provenance.unlabelledCount == nil)
    }
    let weights = seen.map { term in
      (term: term, weight: sign * model.weights.weight(ofTerm: term, output: output))
    }
    return weights.filter { $0.weight > 0 }
      .sorted { $0.weight == $1.weight ? $0.term < $1.term : $0.weight > $1.weight }
      .prefix(top).map { (model.vocabulary.terms[$0.term], Double($0.weight)) }
  }

  /// A paragraph a pole, wrapped to 80 columns.
  public func rendered(axis index: Int, top: Int) -> String {
    let axis = model.scheme.axes[index]
    return axis.poles.indices.map { pole in
      let terms = strongest(axis: index, pole: pole, top: top).map { entry in
        "\(entry.term.label) \(Decimals.signed(entry.weight, 2))"
      }
      return "  \(axis.poles[pole].name)\n" + Self.wrapped(terms, columns: 76)
    }.joined()
  }

  private static func wrapped(_ parts: [String], columns: Int) -> String {
    var lines: [String] = []
    for part in parts {
      if let last = lines.last, DisplayWidth.of(last) + 3 + DisplayWidth.of(part) <= columns {
        lines[lines.count - 1] += " · " + part
      } else {
        lines.append(part)
      }
    }
    return lines.map { "    \($0)\n" }.joined()
  }
}
