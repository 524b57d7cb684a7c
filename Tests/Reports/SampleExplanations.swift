import CatalogueFiles
import Compliance
import Reports
import Testing
import Wording

/// What the tests of explanations ask, and of what.
enum SampleExplanations {
  /// The sample catalogue, with what would fit as evidence.
  static func catalogue() throws -> Catalogue {
    let sample = try SampleCatalogue.catalogue()
    return Catalogue(
      guidelines: sample.guidelines, requirements: sample.requirements, correspondences: sample.correspondences,
      chapters: sample.chapters, errata: sample.errata,
      evidence: [
        try SampleCatalogue.requirementID("mhlw-5:6.10.C.1"): .attestation,
        try SampleCatalogue.requirementID("mhlw-5:6.4.C.3"): .ledger,
        try SampleCatalogue.requirementID("mhlw-5:6.5.C.12"): .machine,
      ])
  }

  static func query(_ result: SweepResult, _ catalogue: Catalogue) -> ExplanationQuery {
    let lookup = RequirementLookup(catalogue)
    return ExplanationQuery(result, catalogue) { text in
      switch lookup.find(text) {
      case .found(let ids): .found(ids)
      case .unknown(let near): .unknown(near: near.first)
      }
    }
  }

  /// A word for each thing that a sweep can explain.
  static func everything(in result: SweepResult) throws -> [String] {
    let checks = result.checks.flatMap { run in
      [run.check.id.description, run.check.id.plugin.description]
        + run.findings.compactMap(\.place).map { "\(run.check.id) \($0)" }
    }
    return try catalogue().requirements.map(\.id.description) + checks
  }

  /// A check that a limit has stopped.
  static func limited() throws -> SweepResult {
    let stopped = try SampleSweep.run(
      "accounts/leavers", "退職者のアカウントが残っていない", "No account of a leaver is left", ["mhlw-5:6.5.C.6"], .critical,
      outcome: .error, counts: [.pass: 12],
      problem: Problem(
        at: Place(file: "plugins/accounts/plugin.lua", line: 40),
        Wording.checkStopped(Wording.callLimit(seconds: 2), Place(file: "data/accounts/users.csv", line: 14))))
    return SweepResult(
      site: LocalizedText(verbatim: "緑が丘総合病院"), at: "2026-11-21T09:00:00+09:00", checks: [stopped], standings: [],
      exit: .undetermined, only: ["accounts/leavers"])
  }

  /// What must not reach a terminal as it is.
  static let evil =
    "\u{1B}[2J\u{1B}[1;32m✓ passed\r\n✓ passed\u{07}\u{9B}31m\u{202E}gnp\u{2066}x\u{2069}\u{200B}\0\u{7F}\u{2028}\u{85}"
    + String(repeating: "W", count: 200)

  /// Every text that a plugin or a ledger can hold, full of it.
  static func hostile() throws -> SweepResult {
    let text = LocalizedText(verbatim: evil)
    let requirement = try SampleCatalogue.requirementID("mhlw-5:6.5.C.12.3")
    let run = CheckRun(
      check: Check(
        id: try #require(CheckID("evil/check")), title: text, requirements: [requirement], severity: .low,
        cadence: evil, remedy: text),
      outcome: .fail,
      findings: [Finding(subject: evil, outcome: .fail, message: text, place: Place(file: evil, line: 1))],
      problem: Problem(at: Place(file: evil), text),
      sources: [
        SourceEvidence(source: evil, file: evil, sha256: evil, encoding: evil, records: 1, refused: 0, skipped: 0)
      ], pluginVersion: evil, pluginSHA256: evil)
    return SweepResult(
      site: text, at: evil, checks: [run],
      standings: [RequirementStanding(requirement: requirement, standing: .fail, by: [.check(run.check.id)])],
      exit: .failed)
  }
}
