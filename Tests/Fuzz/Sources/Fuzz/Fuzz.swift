import CFuzzMain
import Glibc

/// What libFuzzer calls with each input; the environment's FUZZ_TARGET names the parser.
@_cdecl("shogen_fuzz_input")
public func fuzzInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  target([UInt8](UnsafeBufferPointer(start: data, count: count)))
  return 0
}

private let targets: [String: @Sendable ([UInt8]) -> Void] = [
  "document": IngestionTargets.document, "layouts": IngestionTargets.layouts,
  "markdown": IngestionTargets.markdown, "web": IngestionTargets.webPage,
  "powerpoint": IngestionTargets.powerPoint, "talk-lines": IngestionTargets.talkLines,
  "table": IngestionTargets.table, "labelled": IngestionTargets.labelled,
  "programme": IngestionTargets.programme, "cell": IngestionTargets.cell,
  "label-file": IngestionTargets.labelFile, "encoding": IngestionTargets.encoding,
  "repair": IngestionTargets.repair, "lexicon": ModelTargets.lexicon,
  "model": ModelTargets.model, "manifest": ModelTargets.manifest,
  "scheme": ModelTargets.scheme,
  "vectors": ModelTargets.vectors, "numpy": ModelTargets.numpy,
  "tokens": TokenTargets.tokens, "segmentation": SegmentationTargets.segmentation,
]

private let target: @Sendable ([UInt8]) -> Void = {
  let name = getenv("FUZZ_TARGET").map { String(cString: $0) } ?? ""
  guard let target = targets[name] else {
    print("FUZZ_TARGET is one of: " + targets.keys.sorted().joined(separator: " "))
    exit(2)
  }
  return target
}()

/// The path of a file in memory with these bytes, for parsers that open files.
func memoryFile(_ bytes: [UInt8]) -> String {
  let descriptor = fuzz_memory_file(bytes, bytes.count)
  precondition(descriptor >= 0, "no file in memory")
  return "/proc/self/fd/\(descriptor)"
}
