import CLuaBridge

/// A call from Lua to a function of the host's: copies of its arguments. It is valid only within the function.
public struct LuaCall {
  /// An error for the caller's line.
  public struct Failure: Error {
    /// What is wrong.
    public let message: String

    /// Makes an error.
    public init(_ message: String) { self.message = message }
  }

  /// What a host function can give back.
  public enum Result {
    /// `nil` in Lua.
    case nothing
    case string(String)
    case integer(Int64)
    /// A list.
    case integers([Int64])
    /// Anything, as a copy. Boxed, so that the other results are returned in registers.
    indirect case value(LuaValue)
  }

  private let call: OpaquePointer

  fileprivate init(_ call: OpaquePointer) { self.call = call }

  /// The number of arguments.
  public var count: Int { Int(tl_argument_count(call)) }

  /// An argument that must be a string, counted from 1.
  public func string(_ index: Int) throws(Failure) -> String {
    var bytes = tl_bytes()
    guard tl_argument_string(call, Int32(truncatingIfNeeded: index), &bytes) else { try refuse(index, "a string") }
    return text(bytes.start, bytes.length)
  }

  /// Lends the bytes of an argument that must be a string, counted from 1.
  public func withBytes<R>(_ index: Int, _ body: (Span<UInt8>) -> R) throws(Failure) -> R {
    var bytes = tl_bytes()
    guard tl_argument_string(call, Int32(truncatingIfNeeded: index), &bytes) else { try refuse(index, "a string") }
    // Lua keeps the string, with `length` bytes at `start`, as long as the call lasts, and the span does not leave the closure.
    return body(UnsafeRawBufferPointer(start: bytes.start, count: bytes.length).bindMemory(to: UInt8.self).span)
  }

  /// An argument that must be an integer, or a float with an integer value, counted from 1.
  public func integer(_ index: Int) throws(Failure) -> Int64 {
    let argument = tl_argument_integer(call, Int32(truncatingIfNeeded: index))
    guard argument.kind == TL_ANSWER_INTEGER else { try refuse(index, "an integer") }
    return argument.integer
  }

  /// Any argument, counted from 1, as a copy; nil if it is absent.
  public func value(_ index: Int) throws(Failure) -> LuaValue? {
    guard index <= count else { return nil }
    guard tl_argument_value(call, Int32(truncatingIfNeeded: index)), let state = tl_calling_state(call) else {
      throw Failure("argument \(index) is too large, or nested too deeply")
    }
    return LuaValue(leftIn: state)
  }

  // Apart, so that the calls that go well carry none of its weight.
  @inline(never)
  private func refuse(_ index: Int, _ expected: String) throws(Failure) -> Never {
    throw Failure("argument \(index) must be \(expected)")
  }
}

/// The box that carries a host function through C.
final class HostFunction {
  private let body: (LuaCall) throws(LuaCall.Failure) -> LuaCall.Result

  init(_ body: @escaping (LuaCall) throws(LuaCall.Failure) -> LuaCall.Result) { self.body = body }

  /// Called by C. Catches everything, so that no Swift error and no Swift frame meets Lua's.
  @inline(__always)
  static func call(_ call: OpaquePointer?, _ context: UnsafeMutableRawPointer?) -> tl_answer {
    guard let call, let context else { return tl_answer() }
    // The state that calls holds the box (see LuaState.addFunction), so that it need not be retained here.
    return Unmanaged<HostFunction>.fromOpaque(context)._withUnsafeGuaranteedRef { $0.answer(call) }
  }

  @inline(__always)
  private func answer(_ call: OpaquePointer) -> tl_answer {
    do throws(LuaCall.Failure) {
      switch try body(LuaCall(call)) {
      case .nothing: return tl_answer()
      case .integer(let value): return tl_answer(kind: TL_ANSWER_INTEGER, integer: value)
      case .string(let text): return Self.leave(text, call)
      case .integers(let values): return Self.leave(values, call)
      case .value(let value): return Self.leave(value, call)
      }
    } catch {
      return Self.leave(error, call)
    }
  }

  // Apart, so that an answer that is a number or nothing carries none of their weight.
  @inline(never)
  private static func leave(_ text: consuming String, _ call: OpaquePointer) -> tl_answer {
    text.withCharacters { tl_return_string(call, $0, $1) }
  }

  @inline(never)
  private static func leave(_ values: [Int64], _ call: OpaquePointer) -> tl_answer {
    values.withUnsafeBufferPointer { tl_return_integers(call, $0.baseAddress, $0.count) }
  }

  @inline(never)
  private static func leave(_ value: LuaValue, _ call: OpaquePointer) -> tl_answer {
    value.withNodes { nodes, text in
      text.withCharacters { tl_return_value(call, nodes.baseAddress, nodes.count, $0, $1) }
    }
  }

  @inline(never)
  private static func leave(_ error: LuaCall.Failure, _ call: OpaquePointer) -> tl_answer {
    var message = error.message
    return message.withCharacters { tl_return_error(call, $0, $1) }
  }
}
