import Testing

@testable import Lua

/// Memory that ends at any allocation whatever ends the step with an error of the kind memory, and nothing else. Both the heap of
/// Lua and the bridge's buffers beside it take part.
@Suite struct AllocationFailureTests {
  /// A plugin that calls everything that plugins can call, each function once at least.
  static let script = """
    local tenken = require "tenken"
    local helper = require "helper"
    local deep = require "deep.helper"
    local t = { name = "x", list = { 1, 2, 3 }, marked = tenken.mark({ a = { b = 1 } }, "source") }
    local point = setmetatable({}, { __index = t, __name = "point", __tostring = function(p) return p.name .. "!" end })
    assert(getmetatable(point).__index == t)
    pcall(error, { "lost" })
    pcall(error, "placed" .. #deep, 2)
    xpcall(error, function(e) return e .. "!" end, "x" .. t.name)
    pcall(require, "missing.module")
    pcall(require, "not a name")
    pcall(require, "loops")
    pcall(setmetatable, {}, { __gc = print })
    pcall(function() undeclared = 1 end)
    pcall(tenken.join, 1)
    pcall(tenken.refuse)
    pcall(tenken.mark, {}, "nothing")
    pcall(tenken.outcome, 2, ("x"):rep(5000))
    pcall(string.rep, "x", 1 << 40)
    pcall(string.format, "%p")
    pcall(table.insert, point, 1)
    pcall(tenken.outcome(1).at, 1)
    t.text = ("%s %d %s"):format(t.name, 3, point):rep(10, ","):gsub("x", "yy"):upper() .. table.concat(t.list, ",")
    t.found = { t.text:find("(Y+)(.)"), t.text:match("%d"), t.text:byte(1, 3), utf8.char(28857), utf8.len(t.text) }
    for word in t.text:gmatch("%a+") do t[word] = word:reverse():lower():sub(1, 4) end
    table.insert(t.list, 4)
    table.remove(t.list, 1)
    table.move(t.list, 1, 3, 2)
    table.sort(t.list)
    t.packed = table.pack(table.unpack(t.list))
    print(t.text, {}, helper, point, tostring(print))
    t.host = { tenken.join(t.name, "z"), tenken.count(1, 2), tenken.list(1, 2, 3), tenken.nothing(), tenken.library.twice(4) }
    t.tag = tenken.tag(t.marked)
    t.framed = tenken.framed(function(...) return select("#", ...) end)
    t.framed(1, 2)
    t.one = function(r) return tenken.outcome(2, "ja " .. r.name, "en") end
    t.each = function(r, p, context)
      local first = context.others[1]
      local same = context.index["AP-1"][1]
      return { tenken.outcome(1), tenken.outcome(2, same.name, first.name .. #r.list):at(r):about("s"), tenken.outcome(2):at(first) }
    end
    t.all = function(records) table.sort(records, function(a, b) return a.name < b.name end) return tenken.outcome(1):at(records[1]) end
    t.fails = function(r) return r.missing end
    t.writes = function(r) r.name = "x" end
    t.nothing = function() end
    t.holes = function() return { [2] = tenken.outcome(1) } end
    return t
    """

  /// Everything that a host does with a state, step by step.
  private enum Step: String, CaseIterable {
    case addFunction, addLibrary, addModule, prelude, run, runFails, runIsNoLua, keep, addSource, makeList, makeIndex,
      append, appendToIndex, setList, setValue, each, eachAgain, eachFails, eachReturnsOther, all
  }

  /// A host at work, which can be stopped before any step.
  private struct Host {
    let state: LuaState
    var value = LuaValue.nil
    var source: LuaSource?
    var list: LuaList?
    var index: LuaIndex?
    var context: LuaReference?
    var outcomes = 0

    init() throws(LuaError) { state = try LuaState() }

    private func test(_ name: String) throws(LuaError) -> LuaTest? {
      guard case .function(let function)? = value.table?[name], let context else { return nil }
      return LuaTest(function, parameters: context, context: context)
    }

    mutating func take(_ step: Step) throws(LuaError) {
      let text = Array("AP-1a\0b\0".utf8)
      let cells: [LuaCell] = [.text(0..<4), .list(4..<8)]
      switch step {
      case .addFunction:
        try state.addFunction("join") { (call) throws(LuaCall.Failure) in .string(try call.string(1) + call.string(2)) }
        try state.addFunction("count") { .integer(Int64($0.count)) }
        try state.addFunction("list") { .integers((0..<Int64($0.count)).map { $0 }) }
        try state.addFunction("nothing") { _ in .nothing }
        try state.addFunction("refuse") { (_) throws(LuaCall.Failure) in throw LuaCall.Failure("refused") }
      case .addLibrary:
        try state.addLibrary("library", Array("local host = ... return { twice = function(x) return x * 2 end }".utf8))
      case .addModule:
        try state.addModule("helper", Array("return { 1 }".utf8))
        try state.addModule("deep.helper", Array("return 'deep'".utf8))
        try state.addModule("loops", Array("return require 'loops'".utf8))
      case .prelude: try state.runBarePrelude()
      case .run: value = try state.run(AllocationFailureTests.script)
      case .runFails: try passingOverErrors { () throws(LuaError) in try state.run("local t = {} error('x' .. #t)") }
      case .runIsNoLua: try passingOverErrors { () throws(LuaError) in try state.run("local t = = 1") }
      case .keep:
        context = try state.keep(
          .record(["today": "2026-11-21", "deep": .list([.record(["a": .number(1.5)]), true])]))
      case .addSource: source = try state.addSource(columns: ["name", "list"])
      case .makeList: list = try state.makeList()
      case .makeIndex: index = try state.makeIndex { .text($0.lowercased()) }
      case .append, .appendToIndex:
        guard let list, let index, let source else { return }
        var entries = step == .append ? [LuaEntry(list)] : [LuaEntry(index, onlyFirst: false)]
        entries[0].key = .text(0..<4)
        try state.append(source, number: 1, cells: cells, text: text, keys: text, to: &entries)
      case .setList:
        guard let context, let list, let index else { return }
        try state.set("others", in: context, to: list)
        try state.set("index", in: context, to: index)
      case .setValue:
        guard let context else { return }
        try state.set("parameters", in: context, to: try state.keep(.record(["limit": 3])))
      case .each, .eachAgain:
        guard let test = try test("each"), let source else { return }
        var count = 0
        for name in ["each", "one"] {
          guard let test = step == .each && name == "each" ? test : try self.test(name) else { return }
          try state.call(test, source, number: 1, cells: cells, text: text, again: step == .eachAgain) { _ in count += 1
          }
        }
        outcomes = count
      case .eachFails, .eachReturnsOther:
        for name in step == .eachFails ? ["fails", "writes"] : ["nothing", "holes"] {
          guard let test = try test(name), let source else { return }
          try passingOverErrors { () throws(LuaError) in
            try state.call(test, source, number: 2, cells: cells, text: text, again: false) { _ in }
          }
        }
      case .all:
        guard let test = try test("all"), let list else { return }
        try state.call(test, list) { _ in }
      }
    }

    /// Runs what ends with an error that is not the end of the state.
    private func passingOverErrors<T>(_ body: () throws(LuaError) -> T) throws(LuaError) {
      do throws(LuaError) {
        _ = try body()
      } catch {
        if error.isFatal { throw error }
      }
    }
  }

  @Test func `every allocation of every step may fail`() throws {
    for step in Step.allCases {
      var isThrough = false
      for granted in 0..<5000 where !isThrough {
        var host = try Host()
        for earlier in Step.allCases.prefix(while: { $0 != step }) { try host.take(earlier) }
        host.state.refuseMemory(after: granted)
        do throws(LuaError) {
          try host.take(step)
          isThrough = true
        } catch {
          // A module is kept beside the heap, so that a state without room for it is not spent.
          let isBeside = step == .addModule
          #expect(error.kind == (isBeside ? .unavailable : .memory), "\(step) after \(granted): \(error.summary)")
          if isBeside { continue }
          let after = #expect(throws: LuaError.self) { try host.state.run("return 1") }
          #expect(after?.kind == .memory)
        }
      }
      #expect(isThrough, "\(step) needs more allocations than were tried")
    }
  }

  @Test func `a state opens with memory enough, and otherwise says that there is none`() throws {
    var opened: Int?
    for memory in stride(from: 0, to: 256 << 10, by: 64) where opened == nil {
      do throws(LuaError) {
        _ = try LuaState(limits: limits { $0.memory = memory })
        opened = memory
      } catch {
        #expect(error.kind == .unavailable)
      }
    }
    let smallest = try #require(opened)
    #expect(smallest > 4 << 10)
    #expect(try run("return 1", limits { $0.memory = smallest + (16 << 10) }) == 1)
  }

  @Test func `with memory enough the steps do what they are for`() throws {
    var host = try Host()
    for step in Step.allCases { try host.take(step) }
    #expect(host.outcomes == 4)
    #expect(host.value.table?["tag"] == "source")
    #expect(host.state.log.text.hasPrefix("YY 3 YY!,YY 3 YY!"))
  }
}
