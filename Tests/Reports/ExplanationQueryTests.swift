import CatalogueFiles
import Compliance
import Testing

@testable import Reports

struct ExplanationQueryTests {
  /// What was found, shortly: `requirement ID`, `check ID`, `plugin ID`, `findings CHECK SUBJECT…`.
  private func found(_ words: String..., in result: SweepResult? = nil) throws -> [String] {
    let result = try result ?? SampleSweep.hospital()
    return try SampleExplanations.query(result, SampleExplanations.catalogue()).explanations(of: words).map {
      switch $0 {
      case .requirement(let explanation): "requirement \(explanation.requirement.id)"
      case .check(let run): "check \(run.check.id)"
      case .plugin(let id, let runs): "plugin \(id) \(runs.count)"
      case .findings(let findings, let run):
        "findings \(run.check.id) " + findings.map { $0.place?.line.map(String.init) ?? "" }.joined(separator: " ")
      case .attestation(let review): "attestation \(review.attestation.id)"
      case .waiver(let review, let runs): "waiver \(review.waiver.id) \(runs.count)"
      }
    }
  }

  @Test func attestationsAndWaiversAreFoundByTheNamesThatStandingsUse() throws {
    let result = try SampleStatements.sweep()
    #expect(
      try found("attestation:rules-2026", "waiver:radiology", in: result) == [
        "attestation rules-2026", "waiver radiology 1",
      ])
    let texts = try refused("waiver:radiologi", in: result).joined()
    #expect(texts.contains("waiver:radiology"))
  }

  private func refused(_ words: String..., in result: SweepResult? = nil) throws -> [String] {
    let result = try result ?? SampleSweep.hospital()
    let query = SampleExplanations.query(result, try SampleExplanations.catalogue())
    do throws(ExplanationQuery.Unknown) {
      _ = try query.explanations(of: words)
      return []
    } catch {
      return error.texts.map(\.en)
    }
  }

  @Test func findsEveryKindByItsWords() throws {
    #expect(try found("mhlw-5:6.5.C.12") == ["requirement mhlw-5:6.5.C.12"])
    #expect(
      try found("6.5 C 12 (3)", "第5版 6.5 C 9") == ["requirement mhlw-5:6.5.C.12.3", "requirement mhlw-5:6.5.C.9"])
    #expect(try found("wireless-lan/encryption") == ["check wireless-lan/encryption"])
    #expect(try found("wireless-lan", "backup") == ["plugin wireless-lan 2", "plugin backup 1"])
  }

  @Test func takesAWordBehindACheckForASubjectOrAPlace() throws {
    let check = "wireless-lan/encryption"
    let finding = "findings wireless-lan/encryption 31"
    #expect(try found(check, "AP-B1-検査") == [finding])
    #expect(try found("\(check) AP-B1-検査") == [finding])
    #expect(try found(check, "data/wireless/access-points.csv:31") == [finding])
    #expect(try found(check, "access-points.csv:31") == [finding])
    // A finding without a subject has a place all the same.
    #expect(try found(check, "access-points.csv:15") == ["findings wireless-lan/encryption 15"])
    #expect(
      try found(check, "AP-B1-検査", "AP-3F-東", "mhlw-5:6.5.C.9", "accounts/leavers", "u-1f3a", "accounts/number") == [
        finding, "findings wireless-lan/encryption 12", "requirement mhlw-5:6.5.C.9", "findings accounts/leavers 118",
        "check accounts/number",
      ])
    // Another check or a citation behind a check is none of its subjects.
    #expect(
      try found(check, "wireless-lan/hidden", "6.5 C 9") == [
        "check wireless-lan/encryption", "check wireless-lan/hidden", "requirement mhlw-5:6.5.C.9",
      ])
  }

  @Test func showsAllFindingsOfOneSubject() throws {
    let findings = [2, 5, 9].map {
      Finding(
        subject: $0 == 5 ? "other" : "twice", outcome: .fail, message: LocalizedText(verbatim: "x"),
        place: Place(file: "data/a.csv", line: $0))
    }
    let run = try SampleSweep.run("a/b", "試し", "Trial", outcome: .fail, counts: [.fail: 3], findings: findings)
    let result = SweepResult(site: run.check.title, at: "", checks: [run], standings: [], exit: .failed)
    #expect(try found("a/b", "twice", in: result) == ["findings a/b 2 9"])
  }

  @Test func tellsAllThatNamesNothingAtOnce() throws {
    #expect(try refused("mhlw-5:6.5.C.12", "accounts/leavers") == [])
    let texts = try refused("wireless-lan/encrypton", "mhlw-5:6.5.C.99", "wireless-lam", "accounts/leavers", "u-77c1")
    try #require(texts.count == 4)
    #expect(texts[0].contains("'wireless-lan/encrypton'. Did you mean 'wireless-lan/encryption'?"))
    #expect(texts[1].contains("mhlw-5:6.5.C.99"))
    #expect(texts[2].contains("'wireless-lam'. Did you mean 'wireless-lan'?"))
    #expect(texts[3].contains("accounts/leavers has no finding of 'u-77c1'. Did you mean 'u-77c0'?"))
    // A subject of a check that was misspelt is no further fault.
    #expect(try refused("accounts/leaver", "u-77c0").count == 1)
    #expect(texts[3].contains("Of 310 more findings only the number was stored."))
  }

  @Test(arguments: [
    "", " ", "/", ":", "a/b/c", "wireless-lan/", "mhlw-5", "mhlw-5:", "\u{1B}[31m", "🏥", "9999999999999",
  ])
  func refusesWhatNamesNothing(word: String) throws {
    let texts = try refused(word)
    #expect(texts.count == 1)
    #expect(!texts.joined().contains("\u{1B}"))
    if word.allSatisfy(\.isWhitespace) { #expect(!texts.joined().contains("Did you mean")) }
    #expect(try refused("accounts/leavers", word).count == 1)
  }

  @Test func showsNothingOfALedgerRawInAnError() throws {
    let texts = try refused("evil/check", SampleExplanations.evil + "x", in: SampleExplanations.hostile())
    #expect(texts.count == 1 && texts[0].contains("Did you mean"))
    #expect(!texts[0].unicodeScalars.contains { $0.properties.generalCategory == .control })
  }

  @Test func countsAsTheStandingsDo() throws {
    let (result, catalogue) = (try SampleSweep.hospital(), try SampleExplanations.catalogue())
    let evidence = RequirementEvidence(result, catalogue)
    for standing in result.standings {
      let requirement = try #require(catalogue[standing.requirement])
      let explanation = evidence.explanation(of: requirement)
      #expect(explanation.standing == standing.standing)
      #expect(explanation.combined == standing.standing, "\(requirement.id)")
      #expect(Set(explanation.allChecks.map { EvidenceID.check($0.check.id) }) == Set(standing.by), "\(requirement.id)")
    }
  }
}
