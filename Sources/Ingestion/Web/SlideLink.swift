/// Links to the pictures of a deck's slides, `…/slide_4.jpg`, which tell the
/// page's number where a transcript leaves slides without text out.
enum SlideLink {
  private static let mark = Array("slide_".utf8)

  /// The page's number, from 1: the pictures are counted from 0.
  static func pageNumber(in address: ArraySlice<UInt8>) -> Int? {
    guard let slash = address.lastIndex(of: UInt8(ascii: "/")) else { return nil }
    let name = address[(slash + 1)...]
    guard name.starts(with: mark) else { return nil }
    let digits = name.dropFirst(mark.count).prefix { (0x30...0x39).contains($0) }
    guard (1...6).contains(digits.count), digits.endIndex < address.endIndex,
      address[digits.endIndex] == UInt8(ascii: ".")
    else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } + 1
  }
}
