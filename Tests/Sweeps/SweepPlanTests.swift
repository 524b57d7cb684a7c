import Checks
import Compliance
import SiteData
import Testing

@testable import Sweeps

struct SweepPlanTests {
  private let catalogue: Catalogue
  private let plugins: [LoadedPlugin]

  init() throws {
    catalogue = try SweepsTests.catalogue(["1", "2"])
    plugins = [
      .plugin(try plugin("wireless-lan", ["encryption": ["1"], "ssid-hidden": ["1"]], in: catalogue)),
      .broken(try brokenPlugin("shattered")),
      .plugin(try plugin("inventory", ["complete": ["2"]], in: catalogue)),
    ]
  }

  private func settings(_ yaml: String) throws -> SiteSettings {
    try SiteSettings.read(file: "tenken.yaml", bytes: Array(yaml.utf8))
  }

  private func problems(_ yaml: String) throws -> [String] {
    let settings = try settings(yaml)
    return try #require(throws: Problems.self) { try SweepPlan.of(plugins, settings, catalogue: catalogue) }.all.map {
      $0.line(in: .en)
    }
  }

  // MARK: - Order

  @Test func stepsStandByPluginWhateverTheOrderOfLoading() throws {
    for seed in 0..<6 as Range<UInt64> {
      var generator = SplitMix(seed: seed)
      let plan = try SweepPlan.of(plugins.shuffled(using: &generator), catalogue: catalogue)
      #expect(
        plan.checks == ["inventory/complete", "shattered", "wireless-lan/encryption", "wireless-lan/ssid-hidden"])
    }
  }

  @Test func aPluginWithoutASelectedCheckIsLeftOut() throws {
    #expect(
      try SweepPlan.of(plugins, catalogue: catalogue, only: ["mhlw-5:2"]).checks == ["inventory/complete", "shattered"])
    #expect(try SweepPlan.of(plugins, catalogue: catalogue, only: ["inventory"]).checks == ["inventory/complete"])
  }

  // MARK: - Deselection

  @Test func aDeselectedCheckStaysVisibleWithItsReason() throws {
    let plan = try SweepPlan.of(
      plugins,
      settings(
        "name: {ja: 院, en: H}\nguidelines: [mhlw-5]\ndeselect:\n  - {id: wireless-lan/encryption, reason: elsewhere}\n"),
      catalogue: catalogue)
    let runs = plan.steps.flatMap { step -> [CheckRun] in
      if case .job(_, _, let notSelected) = step { notSelected } else { [] }
    }
    #expect(runs.map(\.check.id.description) == ["wireless-lan/encryption"])
    #expect(runs.map(\.outcome) == [.notselected])
    #expect(runs.first?.problem?.text.en.contains("elsewhere") == true)
    #expect(runs.first?.problem?.place.description == "tenken.yaml:4:10")
  }

  @Test func aDeselectedPluginRunsNoneOfItsChecks() throws {
    let plan = try SweepPlan.of(
      plugins,
      settings("name: {ja: 院, en: H}\nguidelines: [mhlw-5]\ndeselect:\n  - {id: wireless-lan, reason: none}\n"),
      catalogue: catalogue)
    for case .job(let job, _, let notSelected) in plan.steps where job.plugin.id.description == "wireless-lan" {
      #expect(job.checks.isEmpty)
      #expect(notSelected.count == 2)
    }
    #expect(plan.checks.count == 4)
  }

  @Test func aBrokenPluginThatIsDeselectedAsAWholeIsNotSelected() throws {
    func outcomes(deselecting id: String) throws -> [Outcome] {
      let yaml = "name: {ja: 院, en: H}\nguidelines: [mhlw-5]\ndeselect:\n  - {id: \(id), reason: none}\n"
      let plan = try SweepPlan.of(plugins, settings(yaml), catalogue: catalogue)
      return plan.steps.flatMap { step in
        if case .settled(let runs) = step { runs.map(\.outcome) } else { [Outcome]() }
      }
    }
    #expect(try outcomes(deselecting: "shattered") == [.notselected])
    #expect(try outcomes(deselecting: "shattered/unseen") == [.error])
  }

  // MARK: - Settings that fit no plugin

  @Test(arguments: [
    ("guidelines: [mhlw-6x]", "tenken.yaml:2:14: ", "mhlw-6x"),
    ("guidelines: [mhlw-5]\nplugins:\n  wireles-lan: {}", "tenken.yaml:4:3: ", "Did you mean 'wireless-lan'?"),
    (
      "guidelines: [mhlw-5]\nplugins:\n  wireless-lan: {parameters: {day: 3}}", "tenken.yaml:4:",
      "Plugin wireless-lan has no parameter 'day'. Did you mean 'days'?"
    ),
    ("guidelines: [mhlw-5]\nplugins:\n  wireless-lan: {parameters: {days: many}}", "tenken.yaml:4:", "integer (1…9)"),
    ("guidelines: [mhlw-5]\nplugins:\n  wireless-lan: {parameters: {days: 10}}", "tenken.yaml:4:", "integer (1…9)"),
    (
      "guidelines: [mhlw-5]\nplugins:\n  wireless-lan: {sources: {legder: {file: a.csv}}}", "tenken.yaml:4:",
      "Plugin wireless-lan has no source 'legder'. Did you mean 'ledger'?"
    ),
    (
      "guidelines: [mhlw-5]\ndeselect:\n  - {id: wireless, reason: r}", "tenken.yaml:4:10: ",
      "There is no plugin 'wireless'."
    ),
    (
      "guidelines: [mhlw-5]\ndeselect:\n  - {id: wireless-lan/encrypton, reason: r}", "tenken.yaml:4:10: ",
      "Did you mean 'wireless-lan/encryption'?"
    ),
  ])
  func aSettingThatFitsNothingIsAProblemAtItsPlace(yaml: String, place: String, text: String) throws {
    let problems = try problems("name: {ja: 院, en: H}\n\(yaml)\n")
    #expect(problems.count == 1, "\(problems)")
    #expect(problems[0].hasPrefix(place), "\(problems)")
    #expect(problems[0].contains(text), "\(problems)")
  }

  @Test func everythingThatDoesNotFitIsToldAtOnceInTheOrderOfTheFile() throws {
    let problems = try problems(
      """
      name: {ja: 院, en: H}
      guidelines: [mhlw-5, mic-9]
      plugins:
        nowhere: {}
        wireless-lan:
          parameters: {hours: 1, days: 0}
          sources: {leger: {file: b.csv}}
      deselect:
        - {id: inventory/nothing, reason: r}
        - {id: gone, reason: r}

      """)
    #expect(
      problems.compactMap { $0.split(separator: ":").dropFirst().first.flatMap { Int($0) } } == [2, 4, 6, 6, 7, 9, 10])
  }

  @Test func settingsOfABrokenPluginAreNotJudged() throws {
    let plan = try SweepPlan.of(
      plugins,
      settings(
        "name: {ja: 院, en: H}\nguidelines: [mhlw-5]\nplugins:\n  shattered: {parameters: {x: 1}}\n"
          + "deselect:\n  - {id: shattered/unseen, reason: r}\n"),
      catalogue: catalogue)
    #expect(plan.checks.contains("shattered"))
  }

  @Test func aBrokenPluginIsOneErrorThatNamesItsLine() throws {
    let plan = try SweepPlan.of(plugins, catalogue: catalogue, only: ["shattered"])
    guard case .settled(let runs)? = plan.steps.first else { return #expect(Bool(false), "no result") }
    #expect(runs.count == 1)
    #expect(runs[0].outcome == .error)
    #expect(runs[0].problem?.place.description == "plugins/shattered/plugin.lua:1")
    #expect(runs[0].counts[.error] == runs[0].findings.count)
  }
}

extension SweepPlan {
  /// The ids of everything that will stand in the result, in its order within each step.
  fileprivate var checks: [String] {
    steps.flatMap { step in
      switch step {
      case .job(let job, _, let notSelected):
        job.checks.map(\.check.id.description) + notSelected.map(\.check.id.description)
      case .settled(let runs): runs.map(\.check.id.description)
      }
    }
  }
}
