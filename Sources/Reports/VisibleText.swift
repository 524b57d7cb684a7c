/// Text that may come from anywhere, made safe to show: what would move the cursor, colour the terminal, break the line or
/// turn the reading direction is shown as a visible sign instead, and nothing is left out.
///
/// C0 controls become their pictures (U+2400 to U+2421, so ESC is ␛); other controls, format characters such as the bidi
/// overrides U+202A-202E and U+2066-2069, and line separators become `\u{202E}`. Unicode's `Cc`, `Cf`, `Zl` and `Zp`, and
/// the fillers, which look like nothing. A zero-width joiner stays between the parts of an emoji, and so do the variation
/// selectors of kanji and emoji.
func visible(_ text: some StringProtocol) -> String {
  guard text.unicodeScalars.contains(where: isHidden) else { return String(text) }
  var shown = ""
  var previous: Unicode.Scalar?
  let scalars = Array(text.unicodeScalars)
  for (index, scalar) in scalars.enumerated() {
    defer { previous = scalar }
    guard isHidden(scalar) else {
      shown.unicodeScalars.append(scalar)
      continue
    }
    if scalar == zeroWidthJoiner, let previous, joins(previous), index + 1 < scalars.count,
      scalars[index + 1].properties.isEmoji
    {
      shown.unicodeScalars.append(scalar)
    } else if let picture = picture(of: scalar) {
      shown.unicodeScalars.append(picture)
    } else {
      shown += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    }
  }
  return shown
}

/// Text of several lines, each made safe to show as ``visible(_:)`` does.
func visibleLines(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: { $0 != "\n" && isHidden($0) }) else { return text }
  return text.split(separator: "\n", omittingEmptySubsequences: false).map { visible($0) }.joined(separator: "\n")
}

/// Text of several lines, each of which is made ``visible(_:)``; line breaks and tabs do what they do.
public func printableLines(_ text: some StringProtocol) -> String {
  text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
    line.split(separator: "\t", omittingEmptySubsequences: false).map(visible).joined(separator: "\t")
  }.joined(separator: "\n")
}

/// Text that is to stand on one line, made ``visible(_:)``: its line breaks too.
public func printableLine(_ text: some StringProtocol) -> String { visible(text) }

private let zeroWidthJoiner: Unicode.Scalar = "\u{200D}"

/// Invisible letters that are no format characters to Unicode: the Hangul fillers and the combining grapheme joiner.
private let fillers: Set<Unicode.Scalar> = ["\u{34F}", "\u{115F}", "\u{1160}", "\u{3164}", "\u{FFA0}"]

/// Whether a character cannot be seen as such, or steers what shows it.
func isHidden(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.value < 0x7F { return scalar.value < 0x20 }
  // Kana and kanji, of which most text is made, need no look-up: none of these blocks has a character of the kinds below.
  if 0x3041...0x30FF ~= scalar.value || 0x3400...0x9FFF ~= scalar.value { return false }
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator: return true
  default: return fillers.contains(scalar)
  }
}

private func joins(_ scalar: Unicode.Scalar) -> Bool {
  // An emoji, its presentation selector, or a skin tone.
  scalar.value > 0x7F && (scalar.properties.isEmoji || scalar == "\u{FE0F}")
}

private func picture(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
  switch scalar.value {
  case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value)
  case 0x7F: "\u{2421}"
  default: nil
  }
}
