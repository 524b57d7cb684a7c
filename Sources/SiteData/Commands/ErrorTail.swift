/// The end of what a program writes to its standard error, as far as it is shown.
struct ErrorTail {
  private var bytes: [UInt8] = []
  private static let kept = 4096
  private static let shownLines = 3
  private static let shownCharacters = 300

  /// Takes more of it.
  mutating func append(_ more: ArraySlice<UInt8>) {
    bytes += more.suffix(Self.kept)
    if bytes.count > Self.kept { bytes.removeFirst(bytes.count - Self.kept) }
  }

  /// Its last lines as one, with everything escaped that would steer a terminal.
  var text: String {
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map { line in
      line.unicodeScalars.map { scalar in
        scalar == "\t" || isVisible("x\(scalar)") ? String(scalar) : "\\u{\(String(scalar.value, radix: 16))}"
      }.joined()
    }
    let shown = lines.filter { $0.contains { !$0.isWhitespace } }.suffix(Self.shownLines).joined(separator: " / ")
    return shown.count > Self.shownCharacters ? "…" + shown.suffix(Self.shownCharacters) : shown
  }
}
