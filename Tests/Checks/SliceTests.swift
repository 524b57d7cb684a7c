import Compliance
import Frames
import SiteData
import Testing

@testable import Checks
@testable import Lua

/// Large files are read in slices by several workers, and nobody can tell.
@Suite struct SliceTests {
  /// Rows of all kinds: good ones, some that fail, some whose test breaks, some that cannot be read, and lines in quotes.
  private func ledger(rows: Int) -> String {
    var text = "施設の機器台帳\nname,kind,seen\n"
    for row in 1...rows {
      switch row % 50 {
      case 7: text += "D-\(row),broken,2026-11-20\n"
      case 11: text += "D-\(row),raises,2026-11-20\n"
      case 23: text += "D-\(row),ct,いつか\n"
      case 31: text += "\"D-\(row)\n二行\",mri,2026/11/1\n"
      case 37: text += "\n,,\n合計,3\n"
      case 41: text += "\"D-\(row),open\n"
      default: text += "D-\(row),\(row % 3 == 0 ? "ＣＴ" : "mri"),2026-11-\(row % 20 + 10)\n"
      }
    }
    return text
  }

  private static let checks = """
    kind = check { each = devices, test = function(d)
      if d.kind == "raises" then error "no" end
      if d.kind == "broken" then return fail("%s is broken", d.name) end
      return pass() end },
    seen = check { each = devices, test = function(d, _, c)
      if d.seen and d.seen < "2026-11-12" then return fail { ja = "古い", en = "old" } end
      return { pass(), tenken.informational "seen" } end },
    whole = check { all = devices, test = function(list) return pass("%d", #list) end },
    """

  private func job(_ source: String, _ folder: TemporaryFolder, kept: Int = 30) throws -> PluginJob {
    let plugin = try load(source)
    let data = DataFolder(path: "\(folder.path)/data")
    let inputs = plugin.sources(nil).declarations.mapValues { JobInput(data.open($0), of: $0) }
    return try ChecksTests.job(plugin, inputs, kept: kept)
  }

  @Test(arguments: [1, 2, 3])
  func `one pass or many slices, the results are the same`(workers count: Int) throws {
    let folder = try TemporaryFolder()
    try folder.write(ledger(rows: 3000), to: "data/devices.csv")
    try folder.write("name,room\nA,1\n", to: "data/places.csv")
    let job = try job(trial(Self.checks), folder)
    let whole = InProcessRunner().run(job)
    let sliced = try workers().using(workers: count, sliceSize: 4096).run(job)
    #expect(sliced.checks.map(\.timeless) == whole.checks.map(\.timeless))
    let kind = try #require(sliced.checks.first)
    #expect(kind.counts[.fail] == 60 && kind.counts[.error] > 60 && kind.findings.count == 60)
  }

  @Test(arguments: [200, 2000, 9000])
  func `where texts are long, fewer findings are kept, in slices as in one pass`(bytes: Int) throws {
    let folder = try TemporaryFolder()
    try folder.write(ledger(rows: 3000), to: "data/devices.csv")
    try folder.write("name,room\nA,1\n", to: "data/places.csv")
    var job = try job(trial(Self.checks), folder)
    job.keptBytes = 3 * bytes
    let whole = InProcessRunner().run(job)
    let sliced = try workers().using(workers: 2, sliceSize: 4096).run(job)
    #expect(sliced.checks.map(\.timeless) == whole.checks.map(\.timeless))
    let kind = try #require(sliced.checks.first)
    #expect(kind.counts[.fail] == 60 && (bytes < 9000 ? 1..<60 : 60..<61).contains(kind.findings.count))
    for settled in [true, false] {
      let sizes = kind.findings.filter { $0.outcome.isSettled == settled }.map(\.size)
      // The last one may go beyond.
      #expect(sizes.dropLast().reduce(0, +) < bytes && (sizes.reduce(0, +) >= bytes || sizes.count == 30))
    }
  }

  @Test func `slices are really made`() throws {
    // A test that remembers what it saw before, which it must not, shows that each slice begins anew.
    let folder = try TemporaryFolder()
    try folder.write("name\n" + (1...2000).map { "D-\($0)\n" }.joined(), to: "data/devices.csv")
    let source = trial(
      "first = check { each = devices, test = function(d) n = n + 1 if n == 1 then return fail('first') end return pass() end },",
      before: "local n = 0")
    let job = try job(source, folder)
    #expect(InProcessRunner().run(job).checks[0].counts[.fail] == 1)
    let results = [1, 2, 3].map { count in
      (try? workers().using(workers: count, sliceSize: 4096).run(job))?.checks[0].counts[.fail]
    }
    #expect(results == [4, 4, 4])
  }

  @Test(arguments: [
    // What a slice cannot settle for itself: printing, limits, a worker that is killed.
    "if d.name == 'D-900' then print 'here' end return pass()",
    "if d.name == 'D-900' then while true do end end return pass()",
    "if d.name == 'D-900' then local t = {} while true do t[#t + 1] = t end end return pass()",
  ])
  func `what a slice cannot settle is settled in one pass`(body: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("name\n" + (1...2000).map { "D-\($0)\n" }.joined(), to: "data/devices.csv")
    var limits = LuaLimits()
    limits.callSeconds = 0.2
    limits.memory = 4 << 20
    let plugin = try load(trial("spoil = check { each = devices, test = function(d) \(body) end },"))
    let data = DataFolder(path: "\(folder.path)/data")
    let job = try ChecksTests.job(
      plugin, plugin.sources(nil).declarations.mapValues { JobInput(data.open($0), of: $0) }, limits: limits, kept: 10)
    let whole = try workers().run(job)
    let sliced = try workers().using(workers: 2, sliceSize: 4096).run(job)
    #expect(sliced.checks.map(\.timeless) == whole.checks.map(\.timeless))
    #expect(sliced.log == whole.log)
  }

  @Test func `a companion is there for every slice, and its faults are told once`() throws {
    let folder = try TemporaryFolder()
    try folder.write("name\n" + (1...2000).map { "D-\($0)\n" }.joined(), to: "data/devices.csv")
    let source = trial(
      "known = check { each = devices, with = { places = places }, test = function(d, _, c) return pass('%d', #c.places) end },"
    )
    for places in ["name,room\nA,1\n", "name,room\nA,1\nB,いろは\n"] {
      try folder.write(places, to: "data/places.csv")
      let job = try job(source, folder)
      let sliced = try workers().using(workers: 2, sliceSize: 4096).run(job)
      #expect(sliced.checks.map(\.timeless) == InProcessRunner().run(job).checks.map(\.timeless))
    }
  }
}
