import Lua

/// A value that goes into Lua and comes out again is the value that it was, as far as Lua can hold it.
@_cdecl("LLVMFuzzerTestOneInput")
public func carryValue(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  // libFuzzer promises `count` readable bytes at `start` for the time of the call, and nothing here keeps them.
  var input = UnsafeBufferPointer(start: start, count: count)[...]
  let value = makeValue(&input, depth: 0)
  do throws(LuaError) {
    let carried = try carry(value)
    precondition(shape(carried) == shape(value), "\(value) came out as \(carried)")
  } catch {
    preconditionFailure("\(value) was refused: \(error.message)")
  }
  return 0
}

/// Hands a value to a test as its parameters, and reads what the test has kept of it.
private func carry(_ value: LuaValue) throws(LuaError) -> LuaValue {
  let state = try LuaState()
  try state.addModule("kept", Array("return {}".utf8))
  try state.runPrelude(Array("return ...".utf8))
  let keep = """
    local kept, pass = require "kept", require "tenken".outcome(1)
    return function(_, parameters) kept.value = parameters return pass end
    """
  guard case .function(let function) = try state.run(file: "keep.lua", Array(keep.utf8)) else { return .other }
  let parameters = try state.keep(value)
  try state.call(LuaTest(function, parameters: parameters, context: parameters), try state.makeList()) { _ in }
  return try state.run(file: "read.lua", Array("return require('kept').value".utf8))
}

/// A value from the bytes: a kind, then what the kind needs. Keys are names and positions, as they are of all that hosts make.
private func makeValue(_ input: inout Slice<UnsafeBufferPointer<UInt8>>, depth: Int) -> LuaValue {
  func number() -> UInt64 { (0..<8).reduce(0) { word, _ in word << 8 | UInt64(input.popFirst() ?? 0) } }
  switch (input.popFirst() ?? 0) % 8 {
  case 0: return .nil
  case 1: return .boolean((input.popFirst() ?? 0) % 2 == 1)
  case 2: return .integer(Int64(bitPattern: number()))
  case 3: return .number(Double(bitPattern: number()))
  case 4: return .integer(Int64(input.popFirst() ?? 0) - 8)
  case 5:
    let length = Int(input.popFirst() ?? 0)
    let bytes = Array(input.prefix(length))
    input = input.dropFirst(length)
    return .string(String(decoding: bytes, as: UTF8.self))
  case 6 where depth < 20:
    return .list((0..<Int(input.popFirst() ?? 0) % 16).map { _ in makeValue(&input, depth: depth + 1) })
  default:
    guard depth < 20 else { return .other }
    let names = (0..<Int(input.popFirst() ?? 0) % 8).map { _ in "\(input.popFirst() ?? 0)" }
    return .record(
      Dictionary(names.map { ($0, makeValue(&input, depth: depth + 1)) }, uniquingKeysWith: { first, _ in first }))
  }
}

/// A value in writing, the same for two that Lua cannot tell apart.
private func shape(_ value: LuaValue) -> String {
  switch value {
  case .nil, .function, .other: "nil"
  case .boolean(let value): "\(value)"
  case .integer(let value): "integer \(value)"
  case .number(let value): value.isNaN ? "NaN" : "number \(value.bitPattern)"
  case .string(let text): "string \(Array(text.utf8))"
  case .table(let table):
    "{"
      + table.entries.map { (shape($0), shape($1)) }.filter { $1 != "nil" }.map { "\($0)=\($1)" }.sorted()
      .joined(separator: ",") + "}"
  }
}
