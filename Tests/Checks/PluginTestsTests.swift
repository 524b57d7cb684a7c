import Compliance
import SiteData
import Testing

@testable import Checks
@testable import Lua

/// The runner of the tests that plugins bring along.
@Suite struct PluginTestsTests {
  static let source = trial(
    """
    kinds = check { each = devices, with = { places = places }, test = function(d, p, c)
      if d.kind == "ct" then return pass() end
      return fail({ ja = "%s は %s", en = "%s is %s" }, d.name, d.kind)
    end },
    terms = check { each = devices, test = function(d) return d.seen and pass():due(d.seen) or pass() end },
    counts = check { all = devices, test = function(l, p, c) if #l < p.least then return fail("%d on %s", #l, c.today) end return pass() end },
    """, parameters: "{ least = { type = 'integer', default = 1, minimum = 0, doc = { ja = '少', en = 'least' } } }")

  /// Runs a test file, and gives what was passed, and what was said of the rest.
  private func report(_ tests: [String: String], data: [String: String] = [:]) throws -> PluginTests.Report {
    let folder = try TemporaryFolder()
    for (name, text) in tests { try folder.write(text, to: "tests/\(name)") }
    for (name, text) in data { try folder.write(text, to: name) }
    return PluginTests.run(try load(Self.source), in: folder.path, runner: InProcessRunner(), catalogue: .byID(.empty))
  }

  private func lines(_ report: PluginTests.Report) -> [String] {
    report.failures.flatMap { failure in failure.reasons.map { "\(failure.place) \(failure.name): \($0.en)" } }
      + report.problems.map { $0.line(in: .en) }
  }

  static let places = "places = { { name = 'P' } }"

  @Test func `cases that go as they expect pass`() throws {
    let cases = """
      return {
        { "ct passes", check = "kinds", today = "2026-11-21", rows = { devices = { { name = "A", kind = "ＣＴ" } }, \(Self.places) }, outcome = "pass" },
        { "mri fails", check = "kinds", today = "2026-11-21", rows = { devices = { { name = "A", kind = "CT" }, { name = "B", kind = "MRI" } }, \(Self.places) },
          outcome = "fail", expect = { { outcome = "pass" }, { outcome = "fail", subject = "B", message = "は mri", line = 2 } } },
        { "an empty ledger", check = "counts", today = "2026-11-21", rows = { devices = {} }, outcome = "unknown", expect = {} },
        { "no ledger", check = "counts", today = "2026-11-21", rows = {}, outcome = "notchecked" },
        { "integers are digits", check = "counts", today = "2026-11-21", rows = { devices = { { name = 12 } } }, expect = { { outcome = "pass" } } },
        { "parameters", check = "counts", today = "2026-02-03", parameters = { least = 2 }, rows = { devices = { { name = "A" } } }, expect = { { outcome = "fail", message = "1 on 2026-02-03" } } },
        { "files", check = "kinds", today = "2026-11-21", data = "fixtures/passing", expect = { { outcome = "pass", line = 2 } } },
        { "last days", check = "terms", today = "2026-11-21", rows = { devices = { { name = "A", seen = "R9.3.31" }, { name = "B" }, { name = "C", seen = "R9.3.31" } } },
          expect = { { outcome = "pass", due = "2027-03-31" }, { outcome = "pass", due = false }, { outcome = "pass" } } },
        { "bad rows", check = "counts", today = "2026-11-21", rows = { devices = { { name = "A", seen = "?" } } }, outcome = "error" },
      }
      """
    let data = ["fixtures/passing/devices.csv": "name,kind\nA,CT\n", "fixtures/passing/places.csv": "name\nP\n"]
    let report = try report(["a.lua": cases, "notes.txt": "no Lua"], data: data)
    #expect(lines(report) == [])
    #expect(report.passed == 9)
  }

  @Test func `a failing case says what was different`() throws {
    let cases = """
      return {
        { "wrong outcome", check = "counts", today = "2026-11-21", rows = { devices = {} }, outcome = "pass" },
        { "wrong finding", check = "kinds", today = "2026-11-21", rows = { devices = { { name = "A", kind = "mri" } }, \(Self.places) },
          expect = { { outcome = "pass", subject = "B", message = "x", line = 3 } } },
        { "wrong last days", check = "terms", today = "2026-11-21", rows = { devices = { { name = "A", seen = "2027-03-31" }, { name = "B" }, { name = "C", seen = "2027-03-31" } } },
          expect = { { outcome = "pass", due = "2027-03-30" }, { outcome = "pass", due = "2027-03-31" }, { outcome = "pass", due = false } } },
        { "too few", check = "kinds", today = "2026-11-21", rows = { devices = { { name = "A", kind = "ct" } }, \(Self.places) },
          expect = { { outcome = "pass" }, { outcome = "pass" } } },
        { "too many", check = "kinds", today = "2026-11-21", rows = { devices = { { name = "A", kind = "ct" }, { name = "B", kind = "ct" } }, \(Self.places) },
          expect = { { outcome = "pass" } } },
      }
      """
    #expect(
      lines(try report(["a.lua": cases])) == [
        "Plugins/trial/tests/a.lua:2:5 wrong outcome: The outcome should be pass, but is unknown.",
        "Plugins/trial/tests/a.lua:2:5 wrong outcome: There is not one record. Nothing can be told from an empty ledger.",
        "Plugins/trial/tests/a.lua:3:5 wrong finding: Finding 1 should be pass B :3 \"x\", but is fail A devices:1 \"A is mri\".",
        "Plugins/trial/tests/a.lua:5:5 wrong last days: Finding 1 should be pass due 2027-03-30, but is pass A devices:1 \"\" due 2027-03-31.",
        "Plugins/trial/tests/a.lua:5:5 wrong last days: Finding 2 should be pass due 2027-03-31, but is pass B devices:2 \"\".",
        "Plugins/trial/tests/a.lua:5:5 wrong last days: Finding 3 should be pass due = false, but is pass C devices:3 \"\" due 2027-03-31.",
        "Plugins/trial/tests/a.lua:7:5 too few: The number of findings should be 2, but is 1.",
        "Plugins/trial/tests/a.lua:9:5 too many: The number of findings should be 1, but is 2.",
        "Plugins/trial/tests/a.lua:9:5 too many: Unexpected finding: pass B devices:2 \"\"",
      ])
  }

  @Test(arguments: [
    ("return 1", ["tests/a.lua: A test file must return a list of cases, but this returned a number."]),
    ("return { x = 1 }", ["tests/a.lua: A test file must return a list of cases, but this returned a table."]),
    ("\nerror 'x'", ["tests/a.lua:2: Lua error: x"]),
    ("return +", ["tests/a.lua:1: Lua syntax error: unexpected symbol near '+'"]),
    ("return { {} }", ["tests/a.lua: Case 1 has no name. Write it as { \"what happens\", check = …, … }."]),
    ("return {}", ["tests: The plugin has no tests. Write a passing and a failing case in tests/."]),
    (
      "return { { 'x' } }",
      [
        "tests/a.lua:1: test 'x' has no check: expected the name of a check.",
        "tests/a.lua:1: test 'x' has no today: expected a date such as \"2026-11-21\".",
        "tests/a.lua:1: Give an outcome, a list of findings in expect, or a golden file.",
        "tests/a.lua:1: Give exactly one of rows and data.",
      ]
    ),
    (
      "return { { 'x', check = 'knds', today = '21.11.2026', rows = { devics = {} }, outcome = 'green', expcet = {} } }",
      [
        "tests/a.lua:1:17: There is no check 'knds'. Did you mean 'kinds'?",
        "tests/a.lua:1:33: today of test 'x' must be a date such as \"2026-11-21\", but is a string.",
        "tests/a.lua:1:55: Plugin trial has no source 'devics'. Did you mean 'devices'?",
        "tests/a.lua:1:79: 'green' cannot be used for outcome.",
        "tests/a.lua:1:98: test 'x' has an unknown key 'expcet'. Did you mean 'expect'?",
      ]
    ),
    (
      "return { { 'x', check = 'counts', today = '2026-11-21', rows = { devices = { { name = {} } } }, data = 'a', outcome = 'pass' } }",
      [
        "tests/a.lua:1:57: rows of test 'x' must be lists of rows by source",
        "tests/a.lua:1:57: Give exactly one of rows and data.",
      ]
    ),
    (
      "return { { 'x', check = 'counts', today = '2026-11-21', data = '../elsewhere', outcome = 'pass' } }",
      ["tests/a.lua:1:57: '../elsewhere' is no folder within the plugin."]
    ),
    (
      "return { { 'x', check = 'counts', today = '2026-11-21', data = '/etc', outcome = 'pass' } }",
      ["tests/a.lua:1:57: '/etc' is no folder within the plugin."]
    ),
    (
      "return { { 'x', check = 'counts', today = '2026-11-21', rows = {}, expect = { { outcome = 'fial' }, { outcome = 'fail', mesage = 'x' } } } }",
      [
        "tests/a.lua:1:68: Each entry of expect needs an outcome",
        "tests/a.lua:1:68: an entry of expect has an unknown key 'mesage'. Did you mean 'message'?",
      ]
    ),
    (
      "return { { 'x', check = 'terms', today = '2026-11-21', rows = {}, expect = { { outcome = 'fail', due = 'soon', line = '2', subject = 3, message = {} } } } }",
      [
        "tests/a.lua:1:67: subject of an entry of expect must be a string, but is a number.",
        "tests/a.lua:1:67: message of an entry of expect must be a string, but is a table.",
        "tests/a.lua:1:67: line of an entry of expect must be the number of a line, but is a string.",
        "tests/a.lua:1:67: due of an entry of expect must be a date such as \"2027-03-31\", or false for none, but is a string.",
      ]
    ),
    (
      "return { { 'x', check = 'counts', today = '2026-11-21', rows = {}, outcome = 'pass', parameters = { leest = 1, least = -1 } } }",
      [
        "tests/a.lua:1:86: Parameter 'least' takes a value of the type integer (≥ 0).",
        "tests/a.lua:1:86: Plugin trial has no parameter 'leest'. Did you mean 'least'?",
      ]
    ),
  ])
  func `what is wrong with a test file is told, all at once`(file: String, problems: [String]) throws {
    let report = try report(["a.lua": file])
    #expect(report.passed == 0 && report.failures.isEmpty)
    let found = Set(report.problems.map { $0.line(in: .en) })
    #expect(found.count == problems.count, "\(found)")
    for problem in problems {
      #expect(found.contains { $0.hasPrefix("Plugins/trial/\(problem)") }, "\(problem) is not among \(found)")
    }
  }

  @Test func `a broken file does not hide the next, and cases are counted over files`() throws {
    let fine =
      "return { { 'x', check = 'counts', today = '2026-11-21', rows = { devices = { { name = 'A' } } }, outcome = 'pass' } }"
    let report = try report(["a.lua": "error 'x'", "b.lua": fine, "c.lua": fine])
    #expect(report.passed == 2)
    #expect(lines(report) == ["Plugins/trial/tests/a.lua:1: Lua error: x"])
  }

  @Test func `a plugin without tests is told`() throws {
    #expect(
      lines(try report([:])) == [
        "Plugins/trial/tests: The plugin has no tests. Write a passing and a failing case in tests/."
      ])
  }
}
