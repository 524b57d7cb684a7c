import Testing

@testable import Lua

/// Memory that ends at any allocation whatever ends the step with an error of the kind memory, and nothing else.
@Suite struct AllocationFailureTests {
  static let script = """
    local tenken = require "tenken"
    local helper = require "helper"
    local t = { name = "x", list = { 1, 2, 3 }, marked = tenken.mark({ a = { b = 1 } }, "source") }
    setmetatable({}, { __index = t, __name = "n" })
    pcall(error, { "lost" })
    t.text = ("%s %d"):format(t.name, 3):rep(10):gsub("x", "yy"):upper() .. table.concat(t.list, ",")
    print(t.text, {}, helper)
    t.host = tenken.join(t.name, "z")
    t.each = function(r, p, context)
      local first = context.others[1]
      return { tenken.outcome(1), tenken.outcome(2, r.name, first.name .. #r.list):at(r):about("s"), tenken.outcome(2):at(first) }
    end
    t.all = function(records) table.sort(records, function(a, b) return a.name < b.name end) return tenken.outcome(1):at(records[1]) end
    t.fails = function(r) return r.missing end
    return t
    """

  /// Everything that a host does with a state, step by step.
  private enum Step: String, CaseIterable {
    case addFunction, prelude, run, keep, addSource, makeList, makeIndex, append, appendToIndex, set, each, eachFails,
      all
  }

  /// A host at work, which can be stopped before any step.
  private struct Host {
    let state: LuaState
    var value = LuaValue.nil
    var source: LuaSource?
    var list: LuaList?
    var index: LuaList?
    var context: LuaReference?
    var outcomes = 0

    init() throws(LuaError) {
      state = try LuaState()
      try state.addModule("helper", Array("return { 1 }".utf8))
    }

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
      case .prelude: try state.runBarePrelude()
      case .run: value = try state.run(AllocationFailureTests.script)
      case .keep:
        context = try state.keep(
          .record(["today": "2026-11-21", "deep": .list([.record(["a": .number(1.5)]), true])]))
      case .addSource: source = try state.addSource(columns: ["name", "list"])
      case .makeList: list = try state.makeList()
      case .makeIndex: index = try state.makeList(key: 0)
      case .append, .appendToIndex:
        guard let list = step == .append ? list : index, let source else { return }
        try state.append(to: list, source, number: 1, cells: cells, text: text)
      case .set:
        guard let context, let list, let index else { return }
        try state.set("others", in: context, to: list)
        try state.set("index", in: context, to: index)
      case .each:
        guard let test = try test("each"), let source else { return }
        var count = 0
        try state.call(test, source, number: 1, cells: cells, text: text, again: false) { _ in count += 1 }
        outcomes = count
      case .eachFails:
        guard let test = try test("fails"), let source else { return }
        do {
          try state.call(test, source, number: 2, cells: cells, text: text, again: false) { _ in }
        } catch {
          if error.isFatal { throw error }
        }
      case .all:
        guard let test = try test("all"), let list else { return }
        try state.call(test, list) { _ in }
      }
    }
  }

  @Test func `every allocation of every step may fail`() throws {
    for step in Step.allCases {
      var isThrough = false
      for granted in 0..<2000 where !isThrough {
        var host = try Host()
        for earlier in Step.allCases.prefix(while: { $0 != step }) { try host.take(earlier) }
        host.state.refuseMemory(after: granted)
        do throws(LuaError) {
          try host.take(step)
          isThrough = true
        } catch {
          #expect(error.kind == .memory, "\(step) after \(granted): \(error.summary)")
          let after = #expect(throws: LuaError.self) { try host.state.run("return 1") }
          #expect(after?.kind == .memory)
        }
      }
      #expect(isThrough, "\(step) needs more allocations than were tried")
    }
  }

  @Test func `with memory enough the steps do what they are for`() throws {
    var host = try Host()
    for step in Step.allCases { try host.take(step) }
    #expect(host.outcomes == 3)
  }
}
