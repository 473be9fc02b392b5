import Foundation
import Ingestion
import Talks
import Testing

@testable import Reporting

@Suite("Prediction JSON")
struct PredictionJSONTests {
  @Test("writes the contract's fields in their order")
  func literal() throws {
    let json = PredictionJSON(classifier: try HandMade.classifier())
    #expect(
      json.line(HandMade.prediction(id: "a\"", warnings: [.titleOnly]))
        == #"{"id":"a\"","title":"題","quadrant":"basic/independent","axes":{"#
        + #""depth":{"pole":"basic","probability":0.75,"score":-1.5},"#
        + #""scope":{"pole":"independent","probability":0.75,"score":-1.5}},"#
        + #""knownTermShare":0.5,"warnings":["title-only"],"model":"0123456789abcdef"}"# + "\n")
  }

  @Test("gives all probabilities of an axis of more than two poles, and no quadrant")
  func manyPoles() throws {
    let json = PredictionJSON(classifier: try HandMade.classifier(HandMade.fivePoles))
    let line = json.line(HandMade.prediction(scheme: HandMade.fivePoles, cell: [2]))
    #expect(line.contains(#""quadrant":null"#))
    #expect(
      line.contains(
        #""probabilities":{"p1":0.25,"p2":0.25,"p3":0.75,"p4":0.25,"p5":0.25}"#))
    #expect(line.contains(#""kind":{"pole":"p3""#))
  }

  @Test("puts a failure in its place, with what is known of it")
  func failure() throws {
    let json = PredictionJSON(classifier: try HandMade.classifier())
    let error = IngestionError(
      at: SourceLocation(path: "a.jsonl", line: 3), id: "x", reason: "bad", remedy: "mend it")
    #expect(
      json.line(error) == #"{"id":"x","path":"a.jsonl","line":3,"error":"bad; mend it"}"# + "\n")
    let whole = IngestionError(
      at: SourceLocation(path: "a.txt"), reason: "bad", remedy: "mend it")
    #expect(json.line(whole) == #"{"path":"a.txt","error":"bad; mend it"}"# + "\n")
  }
}
