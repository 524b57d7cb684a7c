import Compliance
import Wording

/// The checks of a sweep by what must be done about them; within a group the most severe come first, otherwise in plan order.
struct CheckGroups {
  /// Against requirements that must be met.
  let failed: [CheckRun]
  /// Against recommended requirements alone.
  let advice: [CheckRun]
  /// Without an answer.
  let undetermined: [CheckRun]
  /// Failed, and the hospital has accepted that.
  let waived: [CheckRun]
  /// With nothing left to do.
  let settled: [CheckRun]

  init(_ result: SweepResult, _ catalogue: Catalogue) {
    func runs(at standing: Standing) -> [CheckRun] {
      let runs = result.checks.filter { $0.standing == standing }
      return Severity.allCases.reversed().flatMap { severity in runs.filter { $0.check.severity == severity } }
    }
    let failing = runs(at: .fail)
    failed = failing.filter { !catalogue.isAdvice($0.check) }
    advice = failing.filter { catalogue.isAdvice($0.check) }
    undetermined = [Standing.error, .unknown, .notchecked].flatMap(runs)
    waived = runs(at: .waived)
    settled = result.checks.filter { $0.standing.isSettled && $0.standing != .waived }
  }

  /// The groups with anything in them, the most urgent first, each with its heading.
  var headed: [(heading: LocalizedText, runs: [CheckRun])] {
    [
      (Wording.Report.failed, failed), (Wording.Report.advice, advice),
      (Wording.Report.waived, waived), (Wording.Report.undetermined, undetermined), (Wording.Report.settled, settled),
    ].filter { !$0.1.isEmpty }
  }
}

extension Catalogue {
  /// Whether a check bears on recommended requirements alone, so that a miss is advice and not non-conformity.
  func isAdvice(_ check: Check) -> Bool {
    !check.requirements.isEmpty && check.requirements.allSatisfy { self[$0]?.requirementClass == .recommended }
  }
}

extension CheckRun {
  /// The findings that are open, those that made the check's outcome first, otherwise in the order of the records.
  var openFindings: [Finding] {
    let open = findings.filter { !$0.outcome.isSettled }
    return open.filter { $0.outcome == outcome } + open.filter { $0.outcome != outcome }
  }
}
