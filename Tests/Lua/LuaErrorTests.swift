import Testing

@testable import Lua

/// What is told of an error: message, file, line and traceback, each apart.
@Suite struct LuaErrorTests {
  @Test(arguments: [
    ("\nerror 'broken'", "plugin.lua:2: broken"),
    ("\nlocal a = nil + 1", "plugin.lua:2: attempt to perform arithmetic on a nil value"),
    ("local t\nreturn t.x", "plugin.lua:2: attempt to index a nil value (local 't')"),
    ("error('plain', 0)", "plugin.lua:1: plain"),
    ("local function f()\n  error('blames', 2)\nend\nf()", "plugin.lua:4: blames"),
    ("local function f()\n  error('blames', 3)\nend\nlocal function g()\n  f()\nend\ng()", "plugin.lua:7: blames"),
    ("error(nil)", "plugin.lua:1: error object is nil"), ("error()", "plugin.lua:1: error object is nil"),
    ("error({ code = 1 })", "plugin.lua:1: error object is a table"),
    ("error(true)", "plugin.lua:1: error object is a boolean"),
    ("error(12)", "plugin.lua:1: error object is a number"),
    ("error(print)", "plugin.lua:1: error object is a function"),
    ("error ''", "plugin.lua:1: "), ("assert(false)", "plugin.lua:1: assertion failed!"),
    ("assert(nil, 'told')", "plugin.lua:1: told"),
    ("error(setmetatable({}, { __tostring = function() error 'inner' end }))", "plugin.lua:1: error object is a table"),
    ("error('plugin.lua:99: forged', 0)", "plugin.lua:1: plugin.lua:99: forged"),
    ("local s = ('x'):bad()", "plugin.lua:1: attempt to call a nil value (method 'bad')"),
    ("\n\nstring.rep()", "plugin.lua:3: bad argument #1 to 'rep' (string expected, got no value)"),
  ])
  func `an error has its place and its message apart`(script: String, summary: String) throws {
    let error = try failure(of: script)
    #expect(error?.summary == summary)
    #expect(error?.kind == .runtime)
    #expect(error?.traceback.hasPrefix("stack traceback:") == true)
    #expect(error?.isFatal == false)
  }

  @Test(arguments: [
    ("return (", "plugin.lua:1: unexpected symbol near <eof>"),
    ("\n\nlocal = 1", "plugin.lua:3: <name> expected near '='"),
    ("return 1 2", "plugin.lua:1: <eof> expected near '2'"),
    ("\nlocal a = 'unfinished\n", "plugin.lua:2: unfinished string near ''unfinished'"),
    ("local a <const> = 1\na = 2", "plugin.lua:2: attempt to assign to const variable 'a'"),
  ])
  func `a text that is not Lua is a syntax error at its line`(script: String, summary: String) throws {
    let error = try failure(of: script)
    #expect(error?.summary == summary)
    #expect(error?.kind == .syntax)
    #expect(error?.traceback == "")
  }

  @Test func `a binary chunk is refused before anything is read`() throws {
    let error = try failure(of: "\u{1B}Lua\u{54}garbage")
    #expect(error?.summary == "plugin.lua:?: binary chunks are not allowed")
    #expect(error?.kind == .syntax)
  }

  @Test func `an error in the host's part is placed at the plugin's line`() throws {
    let state = try LuaState()
    let prelude = """
      return {
        told = function() error("told", 0) end,
        broken = function(x) return x.y.z end,
        called = function(f) return f() end,
      }
      """
    try state.runPrelude(Array(prelude.utf8))
    #expect(state.failure(of: "\nrequire 'tenken'.told()")?.summary == "plugin.lua:2: told")
    #expect(
      state.failure(of: "\n\nrequire 'tenken'.broken({})")?.summary
        == "plugin.lua:3: attempt to index a nil value (field 'y')")
    #expect(
      state.failure(of: "local f = function()\nerror 'mine' end\nrequire 'tenken'.called(f)")?.summary
        == "plugin.lua:2: mine")
  }

  @Test func `an error does not outlive its call`() throws {
    let state = try LuaState()
    #expect(state.failure(of: "\n\nerror 'first'")?.summary == "plugin.lua:3: first")
    #expect(try state.run("return 1") == 1)
    #expect(state.failure(of: "return +")?.traceback == "")
    #expect(state.failure(of: "error 'last'")?.summary == "plugin.lua:1: last")
  }

  @Test func `a stack overflow is an ordinary error, after which the state works`() throws {
    let state = try open(
      limits {
        $0.memory = 256 << 20; $0.callSeconds = 5
      })
    let error = state.failure(of: "local function f() return 1 + f() end\nreturn f()")
    #expect(error?.kind == .runtime)
    #expect(error?.message.hasPrefix("stack overflow") == true)
    #expect(error?.line == 1)
    #expect(try state.run("return 1") == 1)
  }

  @Test func `a long message is cut, a long traceback too`() throws {
    let error = try failure(of: "error(('x'):rep(1000000))")
    #expect(error?.message.count == 16_384)
    let deep = try failure(of: "local function f(n) if n == 0 then error 'deep' end f(n - 1) return 1 end f(10000)")
    #expect(deep?.message == "deep")
    #expect((deep?.traceback.utf8.count ?? .max) <= 16_384)
  }

  @Test func `bytes that are no text show as replacement characters`() throws {
    #expect(try failure(of: "error('\\xFFbad\\0x', 0)")?.message == "\u{FFFD}bad\0x")
  }

  @Test func `the release of the library is told`() {
    #expect(LuaState.release.hasPrefix("Lua 5.4"))
  }
}
