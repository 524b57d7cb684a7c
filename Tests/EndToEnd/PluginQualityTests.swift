import Foundation
import Testing

/// `plugin check` and `plugin test` on a plugin whose tests leave something open.
struct PluginQualityTests {
  /// A site whose plugin `small` says whether a name has at most three letters.
  private func site(_ cases: [(name: String, more: String)]) throws -> Site {
    let site = try Site.small(
      "if #row.name <= 3 then return tenken.pass() end return tenken.fail('%s is long', row.name)")
    try write(cases, to: site)
    return site
  }

  private func write(_ cases: [(name: String, more: String)], to site: Site) throws {
    let lines = cases.map { test in
      #"  { "\#(test.name)", check = "check", today = "2026-11-20", rows = { ledger = { { name = "\#(test.name)" } } }, \#(test.more) },"#
    }
    try site.write("return {\n\(lines.joined(separator: "\n"))\n}\n", to: "plugins/small/tests/one.lua")
  }

  private func plugin(_ verb: String, _ site: Site, _ arguments: String...) throws -> Command.Result {
    try Command.run(["plugin", verb, site.folder.appending(path: "plugins/small").path] + arguments)
  }

  @Test func aChangeThatNoTestNoticesIsShown() throws {
    let site = try site([("ab", #"outcome = "pass""#), ("abcd", #"outcome = "fail""#)])
    let tested = try plugin("test", site, "--mutants")
    #expect(tested.status == 1)
    #expect(tested.out.contains("  #row.name <= 3  →  #row.name < 3\n"))
    #expect(tested.out.contains("    No test notices another comparison. Write a case with a value at its bound.\n"))
    #expect(tested.out.contains(" 1 not noticed\n"))
    let japanese = try plugin("test", site, "--mutants", "--language", "ja")
    #expect(japanese.out.contains("比較を変えても、どのテストも気付きません。"))

    try write([("abc", #"outcome = "pass""#), ("abcd", #"outcome = "fail""#)], to: site)
    let mended = try plugin("test", site, "--mutants")
    #expect(mended.status == 0, "\(mended.out)")
    #expect(mended.out.contains(" 0 not noticed\n"))
  }

  @Test func aCheckThatCannotFailIsShownInWords() throws {
    let site = try site([("abc", #"outcome = "pass""#)])
    let tested = try plugin("test", site, "--mutants")
    #expect(tested.status == 1)
    #expect(
      tested.out.contains("    No test notices pass in place of fail: a check that cannot fail.\n"), "\(tested.out)")
    let checked = try plugin("check", site)
    #expect(checked.status == 65)
    #expect(checked.err.contains("No test makes the check small/check fail. A check that cannot fail guards nothing"))
  }

  @Test func linesThatNoTestRunsAreShown() throws {
    let site = try site([("abc", #"outcome = "pass""#)])
    try site.write("local m = {}\nfunction m.f()\n  return 1\nend\nreturn m\n", to: "plugins/small/more.lua")
    let tested = try plugin("test", site, "--coverage")
    #expect(tested.status == 0)
    #expect(tested.out.contains("/more.lua  0/5\n    not run: 1-5\n"), "\(tested.out)")
  }

  @Test func whatIsRecordedIsComparedWith() throws {
    let site = try site([("abc", #"golden = "short""#), ("abcd", #"golden = "long", outcome = "fail""#)])
    #expect(try plugin("test", site).status == 1)
    let recorded = try plugin("test", site, "--record")
    #expect(recorded.status == 0)
    #expect(recorded.out.contains("plugins/small/tests/golden/long.txt\n"))
    let text = String(decoding: try site.read("plugins/small/tests/golden/long.txt"), as: UTF8.self)
    #expect(text == "small/check: fail\n\nfail  abcd  ledger:1\n  abcd is long\n")
    #expect(try plugin("test", site).status == 0)
    #expect(try plugin("test", site, "--record").out.contains("small: no recorded file has changed.\n"))

    try site.replace("is long", by: "is too long", in: "plugins/small/plugin.lua")
    let differs = try plugin("test", site)
    #expect(differs.status == 1)
    #expect(differs.out.contains("    -   abcd is long\n    +   abcd is too long\n"))
    #expect(try plugin("test", site, "--record", "--mutants").status == 64)
  }

  @Test func nothingIsRecordedThroughALink() throws {
    let site = try site([("abc", #"golden = "short""#), ("abcd", #"golden = "long""#)])
    try site.write("as it was", to: "elsewhere/long.txt")
    let golden = site.folder.appending(path: "plugins/small/tests/golden")
    try FileManager.default.createSymbolicLink(at: golden, withDestinationURL: site.folder.appending(path: "elsewhere"))
    let whole = try plugin("test", site, "--record")
    #expect(whole.status == 65)
    #expect(
      whole.err.contains("plugins/small/tests/golden: Symbolic links are not followed. Put the folder itself here."))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: site.folder.appending(path: "elsewhere").path).count == 1)

    try FileManager.default.removeItem(at: golden)
    try FileManager.default.createDirectory(at: golden, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: golden.appending(path: "long.txt"), withDestinationURL: site.folder.appending(path: "elsewhere/long.txt"))
    let one = try plugin("test", site, "--record", "--language", "ja")
    #expect(one.status == 1)
    #expect(one.out.contains("tests/golden/long.txt: シンボリックリンクはたどらない。ファイルそのものを置く。"), "\(one.out)")
    #expect(try site.read("elsewhere/long.txt") == Data("as it was".utf8))
    #expect(try String(decoding: site.read("plugins/small/tests/golden/short.txt"), as: UTF8.self).hasPrefix("small/"))
  }

  @Test func theLinterIsGivenNothingThatHoldsItUp() throws {
    let site = try site([("abc", #"outcome = "pass""#), ("abcd", #"outcome = "fail""#)])
    let tests = site.folder.appending(path: "plugins/small/tests")
    try #require(mkfifo(tests.appending(path: "b.lua").path, 0o644) == 0)
    try site.write("local unused = 1\n", to: "elsewhere.lua")
    try FileManager.default.createSymbolicLink(
      at: tests.appending(path: "c.lua"), withDestinationURL: site.folder.appending(path: "elsewhere.lua"))
    let checked = try plugin("check", site)
    #expect(checked.status == 65)
    #expect(checked.err.contains("tests/b.lua: This is not a regular file"))
    #expect(checked.err.contains("tests/c.lua: Symbolic links are not followed. Put the file itself here."))
    #expect(!checked.err.contains("'unused'"), "\(checked.err)")
  }

  @Test func nothingOfAPluginSteersTheTerminal() throws {
    let site = try Site.small("return tenken.fail('\u{1b}[31m')")
    try write([("abc", #"outcome = "pass""#)], to: site)
    let tested = try plugin("test", site, "--coverage")
    #expect(tested.status == 1)
    let broken = try Site.small()
    try broken.write("error('\u{1b}[31m')\n", to: "plugins/small/plugin.lua")
    let checked = try plugin("check", broken)
    #expect(checked.status == 65)
    #expect(!tested.output.contains(0x1B) && !checked.errors.contains(0x1B))
    let named = try Site.small()
    try named.replace("version = \"1\"", by: "version = \"1\\27[2J\\nforged\"", in: "plugins/small/plugin.lua")
    let listed = try plugin("list", named)
    #expect(listed.out.contains("small 1\u{241B}[2J\u{240A}forged"), "\(listed.out)")
  }

  @Test func aLinterThatDoesNotComeToItsEndIsTold() throws {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/luacheck") else { return }
    let site = try site([("abc", #"outcome = "pass""#), ("abcd", #"outcome = "fail""#)])
    let nested = String(repeating: "(", count: 20_000) + "1" + String(repeating: ")", count: 20_000)
    try site.write("return \(nested)\n", to: "plugins/small/more.lua")
    let checked = try plugin("check", site)
    #expect(checked.status == 65)
    #expect(checked.err.contains("luacheck broke off (it may use 512 MiB and 60 s)."), "\(checked.err.prefix(500))")
  }

  @Test func theLinterIsHeardAndReadsNoConfiguration() throws {
    let site = try site([("abc", #"outcome = "pass""#), ("abcd", #"outcome = "fail""#)])
    let mark = site.around.appending(path: "mark")
    let code = "os.execute([[touch \(mark.path)]])"
    for name in [".luacheckrc", "lanes.lua", "luacheck.lua"] { try site.write(code, to: "plugins/small/tests/\(name)") }
    try site.write(code, to: "plugins/small/.luacheckrc")
    try site.write("local unused = os.time()\nreturn {}\n", to: "plugins/small/more.lua")
    let checked = try Command.run(
      ["plugin", "check", "."], in: site.folder.appending(path: "plugins/small"),
      environment: ["HOME": site.folder.path, "LUA_INIT": code, "LUA_PATH": "./?.lua"])
    #expect(checked.status == 64)
    let named = try Command.run(
      ["plugin", "check", "plugins/small"], in: site.folder,
      environment: ["HOME": site.folder.path, "LUA_INIT": code, "LUA_PATH": "./?.lua"])
    #expect(named.status == 65)
    #expect(!FileManager.default.fileExists(atPath: mark.path))
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/luacheck") else { return }
    #expect(named.err.contains("plugins/small/more.lua:1:7: luacheck: (W211) unused variable 'unused'"), "\(named.err)")
    #expect(named.err.contains("plugins/small/more.lua:1:16: luacheck: (W113) accessing undefined variable 'os'"))
  }
}
