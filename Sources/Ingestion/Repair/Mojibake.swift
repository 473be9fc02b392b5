/// The damage that the repair of mojibake undoes, made on purpose to measure it.
public enum Mojibake {
  /// The CID of each character, those of the plain sets first.
  static let cids: [UInt32: UInt32] = {
    var cids: [UInt32: UInt32] = [:]
    for range in [633..<7478, 7478..<8720, 1..<633] {
      for cid in range where cids[AdobeJapan1.characters[cid]] == nil {
        cids[AdobeJapan1.characters[cid]] = UInt32(cid)
      }
    }
    return cids
  }()

  /// Text as a program shows it that takes the CIDs of its kana and ideographs for
  /// code points; ASCII stays.
  ///
  /// - Complexity: O(*n*).
  public static func text(of sound: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in sound.unicodeScalars {
      guard !scalar.isASCII, let cid = cids[scalar.value], cid >= 633 else {
        result.append(scalar)
        continue
      }
      result.append(Unicode.Scalar(cid) ?? scalar)
    }
    return String(result)
  }
}
