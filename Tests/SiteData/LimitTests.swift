import Compliance
import SiteData
import Testing

/// The limits of plugins: who sets them, who outranks whom, and the administrator's maximum.
@Suite struct LimitTests {
  private static let site = """
    name: 病院
    guidelines: [mhlw-5]
    limits: {call_seconds: 3, memory_mib: 100}
    plugins:
      logs:
        limits:
          memory_mib: 200
          findings: 5
          checks:
            history: {check_seconds: 300}
    """

  private let logs: PluginID
  private let other: PluginID

  init() throws {
    logs = try #require(PluginID("logs"))
    other = try #require(PluginID("other"))
  }

  @Test func withoutSettingsTheDefaultsHold() throws {
    let limits = try read("name: x\nguidelines: [mhlw-5]\n").limits(for: logs)
    #expect(limits == SiteLimits())
    #expect(Limit.allCases.map { limits[$0] } == [2, 60, 600, 64, 1024, 8, 10_000, 4, 64])
  }

  @Test func aPluginOutranksTheSiteAndACheckThePlugin() throws {
    let settings = try read(Self.site)
    var expected = SiteLimits()
    expected.callSeconds = 3
    expected.memoryMiB = 100
    #expect(settings.limits(for: other) == expected)
    expected.memoryMiB = 200
    expected.findings = 5
    #expect(settings.limits(for: logs) == expected)
    #expect(settings.limits(for: try #require(CheckID("logs/other"))) == expected)
    expected.checkSeconds = 300
    #expect(settings.limits(for: try #require(CheckID("logs/history"))) == expected)
  }

  @Test func aMaximumLowersDefaultsButNothingThatIsBelowIt() throws {
    let maximum = try LimitMaximum.read(
      file: "limits.yaml", bytes: Array("call_seconds: 3\nlog_kib: 16\nmemory_mib: 512\n".utf8))
    let limits = try read(Self.site, maximum).limits(for: logs)
    #expect(limits.logKiB == 16)
    #expect(limits.callSeconds == 3)
    #expect(limits.memoryMiB == 200)
  }

  @Test func whatIsAboveTheMaximumIsRefusedAtItsPlace() throws {
    let maximum = try LimitMaximum.read(
      file: "/etc/tenken/limits.yaml", bytes: Array("memory_mib: 64\ncheck_seconds: 90.5\n".utf8))
    let refused = try #require(throws: Problems.self) { try read(Self.site, maximum) }
    #expect(
      refused.all.map { $0.line(in: .en) } == [
        "tenken.yaml:3:39: 100 for ‘memory_mib’ is above the maximum of 64 that the administrator of this machine has "
          + "set (/etc/tenken/limits.yaml:1:13). Set less, or ask the administrator.",
        "tenken.yaml:7:19: 200 for ‘memory_mib’ is above the maximum of 64 that the administrator of this machine has "
          + "set (/etc/tenken/limits.yaml:1:13). Set less, or ask the administrator.",
        "tenken.yaml:10:34: 300 for ‘check_seconds’ is above the maximum of 90.5 that the administrator of this "
          + "machine has set (/etc/tenken/limits.yaml:2:16). Set less, or ask the administrator.",
      ])
  }

  @Test(arguments: [
    ("{call_seconds: 0}", "1:16"), ("{call_seconds: -1}", "1:16"), ("{call_seconds: .inf}", "1:16"),
    ("{call_seconds: '2'}", "1:16"), ("{check_seconds: 3601}", "1:17"), ("{plugin_seconds: 86401}", "1:18"),
    ("{memory_mib: 1.5}", "1:14"), ("{memory_mib: 9223372036854775808}", "1:14"), ("{source_kib: 0}", "1:14"),
    ("{string_mib: 1025}", "1:14"), ("{message_kib: 0}", "1:15"), ("{log_kib: x}", "1:11"), ("{seconds: 2}", "1:2"),
    ("{checks: {a: {call_seconds: 1}}}", "1:2"), ("[]", "1:1"), ("{memory_mib: }", "1:2"),
  ])
  func aMaximumThatCannotBeIsRefused(text: String, place: String) throws {
    let refused = try #require(throws: Problems.self) {
      try LimitMaximum.read(file: "limits.yaml", bytes: Array(text.utf8))
    }
    #expect(refused.all.map(\.place.description) == ["limits.yaml:\(place)"])
  }

  @Test func aCheckHasNoMemoryOfItsOwn() throws {
    let text = "name: x\nguidelines: [a]\nplugins: {p: {limits: {checks: {c: {memory_mib: 1}, C: {}}}}}\n"
    let refused = try #require(throws: Problems.self) { try read(text) }
    #expect(refused.all.map(\.place.description) == ["tenken.yaml:3:37", "tenken.yaml:3:53"])
  }

  @Test func aMaximumThatIsNotThereAllowsEverything() throws {
    #expect(try LimitMaximum.read(path: "/nonexistent/limits.yaml", file: "l") == LimitMaximum())
  }

  @Test func aMaximumThatCannotBeReadIsNoneThatAllowsEverything() throws {
    #expect(throws: Problems.self) { try LimitMaximum.read(path: "/dev/null", file: "l") }
    #expect(throws: Problems.self) { try LimitMaximum.read(path: "/", file: "l") }
  }

  private func read(_ text: String, _ maximum: LimitMaximum = LimitMaximum()) throws(Problems) -> SiteSettings {
    try SiteSettings.read(file: "tenken.yaml", bytes: Array(text.utf8), maximum: maximum)
  }
}
