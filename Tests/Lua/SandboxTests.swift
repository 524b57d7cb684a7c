import Testing

@testable import Lua

/// What plugins find in their environment.
@Suite struct SandboxTests {
  @Test(arguments: [
    (
      "_G",
      "_G _VERSION assert error getmetatable ipairs math next pairs pcall print rawequal rawget rawlen rawset require "
        + "select setmetatable string table tonumber tostring type utf8 xpcall"
    ),
    (
      "math",
      "abs acos asin atan ceil cos deg exp floor fmod huge log max maxinteger min mininteger modf pi rad random sin sqrt "
        + "tan tointeger type ult"
    ),
    ("string", "byte char find format gmatch gsub len lower match rep reverse sub upper"),
    ("table", "concat insert move pack remove sort unpack"),
    ("utf8", "char charpattern codepoint codes len offset"),
  ])
  func `a library holds what the list allows and nothing else`(library: String, names: String) throws {
    let script = """
      local names = {}
      for name in pairs(\(library)) do names[#names + 1] = name end
      table.sort(names)
      return table.concat(names, " ")
      """
    #expect(try run(script) == .string(names))
  }

  @Test(arguments: [
    "io", "os", "debug", "package", "coroutine", "load", "loadfile", "loadstring", "dofile", "collectgarbage", "warn",
    "string.dump", "('x').dump", "string.pack", "string.unpack", "string.packsize", "math.randomseed", "bit32",
    "unpack",
  ])
  func `what reaches out of the sandbox is nil`(name: String) throws {
    #expect(try run("return \(name) == nil") == true)
  }

  @Test(
    arguments: [
      ("select('#', 1, nil, nil)", 3), ("select(-1, 1, 2)", 2), ("rawlen({ 1, 2 })", 2), ("rawequal({}, {})", false),
      ("rawget({ a = 1 }, 'a')", 1), ("rawset({}, 'a', 2).a", 2), ("type(next({}))", "nil"), ("tonumber('0x10')", 16),
      ("tonumber('z', 36)", 35), ("type(tonumber('1e'))", "nil"), ("math.type(3 // 1)", "integer"), ("7 // 2", 3),
      ("math.tointeger(3.0)", 3), ("math.ult(1, -1)", true), ("utf8.len('点検')", 2), ("utf8.char(28857, 26908)", "点検"),
      ("#utf8.charpattern", 14), ("('%5.1f|%d|%q'):format(1.25, 3, 'a')", "  1.2|3|\"a\""), ("('AbC'):lower()", "abc"),
      ("('a,b'):gsub(',', ';')", "a;b"), ("('k=v'):match('(%w+)=')", "k"), ("('abc'):find('c', 1, true)", 3),
      ("table.concat({ 1, 2, 3 }, '-', 2)", "2-3"), ("table.unpack({ 7, 8 }, 2)", 8), ("#table.pack(1, nil, 3)", 3),
      ("table.remove({ 1, 2, 3 }, 1)", 1), ("#table.move({ 1, 2 }, 1, 2, 1, {})", 2),
      ("('ab'):rep(3, '-')", "ab-ab-ab"),
      ("pcall(error, 'x', 0)", false), ("select(2, pcall(error, { code = 1 })).code", 1), ("assert(1, 'unused')", 1),
      ("select(2, xpcall(error, function(e) return e .. '!' end, 'x', 0))", "x!"),
      ("xpcall(function(...) return ... end, print, 1)", true),
      ("select(2, xpcall(function(...) return ... end, print, 9))", 9), ("_VERSION", "Lua 5.4"),
      ("rawequal(_G, _G._G)", true),
      ("('x'):byte()", 120), ("tostring(nil)", "nil"), ("tostring(1.0)", "1.0"), ("tostring(-0.0)", "-0.0"),
      ("tostring(setmetatable({}, { __tostring = function() return 'me' end }))", "me"),
      ("tostring(setmetatable({}, { __name = 'point' }))", "point"),
    ] as [(String, LuaValue)])
  func `what is kept behaves as the manual says`(expression: String, expected: LuaValue) throws {
    #expect(try run("local a = \(expression) return a") == expected)
  }

  @Test func `nothing shows an address`() throws {
    let script = """
      local shown = {}
      for _, value in ipairs { {}, print, function() end, pairs, string } do
        shown[#shown + 1] = tostring(value)
        shown[#shown + 1] = ("%s"):format(value)
      end
      return table.concat(shown, " ")
      """
    #expect(
      try run(script) == "table table function function function function function function table table")
    #expect(try failure(of: "return ('%-8p'):format({})")?.message.contains("'%p' is not available") == true)
    #expect(try run("return ('%%p')") == "%%p")
    #expect(try run("return ('%%p'):format()") == "%p")
  }

  @Test func `math.random gives the same numbers in every state`() throws {
    let script = "local t = {} for i = 1, 20 do t[i] = math.random(1000000) end return table.concat(t, ' ')"
    let first = try run(script)
    #expect(try run(script) == first)
    #expect(try run("return math.random(1, 6) == math.random(1, 6) and math.random() == math.random()") == false)
  }

  @Test func `assigning a global raises at its line`() throws {
    #expect(
      try failure(of: "local a = 1\ncount = a")?.summary
        == "plugin.lua:2: global 'count' may not be assigned; use a local")
    #expect(
      try failure(of: "function helper() end")?.summary
        == "plugin.lua:1: global 'helper' may not be assigned; use a local")
    #expect(try failure(of: "_G[1] = 2")?.message == "global '?' may not be assigned; use a local")
    #expect(try run("return undefined == nil") == true)
  }

  @Test func `a library that one state changes is whole in the next`() throws {
    let changed =
      "string.upper = function() return 'PWNED' end tostring = string.upper return ('x'):upper() .. tostring(1)"
    #expect(try run(changed) == "PWNEDPWNED")
    #expect(try run("return ('x'):upper() .. tostring(1)") == "X1")
  }

  @Test func `print goes to the log, and no further than its limit`() throws {
    let state = try open(limits { $0.log = 20 })
    try state.run("print('a', nil, {}, 1.5) print()")
    #expect(state.log.text == "a\tnil\ttable\t1.5\n\n")
    #expect(!state.log.isCut)
    try state.run("print(('x'):rep(100)) for i = 1, 100 do print(i) end")
    #expect(state.log.isCut)
    #expect(state.log.text.utf8.count <= 20)
    #expect(state.log.text.hasPrefix("a\tnil\ttable\t1.5\n\n"))
  }
}
