import Compliance

/// Counts what one check finds, and says which findings are kept: the first ones.
struct FindingCollector {
  private(set) var counts = OutcomeCounts()
  /// How many more findings are kept.
  private(set) var left: FindingQuota

  /// - Parameter quota: how many findings are kept.
  init(_ quota: FindingQuota) { left = quota }

  /// Whether the finding of such an outcome would be kept.
  func keeps(_ outcome: Outcome) -> Bool { (outcome.isSettled ? left.settled : left.others) > 0 }

  /// Counts outcomes whose findings are not kept.
  mutating func count(_ outcome: Outcome, times: Int) { counts[outcome] += times }

  /// Counts an outcome.
  /// - Returns: whether its finding is kept.
  mutating func add(_ outcome: Outcome) -> Bool {
    counts[outcome] += 1
    guard keeps(outcome) else { return false }
    if outcome.isSettled { left.settled -= 1 } else { left.others -= 1 }
    return true
  }
}

/// How many findings of a check are kept, apart for settled outcomes and for others: passes must not crowd out a failure.
struct FindingQuota: Hashable, Sendable {
  var settled: Int
  var others: Int
}
