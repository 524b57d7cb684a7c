/// How many columns of a terminal text takes.
///
/// East Asian Wide and Fullwidth characters (UAX #11, EastAsianWidth.txt of Unicode 16) take 2, combining marks and variation
/// selectors 0, an emoji 2 however many scalars it is made of, all else 1. Ambiguous characters (`…`, `–`, Greek, private-use
/// 外字) take 1, as in every terminal that is not told otherwise; in one that is, a line with them is that much longer, so
/// that they stand where nothing behind them must align.
enum DisplayWidth {
  /// The columns of a text, which must have been made ``visible(_:)``.
  static func of(_ text: some StringProtocol) -> Int {
    // ASCII without controls is one byte, one column.
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.reduce(0) { $0 + of($1) }
  }

  /// The columns of what a reader takes for one character.
  static func of(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    if scalars.count > 1, isEmoji(scalars) { return 2 }
    return scalars.reduce(0) { $0 + of($1) }
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    // Medial vowels and final consonants of Hangul stand within the syllable before them.
    if 0x1160...0x11FF ~= value || 0xD7B0...0xD7FB ~= value { return 0 }
    if value < 0x1100 { return 1 }
    return isWide(value) || scalar.properties.isEmojiPresentation ? 2 : 1
  }

  private static func isEmoji(_ scalars: String.UnicodeScalarView) -> Bool {
    guard let first = scalars.first, first.properties.isEmoji else { return false }
    return scalars.contains { $0.properties.isEmojiPresentation || $0 == "\u{FE0F}" || $0 == "\u{200D}" }
  }

  private static func isWide(_ value: UInt32) -> Bool {
    // Ordered, so that the first range that ends at or behind the value decides.
    wide.first { value <= $0.upperBound }.map { $0.lowerBound <= value } ?? false
  }

  /// The ranges of W and F, except the characters with emoji presentation, all of which are wide. Gaps that hold only
  /// unassigned characters are closed.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2630...0x2637, 0x268A...0x268F, 0x2E80...0x303E, 0x3041...0x3247,
    0x3250...0xA4C6, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B,
    0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x1B2FB, 0x1D300...0x1D376, 0x1F200...0x1F265, 0x20000...0x3FFFD,
  ]
}

/// A text within a number of columns: cut before the character that would not fit whole, with … in its place.
func truncated(_ text: String, to columns: Int) -> String {
  if DisplayWidth.of(text) <= columns { return text }
  var kept = ""
  var width = 1
  for character in text {
    width += DisplayWidth.of(character)
    if width > columns { break }
    kept.append(character)
  }
  return columns > 0 ? kept + "…" : ""
}
