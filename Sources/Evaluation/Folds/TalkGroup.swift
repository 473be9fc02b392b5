public import Talks

/// What talks are grouped by, so that a group is never split between folds.
public enum TalkGroup: String, Sendable, CaseIterable {
  /// Talks of one event.
  case event
  /// Talks of one speaker.
  case speaker

  /// The number of each talk's group; a talk without one is a group of its own.
  public func groups(of talks: [Talk]) -> [Int] {
    var numbers: [String: Int] = [:]
    var next = 0
    return talks.map { talk in
      let name = self == .event ? talk.event : talk.speaker
      if let name, let known = numbers[name] { return known }
      next += 1
      if let name { numbers[name] = next }
      return next
    }
  }
}
