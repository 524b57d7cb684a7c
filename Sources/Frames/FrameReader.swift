/// Reads values from bytes that somebody else wrote, and who may be hostile: every length is checked against the bytes that are
/// there before anything is allocated, and what is left over is an error.
public struct FrameReader {
  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0

  /// How deep values may lie in one another. Lua's converter stops earlier.
  private static let deepest = 100

  /// Makes a reader of a whole frame.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The bytes that have not been read.
  public var remaining: Int { bytes.count - position }

  /// Reads one byte.
  public mutating func byte() throws(FrameError) -> UInt8 {
    guard position < bytes.count else { throw .endedEarly }
    position += 1
    return bytes[position - 1]
  }

  /// Reads an integer that is not negative. Only the shortest form counts, so that a value has one form.
  public mutating func unsigned() throws(FrameError) -> UInt64 {
    var value: UInt64 = 0
    for shift in stride(from: 0, to: 70, by: 7) {
      let byte = try self.byte()
      guard shift < 63 || byte <= 1, shift == 0 || byte != 0 else { throw .malformed }
      value |= UInt64(byte & 0x7F) << UInt64(shift)
      if byte < 0x80 { return value }
    }
    throw .malformed
  }

  /// Reads a number of elements, each of which takes at least so many bytes.
  public mutating func count(elementSize: Int = 1) throws(FrameError) -> Int {
    let value = try unsigned()
    guard value <= UInt64(remaining / max(1, elementSize)) else { throw .endedEarly }
    return Int(value)
  }

  /// Reads an integer.
  public mutating func int64() throws(FrameError) -> Int64 {
    let value = try unsigned()
    return Int64(bitPattern: (value >> 1) ^ (0 &- (value & 1)))
  }

  /// Reads an integer.
  public mutating func int() throws(FrameError) -> Int { Int(try int64()) }

  /// Reads a boolean.
  public mutating func bool() throws(FrameError) -> Bool {
    switch try byte() {
    case 0: false
    case 1: true
    default: throw .malformed
    }
  }

  /// Reads a floating-point number.
  public mutating func double() throws(FrameError) -> Double {
    var pattern: UInt64 = 0
    for shift in 0..<8 { pattern |= UInt64(try byte()) << UInt64(shift * 8) }
    return Double(bitPattern: pattern)
  }

  /// Reads bytes.
  public mutating func data() throws(FrameError) -> [UInt8] {
    let count = try self.count()
    defer { position += count }
    return Array(bytes[position..<position + count])
  }

  /// Reads a text.
  /// - Parameter most: the bytes that it may have.
  public mutating func string(atMost most: Int = .max) throws(FrameError) -> String {
    let count = try self.count()
    guard count <= most else { throw .tooLarge }
    guard let text = String(validating: bytes[position..<position + count], as: UTF8.self) else { throw .malformed }
    position += count
    return text
  }

  /// Reads a value.
  public mutating func value<Value: FrameCodable>(_ type: Value.Type = Value.self) throws(FrameError) -> Value {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw .tooLarge }
    return try Value(from: &self)
  }

  /// Reads a value, or that there is none.
  public mutating func optional<Value>(
    _ read: (inout FrameReader) throws(FrameError) -> Value
  ) throws(FrameError) -> Value? {
    try bool() ? try read(&self) : nil
  }

  /// Reads a list.
  /// - Parameter most: the elements that it may have.
  public mutating func list<Element>(
    atMost most: Int = .max, _ read: (inout FrameReader) throws(FrameError) -> Element
  ) throws(FrameError) -> [Element] {
    let count = try self.count()
    guard count <= most else { throw .tooLarge }
    var elements: [Element] = []
    // A count is at most the number of bytes, but an element may be many times larger than a byte, so the room is not taken ahead.
    elements.reserveCapacity(min(count, 1024))
    for _ in 0..<count { elements.append(try read(&self)) }
    return elements
  }

  /// Expects that everything has been read.
  public func finish() throws(FrameError) {
    guard remaining == 0 else { throw .leftOver }
  }
}
