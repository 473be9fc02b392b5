import Talks
import Testing

@Suite("Talks")
struct TalkTests {
  @Test("count the UTF-8 bytes of title and slides")
  func byteCount() {
    let slides = [
      Slide(number: 1, text: "障害\n"), Slide(number: 2, text: "é𠮷"), Slide(number: 9, text: ""),
    ]
    let talk = Talk(
      id: "id", title: "SRE入門", speaker: "someone", event: "somewhere", url: "https://example.com",
      slides: slides, labels: ["depth": "basic"])
    #expect(talk.byteCount == 9 + 7 + 6)
  }

  @Test("without title or slides count nothing")
  func empty() {
    #expect(Talk(id: "id", title: "").byteCount == 0)
  }

  @Test("from one text have it as their only slide")
  func oneText() {
    let talk = Talk(title: "題", text: "本文")
    #expect(talk == Talk(id: "talk", title: "題", slides: [Slide(number: 1, text: "本文")]))
    #expect(talk.labels.isEmpty)
    #expect(talk.speaker == nil)
  }
}
