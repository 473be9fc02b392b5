internal import CICU

/// A failure that ICU reported.
public struct ICUError: Error, Equatable, CustomStringConvertible {
  /// ICU's `UErrorCode`.
  public let code: Int32
  /// What was attempted.
  public let operation: String

  /// The operation, ICU's name for the failure, and the remedy.
  public var description: String {
    let name = unsafe String(cString: cicu_error_name(code))
    return "ICU could not \(operation) (\(name)); reinstall libicu, whose data may be missing"
  }
}
