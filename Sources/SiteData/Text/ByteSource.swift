/// Bytes that are read once, from the first to the last.
protocol ByteSource {
  /// Whether the last byte has been given.
  var isAtEnd: Bool { get }
  /// What ended reading early.
  var failure: ReadFailure? { get }

  /// Reads on.
  /// - Parameters:
  ///   - buffer: takes the bytes; at least `start + count` bytes long.
  ///   - start: where in it they go.
  ///   - count: how many to read at most.
  /// - Returns: how many there were; 0 at the end.
  mutating func read(into buffer: inout [UInt8], from start: Int, count: Int) -> Int
  /// Reads the rest of the file that the bytes come from, so that its hash is known.
  /// - Returns: the SHA-256 in lower-case hexadecimal; nil if the file could not be read to its end.
  mutating func finish() -> String?
}
