internal import CICU

/// The versions of the libraries that decide where words end.
public enum UnicodeVersions {
  /// ICU, as linked: its Japanese dictionary changes between versions.
  public static let icu = unsafe String(cString: cicu_version())
  /// Unicode, as that ICU implements it.
  public static let unicode = unsafe String(cString: cicu_unicode_version())
}
