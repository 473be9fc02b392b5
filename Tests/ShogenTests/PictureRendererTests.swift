import Foundation
import Shogen
import TestSupport
import Testing

@Suite("The browser that draws a picture")
struct PictureRendererTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A picture by a script in place of a browser.
  private func picture(_ script: String) throws -> String {
    let path = try folder.write("#!/bin/sh\n" + script, to: "browser")
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
    let bytes = try PictureRenderer.png(
      svg: "<svg/>", width: 20, height: 10, programs: ["no-such-browser", path])
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes what commands print where the picture is to be.
  private static func drawing(_ commands: String) -> String {
    "for last; do case $last in --screenshot=*) { \(commands); } > \"${last#*=}\" ;; esac; done\n"
  }

  @Test("gets a drawing in a folder that goes, and has its limits")
  func limits() throws {
    // Seconds, blocks of 512 bytes, files, and blocks of a core.
    #expect(
      try picture(Self.drawing("ulimit -t; ulimit -f; ulimit -n; ulimit -c"))
        == "60\n524288\n1024\n0\n")
    let place = try picture(Self.drawing("dirname \"${last#*=}\""))
    #expect(place.contains("/shogen-picture-"))
    #expect(!FileManager.default.fileExists(atPath: String(place.dropLast())))
    #expect(try picture(Self.drawing("cat \"$(dirname \"${last#*=}\")/map.svg\"")) == "<svg/>")
  }

  @Test("gets PATH and LC_ALL for an environment, and nothing else")
  func environment() throws {
    let names = try picture(Self.drawing("/usr/bin/env")).split(separator: "\n").map {
      String($0.prefix { $0 != "=" })
    }
    // The shell adds its own two.
    #expect(Set(names).subtracting(["PWD", "_", "OLDPWD", "SHLVL"]) == ["PATH", "LC_ALL"])
  }

  @Test("is told of where it fails or draws nothing")
  func failures() throws {
    let path = folder.path + "/browser"
    #expect(throws: PictureError.failed(path, 3)) { try picture("exit 3\n") }
    #expect(throws: PictureError.failed(path, -SIGKILL)) { try picture("kill -KILL $$\n") }
    #expect(throws: PictureError.failed(path, 0)) { try picture("exit 0\n") }
    #expect(throws: PictureError.noBrowser) {
      try PictureRenderer.png(svg: "", width: 1, height: 1, programs: ["no-such-browser"])
    }
  }
}
