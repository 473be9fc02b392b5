internal import Features
internal import Talks

/// The features of some talks with what is known of their terms.
///
/// X holds TF-IDF rows; each source of knowledge places them in a space of its own
/// (``FactorPlaces``). Everything is linear in X: a fit on X and the places folds into
/// one weight a term.
struct PriorDesign {
  /// One row a talk, one column a term of the vocabulary.
  let matrix: SparseMatrix
  /// What each column stands for.
  let kinds: [Term.Kind]
  /// How rare each column is.
  let inverseDocumentFrequencies: [Double]
  /// The talks in the space of each source, in the order of ``PriorStrengths/factors``.
  let places: [FactorPlaces]

  /// Places talks.
  ///
  /// `kinds` says what columns stand for, nil words; `inverseDocumentFrequencies` how
  /// rare they are, nil 1; `tables` what is known of them, in
  /// the order of ``PriorStrengths/factors``, of which the last may be left out; `scales`
  /// is 1 / s of each, nil to take them from these talks.
  init(
    matrix: SparseMatrix, kinds: [Term.Kind]? = nil,
    inverseDocumentFrequencies: [Double]? = nil, tables: [FactorTable], scales: [Double]? = nil
  ) {
    self.matrix = matrix
    self.kinds = kinds ?? [Term.Kind](repeating: .word, count: matrix.columnCount)
    self.inverseDocumentFrequencies =
      inverseDocumentFrequencies ?? [Double](repeating: 1, count: matrix.columnCount)
    places = tables.enumerated().map { index, table in
      FactorPlaces(matrix, table: table, scale: scales?[index])
    }
  }

  private init(_ design: PriorDesign, rows: [Int]) {
    var part = SparseMatrix(columnCount: design.matrix.columnCount)
    for row in rows {
      let entries = design.matrix.entries(ofRow: row)
      part.appendRow(
        columns: Array(design.matrix.columns[entries]), values: Array(design.matrix.values[entries])
      )
    }
    matrix = part
    kinds = design.kinds
    inverseDocumentFrequencies = design.inverseDocumentFrequencies
    places = design.places.map { $0.rows(rows) }
  }

  /// The same design of some of its talks.
  func rows(_ rows: [Int]) -> PriorDesign { PriorDesign(self, rows: rows) }

  /// Whether a source knows any of the terms; positions as in ``PriorStrengths/factors``.
  func knows(factor: Int) -> Bool {
    places.indices.contains(factor) && places[factor].dimension > 0
  }

  /// The sources in use, with their strengths.
  func factors(_ strengths: PriorStrengths) -> [(places: FactorPlaces, strength: Double)] {
    zip(places, strengths.factors).filter { $0.dimension > 0 && $1 > 0 }
      .map { (places: $0, strength: $1) }
  }

  /// The kernel between the talks of two designs: X·D²·X'ᵀ + Σ strength² · ZZ'ᵀ over the
  /// sources, row-major.
  func kernel(with other: PriorDesign, strengths: PriorStrengths) -> [Double] {
    var kernel = scaled(strengths).products(withRowsOf: other.scaled(strengths))
    for (factor, strength) in strengths.factors.enumerated()
    where strength > 0 && knows(factor: factor) {
      for (index, product) in self.kernel(with: other, factor: factor).enumerated() {
        kernel[index] += strength * strength * product
      }
    }
    return kernel
  }

  /// XXᵀ over the columns of some kinds alone.
  func kernel(kinds: Set<Term.Kind>) -> [Double] {
    matrix.keeping(self.kinds.map(kinds.contains)).productsOfRows()
  }

  /// XXᵀ over words of columns divided by their inverse document frequencies: what
  /// ``PriorStrengths/common`` adds.
  func kernelOfCommonWords() -> [Double] {
    let factors = zip(kinds, inverseDocumentFrequencies).map { kind, idf in
      kind == .word || kind == .keyword ? 1 / idf : 0
    }
    return matrix.scalingColumns(by: factors).productsOfRows()
  }

  /// ZZ'ᵀ of one source.
  func kernel(with other: PriorDesign, factor: Int) -> [Double] {
    places[factor].kernel(
      with: other.places[factor], rowCount: matrix.rowCount, columnCount: other.matrix.rowCount)
  }

  /// The diagonal of D.
  func deviations(_ strengths: PriorStrengths) -> [Double] {
    zip(kinds, inverseDocumentFrequencies).map {
      strengths.deviation(of: $0, inverseDocumentFrequency: $1)
    }
  }

  /// X·D.
  func scaled(_ strengths: PriorStrengths) -> SparseMatrix {
    let deviations = deviations(strengths)
    return deviations.allSatisfy { $0 == 1 } ? matrix : matrix.scalingColumns(by: deviations)
  }

  /// [X·D, strength · Z of each source in use] as one matrix, for the primal.
  func augmented(_ strengths: PriorStrengths) -> SparseMatrix {
    let scaled = scaled(strengths)
    let factors = factors(strengths)
    let width = factors.reduce(0) { $0 + $1.places.dimension }
    guard width > 0 else { return scaled }
    var result = SparseMatrix(columnCount: scaled.columnCount + width)
    let added = (0..<width).map { Int32(scaled.columnCount + $0) }
    for row in 0..<scaled.rowCount {
      let entries = scaled.entries(ofRow: row)
      result.appendRow(
        columns: Array(scaled.columns[entries]) + added,
        values: Array(scaled.values[entries])
          + factors.flatMap { factor in
            factor.places[row: row].map { $0 * factor.strength }
          })
    }
    return result
  }
}
