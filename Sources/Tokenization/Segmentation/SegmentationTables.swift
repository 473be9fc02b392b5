/// What cutting text without ICU's iterator needs: ICU's rules and ICU's dictionary.
///
/// Immutable, shared by all workers, alive as long as the process. Sizes: 65,536
/// units, 256 states of 64 categories, all codes of the dictionary, and for every
/// base in an entry the codes behind it (``DictionaryTable``).
// SAFETY: because the memory is filled before init returns and never written to or
// freed afterwards, and indices are bounded by the sizes above.
@safe final class SegmentationTables: @unchecked Sendable {
  /// Of each UTF-16 unit its code in the dictionary, and from ``categoryShift`` on its
  /// category with flags (``BreakRules/categories``).
  let units: UnsafePointer<UInt32>
  static let categoryShift: UInt32 = 16
  /// The rules' next state: row a state of 64 categories.
  let transitions: UnsafePointer<UInt8>
  /// What ``BreakRules/acceptances`` has.
  let acceptances: UnsafePointer<UInt8>
  /// What ``DictionaryTable/firsts`` has.
  let firsts: UnsafePointer<UInt64>
  /// What ``DictionaryTable/entries`` has.
  let entries: UnsafePointer<UInt64>
  let rules: BreakRules
  /// Bytes of all tables.
  let byteCount: Int

  /// Makes the tables of the linked ICU; nil when its rules or its dictionary are of
  /// a form unknown here.
  ///
  /// The memory stays until the process ends: make them once.
  init?(ofLinkedICU: Void) {
    guard let compiled = WordBreaker.compiledRules(), let rules = BreakRules(compiled: compiled),
      let trie = DictionaryTrie(), let dictionary = DictionaryTable(trie)
    else { return nil }
    self.rules = rules
    let units = rules.categories.indices.map { unit -> UInt32 in
      let category = UInt32(rules.categories[unit])
      // Words with characters that end a run can never be found.
      let isInRun = rules.categories[unit] & BreakRules.cjkFlag != 0
      return category << Self.categoryShift | (isInRun ? UInt32(dictionary.codes[unit]) : 0)
    }
    unsafe self.units = Self.immortal(units)
    unsafe transitions = Self.immortal(
      rules.transitions + [UInt8](repeating: 0, count: 256 * 64 - rules.transitions.count))
    unsafe acceptances = Self.immortal(
      rules.acceptances + [UInt8](repeating: 0, count: 256 - rules.acceptances.count))
    unsafe firsts = Self.immortal(dictionary.firsts)
    unsafe entries = Self.immortal(dictionary.entries)
    byteCount =
      units.count * 4 + 256 * 65 + (dictionary.firsts.count + dictionary.entries.count) * 8
  }

  private static func immortal<Element: BitwiseCopyable>(
    _ elements: [Element]
  ) -> UnsafePointer<Element> {
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: elements.count)
    unsafe memory.initialize(from: elements, count: elements.count)
    return unsafe UnsafePointer(memory)
  }
}
