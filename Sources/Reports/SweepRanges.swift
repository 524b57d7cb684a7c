import Compliance

/// Numbers of sweeps as people write them, runs of neighbours drawn together: `1–11, 21, 30–365`.
/// - Parameter separator: what stands between two runs.
func ranges(_ sweeps: some Collection<SweepID>, separator: String) -> String {
  var runs: [ClosedRange<Int64>] = []
  for number in sweeps.map(\.number).sorted() {
    if let last = runs.last, number - last.upperBound <= 1 {
      runs[runs.count - 1] = last.lowerBound...number
    } else {
      runs.append(number...number)
    }
  }
  return runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
    .joined(separator: separator)
}
