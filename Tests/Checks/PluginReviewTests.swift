import Compliance
import Testing

@testable import Checks
@testable import Lua

/// What a plugin lacks although it loads.
@Suite struct PluginReviewTests {
  private func problems(_ source: String, _ tests: [String]) throws -> [String] {
    let folder = try TemporaryFolder()
    if !tests.isEmpty { try folder.write("return {\n\(tests.joined(separator: ",\n"))\n}", to: "tests/a.lua") }
    return PluginReview.problems(
      of: try load(source), in: folder.path, runner: InProcessRunner(), catalogue: .byID(.empty)
    ).map { $0.line(in: .en) }
  }

  private static let source = trial(
    """
    kinds = check { each = devices, test = function(d) if d.kind then return pass() end return fail("no kind") end },
    """)

  private func test(_ kind: String?, _ expected: String) -> String {
    let cells = kind.map { ", kind = \"\($0)\"" } ?? ""
    return
      "{ 'x', check = 'kinds', today = '2026-11-21', rows = { devices = { { name = 'A'\(cells) } } }, \(expected) }"
  }

  private static let line =
    source.split(separator: "\n", omittingEmptySubsequences: false)
    .firstIndex { $0.contains("kinds = check") }.map { $0 + 1 } ?? 0
  private static let neverFails =
    "Plugins/trial/plugin.lua:\(line): No test makes the check trial/kinds fail. A check that cannot fail guards nothing: write such a case in tests/."
  private static let neverPasses =
    "Plugins/trial/plugin.lua:\(line): No test makes the check trial/kinds pass. Write such a case in tests/."

  @Test func `a check that is seen to fail and to pass lacks nothing`() throws {
    #expect(try problems(Self.source, [test("ct", "outcome = 'pass'"), test(nil, "outcome = 'fail'")]) == [])
    #expect(
      try problems(
        Self.source, [test("ct", "expect = { { outcome = 'pass' } }"), test(nil, "expect = { { outcome = 'fail' } }")])
        == [])
  }

  @Test func `what no test shows is told`() throws {
    #expect(try problems(Self.source, [test("ct", "outcome = 'pass'")]) == [Self.neverFails])
    #expect(try problems(Self.source, [test(nil, "outcome = 'fail'")]) == [Self.neverPasses])
  }

  @Test func `what cases give without expecting it counts`() throws {
    #expect(try problems(Self.source, [test("ct", "outcome = 'pass'"), test(nil, "golden = 'x'")]) == [])
    #expect(try problems(Self.source, [test("ct", "golden = 'x'"), test("ct", "golden = 'y'")]) == [Self.neverFails])
  }

  @Test func `without tests there is one problem, and one test file that is broken hides no check`() throws {
    #expect(
      try problems(Self.source, []) == [
        "Plugins/trial/tests: The plugin has no tests. Write a passing and a failing case in tests/."
      ])
    let broken = try problems(Self.source, [test("ct", "outcome = 'green'")])
    #expect(broken.count == 1 && broken[0].contains("'green' cannot be used for outcome."))
  }

  @Test func `a text in one language is told wherever it stands`() throws {
    let source = trial(
      """
      kinds = check { each = devices, test = function(d)
        if d.kind then return pass { ja = "ある", en = "there" } end
        return fail { ja = "種類がない" }
      end },
      """, before: "local words = { a = { ['en'] = 'only' } }")
    let line = source.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains("種類がない") }
    let found = try problems(
      source, [test("ct", "outcome = 'pass'"), test(nil, "outcome = 'error'"), test(nil, "golden = 'f'")])
    #expect(
      found.filter { $0.contains("is missing") } == [
        "Plugins/trial/plugin.lua:16:21: The text in ja is missing. Write both ja and en.",
        "Plugins/trial/plugin.lua:\((line ?? 0) + 1):15: The text in en is missing. Write both ja and en.",
      ])
  }
}
