/// A short text and a position in it, for reading dates, times and numbers off it. Its buffer is reused from cell to cell.
struct TextScanner {
  /// The text in UTF-8.
  var bytes: [UInt8] = []
  /// Where reading goes on.
  var position = 0

  init() {}

  init(_ text: some StringProtocol) {
    bytes = Array(text.utf8)
  }

  /// Starts over with an empty text.
  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    position = 0
  }

  var isAtEnd: Bool { position == bytes.count }

  /// What has not been read yet.
  var rest: [UInt8] { Array(bytes[position...]) }

  /// The byte at the position; 0 at the end, which no cell contains.
  var next: UInt8 { position < bytes.count ? bytes[position] : 0 }

  mutating func skipSpaces() {
    while position < bytes.count, isSpace(bytes[position]) { position += 1 }
  }

  mutating func accept(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  mutating func accept(_ word: [UInt8]) -> Bool {
    guard bytes.count - position >= word.count else { return false }
    for offset in word.indices where bytes[position + offset] != word[offset] { return false }
    position += word.count
    return true
  }

  /// The digits at the position, without moving.
  var digitCount: Int {
    var end = position
    while end < bytes.count, isDigit(bytes[end]) { end += 1 }
    return end - position
  }

  /// Reads a run of digits, which must be of this length; nil, and no move, if it is not.
  mutating func digits(exactly count: Int) -> Int? {
    digits(count...count)
  }

  /// Reads a run of digits, which must be of one of these lengths, at most 18; nil, and no move, if it is not.
  mutating func digits(_ lengths: ClosedRange<Int>) -> Int? {
    let count = digitCount
    guard lengths ~= count, let value = decimal(bytes[position..<position + count]) else { return nil }
    position += count
    return value
  }

  /// Passes over digits; false if there is none.
  mutating func skipDigits() -> Bool {
    let count = digitCount
    position += count
    return count > 0
  }
}

/// ASCII white space as it stands in cells: space, tab, line breaks.
func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }
