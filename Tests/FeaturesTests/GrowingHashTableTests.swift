import Features
import Testing

@Suite("Hash tables that grow")
struct GrowingHashTableTests {
  @Test("grows as hashes are inserted, and keeps a hash's first position")
  func growth() {
    var table = GrowingHashTable()
    let hashes = (0..<5_000).map { UInt64($0) &* 0x9E37_79B9_7F4A_7C15 }
    for (position, hash) in hashes.enumerated() {
      #expect(table.insert(hash, Int32(position)) == nil)
    }
    #expect(hashes.map { table.index(of: $0) } == (0..<5_000).map(Int32.init))
    #expect(table.insert(hashes[7], 9) == 7)
    #expect(table.index(of: hashes[7]) == 7)
  }
}
