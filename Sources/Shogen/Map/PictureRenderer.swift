internal import Files
internal import FoundationEssentials
internal import Glibc
internal import Ingestion

/// Turns an SVG into a PNG by a headless Chromium, where one is installed.
///
/// The browser is a program of its own, started for one picture with a profile that is
/// thrown away; its address space is not limited, since it reserves far more than it
/// uses.
public enum PictureRenderer {
  /// Names to look for in PATH, the smallest first.
  static let programs = [
    "chromium-headless-shell", "chromium", "chromium-browser", "google-chrome",
  ]

  /// Renders a drawing.
  ///
  /// - Parameters:
  ///   - svg: The drawing.
  ///   - width: Its width in CSS pixels.
  ///   - height: Its height.
  ///   - scale: Pixels of the picture for one of the drawing.
  ///   - programs: Browsers to try.
  /// - Returns: The bytes of a PNG.
  /// - Throws: ``PictureError``.
  public static func png(
    svg: String, width: Int, height: Int, scale: Int = 2, programs: [String]? = nil
  ) throws(PictureError) -> [UInt8] {
    let folder = try makeFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (drawing, picture) = (folder + "/map.svg", folder + "/map.png")
    do throws(FileError) {
      try AtomicFile.write(Array(svg.utf8), to: drawing)
    } catch {
      throw .noFolder(error.description)
    }
    let arguments = [
      "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
      "--user-data-dir=\(folder)/profile", "--force-device-scale-factor=\(scale)",
      "--window-size=\(width),\(height)", "--screenshot=\(picture)", "file://\(drawing)",
    ]
    var limits = ChildLimits()
    limits.memoryByteCount = .max
    for program in programs ?? Self.programs {
      let outcome: ChildProcess.Outcome
      do throws(ChildProcess.Failure) {
        outcome = try ChildProcess.run(program, arguments, limits: limits)
      } catch .notFound {
        continue
      } catch {
        throw .notRun(program, "\(error)")
      }
      guard outcome.status == 0 else { throw .failed(program, outcome.status) }
      guard let bytes = try? FileSource.contents(of: picture, limit: 256 << 20), !bytes.isEmpty
      else { throw .failed(program, 0) }
      return bytes
    }
    throw .noBrowser
  }

  private static func makeFolder() throws(PictureError) -> String {
    // SAFETY: because what getenv gives is copied at once.
    let base = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    // SAFETY: because mkdtemp writes only over the six letters X at the end of this buffer
    // of its own, which a zero follows.
    var name = Array("\(base)/shogen-picture-\(String(repeating: "X", count: 6))".utf8CString)
    guard unsafe mkdtemp(&name) != nil else { throw .noFolder(base) }
    return String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
