import Testing

@testable import Lua

/// Swift functions that Lua calls.
@Suite struct HostFunctionTests {
  private func state() throws -> LuaState {
    let state = try LuaState()
    try state.addFunction("join") { (call) throws(LuaCall.Failure) in .string(try call.string(1) + call.string(2)) }
    try state.addFunction("double") { (call) throws(LuaCall.Failure) in .integer(try call.integer(1) &* 2) }
    try state.addFunction("count") { call in .integer(Int64(call.count)) }
    try state.addFunction("refuse") { (_) throws(LuaCall.Failure) in throw LuaCall.Failure("断る") }
    try state.addFunction("nothing") { _ in .nothing }
    try state.addFunction("list") { call in .integers((0..<Int64(call.count)).map { $0 - 1 }) }
    try state.addLibrary(
      "library", Array("local host = ... return { twice = function(x) return host.double(x) end }".utf8))
    try state.runBarePrelude()
    return state
  }

  @Test(
    arguments: [
      ("join('点', '検')", "点検"), ("join('', '')", ""), ("#join(('x'):rep(1 << 20), 'y')", .integer(1 + 1 << 20)),
      ("double(21)", 42),
      ("double(3.0)", 6), ("double(math.mininteger)", 0), ("count()", 0), ("count(nil, nil)", 2),
      ("pcall(refuse)", false),
      ("select(2, pcall(refuse))", "断る"), ("count(table.unpack({}, 1, 1000))", 1000),
    ] as [(String, LuaValue)])
  func `arguments go in and a result comes out`(expression: String, expected: LuaValue) throws {
    let script =
      "local t = require 'tenken' local join, double, count, refuse = t.join, t.double, t.count, t.refuse local x = \(expression) return x"
    #expect(try state().run(script) == expected)
  }

  @Test(arguments: [
    ("join('a')", "argument 2 must be a string"), ("join(1, 'a')", "argument 1 must be a string"),
    ("double('1')", "argument 1 must be an integer"),
    ("double(1.5)", "argument 1 must be an integer"), ("double(2^63)", "argument 1 must be an integer"),
    ("double(0/0)", "argument 1 must be an integer"),
    ("double()", "argument 1 must be an integer"), ("refuse()", "断る"),
  ])
  func `an error is raised at the plugin's line`(call: String, message: String) throws {
    #expect(try state().failure(of: "\nlocal x = require('tenken').\(call)")?.summary == "plugin.lua:2: \(message)")
  }

  @Test func `numbers are not turned into strings in place`() throws {
    #expect(try state().run("local n = 1 pcall(require('tenken').join, n, 'a') return math.type(n)") == "integer")
  }

  @Test func `lists, nothing and libraries come out too`() throws {
    let script = """
      local t = require "tenken"
      local list = t.list("a", "b", "c")
      return ("%d %d %d %d"):format(#list, list[1], list[3], #t.list()) .. tostring(t.nothing()) .. t.library.twice(4)
      """
    #expect(try state().run(script) == "3 -1 1 0nil8")
    let broken = #expect(throws: LuaError.self) {
      try LuaState().addLibrary("broken", Array("return nil + 1".utf8))
    }
    #expect(broken?.message == "attempt to perform arithmetic on a nil value")
  }
}
