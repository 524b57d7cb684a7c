import Compliance
import Synchronization
import Testing
import Workers

@testable import Checks
@testable import Lua

/// What a plugin returned is taken for what it returns as long as its code is the same.
struct RememberedValuesTests {
  private final class Store: Sendable {
    let kept = Mutex<[[String]: LuaValue]>([:])
    var values: RememberedValues {
      RememberedValues(
        value: { key in self.kept.withLock { $0[key] } }, keep: { value, key in self.kept.withLock { $0[key] = value } }
      )
    }
    var count: Int { kept.withLock { $0.count } }
  }

  private func runner(_ store: Store, program: String? = nil) throws -> WorkerRunner {
    let program = program.map { WorkerProgram(path: $0, arguments: []) } ?? command()
    return WorkerRunner(program, catalogue: SharedBytes { Catalogue.emptyFrame }, remembered: store.values)
  }

  private func script(_ main: String, _ limits: LuaLimits = LuaLimits()) throws -> PluginScript {
    PluginScript(main: try files(main), limits: limits, catalogue: .byID(.empty))
  }

  @Test func `a plugin that has not changed is not run again`() throws {
    let store = Store()
    let script = try script("return { answer = 42 }")
    let first = try runner(store).evaluate(script)
    // A program that is not there gives no value, so this one was remembered.
    #expect(try runner(store, program: "/no/such").evaluate(script) == first)
    #expect(store.count == 1)
  }

  @Test func `other code, other limits: run again`() throws {
    let store = Store()
    var limits = LuaLimits()
    limits.memory /= 2
    let answers = try [script("return 1"), script("return 2"), script("return 1", limits)].map {
      try runner(store).evaluate($0)
    }
    #expect(answers == [.success(.integer(1)), .success(.integer(2)), .success(.integer(1))])
    #expect(store.count == 3)
  }

  @Test func `failures are not remembered, nor what asked the catalogue`() throws {
    let store = Store()
    guard case .failure = try runner(store).evaluate(script("error 'x'")) else {
      Issue.record("no failure")
      return
    }
    _ = try runner(store).evaluate(
      script("return require('tenken').catalogue:get('mhlw-5:6.5.C.12') and 'some' or 'none'"))
    #expect(store.count == 0)
  }
}

extension Catalogue {
  /// The bytes of a catalogue with nothing in it: six lists without elements.
  fileprivate static let emptyFrame = [UInt8](repeating: 0, count: 6)
}
