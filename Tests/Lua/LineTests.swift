import Testing

@testable import Lua

/// Which lines of a text can run, and which have run.
@Suite struct LineTests {
  private func lines(_ text: String) throws -> [Int] {
    try LuaState().lines(file: "a.lua", of: Array(text.utf8)).sorted()
  }

  @Test(arguments: [
    ("local a = 1\n\n-- nothing\nreturn a", [1, 4]),
    ("local function f(x)\n  if x then\n    return 1\n  end\n  return 2\nend\nreturn f", [2, 3, 5, 6, 7]),
    // Of a function that is never called, too. That it is made belongs to its last line.
    ("return {\n  f = function()\n    return 1\n  end,\n}", [1, 3, 4, 5]),
    ("local t = {\n  1,\n  'a',\n}\nlocal function g(...)\n  return ...\nend", [1, 2, 4, 6, 7]),
    ("local f = print\nreturn f {\n  1,\n}", [1, 2, 4]),
    ("", []),
  ])
  func `lines that do something can run`(text: String, expected: [Int]) throws {
    #expect(try lines(text) == expected)
  }

  @Test func `lines far apart and beyond the bytes that a step has are told`() throws {
    let gap = String(repeating: "\n", count: 1000)
    #expect(try lines("local a = f(\(gap)1)\(gap)return a") == [1, 1001, 2001])
    let many = (1...5000).map { "local function f\($0 % 100)() return \($0) end" }.map { "do \($0) end" }
    #expect(try lines(many.joined(separator: "\n")) == Array(1...5000))
  }

  @Test func `what runs is noted, in modules too`() throws {
    let state = try open(modules: ["deep.er": "local m = {}\nfunction m.f()\n  return 1\nend\nreturn m"])
    state.traceLines()
    try state.run("local m = require 'deep.er'\nif m then\n  return m\nelse\n  m.f()\nend")
    #expect(state.tracedLines == ["plugin.lua": [1, 2, 3], "deep/er.lua": [1, 2, 4, 5]])
  }

  @Test func `nothing is noted unasked`() throws {
    let state = try open()
    try state.run("return 1")
    #expect(state.tracedLines == [:])
  }

  @Test func `a text that is not Lua has an error with its line`() throws {
    let error = #expect(throws: LuaError.self) { try lines("\n+") }
    #expect(error?.line == 2)
  }

  @Test func `a deadline holds while lines are noted`() throws {
    let state = try open(limits())
    state.traceLines()
    #expect(state.failure(of: "while true do\n  local a = 1\nend")?.kind == .time)
  }

  @Test func `no memory for what is noted is no memory`() throws {
    for granted in 0..<40 {
      let state = try open()
      state.traceLines()
      state.refuseMemory(after: granted)
      do throws(LuaError) { try state.run("local a = 1\nreturn a") } catch { #expect(error.kind == .memory) }
    }
  }
}
