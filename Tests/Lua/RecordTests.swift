import Testing

@testable import Lua

/// Records as tests see them.
@Suite struct RecordTests {
  @Test func `cells arrive by the names of their columns`() throws {
    let script = """
      return { show = function(r, parameters, context)
        local list = {}
        for i, item in ipairs(r.list) do list[i] = item end
        return tenken.outcome(pass, "", table.concat({ r.text, tostring(r.yes), r.int, r.float, tostring(r.null),
          table.concat(list, "+"), parameters.limit, context.today, tostring(r) }, " "))
      end }
      """
    let bench = try Bench(script, columns: ["text", "yes", "int", "float", "null", "list"])
    let text = Array("点検ab\0c\0".utf8)
    let cells: [LuaCell] = [.text(0..<6), .boolean(true), .integer(.min), .number(0.5), .null, .list(6..<text.count)]
    #expect(
      try bench.each("show", cells: cells, text: text).map(\.english)
        == ["点検 true -9223372036854775808 0.5 nil ab+c 3 2026-11-21 record"])
  }

  @Test(arguments: [
    ("r.nmae", "no column 'nmae' is declared; declared are: name, count"),
    ("r['']", "no column '' is declared; declared are: name, count"),
    ("r[1]", "a column is read by its name, not by a number"), ("r[nil]", "a column is read by its name, not by a nil"),
    ("r[0]", "a column is read by its name, not by a number"),
    ("r[{}]", "a column is read by its name, not by a table"),
    ("rawget(r, 'name')", "bad argument #1 to 'rawget' (table expected, got record)"),
    ("#r", "attempt to get length of a record value"),
    ("next(r)", "bad argument #1 to 'next' (table expected, got record)"), ("pairs(r)()", "bad argument #1 to"),
    ("setmetatable(r, {})", "bad argument #1 to 'setmetatable' (table expected, got record)"),
    ("r .. ''", "attempt to concatenate a record value"),
    ("getmetatable(r).__index", "attempt to index a boolean value"),
    ("getmetatable(r).__gc(r)", "attempt to index a boolean value"),
    ("r.name.x.y", "attempt to index a nil value"), ("r.name()", "attempt to call a string value"),
  ])
  func `a record is read by its declared columns and in no other way`(expression: String, message: String) throws {
    let bench = try Bench("return { f = function(r)\n local x = \(expression) end }")
    let error = bench.failure(each: "f")
    #expect(error?.message.hasPrefix(message) == true, "\(error?.message ?? "")")
    #expect(error?.line == 2)
  }

  @Test(arguments: ["r.name = 'x'", "r.other = 1", "r[1] = 1", "r.name = nil"])
  func `a record is read-only`(statement: String) throws {
    let bench = try Bench("return { f = function(r) \(statement) end }")
    #expect(bench.failure(each: "f")?.summary == "plugin.lua:1: a record is read-only")
    #expect(bench.failure(each: "f")?.kind == .runtime)
  }

  @Test func `a record of each ends with its call`() throws {
    let script = """
      local kept
      return {
        keep = function(r) kept = r return tenken.outcome(pass, '', r.name) end,
        look = function(r)
      return tenken.outcome(pass, '', kept.name) end,
        put = function(r) return tenken.outcome(pass):at(kept) end,
        wait = function() local x = kept.name end,
      }
      """
    let bench = try Bench(script)
    #expect(try bench.each("keep").first?.english == "AP-1")
    // Another test of the same record may see it.
    #expect(try bench.each("look", again: true).first?.english == "AP-1")
    let ended = "this record is no longer valid: a record of 'each' ends with its call"
    #expect(bench.failure(each: "look")?.summary == "plugin.lua:5: \(ended)")
    #expect(bench.failure(each: "put")?.message == ended)
    _ = try bench.each("keep")
    #expect(bench.failure(all: "wait", bench.list)?.message == ended)
  }

  @Test func `records of lists live on`() throws {
    let script = """
      local kept
      return {
        keep = function(records) kept = records[2] return tenken.outcome(pass) end,
        look = function() return tenken.outcome(pass, '', kept.name .. kept.count):at(kept) end,
      }
      """
    let bench = try Bench(script)
    try bench.fill(bench.list, ["a", "b", "c"])
    _ = try bench.all("keep", bench.list)
    let outcome = try bench.each("look").first
    #expect(outcome?.english == "b1")
    #expect(outcome?.record == LuaOutcome.Record(source: bench.source, number: 2))
  }

  @Test func `what one test does to a list, the next does not see`() throws {
    let script = """
      local function names(records)
        local t = {}
        for i, r in ipairs(records) do t[i] = r.name end
        return table.concat(t, " ")
      end
      return {
        spoil = function(records, _, context)
          table.sort(records, function(a, b) return a.name > b.name end)
          table.remove(context.others)
          for _, found in pairs(context.index) do table.remove(found) end
          table.remove(context.index.b)
          rawset(context.index, "a", {})
          return tenken.outcome(pass, "", names(records))
        end,
        names = function(records, _, context) return tenken.outcome(pass, "", names(records)) end,
        mine = function(_, _, context) return tenken.outcome(pass, "", names(context.others)) end,
        found = function(_, _, context) return tenken.outcome(pass, "", names(context.index.a) .. names(context.index.b)) end,
      }
      """
    let bench = try Bench(script)
    try bench.fill(bench.list, ["a", "b", "c"])
    let index = try bench.state.makeIndex { _ in nil }
    try bench.fill(index, ["a", "b", "b"])
    try bench.state.set("others", in: bench.context, to: bench.list)
    try bench.state.set("index", in: bench.context, to: index)
    #expect(try bench.all("spoil", bench.list).first?.english == "c b a")
    #expect(try bench.all("names", bench.list).first?.english == "a b c")
    let other = try bench.state.keep(.record([:]))
    try bench.state.set("others", in: other, to: bench.list)
    try bench.state.set("index", in: other, to: index)
    #expect(try bench.all("names", bench.list).first?.english == "a b c")
    // The context is the test's own; its changes stay in it.
    #expect(try bench.all("mine", bench.list).first?.english == "a b")
    try bench.state.set("index", in: bench.context, to: index)
    #expect(try bench.all("found", bench.list).first?.english == "ab b")
  }

  @Test func `an index leads from a key to its records`() throws {
    let script = """
      return {
        count = function(_, _, context)
          local t = {}
          for _, key in ipairs { "a", "b", "B ", "missing", "12" } do t[#t + 1] = #(context.index[key] or {}) end
          t[#t + 1] = tostring(context.index[12]) .. tostring(context.index[nil]) .. tostring(context.index[{}])
          return tenken.outcome(pass, "", table.concat(t, " "))
        end,
        first = function(_, _, context) return tenken.outcome(pass, "", context.first.b.count .. tostring(context.first.x)) end,
        numbers = function(_, _, context) return tenken.outcome(pass, "", context.numbers["7"].name .. context.numbers[7].name .. context.numbers[7.0].name) end,
        keys = function(_, _, context)
          local t = {}
          for key, records in pairs(context.index) do t[#t + 1] = key .. #records end
          table.sort(t)
          return tenken.outcome(pass, "", table.concat(t, " "))
        end,
        change = function(_, _, context) context.index.c = {} end,
      }
      """
    let bench = try Bench(script)
    let index = try bench.state.makeIndex { text in
      text == "B " ? .text("b") : text == "12" ? .integer(12) : nil
    }
    try bench.fill(index, ["b", "a", "b"])
    let first = try bench.state.makeIndex { _ in nil }
    try bench.fill(first, onlyFirst: true, ["a", "b", "c", "b"])
    let numbers = try bench.state.makeIndex { Int64($0).map(LuaKey.integer) }
    var entries = [LuaEntry(numbers, onlyFirst: true)]
    for (number, key) in [LuaCell.integer(7), .null, .integer(7)].enumerated() {
      entries[0].key = key
      try bench.state.append(
        bench.source, number: number + 1, cells: [.text(number..<number + 1)], text: Array("xyz".utf8), to: &entries)
      #expect(entries[0].earlier == (number == 2 ? 1 : nil))
    }
    try bench.state.set("index", in: bench.context, to: index)
    try bench.state.set("first", in: bench.context, to: first)
    try bench.state.set("numbers", in: bench.context, to: numbers)
    #expect(try bench.each("count").first?.english == "1 2 2 0 0 nilnilnil")
    #expect(try bench.each("first").first?.english == "1nil")
    #expect(try bench.each("numbers").first?.english == "xxx")
    #expect(try bench.each("keys").first?.english == "a1 b2")
    #expect(bench.failure(each: "change")?.message == "an index is read-only")
  }

  @Test func `a test can be called with a record of a list`() throws {
    let bench = try Bench("return { f = function(r) return tenken.outcome(pass, '', r.name):at(r) end }")
    try bench.fill(bench.list, ["a", "b", "c"])
    let outcome = try bench.listed("f", at: 1).first
    #expect(outcome?.english == "b")
    #expect(outcome?.record == LuaOutcome.Record(source: bench.source, number: 2))
  }

  @Test func `cells that are missing are nil`() throws {
    let bench = try Bench("return { f = function(r) return tenken.outcome(pass, '', tostring(r.count)) end }")
    #expect(try bench.each("f", cells: [.null]).first?.english == "nil")
    #expect(try bench.each("f", cells: []).first?.english == "nil")
  }

  @Test func `list cells may be empty and hold anything but the byte that ends them`() throws {
    let bench = try Bench(
      "return { f = function(r) return tenken.outcome(pass, '', table.concat(r.name, '|') .. #r.name) end }")
    #expect(try bench.each("f", cells: [.list(0..<0), .null]).first?.english == "0")
    let text = Array("、a\0\0点検\0".utf8)
    #expect(try bench.each("f", cells: [.list(0..<text.count), .null], text: text).first?.english == "、a||点検3")
  }
}
