import Compliance

/// The checks of a sweep that stand differently than before, by what that means for who must act; the most severe first.
struct CheckChanges {
  /// A check with whether it has gone back and forth lately.
  struct Entry {
    let run: CheckRun
    let isFlapping: Bool
  }

  /// Fails now, and did not before.
  let newlyFailing: [Entry]
  /// Has no answer now, and had one before, or is new.
  let newlyUndetermined: [Entry]
  /// Leaves nothing to do now, and did before.
  let resolved: [Entry]

  init(_ drift: SweepDrift, in result: SweepResult) {
    let changes = Dictionary(drift.checks.map { ($0.id, $0) }) { first, _ in first }
    let runs = Severity.allCases.reversed().flatMap { severity in
      result.checks.filter { $0.check.severity == severity }
    }
    func entries(_ belongs: (Change<CheckID>, CheckRun) -> Bool) -> [Entry] {
      runs.compactMap { run in
        guard let change = changes[run.check.id], belongs(change, run) else { return nil }
        return Entry(run: run, isFlapping: change.isFlapping)
      }
    }
    newlyFailing = entries { $1.standing == .fail }
    newlyUndetermined = entries { change, run in
      !run.standing.isSettled && run.standing != .fail && change.before?.isSettled ?? true
    }
    resolved = entries { change, run in run.standing.isSettled && change.before.map { !$0.isSettled } ?? false }
  }
}
