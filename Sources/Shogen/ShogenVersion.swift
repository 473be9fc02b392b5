/// The version of this library and of its command.
public enum ShogenVersion {
  /// By semantic versioning.
  public static let number = "0.1.0"
}
