import Compliance
import Wording

/// A sweep as JUnit XML, as CI systems read it: a plugin is a suite, a check a case.
///
/// There is no one schema; this keeps to what Jenkins' and GitLab's readers share. What could not be determined is an `error`,
/// not `skipped`, which would be shown in green: nothing passes by accident.
enum JUnitReport {
  static func text(_ report: SweepReport) -> String {
    let result = report.result
    var plugins: [PluginID] = []
    var runs: [PluginID: [CheckRun]] = [:]
    for run in result.checks {
      let plugin = run.check.id.plugin
      if runs[plugin] == nil { plugins.append(plugin) }
      runs[plugin, default: []].append(run)
    }
    let name = "Tenken: \(result.site[report.language])"
    var lines = [
      #"<?xml version="1.0" encoding="UTF-8"?>"#, "<testsuites name=\"\(xml(name))\" \(counts(result.checks))>",
    ]
    for plugin in plugins {
      let cases = runs[plugin] ?? []
      lines.append(
        "  <testsuite name=\"\(plugin)\" \(counts(cases)) timestamp=\"\(xml(String(result.at.prefix(19))))\">")
      for run in cases { lines += testCase(run, report) }
      lines.append("  </testsuite>")
    }
    lines.append("</testsuites>")
    return lines.joined(separator: "\n") + "\n"
  }

  /// The element that tells a standing; nil for a pass, which needs none.
  private static func element(_ standing: Standing) -> String? {
    switch standing {
    case .pass, .informational: nil
    case .fail: "failure"
    case .error, .unknown, .notchecked: "error"
    case .notapplicable, .notselected, .waived: "skipped"
    }
  }

  private static func counts(_ runs: [CheckRun]) -> String {
    func count(_ name: String) -> Int { runs.count { element($0.standing) == name } }
    return "tests=\"\(runs.count)\" failures=\"\(count("failure"))\" errors=\"\(count("error"))\""
      + " skipped=\"\(count("skipped"))\""
  }

  private static func testCase(_ run: CheckRun, _ report: SweepReport) -> [String] {
    let language = report.language
    let head =
      "    <testcase classname=\"\(run.check.id.plugin)\" name=\"\(xml(run.check.id.name ?? run.check.id.description))\""
      + " time=\"\(seconds(run.milliseconds))\""
    guard let element = element(run.standing) else { return [head + "/>"] }
    let word = Wording.Report.standing(run.standing)[language]
    let message = "\(word): \(run.check.title[language])"
    var body = run.problem.map { [$0.line(in: language)] } ?? []
    let open = run.openFindings
    body += open.map { finding in
      let what = [finding.subject, finding.message[language]].filter { !$0.isEmpty }.joined(separator: ": ")
      let told = "\(Wording.Report.outcome(finding.outcome)[language])  \(what)"
      return finding.place.map { "\($0): \(told)" } ?? told
    }
    let rest = run.counts.total - run.findings.count
    if rest > 0 { body.append(Wording.Report.notKept(rest)[language]) }
    if run.outcome == .fail { body.append("\(Wording.Report.remedy[language]): \(run.check.remedy[language])") }
    return [
      head + ">",
      "      <\(element) message=\"\(xml(message.onOneLine))\" type=\"\(run.standing.rawValue)\">"
        + xml(body.map(\.onOneLine).joined(separator: "\n")) + "</\(element)>",
      "    </testcase>",
    ]
  }

  private static func seconds(_ milliseconds: Int) -> String {
    let rest = String(milliseconds % 1000)
    return "\(milliseconds / 1000).\(String(repeating: "0", count: 3 - rest.count))\(rest)"
  }
}

extension String {
  /// The text with a space for each line break.
  var onOneLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }
}
