import Foundation
import Testing

/// What a plugin wants beyond `data/`: shown before it runs, withheld without a grant, read with one.
struct GrantTests {
  /// A site whose plugin `small` reads a file beside the site, and one whose plugin asks a command.
  private func site(reading origin: String) throws -> Site {
    let site = try Site.small("return tenken.fail('%s', row.name)")
    try Data("name,person\nthe neighbour,\n".utf8).write(to: site.around.appending(path: "beside.csv"))
    try site.replace(#"file = "ledger.csv""#, by: origin, in: "plugins/small/plugin.lua")
    return site
  }

  private func path(_ site: Site) -> String { site.around.appending(path: "beside.csv").path }

  private func check(_ site: Site) throws -> Command.Result {
    try Command.run(["plugin", "check", "small", "--site", site.folder.path])
  }

  /// Appends to the settings what `plugin check` says is missing.
  private func grant(_ site: Site) throws {
    let lines = try check(site).out.split(separator: "\n")
    let start = try #require(lines.firstIndex { $0 == "    grants:" })
    let yaml = lines[start...].prefix { $0.hasPrefix("    ") }.map { $0.dropFirst(4) }.joined(separator: "\n")
    try site.write("\(String(decoding: try site.read("tenken.yaml"), as: UTF8.self))\n\(yaml)\n", to: "tenken.yaml")
  }

  @Test func aFileElsewhereIsReadOnceItIsGranted() throws {
    let before = try Site.small()
    let site = try site(reading: #"file = "\#(before.around.path)/beside.csv""#)
    try Data("name,person\nthe neighbour,\n".utf8).write(to: before.around.appending(path: "beside.csv"))
    try expectGrantable(site, shown: path(before), saying: "the neighbour")
  }

  @Test func aCommandIsRunOnceItIsGranted() throws {
    let site = try site(reading: #"command = { "printf", "name\\n%s\\n", "said $HOME" }, format = "csv""#)
    try expectGrantable(site, shown: "$ printf 'name\\n%s\\n' 'said $HOME' (/usr/bin/printf)", saying: "said $HOME")
  }

  private func expectGrantable(_ site: Site, shown: String, saying text: String) throws {
    let first = try check(site)
    // It has no tests, and what it asks for is shown all the same.
    #expect(first.status == 65)
    #expect(first.err.contains("plugins/small/tests: The plugin has no tests."), "\(first.err)")
    #expect(first.out.contains("  ledger: \(shown) [not granted]\n"))
    let withheld = try site.result("--only", "small")
    #expect(withheld.checks.map(\.outcome) == ["notchecked"])
    #expect(withheld.checks.first?.problem?.text.contains("plugin_sha256: ") == true)
    let noted = try Command.run(["site", "check", site.folder.path])
    #expect(noted.status == 0)
    #expect(noted.out.contains("Plugin small asks for what is not granted"))

    try grant(site)
    let second = try check(site)
    #expect(second.out.contains("  ledger: \(shown) [granted]\n"))
    #expect(!second.out.contains("grants:"))
    let run = try site.sweep("--only", "small")
    #expect(run.status == 1)
    #expect(run.out.contains(text))
    let quiet = try Command.run(["site", "check", site.folder.path])
    #expect(!quiet.out.contains("tenken.yaml:"))

    // A plugin that has changed keeps what it has.
    try site.replace("version = \"1\"", by: "version = \"2\"", in: "plugins/small/plugin.lua")
    #expect(try site.sweep("--only", "small").status == 1)
    #expect(try check(site).out.contains("has changed since this grant, but asks for nothing more"))
    // And gets nothing that is new.
    try site.replace("id = \"ledger\", ", by: "id = \"ledger\", encoding = \"utf-8\", ", in: "plugins/small/plugin.lua")
    try site.replace("name = { \"string\"", by: "name = { \"string\", \"x\"", in: "plugins/small/plugin.lua")
    let lua = String(decoding: try site.read("plugins/small/plugin.lua"), as: UTF8.self)
    let line = try #require(lua.split(separator: "\n").first { $0.contains("id = \"ledger\"") })
    try site.replace(
      String(line),
      by: #"  id = "ledger", title = { ja = "台帳", en = "Ledger" }, file = "/etc/hostname", format = "csv","#,
      in: "plugins/small/plugin.lua")
    let changed = try site.result("--only", "small")
    #expect(changed.checks.map(\.outcome) == ["notchecked"])
    #expect(changed.checks.first?.problem?.text.contains("has changed since its grant") == true)
    #expect(try check(site).out.contains("does not ask for"))
  }

  @Test func aPluginThatWantsMoreThanDataIsMarked() throws {
    let site = try site(reading: #"file = "/etc/hostname", format = "csv""#)
    let list = try Command.run(["plugin", "list", "--site", site.folder.path])
    #expect(list.out.contains("\n  ! also reads outside data/, where the site grants it: /etc/hostname\n"))
    let unknown = try Command.run(["plugin", "check", "smal", "--site", site.folder.path])
    #expect(unknown.status == 64)
    let alone = try Command.run(["plugin", "check", site.folder.appending(path: "plugins/small").path])
    #expect(alone.out.contains("  ledger: /etc/hostname [needs a grant]\n"))
  }

  @Test func aSiteThatIsNotInOrderIsToldAllAtOnce() throws {
    let site = try Site.small()
    try site.addPlugin("broken", "return (")
    try site.write(
      """
      name: x
      guidelines: [mhlw-5]
      plugins: {smal: {}, small: {limits: {checks: {chekc: {call_seconds: 1}}}}}
      grants: {smaller: {plugin_sha256: \(String(repeating: "0", count: 64)), paths: [/etc/hostname]}}

      """, to: "tenken.yaml")
    let run = try Command.run(["site", "check", site.folder.path])
    #expect(run.status == 65)
    #expect(
      run.out.hasPrefix(
        "tenken.yaml:4:10: There is no plugin ‘smaller’, so nothing uses this grant. Did you mean ‘small’?\n"))
    let places = run.err.split(separator: "\n").compactMap { $0.split(separator: " ").dropFirst().first }
    #expect(places.prefix(3) == ["plugins/broken/plugin.lua:15:", "tenken.yaml:3:11:", "tenken.yaml:3:47:"])
  }
}
