import Compliance
import SiteData
import Testing

@testable import Checks
@testable import Lua

/// Checks over files as a site has them.
@Suite struct RunnerFilesTests {
  static let source = trial(
    """
    each = check { each = devices, test = function(d) return pass("%s", d.kind) end },
    all = check { all = devices, with = { places = places }, test = function(l, _, c) return pass("%d %d", #l, #c.places) end },
    """)

  private func run(_ folder: TemporaryFolder, _ source: String = source) throws -> [String: CheckRun] {
    let plugin = try load(source)
    let data = DataFolder(path: "\(folder.path)/data")
    let inputs = plugin.sources(nil).declarations.mapValues { JobInput(data.open($0), of: $0) }
    let run = try runBothWays(try job(plugin, inputs))
    return Dictionary(uniqueKeysWithValues: run.checks.map { ($0.check.id.name ?? "", $0) })
  }

  @Test func `findings lead to the line of the file, and evidence to its bytes`() throws {
    let folder = try TemporaryFolder()
    try folder.write("機器名,kind\r\nA,ＣＴ\r\n\r\nB,MRI\r\n", to: "data/devices.csv")
    try folder.write("name,room\n101号室,101\n,\n102号室,いろは\n", to: "data/places.csv")
    let results = try run(folder)
    let each = try #require(results["each"])
    #expect(each.lines == ["pass A data/devices.csv:2 | ct", "pass B data/devices.csv:4 | mri"])
    #expect(each.sources.map(\.file) == ["data/devices.csv"])
    #expect(each.sources.first?.records == 2 && each.sources.first?.sha256?.count == 64)
    let all = try #require(results["all"])
    #expect(all.outcome == .error)
    #expect(all.findings.map(\.outcome) == [.error, .pass])
    #expect(all.findings.first?.place == Place(file: "data/places.csv", line: 4))
    #expect(all.findings.last?.line == "pass devices data/devices.csv | 2 1")
    #expect(all.sources.map(\.source) == ["devices", "places"])
  }

  @Test func `a file that is not there leaves its checks unchecked`() throws {
    let folder = try TemporaryFolder()
    try folder.write("name\nP\n", to: "data/places.csv")
    let results = try run(folder)
    for result in results.values {
      #expect(result.outcome == .notchecked && result.findings.isEmpty && result.counts.total == 0)
      #expect(result.problem?.place.file == "data/devices.csv")
    }
  }

  @Test func `a file that cannot be read is an error`() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("data/devices.csv")
    try folder.write("name\nP\n", to: "data/places.csv")
    for result in try run(folder).values {
      #expect(result.outcome == .error && result.problem?.place.file == "data/devices.csv")
    }
    let linked = try TemporaryFolder()
    try linked.write("name\nA\n", to: "elsewhere.csv")
    try linked.write("name\nP\n", to: "data/places.csv")
    try linked.link("data/devices.csv", to: "\(linked.path)/elsewhere.csv")
    for result in try run(linked).values { #expect(result.outcome == .error && result.counts.total == 0) }
  }

  @Test(arguments: ["name,kind\n", "name,kind", "\u{FEFF}name,kind\r\n\r\n,\r\n"])
  func `a ledger without records is unknown`(text: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "data/devices.csv")
    try folder.write("name\nP\n", to: "data/places.csv")
    for result in try run(folder).values {
      #expect(result.outcome == .unknown)
      #expect(
        result.problem?.line(in: .en)
          == "data/devices.csv: There is not one record. Nothing can be told from an empty ledger.")
      #expect(result.sources.first?.file == "data/devices.csv")
    }
  }

  @Test(arguments: ["", "kind\nct\n", "\u{0}\u{1}\u{2}"])
  func `a file without the declared columns is an error, never a pass`(text: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "data/devices.csv")
    try folder.write("name\nP\n", to: "data/places.csv")
    for result in try run(folder).values {
      #expect(result.outcome == .error || result.outcome == .unknown)
      #expect(result.counts[.pass] == 0 || result.outcome == .error)
    }
  }

  @Test func `one file is read again for each way to see it`() throws {
    let folder = try TemporaryFolder()
    try folder.write("name\n" + (1...3000).map { "D\($0)" }.joined(separator: "\n"), to: "data/devices.csv")
    let source = trial(
      """
      both = check { each = devices, with = { all = devices, by = tenken.index(devices, "name") }, test = function(d, _, c) return pass("%d %d", #c.all, #c.by[d.name]) end },
      all = check { all = devices, test = function(l) return pass("%s", l[#l].name) end },
      """)
    let results = try run(folder, source)
    #expect(results["both"]?.counts[.pass] == 3000)
    #expect(results["both"]?.findings.allSatisfy { $0.message.en == "3000 1" } == true)
    #expect(results["both"]?.sources.count == 1)
    #expect(results["all"]?.findings.first?.message.en == "D3000")
  }
}
