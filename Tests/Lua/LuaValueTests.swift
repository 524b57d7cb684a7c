import Testing

@testable import Lua

/// What crosses the border comes out as it went in.
@Suite struct LuaValueTests {
  @Test(
    arguments: [
      ("nil", .nil), ("", .nil), ("true", true), ("0", 0), ("math.maxinteger", .integer(.max)),
      ("math.mininteger", .integer(.min)),
      ("1.5", .number(1.5)), ("2^53 + 1", .number(9_007_199_254_740_992)), ("1e308 * 10", .number(.infinity)),
      ("-1/0", .number(-.infinity)),
      ("'点検'", "点検"), ("''", ""), ("'a\\0b'", "a\0b"), ("{}", .list([])), ("{ 1, 'b' }", .list([1, "b"])),
      ("{ a = { b = { true } } }", .record(["a": .record(["b": .list([true])])])), ("'a', 'second'", "a"),
    ] as [(String, LuaValue)])
  func `a value comes out as it is`(expression: String, expected: LuaValue) throws {
    #expect(shape(try run("return \(expression)")) == expected)
  }

  @Test func `NaN and minus zero keep their bits`() throws {
    guard case .number(let nan) = try run("return 0/0"), case .number(let zero) = try run("return -0.0") else {
      Issue.record("no numbers")
      return
    }
    #expect(nan.isNaN)
    #expect(zero == 0 && zero.sign == .minus)
  }

  @Test func `keys keep their types, and whole floats are integers`() throws {
    let table = try run("return { [1] = 'a', ['1'] = 'b', [true] = 'c', [1.5] = 'd', [2.0] = 'e' }").table
    #expect(table?.entries == [1: "a", "1": "b", true: "c", .number(1.5): "d", 2: "e"])
    #expect(table?.list == nil)
    #expect(try run("return { 1, 2, x = 3 }").table?.list == nil)
    #expect(try run("return { 1, nil, 3 }").table?.list == nil)
    #expect(try run("return { 'a', 'b' }").table?.list == ["a", "b"])
  }

  @Test(
    arguments: [
      (
        [],
        .record([
          "a": .record(["x": 1, "y": .list([2])]), "b": .record(["x": 3, "y": .list([.list([]), 4])]), "c": 5,
        ])
      ),
      (["a"], .record(["a": .record(["x": 1, "y": .list([2])])])),
      ([nil, "x"], .record(["a": .record(["x": 1]), "b": .record(["x": 3]), "c": 5])),
      (["b", "y"], .record(["b": .record(["y": .list([.list([]), 4])])])), (["d"], .list([])),
      (["c", "x"], .record(["c": 5])),
    ] as [([String?], LuaValue)])
  func `of a table that a file returns, only what is asked for is copied`(path: [String?], expected: LuaValue) throws {
    let source = "return { a = { x = 1, y = { 2 } }, b = { x = 3, y = { {}, 4 } }, c = 5 }"
    #expect(shape(try open().run(file: mainFile, Array(source.utf8), only: path)) == expected)
  }

  @Test func `functions come with the place of their definition`() throws {
    let state = try open(modules: ["m": "\nreturn function() end"])
    let table = try state.run("local m = require 'm'\nreturn {\n  f = function() end, m = m, c = print }").table
    guard case .function(let own)? = table?["f"], case .function(let module)? = table?["m"],
      case .function(let c)? = table?["c"]
    else {
      Issue.record("no functions")
      return
    }
    #expect(own.place == LuaPlace(file: mainFile, line: 3))
    #expect(module.place == LuaPlace(file: "m.lua", line: 2))
    #expect(c.place == nil)
  }

  @Test func `a table keeps its identity, and metamethods are not asked`() throws {
    let table = try run("local t = {} return { t, t, {} }").table
    #expect(table?.list?[0].table?.identity == table?.list?[1].table?.identity)
    #expect(table?.list?[0].table?.identity != table?.list?[2].table?.identity)
    let trap =
      "{ __index = function() while true do end end, __len = function() return 1 << 62 end, __pairs = function() while true do end end }"
    #expect(shape(try run("return setmetatable({ 1 }, \(trap))", limits())) == .list([1]))
  }

  @Test(arguments: [
    ("local t = {} t.t = t return t", "nested too deeply, or holds itself"),
    ("local t = {} t[t] = 1 return t", "nested too deeply, or holds itself"),
    ("local t = {} for i = 1, 1e5 do t = { t } end return t", "nested too deeply, or holds itself"),
    ("local t = {} for i = 1, 20 do t = { t, t } end return t", "too large"),
    ("local t = {} for i = 1, 3e5 do t[i] = i end return t", "too large"),
    ("return ('x'):rep(5000000)", "too much text"),
    ("local t, s = {}, ('x'):rep(1000000) for i = 1, 5 do t[i] = s end return t", "too much text"),
  ])
  func `what is too much to take out is refused`(script: String, message: String) throws {
    let state = try LuaState()
    #expect(state.failure(of: script)?.message.contains(message) == true)
    #expect(try state.run("return 1") == 1)
  }

  @Test func `depth is refused only beyond its limit`() throws {
    let nested = { (depth: Int) in "local t = 1 for i = 1, \(depth) do t = { t } end return t" }
    #expect(throws: Never.self) { try run(nested(24)) }
    #expect(throws: LuaError.self) { try run(nested(25)) }
  }

  @Test func `a megabyte of text goes out and in`() throws {
    let text = String(repeating: "点検ab", count: 131_072)
    let bench = try Bench(
      "return { size = function(r, p, context) return tenken.outcome(pass, '', tostring(#context.text)) end }")
    try bench.state.set("text", in: bench.context, to: bench.state.keep(.string(text)))
    #expect(try bench.each("size").first?.english == String(text.utf8.count))
    #expect(try run("return ('点検ab'):rep(131072)") == .string(text))
  }

  @Test(
    arguments: [
      .nil, true, false, 0, .integer(.max), .integer(.min), .number(0.1), .number(.infinity), .number(-0.0), "", "a\0b",
      "点検",
      .list([]), .list([1, "b", true]), .record(["a": .list([.record(["b": 1])]), "c": "d"]),
    ] as [LuaValue])
  func `what is kept arrives as it was`(value: LuaValue) throws {
    let script = """
      local function show(v)
        if type(v) ~= "table" then return math.type(v) and ("%q"):format(v) or type(v) .. ":" .. tostring(v) end
        local keys, parts = {}, {}
        for k in pairs(v) do keys[#keys + 1] = tostring(k) end
        table.sort(keys)
        for i, k in ipairs(keys) do parts[i] = k .. "=" .. show(v[k] == nil and v[tonumber(k)] or v[k]) end
        return "{" .. table.concat(parts, ",") .. "}"
      end
      return { show = function(r, p, context) return tenken.outcome(pass, "", show(context.value)) end }
      """
    let bench = try Bench(script)
    try bench.state.set("value", in: bench.context, to: bench.state.keep(value))
    #expect(try bench.each("show").first?.english == shown(value))
  }

  @Test func `a kept value that cannot be a table is an error and not a crash`() throws {
    let state = try LuaState()
    let nan: [LuaValue: LuaValue] = [.number(.nan): 1]
    #expect(throws: LuaError.self) {
      try state.keep(.table(LuaTable(tag: .none, place: nil, identity: 0, entries: nan)))
    }
    #expect(throws: LuaError.self) {
      try state.keep(.table(LuaTable(tag: .none, place: nil, identity: 0, entries: [.nil: 1])))
    }
    #expect(try state.run("return 1") == 1)
  }

  @Test func `bytes that are no text become replacement characters`() throws {
    #expect(try run("return '\\xE7\\x82x'") == "\u{FFFD}x")
  }

  /// What a value is made of, without the identities of its tables.
  private func shape(_ value: LuaValue) -> LuaValue {
    guard case .table(let table) = value else { return value }
    let entries = Dictionary(uniqueKeysWithValues: table.entries.map { ($0, shape($1)) })
    return .table(LuaTable(tag: table.tag, place: table.place, identity: 0, entries: entries))
  }

  /// The value as the script of the round trip shows it.
  private func shown(_ value: LuaValue) -> String {
    switch value {
    case .nil, .function, .other: "nil:nil"
    case .boolean(let value): "boolean:\(value)"
    case .integer(.min): "0x8000000000000000"
    case .integer(let value): String(value)
    case .number(0.1): "0x1.999999999999ap-4"
    case .number(.infinity): "1e9999"
    case .number: "-0x0p+0"
    case .string(let text): "string:\(text)"
    case .table(let table):
      "{" + table.entries.map { key, value in "\(key.plain)=\(shown(value))" }.sorted().joined(separator: ",") + "}"
    }
  }
}

extension LuaValue {
  fileprivate var plain: String {
    switch self {
    case .string(let text): text
    case .integer(let number): String(number)
    default: typeName
    }
  }
}
