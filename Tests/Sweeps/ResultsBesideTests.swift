import Checks
import Compliance
import SiteData
import Sweeps
import Testing

/// A sweep of a part: where its requirements stand, with the last results of the checks that it does not run.
struct ResultsBesideTests {
  private let catalogue: Catalogue
  private let plugins: [LoadedPlugin]
  private let settings: SiteSettings

  init() throws {
    catalogue = try SweepsTests.catalogue(["1", "1.1", "1.2", "2", "3"])
    plugins = [
      .plugin(
        try plugin(
          "a", ["one": ["1.1"], "two": ["1.2"], "three": ["1.1", "2"], "four": ["2"], "five": ["3"]], in: catalogue)),
      .broken(try brokenPlugin("b")),
    ]
    settings = SiteSettings(
      name: LocalizedText(verbatim: "site"), guidelines: [try #require(GuidelineID("mhlw-5"))],
      calendar: SiteCalendar(splayMinutes: 0))
  }

  private func selection(_ only: [String]) throws -> Selection {
    try Selection(only, plugins: plugins, catalogue: catalogue)
  }

  private func beside(_ only: String...) throws -> ResultsBeside {
    ResultsBeside(plugins, settings: settings, selection: try selection(only), catalogue: catalogue)
  }

  private func last(_ name: String, _ outcome: Outcome, at day: String, sha256: String = "") throws -> CheckRun {
    let check = try #require(plugins[0].checks.map(\.check).first { $0.id.description == name })
    return CheckRun(
      check: check, outcome: outcome, pluginVersion: "1", pluginSHA256: sha256,
      freshness: .carried(from: SweepID(3), at: "\(day)T09:00:00+09:00"))
  }

  private func results(_ beside: ResultsBeside, _ last: [CheckRun]) throws -> [CheckRun] {
    beside.results(
      Dictionary(uniqueKeysWithValues: last.map { ($0.check.id, $0) }),
      now: try #require(Moment(iso: "2026-11-20T09:00", in: .japan)))
  }

  @Test(arguments: [
    (["a/one"], ["a/three", "a/two"]), (["a/four"], ["a/three"]), (["a/five"], []), (["a"], []), ([], []),
    (["mhlw-5:1.1"], ["a/two", "a/four"]), (["mhlw-5:2"], ["a/one", "a/two"]),
  ])
  func areTheOtherChecksOfTheSameWholes(only: [String], checks: [String]) throws {
    let beside = ResultsBeside(plugins, settings: settings, selection: try selection(only), catalogue: catalogue)
    #expect(beside.checks.map(\.description) == checks.sorted())
  }

  @Test func theLastResultCountsWithItsAge() throws {
    let run = try last("a/two", .fail, at: "2026-11-19")
    let found = try results(try beside("a/one"), [run])
    #expect(found.map(\.outcome) == [.notchecked, .fail])
    #expect(found[1] == run)
    #expect(found[0].freshness == .notRun && found[0].problem != nil)
  }

  @Test func aResultThatIsTooOldOrOfOtherCodeCountsAsNone() throws {
    let old = try last("a/two", .pass, at: "2026-11-10")
    let other = try last("a/three", .pass, at: "2026-11-19", sha256: "00")
    #expect(try results(try beside("a/one"), [old, other]).map(\.outcome) == [.notchecked, .unknown])
  }

  @Test func aRequirementStandsNoBetterForBeingLookedAtInPart() throws {
    let aggregation = Aggregation(
      catalogue, guidelines: settings.guidelines, selection: try selection(["a/one"]))
    func result(_ beside: [CheckRun]) throws -> SweepResult {
      aggregation.result(
        of: [try run("a/one", .pass, for: ["1.1"])], beside: beside, site: LocalizedText(verbatim: ""), at: "")
    }
    let result = try result([
      try last("a/three", .fail, at: "2026-11-19"), try last("a/two", .pass, at: "2026-11-19"),
    ])
    // Of what the sweep ran not, only what it shares a whole with is shown, and its own checks alone say how it ended.
    #expect(result.standings.map(\.requirement.path) == ["1", "1.1"])
    #expect(result.standings.map(\.standing) == [.fail, .fail])
    #expect(result.standings[0].by.map(\.description) == ["a/one", "a/three", "a/two"])
    #expect(result.exit == .met)
    #expect(result.beside.count == 2)
    let all = try self.result(passing: true)
    #expect(all.map(\.standing) == [.pass, .pass])
  }

  private func result(passing: Bool) throws -> [RequirementStanding] {
    Aggregation(catalogue, guidelines: settings.guidelines, selection: try selection(["a/one"])).result(
      of: [try run("a/one", .pass, for: ["1.1"])],
      beside: [try last("a/three", .pass, at: "2026-11-19"), try last("a/two", .pass, at: "2026-11-19")],
      site: LocalizedText(verbatim: ""), at: ""
    ).standings
  }
}
