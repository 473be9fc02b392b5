/// The walk of ``TableBreaker`` over one text, on the memory it lends.
// SAFETY: because units has `count` units, ends and statuses as many entries, the
// memory at least `padding` more; positions stay below `count`, and there are no
// more pieces than units.
@unsafe struct SegmentWalk {
  let units: UnsafePointer<UInt16>
  let count: Int
  let tables: SegmentationTables
  let ends: UnsafeMutablePointer<Int32>
  let statuses: UnsafeMutablePointer<UInt16>
  let memory: ShortestPath.Memory
  var pieceCount: Int
  var position: Int

  /// Cuts until the end, or until a segment that only ICU knows how to cut; returns
  /// that segment, which is empty at the end.
  mutating func run() -> Range<Int> {
    let infos = unsafe tables.units
    while unsafe position < count {
      let info = unsafe infos[Int(units[position])]
      if unsafe info & Self.cjk != 0, unsafe cutRun() { continue }
      let segment = unsafe Self.segment(units, count, from: position, tables)
      guard !segment.isUnknown else { return unsafe position..<segment.end }
      unsafe ends[pieceCount] = Int32(truncatingIfNeeded: segment.end)
      unsafe statuses[pieceCount] = segment.status
      unsafe pieceCount &+= 1
      unsafe position = segment.end
    }
    return unsafe count..<count
  }

  private static let cjk = UInt32(BreakRules.cjkFlag) << SegmentationTables.categoryShift

  /// Cuts the run of ideographs and kana that begins here if it is a whole segment.
  @inline(__always)
  private mutating func cutRun() -> Bool {
    let infos = unsafe tables.units
    let transitions = unsafe tables.transitions
    let start = unsafe position
    var state = Int(BreakRules.start)
    var end = start
    var info = unsafe infos[Int(units[start])]
    while true {
      state = Int(unsafe transitions[state << 6 | Int(info >> 16 & 63)])
      let code = Int(info & 0xFFFF)
      let index = end &- start
      end &+= 1
      info = unsafe end < count ? infos[Int(units[end])] : 0
      guard unsafe info & Self.cjk != 0 else {
        unsafe ShortestPath.prepare(code, before: 0, at: index, memory, tables)
        unsafe memory.codes[index &+ 1] = 0
        unsafe memory.codes[index &+ 2] = 0
        unsafe memory.codes[index &+ 3] = 0
        break
      }
      unsafe ShortestPath.prepare(code, before: Int(info & 0xFFFF), at: index, memory, tables)
    }
    let acceptance = unsafe tables.acceptances[state]
    if unsafe end < count {
      let category = unsafe Self.category(units, count, at: end, tables).category
      guard unsafe transitions[state << 6 | Int(category & 63)] == 0 else { return false }
    }
    guard acceptance != 0, end - start <= ShortestPath.maximumRun else { return false }
    let status = unsafe tables.rules.statuses[Int(acceptance) - 1]
    let written = unsafe ShortestPath.cut(
      units: units + start, count: end - start, memory: memory, offset: start,
      tables: tables, ends: ends + pieceCount)
    for piece in 0..<written { unsafe statuses[pieceCount + piece] = status }
    unsafe pieceCount &+= written
    unsafe position = end
    return true
  }

  /// A stretch of text between two boundaries of the rules.
  struct Segment {
    var end: Int
    var status: UInt16
    /// Whether it has characters that a dictionary cuts.
    var isUnknown: Bool
  }

  /// The segment that begins at a boundary.
  @inline(__always)
  static func segment(
    _ units: UnsafePointer<UInt16>, _ count: Int, from start: Int, _ tables: SegmentationTables
  ) -> Segment {
    let transitions = unsafe tables.transitions
    let acceptances = unsafe tables.acceptances
    let infos = unsafe tables.units
    var state = Int(BreakRules.start)
    var position = start
    var end = start
    var acceptance: UInt8 = 0
    var firstUnknown = Int.max
    while position < count {
      var category = UInt8(truncatingIfNeeded: unsafe infos[Int(units[position])] >> 16)
      var next = position &+ 1
      if category & (BreakRules.specialFlag | BreakRules.cjkFlag) != 0 {
        unsafe (category, next) = Self.category(units, count, at: position, tables)
        if category & (BreakRules.specialFlag | BreakRules.cjkFlag) != 0 {
          firstUnknown = min(firstUnknown, position)
        }
      }
      let before = state
      state = Int(unsafe transitions[state << 6 | Int(category & 63)])
      if state == 0 { break }
      position = next
      if state == before, category & (BreakRules.specialFlag | BreakRules.cjkFlag) == 0 {
        // Most of a word of letters: the same category leads there again.
        while unsafe position < count
          && UInt8(truncatingIfNeeded: infos[Int(units[position])] >> 16) == category
        { position &+= 1 }
      }
      let accepted = unsafe acceptances[state]
      if accepted != 0 {
        end = position
        acceptance = accepted
      }
    }
    guard end > start else {
      // Where no rule applies ICU goes on by one character.
      let next = unsafe Self.category(units, count, at: start, tables).next
      return Segment(end: next, status: 0, isUnknown: firstUnknown < next)
    }
    return Segment(
      end: end, status: tables.rules.statuses[Int(acceptance) - 1],
      isUnknown: firstUnknown < end)
  }

  /// The category with flags, and the end, of the character at `position`.
  @inline(__always)
  private static func category(
    _ units: UnsafePointer<UInt16>, _ count: Int, at position: Int, _ tables: SegmentationTables
  ) -> (category: UInt8, next: Int) {
    let unit = unsafe units[position]
    let category = UInt8(truncatingIfNeeded: unsafe tables.units[Int(unit)] >> 16)
    guard unit & 0xF800 == 0xD800 else { return (category, position &+ 1) }
    if unit & 0xFC00 == 0xD800, position &+ 1 < count {
      let low = unsafe units[position &+ 1]
      if low & 0xFC00 == 0xDC00 {
        let codePoint = 0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(low & 0x3FF))
        return (tables.rules.category(ofSupplementary: codePoint), position &+ 2)
      }
    }
    // Half a pair alone is a character like any other.
    return (category & ~BreakRules.specialFlag, position &+ 1)
  }
}
