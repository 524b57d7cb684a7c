import Compliance
import Sweeps
import Testing

/// What attestations do to the standing of requirements, case by case.
struct AttestationTests {
  private static let tree = ["1", "1.1", "1.2", "2"]

  @Test(arguments: [
    (AttestationReview.State.valid, Standing.pass), (.expiring, .pass), (.pending, .notchecked),
    (.superseded, .notchecked), (.expired, .fail), (.evidenceMissing, .fail), (.evidenceChanged, .fail),
    (.orphaned, .notchecked),
  ])
  func aRequirementStandsAsItsAttestationDoes(state: AttestationReview.State, standing: Standing) throws {
    let result = aggregate(
      [try run("a/a", .pass, for: ["1"])], try catalogue(Self.tree),
      attestations: [try attestation("policy", "2", state)])
    let found = try #require(result.standings.first { $0.requirement.path == "2" })
    #expect(found.standing == standing)
    #expect(found.by.map(\.description) == (standing == .notchecked ? [] : ["attestation:policy"]))
    #expect(result.exit == (standing == .fail ? .failed : .met))
  }

  @Test func anAttestationSpeaksForThePartsToo() throws {
    let result = aggregate([], try catalogue(Self.tree), attestations: [try attestation("policy", "1", .valid)])
    let standings = Dictionary(uniqueKeysWithValues: result.standings.map { ($0.requirement.path, $0.standing) })
    #expect(standings["1"] == .pass)
    #expect(standings["1.1"] == .notchecked)
  }

  @Test func anAttestationDoesNotHideAFailure() throws {
    let result = aggregate(
      [try run("a/a", .fail, for: ["2"])], try catalogue(Self.tree),
      attestations: [try attestation("policy", "2", .valid)])
    let standing = try #require(result.standings.first { $0.requirement.path == "2" })
    #expect(standing.standing == .fail)
    #expect(standing.by.map(\.description) == ["a/a", "attestation:policy"])
  }

  @Test func whatDoesNotApplyStandsSo() throws {
    let result = aggregate(
      [], try catalogue(Self.tree), attestations: [try attestation("none", "2", .valid, claim: .notapplicable)])
    #expect(result.standings.first { $0.requirement.path == "2" }?.standing == .notapplicable)
  }

  @Test func aSweepOfSomeChecksLeavesOutAttestationsOfWhatTheyDoNotLookAt() throws {
    let catalogue = try catalogue(Self.tree)
    let plugin = LoadedPlugin.plugin(try plugin("a", ["a": ["1"]], in: catalogue))
    let lapsed = [try attestation("one", "1.1", .expired), try attestation("two", "2", .expired)]
    func result(only: String) throws -> SweepResult {
      aggregate(
        [try run("a/a", .pass, for: ["1"])], catalogue, attestations: lapsed,
        selection: try Selection([only], plugins: [plugin], catalogue: catalogue))
    }
    #expect(try result(only: "a").standings.map(\.requirement.path) == ["1", "1.1"])
    #expect(try result(only: "mhlw-5:2").standings.map(\.requirement.path) == ["1", "1.1", "2"])
  }

  // MARK: - What they are worth on a day

  @Test(arguments: [
    ("2026-04-01", "2026-03-31", AttestationReview.State.pending), ("2026-04-01", "2026-04-01", .valid),
    ("2026-04-01", "2027-02-28", .valid), ("2026-04-01", "2027-03-01", .expiring),
    ("2026-04-01", "2027-03-31", .expiring), ("2026-04-01", "2027-04-01", .expired),
  ])
  func anAttestationCountsFromItsDateThroughItsLastDay(date: String, day: String, state: AttestationReview.State) throws
  {
    let stated = try attestation("policy", "2", .valid, date: date, until: "2027-03-31").attestation
    #expect(try review([stated], on: day) == [state])
  }

  @Test func theLatestStatementAboutARequirementCounts() throws {
    let stated = try [
      attestation("first", "2", .valid, date: "2025-04-01", until: "2026-03-31"),
      attestation("second", "2", .valid, date: "2026-04-01", until: "2027-03-31"),
      attestation("both", "2", .valid, date: "2026-04-01", until: "2026-04-15"),
      attestation("other", "1", .valid, date: "2024-04-01", until: "2030-03-31"),
      attestation("next", "2", .valid, date: "2027-04-01", until: "2028-03-31"),
    ].map(\.attestation)
    #expect(try review(stated, on: "2026-04-20") == [.superseded, .valid, .expired, .valid, .pending])
    #expect(try review(stated, on: "2026-03-31") == [.expiring, .pending, .pending, .valid, .pending])
  }

  @Test(arguments: [
    ([EvidenceFile.Condition.unchanged], AttestationReview.State.valid), ([], .valid),
    ([.unchanged, .changed(sha256: "00")], .evidenceChanged),
    ([.changed(sha256: "00"), .missing(LocalizedText(verbatim: "gone"))], .evidenceMissing),
  ])
  func documentsMustBeWhatTheyWere(evidence: [EvidenceFile.Condition], state: AttestationReview.State) throws {
    let stated = try attestation("policy", "2", .valid).attestation
    #expect(try review([stated], on: "2026-06-01", evidence: [evidence]) == [state])
  }

  @Test(arguments: [("3", "mhlw-5"), ("1.2", "mhlw-5"), ("2", "mic-1")])
  func whatIsNotInForceLeavesAnAttestationOrphaned(path: String, guideline: String) throws {
    let stated = try attestation("policy", path, .valid).attestation
    let review = try evidenceReview(
      on: "2026-06-01", try catalogue(Self.tree, deleted: ["1.2"]), guidelines: [try #require(GuidelineID(guideline))])
    #expect(review.attestations([stated], evidence: [[]]).map(\.state) == [.orphaned])
  }

  private func review(
    _ attestations: [Attestation], on day: String, evidence: [[EvidenceFile.Condition]]? = nil
  ) throws -> [AttestationReview.State] {
    let catalogue = try catalogue(Self.tree)
    let review = try evidenceReview(on: day, catalogue, guidelines: catalogue.guidelines.map(\.id))
    return review.attestations(attestations, evidence: evidence ?? attestations.map { _ in [] }).map(\.state)
  }

  // MARK: - What waivers are worth on a day

  @Test(arguments: [
    ("2026-03-31", WaiverReview.State.pending), ("2026-04-01", .valid), ("2027-02-28", .valid),
    ("2027-03-01", .expiring), ("2027-03-31", .expiring), ("2027-04-01", .expired),
  ])
  func aWaiverCountsFromItsFirstThroughItsLastDay(day: String, state: WaiverReview.State) throws {
    let catalogue = try catalogue(Self.tree)
    let review = try evidenceReview(on: day, catalogue, guidelines: catalogue.guidelines.map(\.id))
    let waived = try waiver("old", check: "wireless", from: "2026-04-01", until: "2027-03-31").waiver
    #expect(review.waivers([waived]) { _ in true }.map(\.state) == [state])
    #expect(review.waivers([waived]) { _ in false }.map(\.state) == [.orphaned])
  }
}
