import Foundation
import Testing

/// `--only`: some plugins, checks or requirements.
struct OnlyTests {
  private func swept(_ ids: String...) throws -> SweepDocument {
    let site = try Site.sample()
    return try withExtendedLifetime(site) {
      try SweepDocument(Command.run(site.sweeping(["--format", "json", "--only"] + ids)).output)
    }
  }

  @Test func aPluginMeansItsChecks() throws {
    let result = try swept("iot-inventory")
    #expect(result.checks.count > 5)
    #expect(result.checks.allSatisfy { $0.id.hasPrefix("iot-inventory/") })
    #expect(result.sweep.only == ["iot-inventory"])
  }

  @Test func aCheckMeansItself() throws {
    let result = try swept("wireless-lan/encryption", "iot-inventory/firmware")
    #expect(result.checks.map(\.id) == ["iot-inventory/firmware", "wireless-lan/encryption"])
    #expect(result.requirements.allSatisfy { !$0.by.isEmpty })
  }

  @Test func aRequirementMeansTheChecksOfItsParts() throws {
    let whole = try swept("mhlw-5:6.5.C.12").checks
    let part = try swept("mhlw-5:6.5.C.12.3").checks
    #expect(part.contains { $0.id == "wireless-lan/encryption" })
    #expect(part.allSatisfy { $0.requirements.contains("mhlw-5:6.5.C.12.3") })
    #expect(whole.count > part.count)
    #expect(whole.allSatisfy { $0.requirements.contains { $0.hasPrefix("mhlw-5:6.5.C.12") } })
  }

  @Test func theLastResultsOfTheOtherChecksCountForTheSameRequirement() throws {
    let site = try Site.small()
    try site.addPlugin("other", "return tenken.fail('bad')")
    // Its requirement is looked at by plugins that come along, too.
    try site.write(
      "name: {ja: 小病院, en: Small}\nguidelines: [mhlw-5]\n" + Site.deselectingShipped(), to: "tenken.yaml")
    let alone = try site.result("--only", "small")
    #expect(alone.beside.map(\.standing) == ["notchecked"] && alone.beside[0].carried == nil)
    #expect(alone.requirements.map(\.standing) == ["notchecked", "notchecked"])
    #expect(alone.sweep.exit == 0)

    let whole = try site.result()
    let part = try site.result("--only", "small")
    #expect(part.checks.map(\.id) == ["small/check"])
    #expect(part.beside.map(\.id) == ["other/check"] && part.beside[0].carried?.sweep == whole.sweep.id)
    #expect(part.requirements.map(\.id) == ["mhlw-5:6.5.C.12", "mhlw-5:6.5.C.12.3"])
    #expect(part.requirements.map(\.standing) == ["fail", "fail"])
    #expect(part.requirements[0].by == ["other/check", "small/check"])
    #expect(part.sweep.exit == 0)
    // Another sweep of the part takes the result from where it was won.
    #expect(try site.result("--only", "small").beside[0].carried?.sweep == whole.sweep.id)
    let text = try site.sweep("--only", "small").out
    #expect(text.contains("Other checks of these requirements (last results) 1"))
    #expect(text.contains("result of sweep \(whole.sweep.id)"))
    let explained = try Command.run(["explain", "other/check", "--site", site.folder.path])
    #expect(explained.status == 0 && explained.out.contains("failed"))
    #expect(try Command.run(["history", "verify", "--site", site.folder.path]).status == 0)
  }

  @Test func whatAPartSaysNothingOfIsExplainedByTheSweepOfAll() throws {
    let site = try Site.small()
    let whole = try site.result()
    let part = try site.result("--only", "small")
    func explained(_ id: String) throws -> String {
      try Command.run(["explain", id, "--site", site.folder.path, "--language", "en"]).out
    }
    #expect(try explained("small/check").contains("Sweep \(part.sweep.id)"))
    #expect(try explained("iot-inventory/firmware").contains("Sweep \(whole.sweep.id)"))
    #expect(try explained("mhlw-5:6.3.C.1").contains("Sweep \(whole.sweep.id)"))
  }

  @Test func aRequirementThatNoCheckLooksAtIsUndetermined() throws {
    let result = try swept("mhlw-5:6.3.C.1")
    #expect(result.checks.isEmpty)
    #expect(result.sweep.exit == 2)
  }

  @Test(arguments: [
    ("wireless-lam", "wireless-lan"), ("wireless-lan/encription", "wireless-lan/encryption"),
    ("mhlw-5:6.5.C.12.33", "mhlw-5:6.5.C.12.3"),
  ])
  func anUnknownIDIsToldWithWhatWasMeant(id: String, meant: String) throws {
    let run = try Site.sample().sweep("--only", id)
    #expect(run.status == 64)
    #expect(run.out.isEmpty)
    #expect(run.err.contains("'\(id)'"))
    #expect(run.err.contains("Did you mean '\(meant)'"))
  }
}
