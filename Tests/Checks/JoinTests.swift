import Compliance
import Glibc
import SiteData
import Testing
import Workers

@testable import Checks
@testable import Lua

/// Checks that look up records of another source.
@Suite struct JoinTests {
  @Test func `keys compare as their type reads them, and texts without regard to how they are written`() throws {
    let source = trial(
      """
      by_name = check { each = places, with = { devices = tenken.index(devices, "name", { duplicates = "first" }) },
        test = function(p, _, c) local d = c.devices[p.name] return d and pass("%s", d.name):at(d) or fail("none") end },
      by_seen = check { each = places, with = { devices = tenken.index(devices, "seen") },
        test = function(p, _, c) return pass("%d %d", #(c.devices["R8.1.2"] or {}), #(c.devices["soon"] or {})) end },
      """)
    let devices = [["name": "ＡＰ－１　号機", "seen": "2026-01-02"], ["name": "アクセス ポイント"]]
    let results = try run(source, devices: devices, places: named("ap-1号機", "ｱｸｾｽﾎﾟｲﾝﾄ", "AP-2"))
    #expect(
      results["by-name"]?.lines == [
        "pass ＡＰ－１　号機 devices:1 | ＡＰ－１　号機", "pass アクセス ポイント devices:2 | アクセス ポイント", "fail places:3 places:3 | none",
      ])
    #expect(results["by-seen"]?.findings.first?.message.en == "1 0")
  }

  @Test func `several records of one key are all, the first, or an error`() throws {
    let source = trial(
      """
      all = check { each = places, with = { d = tenken.index(devices, "name", { duplicates = "all" }) }, test = function(p, _, c) return pass("%d", #c.d[p.name]) end },
      first = check { each = places, with = { d = tenken.index(devices, "name", { duplicates = "first" }) }, test = function(p, _, c) return pass("%s", c.d[p.name].kind) end },
      unique = check { each = places, with = { d = tenken.index(devices, "name", { duplicates = "error" }) }, test = function(p, _, c) return pass("%s", c.d[p.name].kind) end },
      """)
    let devices = [
      ["name": "A", "kind": "ct"], ["name": "B", "kind": "mri"], ["name": "ａ", "kind": "us"],
      ["name": "a", "kind": "xp"],
    ]
    let results = try run(source, devices: devices, places: named("A", "B"))
    #expect(results["all"]?.findings.map(\.message.en) == ["3", "1"])
    #expect(results["first"]?.findings.map(\.message.en) == ["ct", "mri"])
    let told =
      "Column 'name' has the same value as devices:1. This check needs them to differ: correct or delete one of the two."
    #expect(
      results["unique"]?.lines == [
        "error devices devices:3 | \(told)", "error devices devices:4 | \(told)", "pass places:1 places:1 | ct",
        "pass places:2 places:2 | mri",
      ])
    #expect(results["unique"]?.outcome == .error)
  }

  @Test func `people are found by their pseudonyms`() throws {
    let source = trial(
      """
      owners = check { each = devices, with = { by = tenken.index(devices, "owner") }, test = function(d, _, c) return pass("%d", #c.by[d.owner]) end },
      """)
    let devices = [["name": "A", "owner": "架空　Taro"], ["name": "B", "owner": "架空ＴＡＲＯ"], ["name": "C", "owner": "乙"]]
    #expect(try run(source, devices: devices)["owners"]?.findings.map(\.message.en) == ["2", "2", "1"])
  }

  @Test func `a source that is looked up and gone through gives what it gives alone`() throws {
    let together = try run(trial(Self.joined + Self.alone), devices: Self.devices, places: named("A", "X"))
    let apart = try run(trial(Self.alone), devices: Self.devices)
    let kinds = try #require(together["kinds"])
    #expect(kinds.lines == apart["kinds"]?.lines && kinds.counts == apart["kinds"]?.counts)
    #expect(kinds.findings.map(\.place?.line) == [1, 2, 3, 4])
    #expect(kinds.findings.map(\.outcome) == [.pass, .error, .fail, .error])
  }

  @Test func `a source that is looked up and gone through is read once`() throws {
    let folder = try TemporaryFolder()
    try folder.write("機器名,kind\nA,ct\nB,mri\n", to: "data/devices.csv")
    try folder.write("name\nA\n", to: "data/places.csv")
    let plugin = try load(trial(Self.joined + Self.alone))
    let data = DataFolder(path: "\(folder.path)/data")
    let job = try job(plugin, plugin.sources(nil).declarations.mapValues { JobInput(data.open($0), of: $0) })
    let listener = Emptying("\(folder.path)/data/devices.csv")
    job.work(plugin.checks).run(telling: listener)
    #expect(
      listener.lines.filter { $0.contains("devices.csv") } == [
        "pass A data/devices.csv:2", "fail B data/devices.csv:3 | mri",
      ])
  }

  private static let joined = """
    found = check { each = places, with = { d = tenken.index(devices, "name") }, test = function(p, _, c) return c.d[p.name] and pass() or fail("none") end },

    """
  private static let alone =
    "kinds = check { each = devices, test = function(d) if d.kind == 'ct' then return pass() end return fail('%s', d.kind) end },"
  private static let devices = [
    ["name": "A", "kind": "ct"], ["name": "B", "seen": "never"], ["name": "C", "kind": "mri"], ["kind": "us"],
  ]
}

/// Empties a file when the first test is called: whoever reads it later finds nothing.
private final class Emptying: RunListener {
  private let path: String
  private(set) var lines: [String] = []

  init(_ path: String) { self.path = path }

  func take(_ event: RunEvent) { if case .found(_, let finding) = event { lines.append(finding.line) } }
  func begin(_ position: RunPosition) { if position.check != nil { truncate(path, 0) } }
  func end() {}
  func read(source: Int, file: Int) { truncate(path, 0) }
  func watch(_ checks: [Int]) -> CallWatch? { nil }
}
