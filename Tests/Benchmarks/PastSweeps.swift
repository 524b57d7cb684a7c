import Compliance
import History

/// Writes a history of many sweeps: the first one of a history again and again, one a day, with a few findings turned each day.
enum PastSweeps {
  /// - Parameters:
  ///   - count: how many sweeps are appended.
  ///   - path: the history, which holds one sweep.
  static func append(_ count: Int, to path: String) throws {
    let store = try SweepStore(at: path)
    guard let first = try store.sweep(SweepID(1)) else { fatalError("\(path) holds no sweep 1") }
    guard let begin = CalendarDate(iso: first.at.prefix(10)) else { fatalError("\(first.at) is no moment") }
    for day in 1...count {
      let moment = "\(begin.adding(days: day))T09:00:00+09:00"
      _ = try store.append(
        turned(first, day: day, at: moment), startedAt: moment, finishedAt: moment, program: "tenken",
        catalogueSHA256: "")
    }
  }

  /// The sweep with two findings of two checks failed, which ones goes by the day.
  private static func turned(_ sweep: SweepResult, day: Int, at moment: String) -> SweepResult {
    let checks = sweep.checks.enumerated().map { position, run in
      guard position % 19 == day % 19, !run.findings.isEmpty else { return run }
      var findings = run.findings
      for step in 0..<2 {
        let index = (day * 7 + step * 13) % findings.count
        let was = findings[index]
        findings[index] = Finding(
          subject: was.subject, outcome: .fail, message: LocalizedText(ja: "\(day)日目", en: "day \(day)"),
          place: was.place)
      }
      var counts = OutcomeCounts()
      for finding in findings { counts[finding.outcome] += 1 }
      return CheckRun(
        check: run.check, outcome: .fail, counts: counts, findings: findings, sources: run.sources,
        pluginVersion: run.pluginVersion, pluginSHA256: run.pluginSHA256, parameters: run.parameters,
        milliseconds: run.milliseconds + day % 7)
    }
    return SweepResult(
      site: sweep.site, at: moment, checks: checks, standings: sweep.standings, exit: .failed, only: sweep.only)
  }
}
