import Talks
import Testing

@Suite("Labels")
struct LabelsTests {
  @Test("give the pole of an axis, or nil")
  func lookup() {
    let labels: Labels = ["scope": "independent", "depth": "basic"]
    #expect(labels["depth"] == "basic")
    #expect(labels["scope"] == "independent")
    #expect(labels["other"] == nil)
    #expect(labels == Labels(["depth": "basic", "scope": "independent"]))
  }

  @Test("are listed by axis id")
  func order() {
    let labels: Labels = ["scope": "independent", "depth": "basic", "Zeal": "no"]
    #expect(labels.sorted.map(\.axis) == ["Zeal", "depth", "scope"])
    #expect(labels.sorted.map(\.pole) == ["no", "basic", "independent"])
  }

  @Test("take the later of two poles for an axis")
  func repeated() {
    let labels: Labels = ["depth": "basic", "depth": "advanced"]
    #expect(labels["depth"] == "advanced")
  }

  @Test("are empty until an axis has a pole, and again once it is taken away")
  func emptiness() {
    var labels = Labels()
    #expect(labels.isEmpty)
    labels["depth"] = "basic"
    #expect(!labels.isEmpty)
    labels["depth"] = nil
    #expect(labels.isEmpty)
    #expect(labels.sorted.isEmpty)
  }
}
