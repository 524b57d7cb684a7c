import Compliance
import Sweeps
import Testing

/// The rule of standing, case by case: the documentation of ``Aggregation`` in a table.
struct AggregationTests {
  private static let tree = ["1", "1.1", "1.2", "2", "3", "3.1", "3.1.1", "3.1.2"]

  private func standings(
    _ runs: [CheckRun], deleted: Set<String> = [], guidelines: [String] = ["mhlw-5"]
  ) throws -> [String: RequirementStanding] {
    let standings = aggregate(
      runs, try catalogue(Self.tree, deleted: deleted), guidelines: guidelines.compactMap { GuidelineID($0) }
    ).standings
    return Dictionary(uniqueKeysWithValues: standings.map { ($0.requirement.path, $0) })
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// Check, outcome, the paths that it gives evidence for.
    let runs: [(String, Outcome, [String])]
    let expected: [String: Outcome]
  }

  private static let cases = [
    Case(
      testDescription: "nobody looks at anything", runs: [],
      expected: ["1": .notchecked, "2": .notchecked, "3.1.1": .notchecked]),
    Case(testDescription: "one check passes", runs: [("a/a", .pass, ["2"])], expected: ["2": .pass, "1": .notchecked]),
    Case(
      testDescription: "the worse of two checks counts", runs: [("a/a", .pass, ["2"]), ("a/b", .fail, ["2"])],
      expected: ["2": .fail]),
    Case(
      testDescription: "what could not be told holds back", runs: [("a/a", .pass, ["2"]), ("a/b", .unknown, ["2"])],
      expected: ["2": .unknown]),
    Case(
      testDescription: "what did not run holds back", runs: [("a/a", .pass, ["2"]), ("a/b", .notchecked, ["2"])],
      expected: ["2": .notchecked]),
    Case(
      testDescription: "not applicable stands so", runs: [("a/a", .notapplicable, ["2"])],
      expected: ["2": .notapplicable]),
    Case(
      testDescription: "information is no pass", runs: [("a/a", .informational, ["2"])], expected: ["2": .informational]
    ),
    Case(
      testDescription: "a deselected check is no evidence", runs: [("a/a", .notselected, ["2"])],
      expected: ["2": .notchecked]),
    Case(
      testDescription: "a deselected check does not take a pass away",
      runs: [("a/a", .notselected, ["2"]), ("a/b", .pass, ["2"])],
      expected: ["2": .pass]),
    Case(
      testDescription: "all parts pass, so the whole passes", runs: [("a/a", .pass, ["1.1"]), ("a/b", .pass, ["1.2"])],
      expected: ["1": .pass]),
    Case(
      testDescription: "one part fails, so the whole fails", runs: [("a/a", .pass, ["1.1"]), ("a/b", .fail, ["1.2"])],
      expected: ["1": .fail, "1.1": .pass, "1.2": .fail]),
    Case(
      testDescription: "a part that nobody looks at holds the whole back", runs: [("a/a", .pass, ["1.1"])],
      expected: ["1": .notchecked, "1.1": .pass, "1.2": .notchecked]),
    Case(
      testDescription: "evidence of the whole speaks for such a part",
      runs: [("a/a", .pass, ["1.1"]), ("a/b", .pass, ["1"])],
      expected: ["1": .pass, "1.1": .pass, "1.2": .notchecked]),
    Case(
      testDescription: "evidence of the whole does not hide a part's failure",
      runs: [("a/a", .fail, ["1.1"]), ("a/b", .pass, ["1"])],
      expected: ["1": .fail]),
    Case(
      testDescription: "evidence of the whole does not hide a part that did not run",
      runs: [("a/a", .notchecked, ["1.1"]), ("a/b", .pass, ["1"])], expected: ["1": .notchecked]),
    Case(
      testDescription: "one check for several parts", runs: [("a/a", .pass, ["1.1", "1.2"])],
      expected: ["1": .pass, "1.1": .pass, "1.2": .pass]),
    Case(
      testDescription: "a failure rises through all levels", runs: [("a/a", .fail, ["3.1.1"])],
      expected: ["3": .fail, "3.1": .fail, "3.1.1": .fail, "3.1.2": .notchecked, "1": .notchecked]),
    Case(
      testDescription: "an error rises above what nobody looked at", runs: [("a/a", .error, ["3.1.1"])],
      expected: ["3": .error, "3.1": .error]),
    Case(
      testDescription: "evidence in the middle speaks for what is below it", runs: [("a/a", .pass, ["3.1"])],
      expected: ["3": .pass, "3.1": .pass, "3.1.1": .notchecked]),
  ]

  @Test(arguments: cases) func requirementsStandWhereTheirEvidencePutsThem(example: Case) throws {
    let runs = try example.runs.map { try run($0.0, $0.1, for: $0.2) }
    let standings = try standings(runs)
    for (path, outcome) in example.expected { #expect(standings[path]?.outcome == outcome, "\(path)") }
  }

  @Test func everyRequirementInForceStandsSomewhereInDocumentOrder() throws {
    let standings = aggregate([], try catalogue(Self.tree)).standings
    #expect(standings.map(\.requirement.path) == Self.tree)
    #expect(standings.allSatisfy { $0.standing == .notchecked && $0.by.isEmpty })
  }

  @Test func aGuidelineThatIsNotInForceIsLeftOut() throws {
    #expect(try standings([try run("a/a", .fail, for: ["2"])], guidelines: ["mic-1"]).isEmpty)
  }

  @Test func aDeletedPartHoldsNothingBack() throws {
    let standings = try standings([try run("a/a", .pass, for: ["1.1"])], deleted: ["1.2"])
    #expect(standings["1"]?.standing == .pass)
    #expect(standings["1.2"] == nil)
  }

  @Test func aStandingNamesTheChecksBehindItInTheOrderOfThePlan() throws {
    let standings = try standings([
      try run("z/z", .pass, for: ["1.2"]), try run("a/a", .pass, for: ["1", "1.1"]),
      try run("m/m", .notselected, for: ["1"]),
    ])
    #expect(standings["1"]?.by.map(\.description) == ["z/z", "a/a"])
    #expect(standings["1.1"]?.by.map(\.description) == ["a/a"])
  }

  @Test func aSweepOfSomeChecksLeavesOutWhatTheyDoNotLookAt() throws {
    let catalogue = try catalogue(Self.tree)
    let plugin = LoadedPlugin.plugin(try plugin("a", ["a": ["1.1"]], in: catalogue))
    let standings = aggregate(
      [try run("a/a", .pass, for: ["1.1"])], catalogue,
      selection: try Selection(["a"], plugins: [plugin], catalogue: catalogue)
    ).standings
    #expect(standings.map(\.requirement.path) == ["1", "1.1"])
    #expect(standings.map(\.standing) == [.notchecked, .pass])
  }

  // MARK: - How a sweep ends

  @Test(
    arguments: [
      ([.pass], SweepExit.met), ([.pass, .notapplicable, .informational, .notselected], .met), ([.notapplicable], .met),
      ([.fail], .failed), ([.pass, .error, .unknown, .notchecked, .fail], .failed),
      ([.pass, .error], .undetermined), ([.pass, .unknown], .undetermined), ([.pass, .notchecked], .undetermined),
      ([], .undetermined), ([.notselected], .undetermined), ([.notselected, .notselected], .undetermined),
    ] as [([Outcome], SweepExit)])
  func theExitTellsWhetherEverythingWasMet(outcomes: [Outcome], exit: SweepExit) throws {
    let runs = try outcomes.enumerated().map { try run("a/c\($0)", $1) }
    #expect(aggregate(runs, .empty).exit == exit)
    #expect(aggregate(runs.reversed(), .empty).exit == exit)
  }

  @Test func theExitIsZeroOnlyIfEveryOutcomeIsSettled() throws {
    for a in Outcome.allCases {
      for b in Outcome.allCases {
        let exit = aggregate([try run("a/a", a), try run("a/b", b)], .empty).exit
        let isMet = a.isSettled && b.isSettled && (a, b) != (.notselected, .notselected)
        #expect((exit == .met) == isMet, "\(a) and \(b)")
        #expect((exit == .failed) == (a == .fail || b == .fail), "\(a) and \(b)")
      }
    }
  }
}
