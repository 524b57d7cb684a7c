import Compliance

/// Counts what one check finds, and says which findings are kept: the first ones.
struct FindingCollector {
  private let limit: Int
  private(set) var counts = OutcomeCounts()
  private var settled = 0
  private var others = 0

  /// - Parameter limit: how many findings are kept, apart for settled outcomes and for others: passes must not crowd out a failure.
  init(limit: Int) { self.limit = limit }

  /// Counts an outcome.
  /// - Returns: whether its finding is kept.
  mutating func add(_ outcome: Outcome) -> Bool {
    counts[outcome] += 1
    if outcome.isSettled {
      settled += 1
      return settled <= limit
    }
    others += 1
    return others <= limit
  }
}
