import Testing

@testable import Lua

/// What tests return.
@Suite struct OutcomeTests {
  @Test func `an outcome carries its code, texts, subject and record`() throws {
    let script = """
      return {
        plain = function() return tenken.outcome(fail) end,
        full = function(r) return tenken.outcome(pass, '日本語', 'English'):about('AP-2'):at(r) end,
        turned = function(r) return tenken.outcome(pass, 'あ', 'a'):at(r):about('s') end,
        nobody = function() return tenken.outcome(pass):about('AP'):about(nil) end,
        several = function(r) return { tenken.outcome(1), tenken.outcome(2, 'x', 'y'), tenken.outcome(3):at(r) } end,
      }
      """
    let bench = try Bench(script)
    let plain = try #require(try bench.each("plain").first)
    #expect(
      plain.code == 2 && plain.japanese == "" && plain.english == "" && plain.subject == nil && plain.record == nil)
    let full = try #require(try bench.each("full").first)
    #expect(full.code == 1 && full.japanese == "日本語" && full.english == "English" && full.subject == "AP-2")
    #expect(full.record == LuaOutcome.Record(source: bench.source, number: 2))
    let turned = try #require(try bench.each("turned").first)
    #expect(turned.japanese == "あ" && turned.english == "a" && turned.subject == "s" && turned.record?.number == 3)
    #expect(try bench.each("nobody").first?.subject == nil)
    #expect(try bench.each("several").map(\.code) == [1, 2, 3])
  }

  @Test(arguments: [
    ("", "the test returned nothing; it must return an outcome, such as tenken.pass()"),
    ("return nil", "the test returned nothing; it must return an outcome, such as tenken.pass()"),
    ("return false", "the test returned a boolean; it must return an outcome, such as tenken.pass()"),
    ("return 1", "the test returned a number; it must return an outcome, such as tenken.pass()"),
    ("return 'pass'", "the test returned a string; it must return an outcome, such as tenken.pass()"),
    ("return tenken.outcome", "the test returned a function; it must return an outcome, such as tenken.pass()"),
    ("return r", "the test returned a userdata; it must return an outcome, such as tenken.pass()"),
    ("return {}", "the test returned a table without outcomes"),
    ("return { tenken.outcome(1), 'x' }", "the test returned a list that holds a string among its outcomes"),
    ("return { tenken.outcome(1), {} }", "the test returned a list that holds a table among its outcomes"),
    ("return { r }", "the test returned a list that holds a userdata among its outcomes"),
    ("return { ok = tenken.outcome(1) }", "the test returned a table that is no list of outcomes"),
    ("return { tenken.outcome(1), bad = tenken.outcome(2) }", "the test returned a table that is no list of outcomes"),
    (
      "return { [1] = tenken.outcome(1), [3] = tenken.outcome(2) }",
      "the test returned a table that is no list of outcomes"
    ),
    (
      "return setmetatable({}, { __len = function() return 1 end, __index = function() return tenken.outcome(1) end })",
      "the test returned a table without outcomes"
    ),
  ])
  func `what is no outcome is refused`(body: String, message: String) throws {
    let bench = try Bench("return { f = function(r) \(body) end, fine = function() return tenken.outcome(1) end }")
    let error = bench.failure(each: "f")
    #expect(error?.message == message)
    #expect(error?.kind == .result)
    #expect(error?.isFatal == false)
    #expect(try bench.each("fine").count == 1)
  }

  @Test(arguments: [
    ("tenken.outcome(1):at('AP-1')", "at() expects a record, got a string"),
    ("tenken.outcome(1):at(nil)", "at() expects a record, got a nil"),
    ("tenken.outcome(1):at({})", "at() expects a record, got a table"),
    ("tenken.outcome(1):at(tenken.outcome(1))", "at() expects a record, got a userdata"),
    ("tenken.outcome(1).at(r)", "an outcome is expected, got a userdata; write outcome:at(record), with a colon"),
    ("tenken.outcome(1).at({}, r)", "an outcome is expected, got a table; write outcome:at(record), with a colon"),
    (
      "tenken.outcome(1).about(42, 'x')", "an outcome is expected, got a number; write outcome:at(record), with a colon"
    ),
    ("tenken.outcome(1):about({})", "bad argument #1 to 'about' (string expected, got table)"),
    ("tenken.outcome(1):about()", "bad argument #1 to 'about' (value expected)"),
    ("tenken.outcome(1):due()", "due() expects a date such as \"2026-11-21\", got no value"),
    ("tenken.outcome(1):due(nil)", "due() expects a date such as \"2026-11-21\", got nil"),
    ("tenken.outcome(1):due(20261121)", "due() expects a date such as \"2026-11-21\", got number"),
    ("tenken.outcome(1):due('2026-02-29')", "due() expects a date such as \"2026-11-21\", got another string"),
    ("tenken.outcome(1):due('2026-11-21 09:00')", "due() expects a date such as \"2026-11-21\", got another string"),
    ("tenken.outcome(1):due('2026-1-21')", "due() expects a date such as \"2026-11-21\", got another string"),
    ("tenken.outcome(1):due('0000-11-21')", "due() expects a date such as \"2026-11-21\", got another string"),
    ("tenken.outcome(1):to(r)", "attempt to call a nil value (method 'to')"),
    ("tenken.outcome(1, {}, '')", "bad argument #2 to 'outcome' (string expected, got table)"),
    ("tenken.outcome()", "bad argument #1 to 'outcome' (number expected, got no value)"),
    ("tenken.outcome(1, ('x'):rep(4097), '')", "message limit exceeded (4096 bytes)"),
    ("tenken.outcome(1, '', ('x'):rep(8000000))", "message limit exceeded (4096 bytes)"),
    ("tenken.outcome(1):about(('x'):rep(5000))", "message limit exceeded (4096 bytes)"),
    (
      "tenken.outcome(1, setmetatable({}, { __tostring = function() return 'x' end }), '')",
      "bad argument #2 to 'outcome' (string expected, got table)"
    ),
    ("getmetatable(tenken.outcome(1)).__index", "attempt to index a boolean value"),
    ("rawset(tenken.outcome(1), 'code', 1)", "bad argument #1 to 'rawset' (table expected, got outcome)"),
  ])
  func `an outcome is made of what it takes`(expression: String, message: String) throws {
    let bench = try Bench("return { f = function(r)\nlocal x = \(expression) end }")
    let error = bench.failure(each: "f")
    #expect(error?.message.hasPrefix(message) == true, "\(error?.message ?? "")")
    #expect(error?.line == 2)
  }

  @Test(arguments: [
    ("'2026-11-21'", 20_261_121), ("'2028-02-29'", 20_280_229), ("'9999-12-31'", 99_991_231),
    ("'2026-11-21T23:59:00+09:00'", 20_261_121),
  ])
  func `an outcome may be due on a day`(day: String, number: Int) throws {
    let bench = try Bench(
      "return { f = function(r) return { tenken.outcome(1), tenken.outcome(1, 'a', 'b'):due(\(day)):about('x'), tenken.outcome(2):at(r):due(\(day)) } end }"
    )
    let outcomes = try bench.each("f")
    #expect(outcomes.map(\.due) == [0, number, number])
    #expect(outcomes[1].subject == "x" && outcomes[1].english == "b")
    #expect(outcomes[2].record != nil)
  }

  @Test func `an outcome cannot be changed`() throws {
    let bench = try Bench(
      "return { f = function(r) tenken.outcome(1).code = 2 end, shared = function(r) local o = tenken.outcome(1, 'a', 'b') local p = o:at(r):about('x') return { o, p } end }"
    )
    #expect(bench.failure(each: "f")?.message.hasPrefix("attempt to index a outcome value") == true)
    let outcomes = try bench.each("shared")
    #expect(outcomes.map(\.subject) == [nil, "x"])
    #expect(outcomes.map(\.record?.number) == [nil, 2])
  }

  @Test func `a list of outcomes has a limit, and the texts of all have one`() throws {
    let script = """
      local function many(n, outcome) local t = {} for i = 1, n do t[i] = outcome end return t end
      return {
        enough = function() return many(100, tenken.outcome(1)) end,
        many = function() return many(101, tenken.outcome(1)) end,
        long = function() return many(100, tenken.outcome(1, ('x'):rep(4096), ('x'):rep(4096))) end,
      }
      """
    let bench = try Bench(
      script,
      limits {
        $0.outcomes = 100; $0.memory = 512 << 10; $0.callSeconds = 2
      })
    #expect(try bench.each("enough").count == 100)
    #expect(bench.failure(each: "many")?.message == "the test returned too many outcomes")
    #expect(bench.failure(each: "long")?.message == "the test returned outcomes with too much text")
    #expect(try bench.each("enough").count == 100)
  }

  @Test func `the outcomes of a failed call are not those of the call before`() throws {
    let bench = try Bench(
      "return { fine = function() return tenken.outcome(1) end, bad = function() return { tenken.outcome(2), 1 } end }")
    #expect(try bench.each("fine").count == 1)
    #expect(bench.failure(each: "bad")?.kind == .result)
    #expect(try bench.each("fine").map(\.code) == [1])
  }
}
