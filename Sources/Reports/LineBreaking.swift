/// One character on its way to a line: with its ink and its columns.
struct Glyph {
  let character: Character
  let ink: Ink
  let width: Int

  static func glyphs(of segment: Segment) -> [Glyph] {
    segment.text.map { Glyph(character: $0, ink: segment.ink, width: DisplayWidth.of($0)) }
  }

  fileprivate var isSpace: Bool { character == " " }
}

/// Breaks text into lines of at most so many columns.
///
/// Breaks at spaces, and on either side of a wide character as Japanese does (JIS X 4051), but never before what may not
/// begin a line (、。」ー, small kana) nor behind what may not end one (「（). A word that is longer than a line is
/// broken where the line ends.
/// - Parameters:
///   - glyphs: the text.
///   - first: the columns of the first line.
///   - rest: the columns of the others.
func wrapped(_ glyphs: [Glyph], first: Int, rest: Int) -> [[Glyph]] {
  var lines: [[Glyph]] = []
  var start = 0
  while start < glyphs.count || lines.isEmpty {
    let end = lineEnd(glyphs, from: start, columns: max(2, lines.isEmpty ? first : rest))
    var visibleEnd = end
    while end < glyphs.count, visibleEnd > start, glyphs[visibleEnd - 1].isSpace { visibleEnd -= 1 }
    lines.append(Array(glyphs[start..<visibleEnd]))
    start = end
    while start < glyphs.count, glyphs[start].isSpace { start += 1 }
  }
  return lines
}

/// The index behind the last glyph of a line, always behind at least one.
private func lineEnd(_ glyphs: [Glyph], from start: Int, columns: Int) -> Int {
  var used = 0
  var lastBreak: Int?
  for index in start..<glyphs.count {
    if index > start, mayBreak(between: glyphs[index - 1], and: glyphs[index]) { lastBreak = index }
    used += glyphs[index].width
    // A space that does not fit is dropped with the break.
    if used > columns, !glyphs[index].isSpace { return lastBreak ?? max(index, start + 1) }
  }
  return glyphs.count
}

private func mayBreak(between left: Glyph, and right: Glyph) -> Bool {
  if right.isSpace { return false }
  if left.isSpace { return true }
  guard left.width == 2 || right.width == 2 else { return false }
  return !notAtStart.contains(right.character) && !notAtEnd.contains(left.character)
}

private let notAtStart = Set<Character>("、。，．・：；？！ー」』）］｝】〕〉》〜ぁぃぅぇぉっゃゅょァィゥェォッャュョ々…,.:;?!)]}%")
private let notAtEnd = Set<Character>("「『（［｛【〔〈《([{")
