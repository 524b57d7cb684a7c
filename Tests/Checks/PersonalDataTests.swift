import Compliance
import SiteData
import Testing

@testable import Checks
@testable import Lua

/// Values that identify persons reach no check and no result.
@Suite struct PersonalDataTests {
  static let secret = "架空太郎"

  private func everything(_ source: String, rows: [[String: String]], pseudonyms: Pseudonyms?) throws -> String {
    let plugin = try load(source)
    let base = try job(plugin, ["devices": .rows(rows), "places": .rows(named("P"))])
    let hidden = PluginJob(
      plugin: plugin, checks: base.checks, parameters: base.parameters, declarations: base.declarations,
      inputs: base.inputs,
      now: base.now, timeZone: base.timeZone, pseudonyms: pseudonyms, limits: base.limits,
      keptFindings: base.keptFindings, catalogue: .byID(.empty))
    var text = ""
    dump(try runBothWays(hidden), to: &text)
    return text
  }

  /// Checks that try to get a name out in every way that there is.
  static let leaks = trial(
    """
    says = check { each = devices, test = function(d) print(d.owner) return fail("%s %d", d.owner, #d.owner):about(d.owner) end },
    raises = check { each = devices, test = function(d) error(d.owner) end },
    throws = check { all = devices, test = function(l) error({ l[1].owner }) end },
    hides = check { all = devices, with = { by = tenken.index(devices, "owner") }, test = function(l, _, c)
      local found = {}
      for owner, list in pairs(c.by) do found[#found + 1] = fail("%s", owner):at(list[1]) end
      return found
    end },
    spins = check { each = devices, test = function(d) error(("%q"):format(d.owner) .. d.seen) end },
    other = check { each = places, with = { devices = devices }, test = function(p, _, c) return pass(c.devices[1].owner:byte(1, -1)) end },
    """)

  @Test func `a name appears nowhere in a run`() throws {
    let rows = [
      ["name": "A", "owner": Self.secret, "seen": "2026-01-02"],
      ["name": "B", "owner": Self.secret, "seen": Self.secret],
    ]
    let hidden = try everything(Self.leaks, rows: rows, pseudonyms: Pseudonyms(key: [UInt8](repeating: 1, count: 32)))
    #expect(!hidden.contains(Self.secret) && !hidden.contains("架空"))
    #expect(hidden.contains("person-"))
    // The test can fail: a site that asks for the names gets them.
    #expect(try everything(Self.leaks, rows: Array(rows.prefix(1)), pseudonyms: nil).contains(Self.secret))
  }

  @Test func `one person has one pseudonym, blanks stay blank`() throws {
    let source = trial("a = check { each = devices, test = function(d) return pass('%s', d.owner) end },")
    let rows = [
      ["name": "A", "owner": "甲"], ["name": "B", "owner": "乙"], ["name": "C", "owner": "甲"], ["name": "D"],
    ]
    let messages = try #require(try run(source, devices: rows)["a"]).findings.map(\.message.en)
    #expect(messages[0] == messages[2] && messages[0] != messages[1] && messages[3] == "-")
    #expect(messages[0].hasPrefix("person-"))
  }

  @Test func `a subject that is a person is a pseudonym`() throws {
    let source = trial("a = check { each = devices, test = function(d) return pass() end },")
      .replacing("name = { \"string\", \"機器名\" }", with: "name = { \"string\", personal = true }")
    let result = try #require(try run(source, devices: named(Self.secret))["a"])
    #expect(result.findings.first?.subject.contains("person-") == true)
  }
}
