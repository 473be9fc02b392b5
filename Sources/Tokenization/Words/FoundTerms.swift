/// The terms that a ``HashTable`` or a ``FragmentTable`` has of some names, in their
/// order.
///
/// One a worker; memory is kept from call to call.
// SAFETY: because the memory is owned by this non-copyable value and freed once; there
// is room for every name, and only the first `count` entries are read.
@safe package struct FoundTerms: ~Copyable {
  /// The position of each in the table.
  var positions: UnsafeMutablePointer<Int32>
  /// Memory of a search: a number a name.
  var slots: UnsafeMutablePointer<UInt32>
  /// How many were found.
  package internal(set) var count = 0
  /// How many of them are single words.
  package internal(set) var wordCount = 0
  private var capacity = 0

  /// Nothing found yet.
  package init() {
    unsafe positions = .allocate(capacity: 0)
    unsafe slots = .allocate(capacity: 0)
  }

  deinit {
    unsafe positions.deallocate()
    unsafe slots.deallocate()
  }

  mutating func begin(nameCount: Int) {
    (count, wordCount) = (0, 0)
    // One more, as a name that was not found is written and left.
    guard nameCount >= capacity else { return }
    unsafe positions.deallocate()
    unsafe slots.deallocate()
    capacity = max(1024, 2 * nameCount)
    unsafe positions = .allocate(capacity: capacity)
    unsafe slots = .allocate(capacity: capacity)
  }

  /// Lends the positions, ``count`` of them.
  @inline(__always)
  package func withPositions(_ body: (UnsafePointer<Int32>) -> Void) {
    unsafe body(positions)
  }
}
