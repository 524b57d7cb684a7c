/// A value that can be written as bytes and read again.
public protocol FrameCodable {
  /// Writes the value.
  func write(to writer: inout FrameWriter)
  /// Reads what `write` wrote.
  init(from reader: inout FrameReader) throws(FrameError)
}

/// Why bytes are not the value that they should be.
public enum FrameError: Error, Hashable, Sendable {
  /// They end before the value does.
  case endedEarly
  /// They say something that no writer writes.
  case malformed
  /// They hold more than is taken.
  case tooLarge
  /// They go on behind the value.
  case leftOver
}

extension FrameCodable {
  /// The value as a frame of its own.
  public var frame: [UInt8] {
    var writer = FrameWriter()
    write(to: &writer)
    return writer.bytes
  }

  /// Reads a frame that holds this value and nothing else.
  public init(frame: [UInt8]) throws(FrameError) {
    var reader = FrameReader(frame)
    self = try reader.value()
    try reader.finish()
  }
}

extension FrameWriter {
  /// Writes one of a number of words by its place among them.
  public mutating func write<Word: CaseIterable & Equatable>(word: Word) {
    // Every case is among all cases.
    write(byte: UInt8(Word.allCases.enumerated().first { $0.element == word }?.offset ?? 0))
  }
}

extension FrameReader {
  /// Reads one of a number of words.
  public mutating func word<Word: CaseIterable>(_ type: Word.Type = Word.self) throws(FrameError) -> Word {
    let offset = Int(try byte())
    guard offset < Word.allCases.count else { throw .malformed }
    return Word.allCases[Word.allCases.index(Word.allCases.startIndex, offsetBy: offset)]
  }
}
