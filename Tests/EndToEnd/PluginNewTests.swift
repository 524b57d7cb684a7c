import Foundation
import Testing

/// `plugin new` and `plugin stubs`, as a person runs them.
struct PluginNewTests {
  /// A site with a ledger in its data.
  private func site(_ ledger: Data? = nil, _ name: String = "機器台帳.csv") throws -> Site {
    let site = try Site.nothing()
    try site.write("name: {ja: 小病院, en: Small}\nguidelines: [mhlw-5]\n", to: "tenken.yaml")
    if let ledger { try site.write(ledger, to: "data/\(name)") }
    return site
  }

  private func new(_ words: String..., in folder: URL) throws -> Command.Result {
    try Command.run(["plugin", "new"] + words, in: folder)
  }

  private func cp932(_ text: String) throws -> Data { try #require(text.data(using: .shiftJIS)) }

  /// What the plugin's own check and tests say.
  private func expectOrder(_ site: Site, _ name: String, at location: SourceLocation = #_sourceLocation) throws {
    for verb in ["check", "test"] {
      let run = try Command.run(["plugin", verb, "plugins/\(name)"], in: site.folder)
      #expect(run.status == 0, "\(verb): \(run.out)\(run.err)", sourceLocation: location)
    }
  }

  @Test(arguments: ["ja", "en"]) func aNewPluginPassesAndIsSwept(language: String) throws {
    let site = try site()
    let made = try new("device-ledger", "--language", language, in: site.folder)
    #expect(made.status == 0, "\(made.err)")
    #expect(made.out.contains("plugins/device-ledger"))
    try expectOrder(site, "device-ledger")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: site.folder.path).sorted() == ["plugins", "tenken.yaml"])
    let swept = try site.sweep("--only", "device-ledger", "--language", "en")
    #expect(swept.status == 2, "\(swept.out)\(swept.err)")
    #expect(swept.out.contains("device-ledger/reviewed"))
  }

  @Test func aLedgerInCP932WithErasSuggestsAPluginThatReadsIt() throws {
    let site = try site(
      try cp932(
        "機器台帳,,,,\r\n管理番号,機器名,担当者,最終点検日,撤去日\r\nN-0001,輸液ポンプ,山田 太郎,令和8年4月1日,\r\nN-0002,心電計,佐藤 花子,R6.10.1,\r\n合計,2台,,,\r\n"
      ))
    let made = try new("device-ledger", "--from", "data/機器台帳.csv", "--language", "ja", in: site.folder)
    #expect(made.status == 0, "\(made.err)")
    #expect(made.out.contains("data/機器台帳.csv: CP932、見出しは 2 行目、その下に 2 行"))
    #expect(!made.out.contains("山田"))
    try expectOrder(site, "device-ledger")
    let swept = try site.sweep("--only", "device-ledger", "--language", "en")
    #expect(swept.status == 1)
    #expect(swept.out.contains("data/機器台帳.csv:4"))
    for path in try FileManager.default.subpathsOfDirectory(atPath: site.folder.appending(path: "plugins").path) {
      let text = (try? site.read("plugins/\(path)")).map { String(decoding: $0, as: UTF8.self) } ?? ""
      for value in ["山田", "佐藤", "N-0001", "輸液ポンプ", "心電計"] { #expect(!text.contains(value), "\(path)") }
    }
  }

  @Test func aWorkbookSuggestsAPluginThatReadsIt() throws {
    let workbook = Command.checkout.appending(path: "Tests/SiteData/Fixtures/devices.xlsx")
    let site = try site(try Data(contentsOf: workbook), "devices.xlsx")
    let made = try new("devices-of-ours", "--from", "data/devices.xlsx", "--language", "en", in: site.folder)
    #expect(made.status == 0, "\(made.err)")
    #expect(made.out.contains("data/devices.xlsx: XLSX"))
    try expectOrder(site, "devices-of-ours")
    #expect(try site.read("plugins/devices-of-ours/fixtures/failing/devices.xlsx").starts(with: Data("PK".utf8)))
  }

  @Test func aLedgerThatLiesElsewhereIsToBePutIntoTheData() throws {
    let site = try site()
    try Data("機器名,備考,備考,,期限\nA,b,c,d,R8.4.1\n".utf8).write(to: site.around.appending(path: "list.csv"))
    let made = try new("renewals", "--from", "../list.csv", "--language", "en", in: site.folder)
    #expect(made.status == 0, "\(made.err)")
    #expect(made.out.contains("put ../list.csv into the site as data/list.csv"))
    #expect(made.out.contains("same header: 備考"))
    #expect(made.out.contains("no header (counted from the left): 4."))
    try expectOrder(site, "renewals")
  }

  @Test(arguments: [
    ("", "data/a.csv: There is nothing in it"),
    ("A-1,2026-04-01\nA-2,2026-05-01\n", "data/a.csv:1: This line seems to hold values"),
    ("山田,内科\n佐藤,外科\n", "data/a.csv:1: It cannot be told"),
  ])
  func aLedgerWithoutAHeaderIsRefusedAndNothingIsWritten(text: String, told: String) throws {
    let site = try site(Data(text.utf8), "a.csv")
    let made = try new("trial", "--from", "data/a.csv", "--language", "en", in: site.folder)
    #expect(made.status == 65)
    #expect(made.err.contains(told), "\(made.err)")
    #expect(!made.err.contains("山田"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: site.folder.path).sorted() == ["data", "tenken.yaml"])
  }

  @Test(arguments: [
    (["Device_Ledger"], "lower-case words joined by hyphens"), (["../x"], "lower-case words joined by hyphens"),
    (["wireless-lan"], "Tenken comes with a plugin named wireless-lan"), (["there"], "is there already"),
    (["trial", "--requirement", "mhlw-5:6.5.C.99"], "mhlw-5:6.5.C.99"),
    (["trial", "--from", "x.pdf"], ".csv, .tsv, .xlsx"),
    (["trial", "--site", "data"], "is no site's folder"),
    (["trial", "--from", "data/a.csv", "--header", "9"], "line 9 is blank"),
  ])
  func whatCannotBeMadeIsToldAndNothingIsWritten(words: [String], told: String) throws {
    let site = try site(Data("甲\n乙\n".utf8), "a.csv")
    try site.write("mine", to: "plugins/there/note.txt")
    let made = try Command.run(["plugin", "new"] + words + ["--language", "en"], in: site.folder)
    #expect(made.status == 64)
    #expect(made.err.contains(told), "\(made.err)")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: site.folder.path).sorted() == [
        "data", "plugins", "tenken.yaml",
      ])
    #expect(
      try FileManager.default.subpathsOfDirectory(atPath: site.folder.appending(path: "plugins").path).sorted() == [
        "there", "there/note.txt",
      ])
  }

  @Test func aLinkThatLeadsNowhereIsLeftAsItIs() throws {
    let site = try site()
    let link = site.folder.appending(path: "plugins/trial")
    try FileManager.default.createDirectory(at: link.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: "nowhere")
    #expect(try new("trial", in: site.folder).status == 64)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == "nowhere")
  }

  @Test func withoutASiteItGoesIntoTheFolder() throws {
    let place = try Site.nothing()
    let made = try new("trial", "--requirement", "6.5 C 12 (3)", in: place.around)
    #expect(made.status == 0, "\(made.err)")
    let code = try String(contentsOf: place.around.appending(path: "trial/plugin.lua"), encoding: .utf8)
    #expect(code.contains("requirements = { \"mhlw-5:6.5.C.12.3\" }"))
    for verb in ["check", "test"] { #expect(try Command.run(["plugin", verb, "trial"], in: place.around).status == 0) }
  }

  @Test func luacheckHasNothingToSayAboutANewPlugin() throws {
    let luacheck = URL(filePath: "/usr/bin/luacheck")
    try #require(
      FileManager.default.isExecutableFile(atPath: luacheck.path), "lua-check is among the project's packages")
    let place = try Site.nothing()
    #expect(try new("trial", "--language", "ja", in: place.around).status == 0)
    let found = try Command.run(luacheck, ["plugin.lua", "tests"], in: place.around.appending(path: "trial"))
    #expect(found.status == 0, "\(found.out)")
    let stubs = try Command.run(
      luacheck, ["--no-config", "--only", "0", "--", ".stubs/tenken.lua", ".stubs/lua.lua"],
      in: place.around.appending(path: "trial"))
    #expect(stubs.status == 0, "\(stubs.out)")
  }

  @Test func stubsAreRenewedAndSettingsAreLeftAsTheyAre() throws {
    let place = try Site.nothing()
    try Data("mine".utf8).write(to: place.around.appending(path: ".luarc.json"))
    for _ in 0..<2 {
      let made = try Command.run(["plugin", "stubs", "--output", place.around.path, "--language", "en"])
      #expect(made.status == 0)
      #expect(made.out.contains("Left as it is: \(place.around.path)/.luarc.json"))
    }
    #expect(try Data(contentsOf: place.around.appending(path: ".luarc.json")) == Data("mine".utf8))
    let stub = try String(contentsOf: place.around.appending(path: ".stubs/tenken.lua"), encoding: .utf8)
    #expect(stub.hasPrefix("---@meta tenken\n"))
    #expect(try Command.run(["plugin", "stubs", "--output", place.around.path + "/none"]).status == 64)
  }
}
