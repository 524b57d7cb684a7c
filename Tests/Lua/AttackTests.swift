import Attacks
import Testing

@testable import Lua

/// Hostile plugins against a state within this process: each ends as it must, soon, within its memory, and without harm to the next.
/// Those that only the end of a process stops are tried in the tests of Checks, and there all others again.
@Suite(.timeLimit(.minutes(5 * Int(patience)))) struct AttackTests {
  @Test(arguments: Attack.all.filter(\.endsInProcess))
  func `an attack ends as it must`(attack: Attack) throws {
    let state = try open(
      modules: Attack.modules, limits { $0.memory = attack.memory })
    var ended: Result<LuaValue, LuaError>
    do throws(LuaError) { ended = .success(try state.run(attack.script)) } catch { ended = .failure(error) }
    switch (attack.end, ended) {
    case (.anything, _), (.killed, _): break
    case (.value(let expected), .success(let value)): #expect(value == expected)
    case (.time, .failure(let error)): #expect(error.kind == .time && error.line != nil)
    case (.memory, .failure(let error)): #expect(error.kind == .memory)
    case (.error(let message), .failure(let error)):
      #expect(!error.isFatal)
      #expect(error.message.contains(message), "\(error.summary)")
    case (_, .success(let value)): Issue.record("no error but \(value)")
    case (_, .failure(let error)): Issue.record("\(error.kind): \(error.summary)")
    }
    if case .failure(let error) = ended { #expect(error.file == mainFile || error.file == "b.lua") }
    #expect(state.memoryUsed <= attack.memory)
    // What is no fatal error leaves a state that works, whose libraries are the plugin's own affair.
    if case .failure(let error) = ended, error.isFatal { return }
    #expect(try state.run("return #'x'") == 1)
    #expect(try run("return ('x'):upper() .. tostring(1)") == "X1")
  }
}
