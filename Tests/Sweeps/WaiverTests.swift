import Compliance
import Sweeps
import Testing

/// What waivers do to the standing of checks and requirements, case by case.
struct WaiverTests {
  private static let tree = ["1", "1.1", "1.2", "2"]

  /// A check with three access points, one of which passes; the other outcomes as given.
  private func check(
    _ outcomes: [(String, Outcome)], for paths: [String] = ["1.1"],
    notKept: Int = 0
  ) throws -> CheckRun {
    var counts = OutcomeCounts()
    for (_, outcome) in outcomes { counts[outcome] += 1 }
    counts[.fail] += notKept
    return CheckRun(
      check: try SweepsTests.check("wireless/encryption", for: paths), outcome: try #require(counts.combined),
      counts: counts,
      findings: outcomes.map {
        Finding(subject: $0, outcome: $1, message: LocalizedText(verbatim: ""), place: nil)
      }, pluginVersion: "1", pluginSHA256: "")
  }

  private static let twoFail = [("AP-1", Outcome.fail), ("AP-2", .fail), ("AP-3", .pass)]

  @Test func aWaivedFailureStaysAFailureAndIsShownAsWaived() throws {
    let result = aggregate(
      [try check(Self.twoFail)], try catalogue(Self.tree),
      waivers: [try waiver("old", requirement: nil, check: "wireless/encryption")])
    let run = result.checks[0]
    #expect(run.outcome == .fail && run.standing == .waived && run.waived == 2)
    #expect(run.counts[.fail] == 2)
    #expect(run.findings.map(\.outcome) == [.fail, .fail, .pass])
    #expect(run.findings.map(\.isWaived) == [true, true, false])
    #expect(run.findings.map { $0.waivers.map(\.description) } == [["old"], ["old"], []])
    let standing = try #require(result.standings.first { $0.requirement.path == "1.1" })
    #expect(standing.standing == .waived && standing.outcome == .fail)
    #expect(standing.by.map(\.description) == ["wireless/encryption", "waiver:old"])
    #expect(result.exit == .met)
  }

  @Test(arguments: [
    ("AP-1", Standing.fail, 1), ("AP-*", .waived, 2), ("AP-?", .waived, 2), ("AP", .fail, 0), ("*", .waived, 2),
    ("AP-3", .fail, 0),
  ])
  func aPatternOfSubjectsCoversWhatItMatches(pattern: String, standing: Standing, covered: Int) throws {
    let result = aggregate(
      [try check(Self.twoFail)], try catalogue(Self.tree),
      waivers: [try waiver("some", check: "wireless", subject: pattern)])
    #expect(result.checks[0].standing == standing)
    #expect(result.checks[0].waived == covered)
    #expect(result.exit == (standing == .waived ? .met : .failed))
    #expect(result.waivers[0].state == (covered == 0 ? .unused : .valid))
  }

  @Test func failuresThatWereNotKeptAreCoveredOnlyByAWaiverOfAllSubjects() throws {
    let run = try check(Self.twoFail, notKept: 5)
    let some = aggregate(
      [run], try catalogue(Self.tree), waivers: [try waiver("some", check: "wireless", subject: "*")])
    #expect(some.checks[0].standing == .fail && some.checks[0].waived == 2)
    let all = aggregate([run], try catalogue(Self.tree), waivers: [try waiver("all", check: "wireless")])
    #expect(all.checks[0].standing == .waived && all.checks[0].waived == 7)
  }

  @Test func aWaiverOfARequirementLeavesTheCheckFailingForItsOthers() throws {
    let result = aggregate(
      [try check(Self.twoFail, for: ["1.1", "2"])], try catalogue(Self.tree),
      waivers: [try waiver("one", requirement: "1", check: "wireless/encryption")])
    #expect(result.checks[0].standing == .fail && result.checks[0].waived == 0)
    #expect(result.checks[0].findings.map { $0.waivers.count } == [1, 1, 0])
    #expect(result.checks[0].findings.allSatisfy { !$0.isWaived })
    let standings = Dictionary(uniqueKeysWithValues: result.standings.map { ($0.requirement.path, $0.standing) })
    #expect(standings["1.1"] == .waived)
    #expect(standings["2"] == .fail)
    #expect(result.exit == .failed)
  }

  @Test(arguments: [Outcome.error, .unknown, .notchecked])
  func onlyAFailureCanBeWaived(outcome: Outcome) throws {
    let result = aggregate(
      [try check([("AP-1", outcome)])], try catalogue(Self.tree),
      waivers: [try waiver("all", requirement: "1", check: "wireless/encryption")])
    #expect(result.checks[0].standing == Standing(outcome))
    #expect(result.waivers[0].state == .unused)
    #expect(result.exit == .undetermined)
  }

  @Test func anErrorBesideWaivedFailuresIsNotHidden() throws {
    let result = aggregate(
      [try check(Self.twoFail + [("AP-4", .error)])], try catalogue(Self.tree),
      waivers: [try waiver("all", check: "wireless/encryption")])
    #expect(result.checks[0].standing == .error)
    #expect(result.exit == .undetermined)
  }

  @Test(arguments: [WaiverReview.State.pending, .expired, .orphaned])
  func aWaiverThatDoesNotCountCoversNothing(state: WaiverReview.State) throws {
    let result = aggregate(
      [try check(Self.twoFail)], try catalogue(Self.tree), waivers: [try waiver("old", check: "wireless", state)])
    #expect(result.checks[0] == (try check(Self.twoFail)))
    #expect(result.waivers[0].state == state)
    #expect(result.exit == .failed)
  }

  @Test func aWaiverOfAWholeRequirementCoversWhatNobodyLooksAt() throws {
    let result = aggregate(
      [try check([("AP-1", .pass)])], try catalogue(Self.tree), waivers: [try waiver("later", requirement: "1")])
    let standings = Dictionary(uniqueKeysWithValues: result.standings.map { ($0.requirement.path, $0) })
    #expect(standings["1.1"]?.standing == .pass)
    #expect(standings["1.2"]?.standing == .waived && standings["1.2"]?.outcome == .notchecked)
    #expect(standings["1"]?.standing == .waived && standings["1"]?.outcome == .notchecked)
    #expect(standings["2"]?.standing == .notchecked)
    #expect(standings["1"]?.by.map(\.description) == ["wireless/encryption", "waiver:later"])
  }

  @Test func aWaiverOfAWholeRequirementCoversALapsedAttestation() throws {
    let lapsed = try attestation("policy", "1.2", .expired)
    let catalogue = try catalogue(Self.tree)
    let run = try check([("AP-1", .pass)])
    let without = aggregate([run], catalogue, attestations: [lapsed])
    #expect(without.standings.first { $0.requirement.path == "1.2" }?.standing == .fail)
    #expect(without.exit == .failed)
    let with = aggregate([run], catalogue, attestations: [lapsed], waivers: [try waiver("later", requirement: "1.2")])
    let standing = try #require(with.standings.first { $0.requirement.path == "1.2" })
    #expect(standing.standing == .waived && standing.outcome == .fail)
    #expect(standing.by.map(\.description) == ["attestation:policy", "waiver:later"])
    #expect(with.exit == .met)
  }

  @Test func aSweepOfSomeChecksDoesNotCallAWaiverUnused() throws {
    let catalogue = try catalogue(Self.tree)
    let plugin = LoadedPlugin.plugin(try plugin("a", ["a": ["2"]], in: catalogue))
    let result = aggregate(
      [try run("a/a", .pass, for: ["2"])], catalogue, waivers: [try waiver("other", check: "wireless")],
      selection: try Selection(["a"], plugins: [plugin], catalogue: catalogue))
    #expect(result.waivers[0].state == .valid)
  }
}
