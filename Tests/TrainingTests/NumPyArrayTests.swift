import Testing

@testable import Training

@Suite("NumPy arrays")
struct NumPyArrayTests {
  /// An array of this shape, as its header has it, and four numbers.
  private func array(shape: String) -> [UInt8] {
    let header = "{'descr': '<f4', 'fortran_order': False, 'shape': \(shape)}\n"
    let values: [Float] = [1, 2, 3, -4]
    return [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(header.utf8.count), 0] + Array(header.utf8)
      + values.flatMap { value in
        (0..<4).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * UInt32($0))) }
      }
  }

  @Test("are read row by row")
  func reads() throws {
    let (values, dimension) = try NumPyArray.read(array(shape: "(2, 2)"), path: "vectors")
    #expect(values == [1, 2, 3, -4])
    #expect(dimension == 2)
  }

  @Test(
    "of a size that is not their shape's are refused",
    arguments: [
      "(2, 3)", "(4,)", "(0, 2)", "(2, 0)", "(51, 1111111111111111111)",
      "(1, 9223372036854775807)", "(9223372036854775807, 2)", "(1, 99999999999999999999)",
    ])
  func refuses(_ shape: String) {
    #expect(
      throws: WordVectorError.badRecord(
        path: "vectors", line: 1, reason: "its size is not its shape's")
    ) {
      try NumPyArray.read(array(shape: shape), path: "vectors")
    }
  }
}
