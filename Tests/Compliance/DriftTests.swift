import Compliance
import Testing

/// What changed between two sweeps.
struct DriftTests {
  @Test(
    arguments: [
      (.pass, .fail, .regressed, .regressed), (nil, .fail, .new, .new), (.fail, .error, .changed, .changed),
      (.fail, .pass, .fixed, .fixed), (.unknown, .notapplicable, .fixed, .fixed), (.pass, .waived, .waived, .waived),
      (.fail, .waived, .waived, .waived), (nil, .waived, .waived, .waived), (.waived, .fail, .changed, .changed),
      (.waived, .pass, .fixed, .fixed), (.fail, nil, .gone, .gone), (.fail, .notselected, .gone, .gone),
      (.pass, nil, .gone, nil), (.pass, .notselected, .gone, nil), (.pass, .notapplicable, .changed, nil),
      (nil, .pass, nil, nil), (.notselected, .pass, nil, nil), (.notselected, .fail, .new, .new),
      (.fail, .fail, nil, nil), (nil, nil, nil, nil), (.notselected, nil, nil, nil),
      (.pass, .notchecked, .regressed, .regressed),
    ] as [(Standing?, Standing?, DriftKind?, DriftKind?)])
  func `each pair of standings has its kind`(
    before: Standing?, after: Standing?, kind: DriftKind?, ofSubject: DriftKind?
  ) {
    #expect(DriftKind(from: before, to: after, isSubject: false) == kind)
    #expect(DriftKind(from: before, to: after, isSubject: true) == ofSubject)
  }

  /// Whatever the standings: what is open afterwards and was not before is told, and so is what is not looked at any more.
  @Test func nothingGetsWorseInSilence() {
    let all: [Standing?] = [nil] + Standing.allCases
    for before in all {
      for after in all where before != after {
        let kind = DriftKind(from: before, to: after, isSubject: false)
        if let after, !after.isSettled { #expect(kind != nil) }
        if before?.isSettled == false { #expect(kind != nil) }
        let wasOpen = before == .waived || before?.isSettled == false
        let isMet = after == .pass || after == .notapplicable || after == .informational
        #expect((kind == .fixed) == (wasOpen && isMet))
      }
    }
  }

  @Test(
    arguments: [
      ([.pass, .fail, .pass, .fail], true), ([.pass, .fail, .pass], false), ([.fail, .error, .unknown, .fail], false),
      ([.pass, .notapplicable, .pass], false), ([.pass, .notchecked, .fail, .pass, .notselected, .error], true),
      ([], false),
    ] as [([Outcome], Bool)])
  func threeChangesAreFlapping(outcomes: [Outcome], isFlapping: Bool) {
    #expect(Flapping.isFlapping(outcomes) == isFlapping)
    #expect(Flapping.isFlapping(outcomes.reversed()) == isFlapping)
  }

  // MARK: - Whole sweeps

  private func finding(_ subject: String, _ outcome: Outcome, line: Int = 2, waived: Bool = false) -> Finding {
    Finding(
      subject: subject, outcome: outcome, message: LocalizedText(verbatim: "m"),
      place: Place(file: "data/a.csv", line: line), isWaived: waived)
  }

  private func run(
    _ id: String, _ outcome: Outcome, _ findings: [Finding] = [], total: Int? = nil, problem: Bool = false,
    sha256: String = "a", parameters: String = "{}", columns: [String] = ["name"]
  ) throws -> CheckRun {
    var counts = OutcomeCounts()
    for finding in findings { counts[finding.outcome] += 1 }
    if let total { counts[.pass] += total - findings.count }
    return CheckRun(
      check: Check(
        id: try #require(CheckID(id)), title: LocalizedText(verbatim: id), requirements: [], severity: .low,
        cadence: "1 day", remedy: LocalizedText(verbatim: "")),
      outcome: outcome, counts: counts, findings: findings,
      problem: problem ? Problem(at: Place(file: "data/a.csv"), LocalizedText(verbatim: "absent")) : nil,
      sources: [
        SourceEvidence(
          source: "s", file: "data/a.csv", sha256: nil, encoding: "UTF-8", records: 1, refused: 0, skipped: 0,
          columns: columns)
      ], pluginVersion: "1", pluginSHA256: sha256, parameters: parameters)
  }

  private func sweep(
    _ id: Int64, _ checks: [CheckRun], _ standings: [(String, Standing)] = [], only: [String] = [],
    catalogue: String = "c", program: String = "tenken 1"
  ) throws -> StoredSweep {
    StoredSweep(
      id: SweepID(id),
      result: SweepResult(
        site: LocalizedText(verbatim: "s"), at: "2026-11-2\(id)T09:00:00+09:00", checks: checks,
        standings: try standings.map {
          RequirementStanding(requirement: try #require(RequirementID("mhlw-5:\($0)")), standing: $1, by: [])
        }, exit: .met, only: only),
      program: program, catalogueSHA256: catalogue)
  }

  @Test func theSameSweepsHaveNothingToTell() throws {
    let checks = [try run("a/b", .fail, [finding("x", .fail)])]
    let drift = SweepDrift(from: try sweep(1, checks, [("6.1", .fail)]), to: try sweep(2, checks, [("6.1", .fail)]))
    #expect(drift.isEmpty)
    #expect(drift.stillOpen.map(\.description) == ["a/b"])
  }

  @Test func checksRequirementsAndSubjectsAreToldApart() throws {
    let before = try sweep(
      1,
      [
        run("a/b", .fail, [finding("x", .fail), finding("y", .fail), finding("z", .pass), finding("gone", .fail)]),
        run("a/c", .pass), run("a/lost", .pass),
      ], [("6.1", .pass), ("6.2", .fail)])
    let after = try sweep(
      2,
      [
        run(
          "a/b", .fail,
          [
            finding("x", .fail, line: 9), finding("y", .pass), finding("z", .pass), finding("z", .fail),
            finding("new", .fail), finding("fine", .pass),
          ]), run("a/c", .error, problem: true), run("a/d", .pass),
      ], [("6.1", .fail), ("6.2", .waived)])
    let drift = SweepDrift(from: before, to: after)
    #expect(drift.checks.map { "\($0.id) \($0.kind)" } == ["a/c regressed", "a/lost gone"])
    #expect(drift.requirements.map { "\($0.id) \($0.kind)" } == ["mhlw-5:6.1 regressed", "mhlw-5:6.2 waived"])
    #expect(
      drift.findings.map { "\($0.change.id.name) \($0.change.kind)" } == [
        "y fixed", "z regressed", "new new", "gone gone",
      ])
    #expect(drift.differences.count == 1)
    #expect(drift.stillOpen.map(\.description) == ["a/b"])
  }

  @Test func aCheckThatBrokeOffSaysNothingOfItsSubjects() throws {
    let before = try sweep(1, [run("a/b", .fail, [finding("x", .fail)])])
    let after = try sweep(2, [run("a/b", .notchecked, problem: true)])
    let drift = SweepDrift(from: before, to: after)
    #expect(drift.findings == [])
    #expect(drift.checks.map(\.kind) == [.changed])
  }

  @Test func subjectsBeyondWhatIsKeptAreNotGone() throws {
    let before = try sweep(1, [run("a/b", .fail, [finding("x", .fail)])])
    let after = try sweep(2, [run("a/b", .fail, [finding("y", .fail)], total: 99)])
    let drift = SweepDrift(from: before, to: after)
    #expect(drift.findings.map(\.change.id.name) == ["y"])
    #expect(drift.differences == [.findingsNotKept(try #require(CheckID("a/b")))])
  }

  @Test func findingsWithoutASubjectGoByTheirFileAndMessage() throws {
    let before = try sweep(1, [run("a/b", .error, [finding("", .error, line: 3)])])
    let after = try sweep(2, [run("a/b", .error, [finding("", .error, line: 4)])])
    #expect(SweepDrift(from: before, to: after).isEmpty)
  }

  @Test func whatMakesSweepsUnlikeIsSaid() throws {
    let id = try #require(PluginID("a"))
    let before = try sweep(1, [run("a/b", .pass), run("a/c", .pass)])
    let after = try sweep(
      2,
      [
        run("a/b", .pass, sha256: "b", parameters: #"{"days":1}"#, columns: ["name", "kind"]),
        run("a/c", .pass, sha256: "b", parameters: #"{"days":1}"#, columns: ["name", "kind"]), run("a/d", .pass),
      ], catalogue: "d", program: "tenken 2")
    let drift = SweepDrift(from: before, to: after)
    #expect(
      drift.differences == [
        .program(before: "tenken 1", after: "tenken 2"), .catalogue, .plugin(id, before: "1", after: "1"),
        .parameters(id, before: "{}", after: #"{"days":1}"#),
        .columns(id, source: "s", file: "data/a.csv", added: ["kind"], removed: []),
        .checkAdded(try #require(CheckID("a/d"))),
      ])
    #expect(drift.checks == [] && !drift.isEmpty)
  }

  @Test func aSweepOfAPartIsComparedInThatPartOnly() throws {
    let whole = try sweep(1, [run("a/b", .pass), run("a/c", .pass)], [("6.1", .pass)])
    let part = try sweep(2, [run("a/b", .fail)], [("6.1", .fail)], only: ["a/b"])
    for (before, after) in [(whole, part), (part, whole)] {
      let drift = SweepDrift(from: before, to: after)
      #expect(drift.checks.map(\.id.description) == ["a/b"])
      #expect(drift.requirements == [])
      #expect(drift.differences == [.selection(before: before.result.only, after: after.result.only)])
    }
    let same = SweepDrift(from: part, to: try sweep(3, [run("a/b", .pass)], [("6.1", .pass)], only: ["a/b"]))
    #expect(same.requirements.map(\.kind) == [.fixed])
  }
}
