/// How the bytes between two delimiters become UTF-8. UTF-16 is turned into UTF-8 as it is read, before it comes here.
enum Charset: CaseIterable {
  case utf8
  case cp932

  /// The name in evidence and messages.
  var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .cp932: "CP932"
    }
  }

  /// Appends a text in UTF-8.
  /// - Throws: `undecodable` or `otherEncoding`; then nothing was appended.
  func append(_ source: Span<UInt8>, to output: inout [UInt8]) throws(ValueFault) {
    switch self {
    case .utf8:
      guard isUTF8(source) else { throw .undecodable(name) }
      appendBytes(source, to: &output)
    case .cp932:
      // UTF-8 read as CP932 is often valid and always nonsense.
      if looksLikeUTF8(source) { throw .otherEncoding(name) }
      let start = output.count
      guard CP932.append(source, to: &output) else {
        output.removeSubrange(start...)
        throw .undecodable(name)
      }
    }
  }

  /// Decides from the first text that is not ASCII and what follows it: UTF-8 if more lines are Japanese in UTF-8 than
  /// are not UTF-8 at all, or if every line is UTF-8.
  /// - Parameters:
  ///   - sample: bytes from the beginning of a line.
  ///   - isWhole: whether the file ends with the sample; otherwise its last line may be cut anywhere.
  static func detect(_ sample: Span<UInt8>, isWhole: Bool) -> Charset {
    var (japanese, foreign) = (0, 0)
    var start = 0
    while start < sample.count {
      var end = start
      var isASCII = true
      while end < sample.count, sample[end] != 0x0A, sample[end] != 0x0D {
        if sample[end] >= 0x80 { isASCII = false }
        end += 1
      }
      var line = sample.extracting(start..<end)
      if end == sample.count, !isWhole { line = line.extracting(0..<endOfWholeSequences(line)) }
      if !isASCII {
        if !isUTF8(line) {
          foreign += 1
        } else if looksLikeUTF8(line) {
          japanese += 1
        }
      }
      start = end + 1
    }
    return foreign == 0 || japanese > foreign ? .utf8 : .cp932
  }
}

/// Appends bytes as they are.
func appendBytes(_ source: Span<UInt8>, to output: inout [UInt8]) {
  // The pointer is used within the closure only, while the span keeps its memory alive.
  source.withUnsafeBufferPointer { output.append(contentsOf: $0) }
}

func isUTF8(_ bytes: Span<UInt8>) -> Bool {
  (try? UTF8Span(validating: bytes)) != nil
}

/// Whether bytes are valid UTF-8 with a character of three bytes or more, as all Japanese ones are. By chance this is next to
/// impossible: a lead byte E0 to F4 opens a rare kanji in CP932, which two half-width kana or the like would have to follow.
private func looksLikeUTF8(_ bytes: Span<UInt8>) -> Bool {
  var index = 0
  while index + 2 < bytes.count {
    if bytes[index] >= 0xE0, bytes[index + 1] & 0xC0 == 0x80, bytes[index + 2] & 0xC0 == 0x80 { return isUTF8(bytes) }
    index += 1
  }
  return false
}

/// Where the last UTF-8 sequence begins if the end of the bytes cuts it off; otherwise their end.
private func endOfWholeSequences(_ bytes: Span<UInt8>) -> Int {
  var start = bytes.count
  while start > 0, bytes.count - start < 3, bytes[start - 1] & 0xC0 == 0x80 { start -= 1 }
  guard start > 0, bytes[start - 1] >= 0xC0 else { return bytes.count }
  let lead = bytes[start - 1]
  let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
  return bytes.count - start + 1 < length ? start - 1 : bytes.count
}
