import Foundation
import Testing

/// The plugins that come with Tenken pass their own tests, and these see each check pass and fail.
struct ShippedPluginsTests {
  private static let plugins = Command.checkout.appending(path: "Plugins").resolvingSymlinksInPath()

  @Test func theyPassTheirTests() throws {
    let tested = try Command.run(["plugin", "test"])
    #expect(tested.status == 0, "\(tested.out)")
    #expect(tested.err.isEmpty)
    #expect(tested.out.hasSuffix(" passed, 0 failed\n"))
    #expect(try Command.run(["plugin", "test", "--language", "ja"]).out.hasSuffix("、失敗 0 件\n"))
  }

  @Test func theyAreInOrder() throws {
    let checked = try Command.run(["plugin", "check"])
    #expect(checked.status == 0)
    #expect(checked.err.isEmpty)
  }

  @Test func aTestThatFailsIsShownWithItsPlace() throws {
    let site = try Site.small()
    try site.write(
      """
      return {
        { "one passes", check = "check", today = "2026-11-20", rows = { ledger = { { name = "one" } } }, outcome = "pass" },
        { "one fails", check = "check", today = "2026-11-20", rows = { ledger = { { name = "one" } } }, outcome = "fail" },
      }

      """, to: "plugins/small/tests/one.lua")
    let tested = try Command.run(["plugin", "test", site.folder.appending(path: "plugins/small").path])
    #expect(tested.status == 1)
    #expect(tested.out.contains("plugins/small/tests/one.lua:3"))
    #expect(tested.out.contains("one fails"))
    #expect(tested.out.hasSuffix("1 passed, 1 failed\n"))
  }

  @Test func aPluginWithoutTestsIsNoTestedPlugin() throws {
    let site = try Site.small()
    #expect(try Command.run(["plugin", "test", site.folder.appending(path: "plugins/small").path]).status == 65)
  }

  /// Each plugin's tests are run on a copy whose checks tell, by an error, which outcomes they made on the way.
  @Test func everyCheckIsSeenToPassAndToFail() throws {
    let site = try Site.nothing()
    let listed = try Command.run(["plugin", "list"]).out.split(separator: "\n").filter { $0.hasPrefix("  ") }
    let checks = Set(listed.compactMap { $0.split(separator: " ").first.map(String.init) })
    #expect(checks.count >= 38)
    var seen: [String: Set<String>] = ["pass": [], "fail": []]
    for name in Set(checks.compactMap { $0.split(separator: "/").first.map(String.init) }) {
      let copy = site.around.appending(path: name)
      try FileManager.default.copyItem(at: Self.plugins.appending(path: name), to: copy)
      let main = copy.appending(path: "plugin.lua")
      try (Data(Self.telltale.utf8) + Data(contentsOf: main)).write(to: main)
      let tested = try Command.run(["plugin", "test", copy.path])
      #expect(tested.status == 1, "\(tested.err)")
      for report in tested.out.split(separator: "SAW ").dropFirst() {
        let words = report.prefix { $0 != "." }.split(separator: " ").map(String.init)
        for outcome in words.dropFirst() { seen[outcome]?.insert("\(name)/\(words[0])") }
      }
    }
    #expect(checks.subtracting(seen["pass"] ?? []) == [], "no test sees these pass")
    #expect(checks.subtracting(seen["fail"] ?? []) == [], "no test sees these fail")
  }

  private static let telltale = """
    local T = require "tenken"
    local seen, plugin = {}, T.plugin
    for _, outcome in ipairs { "pass", "fail" } do
      local make = T[outcome]
      T[outcome] = function(...) seen[outcome] = true return make(...) end
    end
    T.plugin = function(manifest)
      for name, check in pairs(manifest.checks) do
        local test = check.test
        check.test = function(...)
          seen = {}
          test(...)
          error("SAW " .. name:gsub("_", "-") .. (seen.pass and " pass" or "") .. (seen.fail and " fail" or "") .. ".")
        end
      end
      return plugin(manifest)
    end

    """
}
