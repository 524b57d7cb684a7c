import Attacks
import Testing

@testable import Lua

/// The name that scripts of these tests run under.
let mainFile = "plugin.lua"

/// Limits that a hostile script meets soon.
func limits(_ change: (inout LuaLimits) -> Void = { _ in }) -> LuaLimits {
  var limits = LuaLimits()
  limits.memory = 8 << 20
  limits.callSeconds = 0.05 * patience
  change(&limits)
  return limits
}

/// A state with modules, by their dotted names.
func open(modules: [String: String] = [:], _ limits: LuaLimits = LuaLimits()) throws(LuaError) -> LuaState {
  let state = try LuaState(limits: limits)
  for (name, source) in modules { try state.addModule(name, Array(source.utf8)) }
  return state
}

extension LuaState {
  /// Runs a script and gives what it returns.
  @discardableResult
  func run(_ source: String) throws(LuaError) -> LuaValue { try run(file: mainFile, Array(source.utf8)) }

  /// The error that a script ends with; nil, and an issue, if it ends without one.
  func failure(of source: String, sourceLocation: SourceLocation = #_sourceLocation) -> LuaError? {
    do throws(LuaError) {
      let value = try run(source)
      Issue.record("no error but \(value)", sourceLocation: sourceLocation)
      return nil
    } catch {
      return error
    }
  }

  /// Runs the host's part with what the tests need of it: no more than what C provides.
  func runBarePrelude() throws(LuaError) { try runPrelude(Array("return ...".utf8)) }
}

/// What a script returns in a state of its own.
func run(
  _ source: String, modules: [String: String] = [:], _ limits: LuaLimits = LuaLimits()
) throws(LuaError) -> LuaValue {
  try open(modules: modules, limits).run(source)
}

/// The error that a script ends with in a state of its own.
func failure(
  of source: String, modules: [String: String] = [:], _ limits: LuaLimits = LuaLimits(),
  sourceLocation: SourceLocation = #_sourceLocation
) throws -> LuaError? {
  try open(modules: modules, limits).failure(of: source, sourceLocation: sourceLocation)
}

extension LuaError {
  /// The error on one line: `file:line: message`.
  var summary: String { "\(file ?? "?"):\(line.map(String.init) ?? "?"): \(message)" }
}

extension LuaValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
  /// Writes a value as a literal.
  public init(stringLiteral value: String) { self = .string(value) }
  /// Writes a value as a literal.
  public init(integerLiteral value: Int64) { self = .integer(value) }
  /// Writes a value as a literal.
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
}

extension LuaValue {
  var table: LuaTable? { if case .table(let table) = self { table } else { nil } }
}
