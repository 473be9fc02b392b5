internal import Foundation

/// How a sanitizer is to report, which a command that was built with one reads from its
/// environment: it must have that even where a test gives it an environment of its own.
enum SanitizerOptions {
  private static let names = ["ASAN_OPTIONS", "TSAN_OPTIONS"]

  /// An environment with the options of this process, if it has any.
  static func added(to environment: [String: String]) -> [String: String] {
    let own = ProcessInfo.processInfo.environment.filter { names.contains($0.key) }
    return environment.merging(own) { given, _ in given }
  }
}
