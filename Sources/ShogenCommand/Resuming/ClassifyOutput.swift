internal import Files
internal import Shogen
internal import Synchronization

/// Where predictions go, and what of them a later run can go on with.
///
/// A file of lines (jsonl, csv) is made good every half second. Used from one task.
final class ClassifyOutput {
  /// Records that are safe, for the thread that tells of a signal.
  private final class Kept: Sendable {
    let records = Mutex(0)
  }

  private let path: String?
  private var sink: OutputSink?
  private var file: ResumableFile?
  private let run: [UInt8]
  private let kept = Kept()
  private var telling: Interruption.Action?
  private var nextCheckpoint = ContinuousClock.now

  private static let interval = Duration.milliseconds(500)
  /// A checkpoint takes at most this part of the time, however slow the disk is.
  private static let maximumShare = 20

  /// What is done.
  private(set) var progress = ClassifyJournal.Progress()

  /// Opens the output.
  ///
  /// - Parameters:
  ///   - path: The file; nil and `-` are standard output.
  ///   - run: What the output depends on; nil for one that cannot be gone on with.
  ///   - resumes: Whether to go on with what an interrupted run left.
  ///   - messages: What tells of such a run, and of what is kept when a signal comes.
  /// - Throws: ``FileError``, and ``ResumeError`` where what is left is of another run.
  init(
    path: String?, run: ClassifyJournal.Run?, resumes: Bool, messages: Messages
  ) throws {
    self.path = path
    guard let path, let run, path != "-", !AtomicFile.isDeviceOrPipe(path) else {
      self.run = []
      sink = try OutputSink(path: path)
      return
    }
    self.run = try ClassifyJournal.line(run)
    var file = try ResumableFile(path: path)
    // Bytes without a journal are none that count; nor is a journal without bytes,
    // left by a run that ended between its last two steps.
    if file.byteCount > 0, let bytes = try file.journal() {
      let earlier = ClassifyJournal(decoding: bytes)
      if resumes {
        progress = try Self.progress(earlier, run, file.byteCount, path)
        try file.cut(to: progress.byteCount)
      } else if let earlier {
        messages.note(
          "\(path): \(earlier.progress.records) record(s) of an interrupted run are given up; "
            + "--resume would have gone on with them")
      }
    }
    if progress.records == 0 { try file.restart() }
    self.file = consume file
    kept.records.withLock { $0 = progress.records }
    let kept = kept
    telling = Interruption.Action { _ in
      Self.tell(kept.records.withLock { $0 }, of: path, messages)
    }
  }

  private static func progress(
    _ earlier: ClassifyJournal?, _ run: ClassifyJournal.Run, _ byteCount: Int, _ path: String
  ) throws(ResumeError) -> ClassifyJournal.Progress {
    guard let earlier else {
      throw ResumeError(
        path: path, reason: "\(path).resume-journal is no journal of this program's")
    }
    if let difference = run.difference(from: earlier.run) {
      throw ResumeError(path: path, reason: difference)
    }
    let progress = earlier.progress
    guard (0...byteCount).contains(progress.byteCount), progress.records >= 0 else {
      throw ResumeError(
        path: path,
        reason:
          "\(path).resume has \(byteCount) bytes of the \(progress.byteCount) that were written")
    }
    return progress
  }

  /// Whether the output has its beginning from an earlier run.
  var isResumed: Bool { progress.records > 0 }

  /// Writes text.
  func write(_ text: String) throws(FileError) {
    try sink?.write(text)
    guard !text.isEmpty else { return }
    try file?.write(Array(text.utf8))
  }

  /// Counts what was written, and makes it good if it is time.
  func add(records: Int, talks: Int, messages: Messages) throws {
    guard file != nil else { return }
    progress.records += records
    progress.talks += talks
    progress.failures = messages.failureCount
    progress.missing = messages.missingCount
    progress.byteCount = file?.byteCount ?? 0
    let start = ContinuousClock.now
    guard start >= nextCheckpoint else { return }
    try file?.checkpoint(run + ClassifyJournal.line(progress))
    kept.records.withLock { $0 = progress.records }
    let end = ContinuousClock.now
    nextCheckpoint = end + max(Self.interval, (end - start) * Self.maximumShare)
  }

  /// Puts the file in its place.
  func finish() throws(FileError) {
    if let sink = sink.take() { try sink.finish() }
    if let file = file.take() { try file.commit() }
    // Nothing is left to go on with.
    telling = nil
  }

  /// Ends without the file: by the user's wish, with nothing to go on with, or, after
  /// a failure, telling what is kept.
  func giveUp(keeping: Bool, messages: Messages) {
    sink = nil
    guard let file = file.take() else { return }
    let records = kept.records.withLock { $0 }
    guard keeping, records > 0, let path else { return file.discard() }
    Self.tell(records, of: path, messages)
  }

  private static func tell(_ records: Int, of path: String, _ messages: Messages) {
    messages.note(
      "\(path): \(records) record(s) are kept; the same command with --resume goes on with them")
  }
}
