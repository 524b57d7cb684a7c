import Compliance

/// Gathers what one check finds: counts everything, keeps the first findings.
struct FindingCollector {
  private let limit: Int
  private(set) var counts = OutcomeCounts()
  private(set) var findings: [Finding] = []
  private var settled = 0

  /// - Parameter limit: how many findings are kept, apart for settled outcomes and for others: passes must not crowd out a failure.
  init(limit: Int) { self.limit = limit }

  /// Counts an outcome and, within the limit, keeps the finding that `make` gives.
  mutating func add(_ outcome: Outcome, _ make: () -> Finding) {
    counts[outcome] += 1
    if outcome.isSettled {
      settled += 1
      if settled <= limit { findings.append(make()) }
    } else if counts.total - settled <= limit {
      findings.append(make())
    }
  }
}
