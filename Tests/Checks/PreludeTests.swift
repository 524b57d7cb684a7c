import Compliance
import SiteData
import Testing

@testable import Checks
@testable import Lua

/// What `require "tenken"` gives.
@Suite struct PreludeTests {
  /// The message of the outcome that a test returns, in both languages.
  private func message(_ expression: String) throws -> LocalizedText {
    let source = trial("a = check { each = devices, test = function(d, p, context)\n return \(expression) end },")
    let result = try #require(try run(source, devices: [["name": "A"]])["a"])
    return try #require(result.findings.first).message
  }

  @Test(arguments: [
    ("pass()", ""), ("pass('plain')", "plain"), ("fail('%s', 'x')", "x"),
    ("fail('%s %d %.1f %%', 'x', 3, 0.25)", "x 3 0.2 %"),
    ("fail('100%%')", "100%"), ("fail('%s', nil)", "-"), ("fail('%d days', nil)", "- days"),
    ("fail('%5.2f|%s|%s', nil, 'b', nil)", "-|b|-"),
    ("fail('%s%%%s', nil, 'x')", "-%x"), ("fail('%s %s', 'a', 'b', 'unused')", "a b"), ("fail('%s', d.kind)", "-"),
    ("fail('%s', {})", "table"),
    ("fail('%s', d)", "record"), ("fail('%s', true)", "true"), ("fail('%-5s|', 'ab')", "ab   |"),
    ("fail('点検 %s', '済')", "点検 済"), ("fail('')", ""),
    ("fail({ ja = '%s は', en = '%s is' }, 'AP')", "AP is"), ("fail({ ja = 'a', en = '%s' }, nil)", "-"),
    ("fail('%q', 'a')", "\"a\""),
    ("tenken.unknown('u')", "u"), ("tenken.notapplicable()", ""), ("tenken.informational('i')", "i"),
  ])
  func `a message is its pattern filled`(expression: String, english: String) throws {
    #expect(try message(expression).en == english)
  }

  @Test func `both languages are filled alike`() throws {
    #expect(
      try message("fail({ ja = '%s が %d 日', en = '%d days: %s' }, nil, nil)")
        == LocalizedText(ja: "- が - 日", en: "- days: -"))
    #expect(try message("fail('same')") == LocalizedText(verbatim: "same"))
  }

  @Test(arguments: [
    ("fail()", "tenken.fail needs a message"), ("tenken.unknown(nil)", "tenken.unknown needs a message"),
    ("fail(1)", "tenken.fail: the message must be a string or { ja = …, en = … }, got a number"),
    ("pass(d)", "tenken.pass: the message must be a string or { ja = …, en = … }, got a userdata"),
    ("fail({ ja = 'x' })", "tenken.fail: the message needs both ja and en, as strings"),
    ("fail({ ja = 'x', en = 1 })", "tenken.fail: the message needs both ja and en, as strings"),
    ("fail({ ja = 'x', en = 'y', fr = 'z' })", "tenken.fail: unknown language 'fr' in the message"),
    ("fail({ 'x', 'y' })", "tenken.fail: unknown language '1' in the message"),
    ("fail('%d', 'x')", "bad argument #2 to 'format' (number expected, got string)"),
    ("fail('%s %s', 'x')", "bad argument #3 to 'format' (no value)"),
    ("fail('50% done')", "invalid conversion '% d' to 'format'|bad argument #2 to 'format' (no value)"),
    ("fail('%')", "invalid conversion '%' to 'format'|bad argument #2 to 'format' (no value)"),
    ("fail('%p', 1)", "bad argument #1 to 'format' ('%p' is not available to plugins)"),
    ("fail(('x'):rep(5000))", "message limit exceeded (4096 bytes)"),
    ("fail('%s', ('x'):rep(8000000))", "message limit exceeded (4096 bytes)"),
    ("fail('x'):at()", "at() expects a record, got a no value"),
    ("fail('x'):at(context)", "at() expects a record, got a table"),
    ("fail('x'):about(nil):about({})", "bad argument #1 to 'about' (string expected, got table)"),
    ("tenken.days_between('2026-01-01')", "argument 2 must be a string"),
    ("tenken.days_between(nil, '2026-01-01')", "argument 1 must be a string"),
    ("tenken.days_between('R8.1.1', '2026-01-01')", "argument 1 must be a date such as \"2026-11-21\""),
    ("tenken.days_between('2026-02-30', '2026-01-01')", "argument 1 must be a date such as \"2026-11-21\""),
    ("tenken.days_between('2026-01-01x', '2026-01-01')", "argument 1 must be a date such as \"2026-11-21\""),
    ("tenken.add_days('2026-01-01', 1.5)", "argument 2 must be an integer"),
    ("tenken.add_days('2026-01-01', '1')", "argument 2 must be an integer"),
    ("tenken.add_days('2026-01-01', math.mininteger)", "argument 2 is out of range"),
    ("tenken.add_days('2026-01-01', math.maxinteger)", "argument 2 is out of range"),
    ("tenken.add_months('2026-01-01', 1000001)", "argument 2 is out of range"),
    ("tenken.add_months({}, 1)", "argument 1 must be a string"),
    (
      "tenken.judge_age('2026-01-01', '3 moons', '2026-01-01')",
      "argument 2 must be a number of days, or a time such as \"3 months\""
    ),
    (
      "tenken.judge_age('2026-01-01', nil, '2026-01-01')",
      "argument 2 must be a number of days, or a time such as \"3 months\""
    ),
    (
      "tenken.judge_age('2026-01-01', '90', '2026-01-01')",
      "argument 2 must be a number of days, or a time such as \"3 months\""
    ),
    ("tenken.judge_age('2026-01-01', -1, '2026-01-01')", "argument 2 is out of range"),
    ("tenken.judge_age('soon', 1, '2026-01-01')", "argument 1 must be a date such as \"2026-11-21\""),
    ("tenken.judge_age(nil, 1)", "argument 3 must be a string"),
    (
      "tenken.judge_age(nil, 1, '2026-01-01', { ja = '日' })",
      "tenken.judge_age: the name must be a string or { ja = …, en = … }"
    ),
    ("tenken.judge_age(nil, 1, '2026-01-01', 1)", "tenken.judge_age: the name must be a string or { ja = …, en = … }"),
    ("tenken.compare_versions('1', 2)", "argument 2 must be a string"),
    ("tenken.compare_versions(('1.'):rep(1000), '2')", "argument 1 is too long for a version"),
    ("tenken.sorted_pairs(nil)", "bad argument #1 to 'for iterator' (table expected, got nil)"),
    ("tenken.sorted_pairs(d)", "bad argument #1 to 'for iterator' (table expected, got record)"),
    ("tenken.set('a')", "tenken.set expects a list, got a string"),
    ("tenken.index(1, 'a')", "tenken.index expects a source made by tenken.source, got a number"),
    ("tenken.index({}, 'a')", "tenken.index expects a source made by tenken.source, got a table"),
    (
      "tenken.index(devices, 'name', 'first')",
      "tenken.index expects options such as { duplicates = \"first\" }, got a string"
    ),
    ("tenken.index(devices, 1)", "tenken.index expects the name of a column, got a number"),
    ("tenken.source('x')", "tenken.source expects a table, got a string"),
    ("tenken.pas()", "attempt to call a nil value (field 'pas')"),
    ("tenken.set { d.nmae }", "no column 'nmae' is declared; declared are: kind, name, owner, seen, tags"),
  ])
  func `misuse is an error at its line, even in a tail call`(expression: String, told: String) throws {
    let message = try message(expression).en
    let choices = told.split(separator: "|").map { "Lua error: \($0) (Plugins/trial/plugin.lua:21)" }
    if expression.contains("sorted_pairs") {
      #expect(message.hasPrefix("Lua error: bad argument #1 to") && message.hasSuffix("(Plugins/trial/plugin.lua:21)"))
    } else {
      #expect(choices.contains(message), "\(message)")
    }
  }

  @Test(arguments: [
    ("tenken.days_between('2026-01-01', '2026-03-01')", "59"),
    ("tenken.days_between('2026-03-01T10:00:00', '2026-01-01')", "-59"),
    ("tenken.add_days('2026-12-31', 1)", "2027-01-01"), ("tenken.add_days('2026-01-01', -1.0)", "2025-12-31"),
    ("tenken.add_days('2026-01-01', 1000000)", "4763-11-29"),
    ("tenken.add_months('2026-01-31', 1)", "2026-02-28"), ("tenken.add_months('2024-03-31', -1)", "2024-02-29"),
    ("tenken.compare_versions('2.10', '2.9')", "1"), ("tenken.compare_versions('1.0', '1')", "0"),
    ("tenken.compare_versions('', '1')", "-1"),
    (
      "(function() local t = {} for k, v in tenken.sorted_pairs { b = 1, a = 2, [10] = 3, [2] = 4, [true] = 5, [false] = 6 } do t[#t + 1] = tostring(k) .. v end return table.concat(t, ' ') end)()",
      "24 103 a2 b1 false6 true5"
    ),
    ("tostring(tenken.set({ 'a', 'b' }).a) .. tostring(tenken.set({}).a)", "truenil"),
    ("(function() local n = 0 for k in pairs(tenken.set { 'a', 'b' }) do n = n + 1 end return n end)()", "2"),
    ("tostring(tenken) .. tostring(tenken.pass) .. tostring(pass())", "tablefunctionoutcome"),
  ])
  func `the functions give what the contract says`(expression: String, shown: String) throws {
    #expect(try message("pass('%s', \(expression))").en == shown)
  }

  @Test(arguments: [
    ("'2026-11-21', 90", Outcome.pass, "点検日は 2026-11-21 (0日前)", "the check is 2026-11-21 (0 days ago)"),
    ("'2026-08-23T10:00:00', 90", .pass, "点検日は 2026-08-23 (90日前)", "the check is 2026-08-23 (90 days ago)"),
    (
      "'2026-08-22', 90", .fail, "点検日が 2026-08-22 (91日前)。90日以内であること",
      "the check is 2026-08-22 (91 days ago); it must be within 90 days"
    ),
    ("'2026-11-21', 0", .pass, "点検日は 2026-11-21 (0日前)", "the check is 2026-11-21 (0 days ago)"),
    (
      "'2026-11-20', 0", .fail, "点検日が 2026-11-20 (1日前)。0日以内であること",
      "the check is 2026-11-20 (1 day ago); it must be within 0 days"
    ),
    ("'2025-11-21', '1 year'", .pass, "点検日は 2025-11-21 (365日前)", "the check is 2025-11-21 (365 days ago)"),
    (
      "'2025-11-20', '1 year'", .fail, "点検日が 2025-11-20 (366日前)。1年以内であること",
      "the check is 2025-11-20 (366 days ago); it must be within 1 year"
    ),
    ("'2026-08-21', '3 months'", .pass, "点検日は 2026-08-21 (92日前)", "the check is 2026-08-21 (92 days ago)"),
    (
      "'2026-11-06', '2 weeks'", .fail, "点検日が 2026-11-06 (15日前)。2週間以内であること",
      "the check is 2026-11-06 (15 days ago); it must be within 2 weeks"
    ),
    (
      "'2026-11-22', 90", .unknown, "点検日 (2026-11-22) が今日 (2026-11-21) より後になっている",
      "the check (2026-11-22) lies after today (2026-11-21)"
    ),
    (
      "nil, '3 months'", .fail, "点検日の記入がない。3か月以内の日付があること",
      "the check is not filled in; there must be one within 3 months"
    ),
  ])
  func `the age of a date is judged`(arguments: String, outcome: Outcome, japanese: String, english: String) throws {
    let call = "tenken.judge_age(\(arguments), '2026-11-21', { ja = '点検日', en = 'the check' })"
    let source = trial("a = check { each = devices, test = function() return \(call) end },")
    let finding = try #require(try run(source, devices: [["name": "A"]])["a"]?.findings.first)
    #expect(finding.outcome == outcome)
    #expect(finding.message == LocalizedText(ja: japanese, en: english))
  }

  @Test func `a date that has no name of its own is called the date`() throws {
    #expect(
      try message("tenken.judge_age(nil, 30, '2026-11-21')")
        == LocalizedText(
          ja: "日付の記入がない。30日以内の日付があること", en: "the date is not filled in; there must be one within 30 days"))
    #expect(
      try message("tenken.judge_age('2026-11-20', 30, '2026-11-21', '100% ready')").en
        == "100% ready is 2026-11-20 (1 day ago)")
  }

  @Test func `an outcome without a message is one and the same, and cannot be spoilt`() throws {
    let source = trial(
      """
      a = check { each = devices, test = function(d) local p = pass() p:at(d) p:about("other") return pass() end },
      b = check { each = devices, test = function(d) local p = pass() p.code = 2 return p end },
      """)
    let results = try run(source, devices: named("A"))
    #expect(results["a"]?.lines == ["pass A devices:1"])
    #expect(results["b"]?.outcome == .error)
  }

  @Test func `every outcome of the contract is there`() throws {
    for (name, outcome) in [
      ("pass", Outcome.pass), ("fail", .fail), ("unknown", .unknown), ("notapplicable", .notapplicable),
      ("informational", .informational),
    ] {
      let source = trial("a = check { each = devices, test = function(d) return tenken.\(name)('x') end },")
      #expect(try run(source, devices: named("A"))["a"]?.outcome == outcome)
    }
  }
}
