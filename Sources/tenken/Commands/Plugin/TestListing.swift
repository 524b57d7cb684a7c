import Checks
import Compliance
import Reports
import Wording

/// What `plugin test` shows.
enum TestListing {
  /// A case that went otherwise than it expects.
  static func failure(_ failure: PluginTests.Failure, _ language: Language) -> String {
    lines(["✗ \(failure.place)  \(failure.name)"] + failure.reasons.map { "    \($0[language])" })
  }

  /// The lines of a plugin, file by file.
  static func coverage(_ coverage: LineCoverage, _ plugin: Plugin, _ language: Language) -> String {
    let ran = coverage.files.reduce(0) { $0 + $1.ran }
    let all = coverage.files.reduce(0) { $0 + $1.all }
    var shown = [Wording.Command.coverageTitle(plugin.id.description, ran: ran, all: all)[language]]
    for file in coverage.files {
      let path = plugin.files.place(file.name).file
      shown.append("  " + Wording.Command.coverageFile(path, ran: file.ran, all: file.all)[language])
      if file.missed.isEmpty { continue }
      let missed = file.missed.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
      shown.append("    " + Wording.Command.missedLines(missed.joined(separator: ", "))[language])
    }
    return lines(shown)
  }

  /// The changes that no test noticed.
  static func mutants(_ report: MutationTests.Report?, _ plugin: Plugin, _ language: Language) -> String {
    let name = plugin.id.description
    guard let report else { return lines([Wording.Command.mutantsNotTried(name)[language]]) }
    var shown: [String] = []
    for survivor in report.survivors {
      let change = survivor.mutation
      let after = change.after.isEmpty ? Wording.nothingLeft[language] : change.after
      shown.append("✗ \(change.place)  \(change.before)  →  \(after)")
      shown.append("    " + (survivor.isRun ? reason(change) : notRun(change))[language])
    }
    let noticed = report.mutants - report.excused - report.survivors.count
    shown.append(
      Wording.Command.mutantCount(
        name, all: report.mutants, noticed: noticed, excused: report.excused, survivors: report.survivors.count)[
          language])
    return lines(shown)
  }

  private static func notRun(_ change: Mutation) -> LocalizedText {
    if case .outcome("fail", _) = change.kind { return Wording.failureNotRunByTests }
    return Wording.notRunByTests
  }

  private static func reason(_ change: Mutation) -> LocalizedText {
    switch change.kind {
    case .comparison: Wording.comparisonSurvives
    case .condition(let always): Wording.conditionSurvives(always: always)
    case .operand: Wording.operandSurvives
    case .negation: Wording.negationSurvives
    case .outcome(let from, let to): Wording.outcomeSurvives(from: from, to: to)
    case .returned: Wording.returnSurvives
    }
  }

  /// Names, code and messages are the plugin's, and must not steer the terminal.
  private static func lines(_ lines: [String]) -> String { printableLines(lines.joined(separator: "\n")) + "\n" }
}
