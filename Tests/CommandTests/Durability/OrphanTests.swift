import Foundation
import TestSupport
import Testing

@Suite("Programs that the command has started")
struct OrphanTests {
  @Test(
    "end with it, however it ends", .timeLimit(.minutes(10)), arguments: [SIGTERM, SIGINT, SIGKILL])
  func ended(signal: Int32) throws {
    let folder = try TemporaryFolder()
    // The tests' stand-in runs the PDF as a script.
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/pdftotext",
      withDestinationPath: Repository.path("Tests/IngestionTests/Fixtures/pdftotext-stub"))
    try folder.write("# %PDF-1.4\necho $$ > started\nexec sleep 600\n# %%EOF\n", to: "a.pdf")
    let running = try RunningCommand(
      ["ingest", "a.pdf"], in: folder.path, environment: ["PATH": folder.path + ":/usr/bin:/bin"])
    var number = ""
    _ = running.wait {
      number = ((try? folder.text(of: "started")) ?? "").trimmingCharacters(
        in: .whitespacesAndNewlines)
      return !number.isEmpty
    }
    try #require(!number.isEmpty, "\(running.errors)")
    #expect(running.end(by: signal) == -signal)
    while let stat = try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8),
      !stat.contains(") Z ")
    { usleep(1000) }
  }
}
