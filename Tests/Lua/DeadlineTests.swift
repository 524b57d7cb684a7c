import Attacks
import Glibc
import Testing

@testable import Lua

/// A call that takes too long ends at the deadline, whatever it does to go on.
@Suite(.timeLimit(.minutes(5 * Int(patience)))) struct DeadlineTests {
  static let endless: [String] = [
    "while true do end",
    "local i = 0\nrepeat i = i + 1 until false",
    "for i = 1, math.huge do local t = {} end",
    "while true do pcall(function() while true do end end) end",
    "local function f() pcall(f) while true do end end f()",
    "while true do pcall(error) end",
    "while true do pcall(pcall, pcall, error) end",
    "xpcall(error, function() while true do end end)",
    "while true do xpcall(error, function() error 'again' end) end",
    "xpcall(function() while true do end end, function() while true do end end)",
    "do local x <close> = setmetatable({}, { __close = function() while true do end end }) error 'x' end",
    "do local x <close> = setmetatable({}, { __close = function() while true do end end }) while true do end end",
    "pcall(function() local x <close> = setmetatable({}, { __close = function() while true do end end }) error 'x' end) while true do end",
    "local t = setmetatable({}, { __concat = function() while true do end end }) return t .. t",
    "local t = setmetatable({}, { __index = function() while true do end end }) return t.x",
    "local t = setmetatable({}, { __tostring = function() while true do end end }) return tostring(t)",
    "local t = setmetatable({}, { __eq = function() while true do end end }) return t == setmetatable({}, getmetatable(t))",
    "local t = setmetatable({}, { __lt = function() while true do end end }) return t < t",
    "local t = setmetatable({}, { __len = function() while true do end end }) return #t",
    "local t = setmetatable({}, { __call = function() while true do end end }) return t()",
    "for _ in setmetatable({}, { __call = function() return 1 end }) do end",
    "local t = {} for i = 1, 1000 do t[i] = i % 7 end while true do table.sort(t, function(a, b) return a < b end) end",
    "local t = { 3, 2, 1 } while true do table.sort(t) end",
    "table.sort({ 1, 2 }, function() while true do end end)",
    "return (('x'):rep(10):gsub('.', function() while true do end end))",
    "while true do ('x'):rep(10000):gsub('.', '%0') end",
    "while true do print 'flood' end",
    "for k in next, { 1 } do while true do end end",
    "local t = {} for i = 1, 1e6 do table.insert(t, 1, i) end",
    "while true do string.rep('x', 1 << 20) end",
    "while true do pcall(string.rep, 'x', 1 << 40) end",
    "while true do local s = tostring(0.1) .. ('%d'):format(3) end",
    "::top:: goto top",
    "local function f() return f() end return f()",
    "while true do select('#', table.unpack({}, 1, 200)) end",
  ]

  @Test(arguments: endless)
  func `an endless script ends, and is placed`(script: String) throws {
    let state = try open(limits())
    let error = state.failure(of: "\n" + script)
    #expect(error?.kind == .time)
    #expect(error?.message == "time limit exceeded")
    #expect(error?.file == mainFile)
    #expect((error?.line ?? 0) >= 2)
    #expect(error?.isFatal == true)
  }

  @Test func `an endless module is placed in the module`() throws {
    let error = try failure(of: "require 'm'", modules: ["m": "\n\nwhile true do end"], limits())
    #expect(error?.summary == "m.lua:3: time limit exceeded")
  }

  @Test func `a spent state refuses everything, with the place of the deed`() throws {
    let state = try open(limits())
    let kept = try state.keep(1)
    let list = try state.makeList()
    let source = try state.addSource(columns: ["a"])
    _ = state.failure(of: "\n\nwhile true do end")
    let attempts: [(LuaState) throws -> Void] = [
      { try $0.run("return 1") }, { _ = try $0.keep(1) }, { _ = try $0.makeList() },
      { _ = try $0.addSource(columns: []) },
      { try $0.runBarePrelude() }, { try $0.addFunction("f") { _ in .integer(1) } },
      { state in
        var entries = [LuaEntry(list)]
        try state.append(source, number: 1, cells: [.null], text: [], to: &entries)
      }, { _ = try $0.makeIndex { _ in nil } }, { try $0.set("x", in: kept, to: kept) },
    ]
    for attempt in attempts {
      let error = #expect(throws: LuaError.self) { try attempt(state) }
      #expect(error?.kind == .time)
      #expect(error?.summary == "plugin.lua:3: time limit exceeded")
    }
  }

  @Test func `a spent state takes no call of a test`() throws {
    let bench = try Bench(
      "return { hang = function() while true do end end, fine = function() return require('tenken').outcome(1) end }",
      limits())
    #expect(try bench.each("fine").count == 1)
    #expect(bench.failure(each: "hang")?.kind == .time)
    #expect(bench.failure(each: "fine")?.kind == .time)
    #expect(bench.failure(all: "fine", bench.list)?.kind == .time)
  }

  @Test func `the deadline counts by the call, not over calls`() throws {
    let bench = try Bench(
      "return { work = function() for i = 1, 2e4 do local x = i // 3 end return require('tenken').outcome(1) end }",
      limits())
    // Far longer in all than one call may take: what passes is processor time, so the load of the machine does not matter.
    let begun = processorTime()
    var calls = 0
    while processorTime() - begun < 0.3 {
      #expect(try bench.each("work").count == 1)
      calls += 1
    }
    #expect(calls > 8)
  }

  @Test func `the life of a state has a limit too`() throws {
    let bench = try Bench(
      "return { work = function() for i = 1, 2e4 do local x = i // 3 end return require('tenken').outcome(1) end }",
      limits { $0.totalSeconds = 0.1 })
    var last: LuaError?
    for _ in 0..<1_000_000 where last == nil {
      do { _ = try bench.each("work") } catch { last = error }
    }
    #expect(last?.kind == .totalTime)
    #expect(last?.summary == "plugin.lua:1: time limit exceeded")
  }

  @Test func `two states on two threads do not disturb each other`() async throws {
    let results = await withTaskGroup(of: String.self) { group in
      for index in 0..<8 {
        group.addTask {
          let script = index % 2 == 0 ? "while true do end" : "local n = 0 for i = 1, 1e5 do n = n + 1 end return n"
          do throws(LuaError) {
            let state = try LuaState(limits: limits { $0.callSeconds = index % 2 == 0 ? 0.05 : 20 })
            return "\(try state.run(script))"
          } catch {
            return error.summary
          }
        }
      }
      return await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
    #expect(results == ["plugin.lua:1: time limit exceeded": 4, "integer(100000)": 4])
  }

  @Test func `a state that hogs leaves the others of its thread alone`() throws {
    let calm = try open(limits())
    let hog = try open(limits())
    #expect(hog.failure(of: "while true do end")?.kind == .time)
    #expect(try calm.run("local n = 0 for i = 1, 1000 do n = n + i end return n") == 500_500)
    #expect(try open(limits()).run("return 1") == 1)
  }
}

/// The seconds of processor time that the thread has used: what the deadline counts.
private func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
