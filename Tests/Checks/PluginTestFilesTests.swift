import Compliance
import Glibc
import Testing

@testable import Checks
@testable import Lua

/// What of a plugin's tests is read and written, and what is not.
@Suite struct PluginTestFilesTests {
  /// The plugin's folder, and one that is none of its business.
  private let folder: TemporaryFolder
  private let elsewhere: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    elsewhere = try TemporaryFolder()
    try elsewhere.write("name,kind\nA,ct\n", to: "devices.csv")
    try elsewhere.write("as it was", to: "kinds.txt")
  }

  private static let source = trial(
    "kinds = check { each = devices, test = function(d) if d.kind == 'ct' then return pass() end return fail('no') end }"
  )

  private static func cases(_ more: String) -> String {
    "return { { 'x', check = 'kinds', today = '2026-11-21', \(more) } }"
  }
  private static let passing = cases("outcome = 'pass', rows = { devices = { { name = 'A', kind = 'ct' } } }")
  private static let recorded = cases("golden = 'kinds', rows = { devices = { { name = 'A', kind = 'ct' } } }")

  private func report(isRecording: Bool = false) throws -> PluginTests.Report {
    PluginTests.run(
      try load(Self.source), in: folder.path, runner: InProcessRunner(), catalogue: .byID(.empty),
      isRecording: isRecording)
  }

  private func problems(_ language: Language = .en) throws -> [String] {
    try report().problems.map { $0.line(in: language) }
  }

  // MARK: - Data

  @Test func `ordinary nested folders of data are read`() throws {
    try folder.write("name,kind\nA,ct\n", to: "fixtures/some/passing/devices.csv")
    try folder.write(Self.cases("data = 'fixtures/some/passing', outcome = 'pass'"), to: "tests/a.lua")
    let report = try report()
    #expect(report.passed == 1 && report.failures == [] && report.problems == [])
  }

  @Test(arguments: ["fx", "fixtures/fx", "fx/inner"])
  func `a link on the way to the data is not followed`(data: String) throws {
    try elsewhere.write("name,kind\nA,ct\n", to: "inner/devices.csv")
    let link = data == "fx/inner" ? "fx" : data
    try folder.makeFolder("fixtures")
    try folder.link(link, to: elsewhere.path)
    try folder.write(Self.cases("data = '\(data)', outcome = 'pass'"), to: "tests/a.lua")
    #expect(try report().passed == 0)
    #expect(
      try problems() == [
        "Plugins/trial/tests/a.lua:1:56: The folder of data cannot be opened. \(link): Symbolic links are not followed. Put the folder itself here."
      ])
    #expect(
      try problems(.ja) == [
        "Plugins/trial/tests/a.lua:1:56: data のフォルダーを開けません。\(link): シンボリックリンクはたどらない。フォルダそのものを置く。"
      ])
  }

  @Test func `a link in the data is not followed`() throws {
    try folder.makeFolder("fixtures")
    try folder.link("fixtures/devices.csv", to: "\(elsewhere.path)/devices.csv")
    try folder.write(Self.cases("data = 'fixtures', outcome = 'pass'"), to: "tests/a.lua")
    let reasons = try report().failures.flatMap(\.reasons).map(\.en)
    #expect(reasons.last == "Symbolic links are not followed. Put the file itself here.")
  }

  // MARK: - Cases

  @Test func `test files that are links, FIFOs or folders are not opened`() throws {
    try folder.write(Self.passing, to: "tests/a.lua")
    try elsewhere.write(Self.passing, to: "b.lua")
    try folder.link("tests/b.lua", to: "\(elsewhere.path)/b.lua")
    try folder.makeFIFO("tests/c.lua")
    try folder.makeFolder("tests/d.lua")
    #expect(
      try problems() == [
        "Plugins/trial/tests/b.lua: Symbolic links are not followed. Put the file itself here.",
        "Plugins/trial/tests/c.lua: This is not a regular file (but a FIFO, a device or the like), so it is not opened.",
        "Plugins/trial/tests/d.lua: This is a folder, not a file.",
      ])
    #expect(
      try problems(.ja).first == "Plugins/trial/tests/b.lua: シンボリックリンクはたどらない。ファイルそのものを置く。")
    #expect(try report().passed == 1)
    #expect(PluginTestFiles(in: folder.path).readable == ["tests/a.lua"])
  }

  @Test func `a folder of tests that is a link is not entered, and told of once`() throws {
    try elsewhere.write(Self.recorded, to: "a.lua")
    try elsewhere.write("", to: "golden/kinds.txt")
    try folder.link("tests", to: elsewhere.path)
    #expect(
      try problems() == ["Plugins/trial/tests: Symbolic links are not followed. Put the folder itself here."])
    #expect(PluginTestFiles(in: folder.path).readable == [])
  }

  @Test func `the plugin's own folder may be a link`() throws {
    try folder.write(Self.passing, to: "plugin/tests/a.lua")
    try folder.link("link", to: "plugin")
    #expect(PluginTestFiles(in: "\(folder.path)/link").readable == ["tests/a.lua"])
  }

  @Test func `test files are read up to a limit in all`() throws {
    try folder.write(Self.passing, to: "tests/a.lua")
    try folder.write("return {}", to: "tests/b.lua")
    try folder.stretch("tests/b.lua", to: PluginTestFiles.largest)
    try folder.write("return {}", to: "tests/c.lua")
    try folder.stretch("tests/c.lua", to: 3 << 30)
    let (en, ja) = (try problems(), try problems(.ja))
    #expect(
      en
        == ["b", "c"].map {
          "Plugins/trial/tests/\($0).lua: The Lua files in tests/ are larger than 16384 KiB in all. Keep large data in files in fixtures/, and name their folder with data."
        })
    #expect(ja.first?.hasPrefix("Plugins/trial/tests/b.lua: tests/ のLuaファイルの合計が 16384 KiB を超えています。") == true)
    #expect(PluginTestFiles(in: folder.path).readable == ["tests/a.lua"])
  }

  // MARK: - Golden files

  @Test(arguments: [false, true])
  func `a golden file that is a link is neither read nor written`(isRecording: Bool) throws {
    try folder.write(Self.recorded, to: "tests/a.lua")
    try folder.makeFolder("tests/golden")
    try folder.link("tests/golden/kinds.txt", to: "\(elsewhere.path)/kinds.txt")
    let report = try report(isRecording: isRecording)
    #expect(
      report.failures.flatMap(\.reasons) == [
        LocalizedText(
          ja: "tests/golden/kinds.txt: シンボリックリンクはたどらない。ファイルそのものを置く。",
          en: "tests/golden/kinds.txt: Symbolic links are not followed. Put the file itself here.")
      ])
    #expect(report.recordings == [])
  }

  @Test(arguments: [false, true])
  func `a folder of golden files that is a link is not entered`(isRecording: Bool) throws {
    try folder.write(Self.recorded, to: "tests/a.lua")
    try folder.link("tests/golden", to: elsewhere.path)
    let report = try report(isRecording: isRecording)
    #expect(
      report.problems.map { $0.line(in: .en) } == [
        "Plugins/trial/tests/golden: Symbolic links are not followed. Put the folder itself here."
      ])
    #expect(report.recordings == [] && report.passed == 0)
  }

  @Test func `what became a link since is not written through`() throws {
    try folder.write(Self.recorded, to: "tests/a.lua")
    let recording = try #require(try report(isRecording: true).recordings.first)
    let files = PluginTestFiles(in: folder.path)
    try folder.link("tests/golden", to: elsewhere.path)
    #expect(throws: Problem.self) { try files.write(recording) }
    #expect(elsewhere.read("kinds.txt") == "as it was")

    try #require(unlink("\(folder.path)/tests/golden") == 0)
    try folder.makeFolder("tests/golden")
    try folder.link("tests/golden/kinds.txt", to: "\(elsewhere.path)/kinds.txt")
    try files.write(recording)
    #expect(elsewhere.read("kinds.txt") == "as it was")
    #expect(folder.read("tests/golden/kinds.txt") == recording.text)
  }

  @Test func `golden files that are FIFOs or too large are not read`() throws {
    try folder.write(Self.recorded, to: "tests/a.lua")
    try folder.makeFolder("tests/golden")
    try folder.makeFIFO("tests/golden/kinds.txt")
    #expect(
      try report().failures.flatMap(\.reasons).map(\.en) == [
        "tests/golden/kinds.txt: This is not a regular file (but a FIFO, a device or the like), so it is not opened."
      ])
    try #require(unlink("\(folder.path)/tests/golden/kinds.txt") == 0)
    try folder.write("", to: "tests/golden/kinds.txt")
    try folder.stretch("tests/golden/kinds.txt", to: 3 << 30)
    #expect(
      try report().failures.flatMap(\.reasons) == [
        LocalizedText(
          ja: "tests/golden/kinds.txt が 16384 KiB を超えています。事例のデータを減らして、記録し直してください。",
          en: "tests/golden/kinds.txt is larger than 16384 KiB. Give the case less data, and record it anew.")
      ])
    #expect(try report(isRecording: true).recordings.map(\.isChanged) == [true])
  }
}
