import Foundation
import Testing

/// The plugins that come with Tenken pass their own tests; that these see each check pass and fail is part of `plugin check`.
struct ShippedPluginsTests {
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
}
