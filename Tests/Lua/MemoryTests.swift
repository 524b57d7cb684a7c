import Attacks
import Testing

@testable import Lua

/// What grows without end ends at the memory limit.
@Suite(.timeLimit(.minutes(5 * Int(patience)))) struct MemoryTests {
  static let limit = 2 << 20

  static let greedy: [String] = [
    "local s = 'x' while true do s = s .. s end",
    "local t = {} for i = 1, 1e10 do t[i] = i end",
    "local t = {} while true do t[#t + 1] = ('x'):rep(1e5 // 1 | 0) .. #t end",
    "local t = {} while true do t = { t } end",
    "local t = {} while true do local x = #t t[#t + 1] = function() return x end end",
    "local t = {} for i = 1, 1e10 do t['k' .. i] = true end",
    "local t = {} while true do t[#t + 1] = setmetatable({}, { __index = t }) end",
    "local parts = {} for i = 1, 200 do parts[i] = ('x'):rep(100000) .. i end return table.concat(parts)",
    "return (('x'):rep(1 << 20):gsub('x', ('y'):rep(1000)))",
    "local function f(...) return f(1, ...) end return f()",
    "while true do pcall(function() local s = 'x' while true do s = s .. s end end) end",
    "xpcall(function() local s = 'x' while true do s = s .. s end end, function() return 1 end) return 'survived'",
    "local ok = pcall(string.rep, ('x'):rep(1 << 20), 8) ok = pcall(string.rep, ('x'):rep(1 << 20), 8) return 'survived'",
  ]

  @Test(arguments: greedy)
  func `a greedy script ends, and its state is spent`(script: String) throws {
    let state = try open(
      limits {
        $0.memory = Self.limit; $0.callSeconds = 20
      })
    let error = state.failure(of: script)
    #expect(error?.kind == .memory)
    #expect(error?.message == "memory limit exceeded")
    #expect(error?.file == mainFile)
    #expect(error?.isFatal == true)
    #expect(state.memoryUsed <= Self.limit)
    #expect(state.failure(of: "return 1")?.kind == .memory)
    #expect(throws: LuaError.self) { try state.keep(1) }
    #expect(state.memoryUsed <= Self.limit)
  }

  @Test func `records count against the limit`() throws {
    let bench = try Bench("return {}", limits())
    let text = [UInt8](repeating: 65, count: 100_000)
    var entries = [LuaEntry(bench.list)]
    let error = #expect(throws: LuaError.self) {
      for number in 1...1000 {
        try bench.state.append(
          bench.source, number: number, cells: [.text(0..<text.count), .null], text: text, to: &entries)
      }
    }
    #expect(error?.kind == .memory)
    #expect(bench.state.memoryUsed <= 8 << 20)
  }

  @Test func `a module that does not fit ends the state`() throws {
    let source = "return {" + String(repeating: "'x',", count: 100_000) + "}"
    #expect(
      try failure(of: "return #require 'm'", modules: ["m": source], limits { $0.memory = 1 << 20 })?.kind == .memory)
  }

  @Test func `garbage is collected, so that work within the limit goes on`() throws {
    let script = "for i = 1, 1e4 do local s = ('x'):rep(10000) .. i end return 'done'"
    #expect(try run(script, limits { $0.callSeconds = 20 }) == "done")
  }

  @Test func `the limit holds from the first byte`() throws {
    for memory in stride(from: 0, through: 40_000, by: 100) {
      do throws(LuaError) {
        let state = try LuaState(limits: limits { $0.memory = memory })
        #expect(state.memoryUsed <= memory)
      } catch {
        #expect(error.kind == .unavailable)
        #expect(memory < 40_000)
      }
    }
  }
}
