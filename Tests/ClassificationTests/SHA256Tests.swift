import Testing

@testable import Classification

@Suite("SHA-256")
struct SHA256Tests {
  @Test("has the digests of the standard's examples")
  func knownDigests() {
    #expect(
      SHA256.hexDigest(of: [])
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      SHA256.hexDigest(of: Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test("keeps neighboring fields apart")
  func fields() {
    func digest(_ fields: [String]) -> String {
      var hash = SHA256()
      for field in fields { hash.update(field: field) }
      return hash.hexDigest()
    }
    #expect(digest(["ab", "c"]) != digest(["a", "bc"]))
    #expect(digest(["ab", ""]) != digest(["ab"]))
    #expect(digest(["ab"]) == SHA256.hexDigest(of: [0x61, 0x62, 0]))
  }
}
