public import Features
internal import Glibc

/// Which terms set two groups of talks apart.
///
/// The statistic is the log-odds ratio with an informative Dirichlet prior: for a
/// term counted y₁ times among n₁ words of the first group and y₂ among n₂ of the
/// second, with prior counts a (this term's) and a₀ (all terms'),
///
///     δ = ln((y₁ + a) / (n₁ + a₀ - y₁ - a)) - ln((y₂ + a) / (n₂ + a₀ - y₂ - a))
///
/// The prior is the text of both groups together, scaled to ``priorShare`` of the
/// smaller group's words, lest it drown them: a term that both use alike is drawn to
/// δ = 0, a rare one more than a common one.
///
/// The paper's variance, 1/(y₁ + a) + 1/(y₂ + a), takes each word for a draw of its
/// own. Words come in talks, and one speaker repeats one word forty times; so each
/// group's part is no less than the variance between its talks,
///
///     g/(g - 1) · Σₜ (cₜ - mₜ·y/n)² / (y + a)²
///
/// over g talks with cₜ of the term among mₜ words (linearization of a ratio).
///
/// - SeeAlso: Monroe, Colaresi and Quinn, "Fightin' Words", *Political Analysis*
///   16(4), 2008, §3.3–3.4; Cochran, *Sampling Techniques*, 1977, §6.3.
public struct TermContrasts: Sendable {
  /// The prior's words as a share of the smaller group's.
  public static let priorShare = 0.25
  /// Talks of both groups together that must have a term.
  public static let minimumTalkCount = 2

  /// A contrast a term, the greatest z first; equal ones by the term.
  public let contrasts: [TermContrast]
  /// Talks with a word in each group.
  public let talkCounts: Sides<Int>

  /// Compares two groups of talks.
  ///
  /// - Parameters:
  ///   - frequencies: The counted terms of all talks.
  ///   - first: Rows of the first group.
  ///   - second: Rows of the second group; none may be in both.
  /// - Complexity: O(*k* + *v* log *v*) for *k* counts and *v* terms.
  public init(_ frequencies: TermFrequencies, first: [Int], second: [Int]) {
    let groups = Sides(
      GroupCounts(frequencies, rows: first), GroupCounts(frequencies, rows: second))
    talkCounts = Sides(groups.first.talkCount, groups.second.talkCount)
    let total = groups.first.wordCount + groups.second.wordCount
    let priorWords = Self.priorShare * min(groups.first.wordCount, groups.second.wordCount)
    var contrasts: [TermContrast] = []
    for term in frequencies.terms.indices {
      let counts = Sides(groups.first.counts[term], groups.second.counts[term])
      let talks = Sides(groups.first.talkCounts[term], groups.second.talkCounts[term])
      guard talks.first + talks.second >= Self.minimumTalkCount else { continue }
      let prior = priorWords * (counts.first + counts.second) / total
      let rest = priorWords - prior
      let odds = { (count: Double, words: Double) in (count + prior) / (words - count + rest) }
      let (one, other) = (
        odds(counts.first, groups.first.wordCount), odds(counts.second, groups.second.wordCount)
      )
      // A single term, or a group without words, has no odds.
      guard one > 0, other > 0, one.isFinite, other.isFinite else { continue }
      let variance =
        groups.first.variance(ofTerm: term, prior: prior)
        + groups.second.variance(ofTerm: term, prior: prior)
      contrasts.append(
        TermContrast(
          term: frequencies.terms[term], counts: counts, talkCounts: talks,
          logOdds: log(one) - log(other), standardError: variance.squareRoot()))
    }
    self.contrasts = contrasts.sorted { one, other in
      one.z == other.z ? Term.precedes(one.term, other.term) : one.z > other.z
    }
  }

  /// The terms that belong to the first group most, the clearest first.
  ///
  /// A word that one talk alone of several has is that talk's, not the group's.
  public func ofFirst(_ count: Int) -> [TermContrast] {
    let least = min(2, talkCounts.first)
    return Array(
      contrasts.lazy.prefix { $0.z > 0 }.filter { $0.talkCounts.first >= least }.prefix(count))
  }

  /// The terms that belong to the second group most, the clearest first, as in
  /// ``ofFirst(_:)``.
  public func ofSecond(_ count: Int) -> [TermContrast] {
    let least = min(2, talkCounts.second)
    return Array(
      contrasts.reversed().lazy.prefix { $0.z < 0 }.filter { $0.talkCounts.second >= least }
        .prefix(count))
  }
}
