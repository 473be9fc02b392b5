/// Takes out what sites and fonts put into lines: masks, mirrors, odd bullets.
enum LineRepair {
  /// Mends a text.
  ///
  /// - Parameters:
  ///   - text: UTF-8.
  ///   - damage: What it may need.
  ///   - notes: Takes the counts.
  /// - Returns: The mended text, or nil when nothing had to be done.
  static func repair(
    _ text: [UInt8], _ damage: DamageScan.Damage, notes: inout ReadingNotes
  ) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var isChanged = false
    var index = 0
    while index < text.count {
      let byte = text[index]
      var skipped = 0
      if byte == 0x5B, damage.contains(.masks) {
        skipped = mask(text, index, &result)
        notes[.maskedMail] += skipped > 0 ? 1 : 0
      } else if byte == 0x2F, damage.contains(.mirrors) {
        skipped = mirror(text, index, &result)
        notes[.rewrittenLinks] += skipped > 0 ? 1 : 0
      } else if byte >= 0xC3, byte <= 0xC9, damage.contains(.bullets) {
        skipped = bullet(text, index, result)
        notes[.bulletLetters] += skipped > 0 ? 1 : 0
      }
      if skipped > 0 {
        index += skipped
        isChanged = true
      } else {
        result.append(byte)
        index += 1
      }
    }
    return isChanged ? result : nil
  }

  /// `[email protected]`, which Cloudflare puts for an address; the space may be
  /// one that does not break.
  private static func mask(_ text: [UInt8], _ index: Int, _ result: inout [UInt8]) -> Int {
    for mask in [Array("[email protected]".utf8), Array("[email\u{A0}protected]".utf8)]
    where text[index...].starts(with: mask) {
      let end = index + mask.count
      let isAtEnd = end == text.count || text[end] == 0x20 || text[end] == 0x0A
      // Of the spaces on both sides one is enough, and none before a line end.
      if isAtEnd, result.last == 0x20 { result.removeLast() }
      if end < text.count, text[end] == 0x20, result.isEmpty || result.last == 0x0A {
        return mask.count + 1
      }
      return mask.count
    }
    return 0
  }

  /// `https://mirror.example:443/https/real.example/`: at the `/https/` after a
  /// host that has a port or calls itself a proxy, the real address begins.
  private static func mirror(_ text: [UInt8], _ index: Int, _ result: inout [UInt8]) -> Int {
    let tail = text[index...].prefix(7)
    let isSecure = tail.elementsEqual("/https/".utf8)
    guard isSecure || tail.starts(with: "/http/".utf8) else { return 0 }
    let end = index + (isSecure ? 7 : 6)
    let host = text[end...].prefix(256).prefix { $0 > 0x20 && $0 < 0x7F && $0 != 0x2F }
    guard host.contains(0x2E) else { return 0 }
    // Back over the mirror's host to its scheme.
    var start = result.count
    while start > 0, result.count - start < 256, result[start - 1] > 0x20,
      result[start - 1] < 0x7F, result[start - 1] != 0x2F
    {
      start -= 1
    }
    let mirror = result[start...]
    guard mirror.contains(0x3A) || ByteSearch.contains(Array("proxy".utf8), in: mirror),
      mirror.count >= 4
    else { return 0 }
    for scheme in ["https://", "http://"] where start >= scheme.utf8.count {
      guard result[..<start].suffix(scheme.utf8.count).elementsEqual(scheme.utf8) else { continue }
      result.removeSubrange((start - scheme.utf8.count)...)
      result += isSecure ? "https://".utf8 : "http://".utf8
      return end - index
    }
    return 0
  }

  /// A letter with a diacritic alone at the beginning of a line before Japanese:
  /// how fonts of pictures give their bullets.
  private static func bullet(_ text: [UInt8], _ index: Int, _ result: [UInt8]) -> Int {
    guard index + 3 < text.count, text[index + 2] == 0x20, (0xE3...0xEF).contains(text[index + 3])
    else { return 0 }
    guard text[index] != 0xC3 || text[index + 1] != 0x97 && text[index + 1] != 0xB7 else {
      return 0
    }
    let before = result.last { $0 != 0x20 && $0 != 0x09 } ?? 0x0A
    return before == 0x0A ? 3 : 0
  }
}
