import Compliance
import Testing

@testable import Reports

/// A sweep in which every text that a plugin or a ledger can hold is full of what must not reach its reader as anything but text.
enum HostileSweep {
  /// What would steer a terminal, and pose as a result there.
  static let terminal =
    "\u{1B}[2J\u{1B}[1;32m✓ passed\r\n✓ passed\n  ✓ passed 99\u{07}\u{9B}31m\u{202E}gnp\u{2066}x\u{2069}"
    + "\u{200B}\0\u{7F}\u{2028}\u{85}\u{301}\u{301}" + String(repeating: "W", count: 300)
  /// What would be run by a page, a spreadsheet or a reader of XML.
  static let markup =
    "</script><script>alert(1)</script><img src=x onerror=alert(1)>\" onclick='x' ]]> <!-- & &#60;b&#62; \u{FFFE}"
    + " | **bold** [x](javascript:alert(1)) `code`\n# heading\n=cmd|' /C calc'!A1"
  /// What a spreadsheet takes for a formula.
  static let formulas = ["=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "=HYPERLINK(\"http://x\",\"y\")"]

  static func sweep(_ evil: String = terminal, id: String = "evil/check") throws -> SweepResult {
    let text = LocalizedText(ja: evil, en: evil)
    var counts = OutcomeCounts()
    counts[.fail] = 1
    let failing = CheckRun(
      check: Check(
        id: try #require(CheckID(id)), title: text, requirements: [], severity: .low, cadence: evil, remedy: text),
      outcome: .fail, counts: counts,
      findings: [Finding(subject: evil, outcome: .fail, message: text, place: Place(file: evil, line: 1))],
      problem: Problem(at: Place(file: evil), text),
      sources: [
        SourceEvidence(source: evil, file: evil, sha256: evil, encoding: evil, records: 1, refused: 0, skipped: 0)
      ], pluginVersion: evil, pluginSHA256: evil)
    return SweepResult(site: text, at: evil, checks: [failing], standings: [], exit: .failed, only: [evil])
  }
}

/// The reports of the samples, as the command makes them.
enum SampleReport {
  static func report(
    _ result: SweepResult, id: Int64? = 12, drift: SweepDrift? = nil, _ language: Language
  ) throws -> SweepReport {
    SweepReport(
      result: result, sweepID: id.map { SweepID($0) }, catalogue: try SampleCatalogue.catalogue(), drift: drift,
      program: "tenken 1.2.3", language: language)
  }

  static func text(_ result: SweepResult, _ format: ReportFormat, _ language: Language = .en) throws -> String {
    String(decoding: try report(result, language).bytes(format), as: UTF8.self)
  }
}
