import Attacks
import Glibc
import Testing

@testable import Lua

/// States that take one input after the other.
@Suite struct SessionTests {
  /// A session whose inputs are Lua, and whose results are what they return.
  private func session(_ limits: LuaLimits = LuaLimits()) throws -> LuaState {
    let state = try LuaState(limits: limits)
    try state.addFunction("interrupt") { _ in
      interruptThisThread()
      return .nothing
    }
    try state.addFunction("echo") { (call) throws(LuaCall.Failure) in .value(try call.value(1) ?? .string("absent")) }
    try state.openSession(
      Array(
        """
        local host = ...
        local environment = host.setmetatable({ interrupt = host.interrupt, echo = host.echo }, { __index = _G })
        return function(text) return host.compile(text, "input", environment)() end
        """.utf8))
    return state
  }

  private func run(_ text: String, in state: LuaState) throws -> LuaValue { try state.handOver(.string(text)) }

  private func failure(_ text: String, in state: LuaState) throws -> LuaError {
    try #require(throws: LuaError.self) { try run(text, in: state) }
  }

  @Test func `what one input assigns, the next finds`() throws {
    let state = try session()
    #expect(try run("x = 41", in: state) == .nil)
    #expect(try run("x = x + 1; function double(n) return n * 2 end", in: state) == .nil)
    #expect(try run("return double(x)", in: state) == 84)
    // The sandbox is as closed as for plugins.
    #expect(try run("return io, os, load, debug", in: state) == .nil)
    #expect(try failure("string.rep = nil; ('x'):nothing()", in: state).kind == .runtime)
  }

  @Test(arguments: [
    ("x = (", true), ("for i = 1, 3 do", true), ("x = [[", true), ("x = 'a", true), ("x = )", false),
    ("x = 'a\n'", false),
  ])
  func `text that only ends too early is told from text that is wrong`(text: String, isUnfinished: Bool) throws {
    let error = try failure(text, in: session())
    #expect(error.kind == .syntax)
    #expect(error.isOfUnfinishedText == isUnfinished)
    #expect(error.file == "input" && error.line == 1)
  }

  @Test func `an interruption ends the input and nothing else`() throws {
    let state = try session()
    _ = try run("kept = 'here'", in: state)
    for endless in ["interrupt() while true do end", "interrupt() while true do pcall(error, 1) end"] {
      let error = try failure("seen = 1\n\(endless)", in: state)
      #expect(error.kind == .interrupted)
      #expect(error.file == "input" && error.line == 2)
      #expect(try run("return kept .. seen", in: state) == "here1")
    }
  }

  @Test func `an interruption between two inputs stops neither`() throws {
    let state = try session()
    _ = try run("x = 1", in: state)
    interruptThisThread()
    #expect(try run("for i = 1, 1000 do x = x + 1 end return x", in: state) == 1001)
  }

  @Test func `a limit ends the input and nothing else`() throws {
    var limits = LuaLimits()
    limits.callSeconds = 0.1 * patience
    limits.memory = 4 << 20
    let state = try session(limits)
    _ = try run("kept = 'here'", in: state)
    #expect(try failure("while true do end", in: state).kind == .time)
    #expect(try run("return kept", in: state) == "here")
    #expect(try failure("local t = {} for i = 1, 1e9 do t[i] = ('x'):rep(1000) .. i end", in: state).kind == .memory)
    #expect(try run("return kept", in: state) == "here")
    limits.totalSeconds = 0.2 * patience
    let short = try session(limits)
    #expect(try failure("while true do pcall(function() while true do end end) end", in: short).kind == .time)
    #expect(try failure("while true do end", in: short).kind == .totalTime)
    #expect(try failure("return 1", in: short).kind == .totalTime)
  }

  @Test(
    arguments: [
      ("echo()", "absent"), ("echo(nil)", .nil), ("echo(true)", true), ("echo(3)", 3), ("echo(0.5)", .number(0.5)),
      ("echo('点検\\0x')", "点検\0x"), ("echo({ 1, { 'a' } })", .list([1, .list(["a"])])),
      ("echo({ rows = { { n = 1 } } })", .record(["rows": .list([.record(["n": 1])])])),
    ] as [(String, LuaValue)])
  func `any value goes to the host and back`(expression: String, expected: LuaValue) throws {
    let value = try run("return \(expression)", in: session())
    #expect(value.plain == expected.plain)
  }

  @Test func `a value that is too deep is refused`() throws {
    let error = try failure("local t = {} t.t = t echo(t)", in: session())
    #expect(error.message == "argument 1 is too large, or nested too deeply")
    #expect(error.line == 1)
  }
}

extension LuaValue {
  /// The value without what only tells one table from another.
  fileprivate var plain: LuaValue {
    guard case .table(let table) = self else { return self }
    return .table(
      LuaTable(
        tag: .none, place: nil, identity: 0,
        entries: Dictionary(uniqueKeysWithValues: table.entries.map { ($0.plain, $1.plain) })))
  }
}

/// Sends SIGINT to the thread that runs, as it goes to a worker's only one. The threads that tests run on block it.
private func interruptThisThread() {
  var signals = sigset_t()
  sigemptyset(&signals)
  sigaddset(&signals, SIGINT)
  pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  raise(SIGINT)
}
