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
