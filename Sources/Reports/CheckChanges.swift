import Compliance

/// What changed in the outcomes of checks from one sweep of a site to another; the most severe first.
struct CheckChanges {
  /// Fails now, and did not before.
  let newlyFailing: [CheckRun]
  /// Has no answer now, and had one before, or is new.
  let newlyUndetermined: [CheckRun]
  /// Leaves nothing to do now, and did before.
  let resolved: [CheckRun]

  init(from old: SweepResult, to new: SweepResult) {
    let before = Dictionary(old.checks.map { ($0.check.id, $0.standing) }) { first, _ in first }
    let runs = Severity.allCases.reversed().flatMap { severity in new.checks.filter { $0.check.severity == severity } }
    newlyFailing = runs.filter { $0.standing == .fail && before[$0.check.id] != .fail }
    newlyUndetermined = runs.filter { run in
      !run.standing.isSettled && run.standing != .fail && before[run.check.id]?.isSettled ?? true
    }
    resolved = runs.filter { run in run.standing.isSettled && before[run.check.id].map { !$0.isSettled } ?? false }
  }
}
