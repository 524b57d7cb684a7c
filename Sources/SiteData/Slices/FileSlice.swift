import Compliance
import Frames

/// A place between two rows of a file.
public struct FilePosition: Hashable, Sendable {
  /// The bytes before it.
  public let offset: Int
  /// The line that begins there, from 1.
  public let line: Int

  /// Makes a position.
  public init(offset: Int, line: Int) {
    self.offset = offset
    self.line = line
  }

  /// Where every file begins.
  public static let beginning = FilePosition(offset: 0, line: 1)
}

/// A part of a large file that is read for itself: the rows that begin from its start on and before its end.
public struct FileSlice: Hashable, Sendable {
  /// Where its first row begins; the header, which is not repeated, stands at the beginning of the file.
  public let start: FilePosition
  /// The offset from which on rows belong to the next slice.
  public let end: Int
  /// How the file is encoded, if a row before the slice has told.
  let charset: Charset?

  /// The bytes of a slice. They are the same however many slices are read at a time, so that a test that remembers what it saw
  /// before, which it should not, at least always sees the same.
  public static let size = 8 << 20
}

extension FilePosition: FrameCodable {
  /// Writes the offset and the line.
  public func write(to writer: inout FrameWriter) {
    writer.write(offset)
    writer.write(line)
  }

  /// Reads the offset and the line.
  public init(from reader: inout FrameReader) throws(FrameError) {
    self.init(offset: try reader.int(), line: try reader.int())
    guard offset >= 0, line > 0 else { throw .malformed }
  }
}

extension FileSlice: FrameCodable {
  /// Writes the slice.
  public func write(to writer: inout FrameWriter) {
    writer.write(start)
    writer.write(end)
    writer.write(charset) { $0.write(word: $1) }
  }

  /// Reads a slice.
  public init(from reader: inout FrameReader) throws(FrameError) {
    self.init(
      start: try reader.value(), end: try reader.int(),
      charset: try reader.optional { (reader) throws(FrameError) in try reader.word(Charset.self) })
  }
}
