public import Features
public import Talks

/// Feature vectors as the text that SVMlight, LIBSVM, LIBLINEAR and scikit-learn's
/// `load_svmlight_file` read.
///
/// A line is `target feature:value feature:value …`. Features count from 1 and ascend;
/// values have as many digits as it takes to read the same number back. There is no
/// comment on a line, since LIBSVM and LIBLINEAR refuse one.
///
/// - SeeAlso: Joachims, "Making Large-Scale SVM Learning Practical", 1999, and the README
///   of LIBLINEAR.
public enum SVMLightText {
  /// The number that stands for a pole: −1 and +1 for an axis of two, as binary
  /// learners ask, else 1…K.
  public static func target(ofPole index: Int, on axis: Axis) -> Int {
    axis.poles.count == 2 ? 2 * index - 1 : index + 1
  }

  /// One example as a line with its line feed.
  ///
  /// - Parameters:
  ///   - target: See ``target(ofPole:on:)``.
  ///   - columns: Positions in the vocabulary, in any order.
  ///   - values: As many as columns; zeros are left out.
  /// - Returns: The line.
  /// - Complexity: O(*k* log *k*) for *k* entries.
  public static func line(target: Int, columns: [Int32], values: [Double]) -> String {
    let entries = zip(columns, values).filter { $0.1 != 0 }.sorted { $0.0 < $1.0 }
    var line = target > 0 ? "+\(target)" : "\(target)"
    for (column, value) in entries { line += " \(column + 1):\(value)" }
    return line + "\n"
  }

  /// What the features stand for, as tab-separated values with a heading: number, kind,
  /// inverse document frequency, term.
  public static func features(of vocabulary: Vocabulary) -> String {
    var text = "feature\tkind\tidf\tterm\n"
    for (column, term) in vocabulary.terms.enumerated() {
      let frequency = vocabulary.inverseDocumentFrequencies[column]
      text += "\(column + 1)\t\(term.kind)\t\(frequency)\t\(term.text)\n"
    }
    return text
  }

  /// What the targets stand for, as tab-separated values with a heading: number, id and
  /// name of the pole.
  public static func targets(of axis: Axis) -> String {
    var text = "target\tpole\tname\n"
    for (index, pole) in axis.poles.enumerated() {
      text += "\(target(ofPole: index, on: axis))\t\(pole.id)\t\(pole.name)\n"
    }
    return text
  }
}
