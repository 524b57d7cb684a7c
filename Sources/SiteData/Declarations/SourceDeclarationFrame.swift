import Compliance
import Frames

// What a worker is told of the sources that it reads.

extension SourceDeclaration: FrameCodable {
  /// Writes everything that is declared.
  public func write(to writer: inout FrameWriter) {
    writer.write(id)
    writer.write(title)
    writer.write(origin)
    writer.write(word: format)
    writer.write(encoding) { $0.write(word: $1) }
    writer.write(subject) { $0.write($1) }
    writer.write(list: begins) { $0.write($1) }
    writer.write(layout)
    writer.write(isOptional)
    writer.write(maxAgeDays) { $0.write($1) }
    writer.write(list: columns) { $0.write($1) }
    writer.write(list: columnOrder) { $0.write($1) }
  }

  /// Reads everything that is declared.
  public init(from reader: inout FrameReader) throws(FrameError) {
    self.init(
      id: try reader.string(), title: try reader.value(), origin: try reader.value(), format: try reader.word(),
      encoding: try reader.optional { (reader) throws(FrameError) in try reader.word() },
      subject: try reader.optional { (reader) throws(FrameError) in try reader.string() },
      begins: try reader.list { (reader) throws(FrameError) in try reader.string() }, layout: try reader.value(),
      isOptional: try reader.bool(),
      maxAgeDays: try reader.optional { (reader) throws(FrameError) in try reader.int() },
      columns: try reader.list { (reader) throws(FrameError) in try reader.value() },
      columnOrder: try reader.list { (reader) throws(FrameError) in try reader.string() })
  }
}

extension SourceLayout: FrameCodable {
  /// Writes everything that is declared.
  public func write(to writer: inout FrameWriter) {
    writer.write(records) { $0.write($1) }
    writer.write(list: patterns) { $0.write($1) }
    writer.write(skipsOthers)
    writer.write(sheet) { $0.write($1) }
    writer.write(table) { $0.write($1) }
    writer.write(query) { $0.write($1) }
    writer.write(member) { $0.write($1) }
  }

  /// Reads everything that is declared.
  public init(from reader: inout FrameReader) throws(FrameError) {
    self.init(
      records: try reader.optional { (reader) throws(FrameError) in try reader.string() },
      patterns: try reader.list { (reader) throws(FrameError) in try reader.string() },
      skipsOthers: try reader.bool(),
      sheet: try reader.optional { (reader) throws(FrameError) in try reader.string() },
      table: try reader.optional { (reader) throws(FrameError) in try reader.string() },
      query: try reader.optional { (reader) throws(FrameError) in try reader.string() },
      member: try reader.optional { (reader) throws(FrameError) in try reader.string() })
  }
}

extension SourceOrigin: FrameCodable {
  /// Writes the kind, then the path or the arguments.
  public func write(to writer: inout FrameWriter) {
    switch self {
    case .data(let path):
      writer.write(byte: 0)
      writer.write(path)
    case .path(let path):
      writer.write(byte: 1)
      writer.write(path)
    case .command(let arguments):
      writer.write(byte: 2)
      writer.write(list: arguments) { $0.write($1) }
    }
  }

  /// Reads the kind, then the path or the arguments.
  public init(from reader: inout FrameReader) throws(FrameError) {
    switch try reader.byte() {
    case 0: self = .data(try reader.string())
    case 1: self = .path(try reader.string())
    case 2: self = .command(try reader.list { (reader) throws(FrameError) in try reader.string() })
    default: throw .malformed
    }
  }
}

extension SourceDeclaration.Column: FrameCodable {
  /// Writes everything that is declared.
  public func write(to writer: inout FrameWriter) {
    writer.write(name)
    writer.write(word: type)
    writer.write(isOptional)
    writer.write(list: headers) { $0.write($1) }
    writer.write(isPersonal)
    writer.write(sameAsAbove) { $0.write(word: $1) }
    writer.write(doc) { $0.write($1) }
    writer.write(example) { $0.write($1) }
  }

  /// Reads everything that is declared.
  public init(from reader: inout FrameReader) throws(FrameError) {
    self.init(
      name: try reader.string(), type: try reader.word(), isOptional: try reader.bool(),
      headers: try reader.list { (reader) throws(FrameError) in try reader.string() }, isPersonal: try reader.bool(),
      sameAsAbove: try reader.optional { (reader) throws(FrameError) in try reader.word() },
      doc: try reader.optional { (reader) throws(FrameError) in try reader.value() },
      example: try reader.optional { (reader) throws(FrameError) in try reader.string() })
  }
}

extension SiteTimeZone: FrameCodable {
  /// Writes the identifier.
  public func write(to writer: inout FrameWriter) { writer.write(identifier) }

  /// Reads an identifier that names a zone.
  public init(from reader: inout FrameReader) throws(FrameError) {
    guard let zone = SiteTimeZone(identifier: try reader.string()) else { throw .malformed }
    self = zone
  }
}

extension Moment: FrameCodable {
  /// Writes the date, the second and the zone.
  public func write(to writer: inout FrameWriter) {
    writer.write(date.daysSince1970)
    writer.write(secondOfDay)
    writer.write(zone)
  }

  /// Reads a moment of the calendar.
  public init(from reader: inout FrameReader) throws(FrameError) {
    let date = CalendarDate(daysSince1970: try reader.int())
    guard let moment = Moment(date: date, secondOfDay: try reader.int(), in: try reader.value()) else {
      throw .malformed
    }
    self = moment
  }
}

extension Pseudonyms: FrameCodable {
  /// Writes the key: whoever reads the data may as well make its pseudonyms.
  public func write(to writer: inout FrameWriter) { writer.write(secret) }

  /// Reads the key.
  public init(from reader: inout FrameReader) throws(FrameError) { self.init(key: try reader.data()) }
}
