/// The terms that a ``HashTable`` has of some names, in their order.
///
/// One a worker; memory is kept from call to call.
// SAFETY: because the memory is owned by this non-copyable value and freed once; there
// is room for every name, and only the first `count` entries are read.
@safe package struct FoundTerms: ~Copyable {
  /// The position of each in the table.
  var positions: UnsafeMutablePointer<Int32>
  /// What the table keeps beside each.
  var notes: UnsafeMutablePointer<Float>
  /// How many were found.
  package internal(set) var count = 0
  /// How many of them are single words.
  package internal(set) var wordCount = 0
  private var capacity = 0

  /// Nothing found yet.
  package init() {
    unsafe positions = .allocate(capacity: 0)
    unsafe notes = .allocate(capacity: 0)
  }

  deinit {
    unsafe positions.deallocate()
    unsafe notes.deallocate()
  }

  mutating func begin(nameCount: Int) {
    (count, wordCount) = (0, 0)
    guard nameCount > capacity else { return }
    unsafe positions.deallocate()
    unsafe notes.deallocate()
    capacity = max(1024, 2 * nameCount)
    unsafe positions = .allocate(capacity: capacity)
    unsafe notes = .allocate(capacity: capacity)
  }

  /// Lends the positions and the notes, ``count`` of each.
  @inline(__always)
  package func withTerms(
    _ body: (_ positions: UnsafePointer<Int32>, _ notes: UnsafePointer<Float>) -> Void
  ) {
    unsafe body(positions, notes)
  }
}
