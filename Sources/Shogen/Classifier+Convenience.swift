public import Classification
internal import Talks
internal import Tokenization

extension Classifier {
  /// Opens a stored model.
  ///
  /// - Parameter folder: A folder made by `shogen train -o` or ``ModelFile``.
  /// - Throws: ``ModelError`` when the model cannot be used, ``ICUError`` when ICU
  ///   lacks its data.
  public init(contentsOf folder: String) throws {
    let (model, hash) = try ModelFile.read(from: folder)
    try self.init(model: model, modelHash: hash)
  }

  /// Places one talk.
  ///
  /// Opens memory for this call alone; to place many talks keep a
  /// ``ClassifierScratch``, or run a ``BatchClassifier``.
  ///
  /// - Throws: ``ICUError`` when ICU refuses a text.
  public func classify(_ talk: Talk) throws(ICUError) -> Prediction {
    var scratch = try ClassifierScratch()
    return try prediction(for: talk, scratch: &scratch)
  }

  /// Explains where one talk is placed.
  ///
  /// - Throws: ``ICUError`` when ICU refuses a text.
  public func explain(_ talk: Talk) throws(ICUError) -> Evidence {
    var scratch = try ClassifierScratch()
    return try evidence(for: talk, scratch: &scratch)
  }

  /// What differs between the ICU a model was trained with and the one linked, in
  /// words; nil when nothing does.
  public var unicodeMismatch: String? {
    let trained = model.provenance.icuVersion
    guard trained != UnicodeVersions.icu else { return nil }
    return "the model was trained with ICU \(trained) and this program has ICU "
      + "\(UnicodeVersions.icu), which may cut some words otherwise; train again to be sure"
  }
}
