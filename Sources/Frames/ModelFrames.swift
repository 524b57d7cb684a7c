import Compliance

// The words of the model that more than one room writes as bytes.

extension LocalizedText: FrameCodable {
  /// Writes both versions.
  public func write(to writer: inout FrameWriter) {
    writer.write(ja)
    writer.write(en)
  }

  /// Reads both versions.
  public init(from reader: inout FrameReader) throws(FrameError) {
    self.init(ja: try reader.string(), en: try reader.string())
  }
}

extension Place: FrameCodable {
  /// Writes the file, the line and the column.
  public func write(to writer: inout FrameWriter) {
    writer.write(file)
    writer.write(line) { $0.write($1) }
    writer.write(column) { $0.write($1) }
  }

  /// Reads a place whose line and column, if there are any, are counted from 1.
  public init(from reader: inout FrameReader) throws(FrameError) {
    let file = try reader.string()
    let line = try reader.optional { (reader) throws(FrameError) in try reader.int() }
    let column = try reader.optional { (reader) throws(FrameError) in try reader.int() }
    guard line ?? 1 > 0, column ?? 1 > 0 else { throw .malformed }
    self.init(file: file, line: line, column: column)
  }
}

extension Problem: FrameCodable {
  /// Writes the place and the text.
  public func write(to writer: inout FrameWriter) {
    writer.write(place)
    writer.write(text)
  }

  /// Reads the place and the text.
  public init(from reader: inout FrameReader) throws(FrameError) {
    self.init(at: try reader.value(), try reader.value())
  }
}
