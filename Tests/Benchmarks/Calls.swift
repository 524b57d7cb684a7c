import CRecords
import Lua
import LuaBaseline

/// Times the calls between Swift and Lua against the same calls in C, turn by turn in one run, and prints a table.
enum Calls {
  static let times: Int64 = 1_000_000
  static let runs = 15

  static func run() throws {
    guard let baseline = lb_open() else { throw Failure("no Lua state for the baseline") }
    defer { lb_close(baseline) }
    let state = try LuaState(limits: limits)
    try state.addFunction("twice") { (call) throws(LuaCall.Failure) in .integer(try call.integer(1) &* 2) }
    try state.addFunction("same") { (call) throws(LuaCall.Failure) in .string(try call.string(1)) }
    try state.runPrelude(Array("return ...".utf8))
    let bridged = try Bridged(state)

    print("| a call | ns | the same in C | ns | ratio | at most |")
    print("| --- | --- | --- | --- | --- | --- |")
    try compare("Lua calls a throwing Swift closure", "`lua_CFunction`", atMost: 1.6) {
      try state.run(loop: "local f = require 'tenken'.twice for i = 1, \(times) do f(i) end")
    } with: {
      lb_call_c(baseline, times)
    }
    try compare("the same, a text in and out", "`lua_CFunction`", atMost: nil) {
      try state.run(loop: "local f = require 'tenken'.same for i = 1, \(times) do f('AP-1') end")
    } with: {
      lb_call_c_with_text(baseline, times)
    }
    try compare("Swift calls a test on each record of a source", "`lua_pcall`", atMost: 1.3) {
      try bridged.passTest()
    } with: {
      lb_call_lua(baseline, times)
    }
    try compare("the same, call by call", "`lua_pcall`", atMost: nil) {
      try bridged.callTest()
    } with: {
      lb_call_lua(baseline, times)
    }
  }

  /// Records whose cells are blank; the test reads none.
  private struct Records: LuaBatch {
    let count = 1000
    let columnCount = 2
    let cells = [tr_cell](repeating: tr_cell(), count: 2000)
    let lines = (0..<1000).map { UInt32($0) + 2 }
    let text: [UInt8] = []
  }

  /// A plugin's test, and the record that it is called with again and again.
  private struct Bridged {
    let state: LuaState
    let source: LuaSource
    let test: LuaTest
    let cells: [LuaCell] = [.text(0..<4), .integer(7)]
    let text = Array("AP-1".utf8)

    init(_ state: LuaState) throws {
      self.state = state
      source = try state.addSource(columns: ["name", "count"])
      let script = """
        local outcome = require "tenken".outcome
        local ok, no, calls = outcome(1), outcome(2), 0
        return function(r, p, c) calls = calls + 1 if p.limit > 3 then return no end return ok end
        """
      guard case .function(let function) = try state.run(file: "test.lua", Array(script.utf8)) else {
        throw Failure("the test is no function")
      }
      test = LuaTest(
        function, parameters: try state.keep(.record(["limit": .integer(3)])),
        context: try state.keep(.record(["today": .string("2026-11-21")])))
    }

    /// As a sweep does. The test counts its calls, so that each of them is made, though the records say the same.
    func passTest() throws -> Bool {
      let records = Records()
      var pass = LuaPass([test], over: source, watch: nil)
      pass.tell(0) { $0 != 1 }
      for batch in 0..<Int(times) / records.count {
        pass.begin()
        running: while true {
          switch state.run(&pass, records, first: batch * records.count + 1, { _ in }) {
          case .end: break running
          case .time: pass.goOn()
          case .outcomes, .failed: return false
          }
        }
      }
      var outcomes = 0
      pass.takeCounts(of: 0) { code, count in if code == 1 { outcomes = count } }
      return outcomes == times
    }

    func callTest() throws -> Bool {
      var outcomes = 0
      for index in 0..<times {
        try state.call(test, source, number: 1, cells: cells, text: text, again: index > 0) {
          outcomes += $0.code == 1 ? 1 : 0
        }
      }
      return outcomes == times
    }
  }

  private struct Failure: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
  }

  /// Limits that no measurement meets.
  private static var limits: LuaLimits {
    var limits = LuaLimits()
    limits.callSeconds = 60
    limits.totalSeconds = 3600
    return limits
  }

  private static func compare(
    _ title: String, _ peer: String, atMost: Double?, ours: () throws -> Bool, with theirs: () -> Bool
  ) throws {
    let clock = ContinuousClock()
    var pairs: [(ours: Double, theirs: Double)] = []
    for round in 0...runs {
      var isDone = true
      let mine = try clock.measure { isDone = try ours() && isDone }
      let other = clock.measure { isDone = theirs() && isDone }
      guard isDone else { throw Failure("\(title): the calls did not come through") }
      if round > 0 { pairs.append((nanoseconds(mine), nanoseconds(other))) }  // the first warms up
    }
    func median(_ value: ((ours: Double, theirs: Double)) -> Double) -> String {
      let middle = pairs.map(value).sorted()[runs / 2]
      return "\((middle * 100).rounded() / 100)"
    }
    let limit = atMost.map { "\($0)" } ?? "-"
    print(
      "| \(title) | \(median(\.ours)) | \(peer) | \(median(\.theirs)) | \(median { $0.ours / $0.theirs }) | \(limit) |")
  }

  private static func nanoseconds(_ duration: Duration) -> Double {
    (Double(duration.components.seconds) * 1e9 + Double(duration.components.attoseconds) / 1e9) / Double(times)
  }
}

extension LuaState {
  /// Runs a script for what it takes.
  fileprivate func run(loop script: String) throws -> Bool { try run(file: "loop.lua", Array(script.utf8)) == .nil }
}
