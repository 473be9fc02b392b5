/// The version of this library and of its command.
public enum ShogenVersion {
  /// By semantic versioning.
  public static let number = "0.1.0"
  /// The day it was made, as year-month-day.
  public static let date = "2026-11-24"
}
