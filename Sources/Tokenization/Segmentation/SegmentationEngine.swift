internal import Synchronization

/// Which way this process cuts text into words.
///
/// The boundaries are the same either way; only the speed differs.
public enum SegmentationEngine: Sendable, Equatable {
  /// ICU's iterator, before enough text has come to be worth making tables.
  case iterator
  /// Tables made from ICU's rules and dictionary.
  case tables
  /// ICU's iterator for good, since the tables would not cut as it does.
  case iteratorOnly(Reason)

  /// Why tables are not used.
  public enum Reason: String, Sendable {
    /// ICU's rules or its dictionary have a form unknown to this version.
    case unknownForm = "ICU's rules or dictionary have a form unknown to this version"
    /// The tables cut the probe text otherwise than ICU.
    case differsFromICU =
      "the tables made from ICU's dictionary cut a probe text otherwise than ICU"
  }

  /// UTF-16 units that a process cuts before it makes tables: as many as ICU's iterator
  /// cuts in a little less time than this takes.
  static let unitsBeforeTables = 600_000

  /// The way in use now.
  public static var current: SegmentationEngine {
    switch state.load(ordering: .acquiring) {
    case ready: tables
    case unusable: .iteratorOnly(checked.reason ?? .unknownForm)
    default: iterator
    }
  }

  /// Makes the tables now if they are not there, and says which way is in use.
  ///
  /// For long-running processes and measurements. Takes a fifteenth of a second once.
  @discardableResult
  public static func prepare() -> SegmentationEngine {
    _ = make()
    return current
  }

  // MARK: - Tables

  private static let idle = 0
  private static let ready = 2
  private static let unusable = 3
  /// One of the above, or 1 while a worker makes the tables and others go on with ICU.
  private static let state = Atomic(idle)
  private static let unitCount = Atomic(0)

  /// The tables if they are there or it is time to make them.
  static func tables(afterUnits count: Int) -> SegmentationTables? {
    switch state.load(ordering: .acquiring) {
    case ready: return checked.tables
    case unusable: return nil
    default:
      let total = unitCount.add(count, ordering: .relaxed).newValue
      guard total >= unitsBeforeTables,
        state.compareExchange(expected: idle, desired: 1, ordering: .acquiringAndReleasing)
          .exchanged
      else { return nil }
      return make()
    }
  }

  /// Makes the tables at the first call.
  static func make() -> SegmentationTables? {
    let tables = checked.tables
    state.store(tables == nil ? unusable : ready, ordering: .releasing)
    return tables
  }

  /// The tables of the linked ICU, compared with its iterator.
  private static let checked: (tables: SegmentationTables?, reason: Reason?) = {
    guard let tables = SegmentationTables(ofLinkedICU: ()) else { return (nil, .unknownForm) }
    return SegmentationProbe.agrees(tables) ? (tables, nil) : (nil, .differsFromICU)
  }()
}

extension SegmentationEngine: CustomStringConvertible {
  /// The way in words, with ICU's version.
  public var description: String {
    switch self {
    case .iterator: "ICU \(UnicodeVersions.icu)'s iterator, until there is much text"
    case .tables: "tables made from the rules and the dictionary of ICU \(UnicodeVersions.icu)"
    case .iteratorOnly(let reason):
      "ICU \(UnicodeVersions.icu)'s iterator, since \(reason.rawValue)"
    }
  }
}
