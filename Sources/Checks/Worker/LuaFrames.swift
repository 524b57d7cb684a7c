import Frames
import Lua

// Lua's values and errors, as a worker tells them. The host takes none of them for true; it takes them for what they are.

extension LuaValue: FrameCodable {
  private enum Kind: CaseIterable { case `nil`, no, yes, integer, number, string, table, function, other }

  /// Writes the value; functions and foreign objects as what they are, not as what they do.
  public func write(to writer: inout FrameWriter) {
    switch self {
    case .nil: writer.write(word: Kind.nil)
    case .boolean(let value): writer.write(word: value ? Kind.yes : Kind.no)
    case .integer(let value):
      writer.write(word: Kind.integer)
      writer.write(value)
    case .number(let value):
      writer.write(word: Kind.number)
      writer.write(value)
    case .string(let value):
      writer.write(word: Kind.string)
      writer.write(value)
    case .table(let table):
      writer.write(word: Kind.table)
      writer.write(table)
    case .function(let function):
      writer.write(word: Kind.function)
      writer.write(function.place) { $0.write($1) }
    case .other: writer.write(word: Kind.other)
    }
  }

  /// Reads a value.
  public init(from reader: inout FrameReader) throws(FrameError) {
    switch try reader.word(Kind.self) {
    case .nil: self = .nil
    case .no: self = .boolean(false)
    case .yes: self = .boolean(true)
    case .integer: self = .integer(try reader.int64())
    case .number: self = .number(try reader.double())
    case .string: self = .string(try reader.string())
    case .table: self = .table(try reader.value())
    case .function:
      self = .function(
        LuaFunction(elsewhere: try reader.optional { (reader) throws(FrameError) in try reader.value() }))
    case .other: self = .other
    }
  }
}

extension LuaTable: FrameCodable {
  /// Writes the mark and the entries.
  public func write(to writer: inout FrameWriter) {
    writer.write(word: tag)
    writer.write(place) { $0.write($1) }
    writer.write(unsigned: UInt64(identity))
    writer.write(list: entries) { writer, entry in
      writer.write(entry.key)
      writer.write(entry.value)
    }
  }

  /// Reads the mark and the entries, of which no two have one key.
  public init(from reader: inout FrameReader) throws(FrameError) {
    let tag = try reader.word(Tag.self)
    let place = try reader.optional { (reader) throws(FrameError) in try reader.value(LuaPlace.self) }
    let identity = UInt(try reader.unsigned())
    let count = try reader.count(elementSize: 2)
    // No more room than most tables take, whatever a message claims.
    var entries = [LuaValue: LuaValue](minimumCapacity: min(count, 64))
    for _ in 0..<count {
      let key = try reader.value(LuaValue.self)
      guard entries.updateValue(try reader.value(), forKey: key) == nil else { throw .malformed }
    }
    self.init(tag: tag, place: place, identity: identity, entries: entries)
  }
}

extension LuaPlace: FrameCodable {
  /// Writes the file and the line.
  public func write(to writer: inout FrameWriter) {
    writer.write(file)
    writer.write(line)
  }

  /// Reads a place whose line is counted from 1.
  public init(from reader: inout FrameReader) throws(FrameError) {
    let file = try reader.string()
    let line = try reader.int()
    guard line > 0 else { throw .malformed }
    self.init(file: file, line: line)
  }
}

extension LuaError: FrameCodable {
  /// Writes the parts.
  public func write(to writer: inout FrameWriter) {
    writer.write(word: kind)
    writer.write(file) { $0.write($1) }
    writer.write(line) { $0.write($1) }
    writer.write(message)
    writer.write(traceback)
  }

  /// Reads the parts.
  public init(from reader: inout FrameReader) throws(FrameError) {
    self.init(
      kind: try reader.word(), file: try reader.optional { (reader) throws(FrameError) in try reader.string() },
      line: try reader.optional { (reader) throws(FrameError) in try reader.int() }, message: try reader.string(),
      traceback: try reader.string())
  }
}

extension LuaLimits: FrameCodable {
  /// Writes every limit.
  public func write(to writer: inout FrameWriter) {
    for limit in [memory, string, message, outcomes, log] { writer.write(limit) }
    writer.write(callSeconds)
    writer.write(checkSeconds)
    writer.write(totalSeconds)
  }

  /// Reads every limit.
  public init(from reader: inout FrameReader) throws(FrameError) {
    self.init()
    memory = try reader.int()
    string = try reader.int()
    message = try reader.int()
    outcomes = try reader.int()
    log = try reader.int()
    callSeconds = try reader.double()
    checkSeconds = try reader.double()
    totalSeconds = try reader.double()
  }
}
