import Training
import Evaluation
import Testing

@testable import Tokenization

@testable import Features

@Suite("The hash table")
struct HashTableTests {
  @Test("finds each hash at its position and no other")
  func lookup() throws {
    let table = try #require(HashTable([0, .max, 1 << 63, 42]))
    #expect([0, .max, 1 << 63, 42].map { table.index(of: $0) } == [0, 1, 2, 3])
    #expect([1, 43, 1 << 62, .max - 1].map { table.index(of: $0) } == [-1, -1, -1, -1])
  }

  @Test("finds hashes that want one slot, past the table's end")
  func sameSlot() throws {
    // A table of 16 slots, of which all want the last.
    let hashes = (1...8).map { UInt64($0) << 32 | 15 }
    let table = try #require(HashTable(hashes))
    #expect(hashes.map { table.index(of: $0) } == [0, 1, 2, 3, 4, 5, 6, 7])
    #expect(table.index(of: 9 << 32 | 15) == -1)
    #expect(table.index(of: 0) == -1)
  }

  @Test("without hashes finds nothing")
  func empty() throws {
    let table = try #require(HashTable([]))
    #expect(table.index(of: 0) == -1)
    #expect(table.index(of: .max) == -1)
  }

  @Test(
    "refuses two equal hashes", arguments: [[0, 0], [5, 6, 5], [.max, 1, .max]] as [[UInt64]])
  func repeated(hashes: [UInt64]) {
    #expect(HashTable(hashes) == nil)
  }

  @Test("agrees with a dictionary on random hashes", arguments: [1, 7, 8, 9, 1000])
  func random(count: Int) throws {
    var generator = SeededGenerator(seed: 4)
    // Few distinct low bits, so that many hashes want one slot.
    let hashes = Set((0..<count).map { _ in generator.next() & 0xFFFF_FFFF_0000_000F })
    let table = try #require(HashTable(Array(hashes)))
    let positions = Dictionary(uniqueKeysWithValues: zip(hashes, 0...))
    for hash in hashes {
      #expect(Int(table.index(of: hash)) == positions[hash])
      #expect(Int(table.index(of: hash ^ 0x100)) == -1)
    }
  }

  @Test("that maps nothing has nothing")
  func nothing() {
    #expect(!HashTable().mayHave(0) && !HashTable().mayHave(.max))
    #expect(HashTable().index(of: 0) == -1)
  }
}
