/// Whether a text is for a terminal that shows colours.
public enum TextStyle: Sendable {
  /// No escape sequence at all: for a pipe, a file, mail.
  case plain
  /// The 16 ANSI colours, sparingly; whatever is coloured also says so in words.
  case coloured
}

/// How a piece of text stands out, in ANSI's Select Graphic Rendition (ECMA-48, 8.3.117).
enum Ink: String {
  case plain = ""
  case strong = "1"
  case faint = "2"
  case good = "32"
  case doubtful = "33"
  case bad = "1;31"
}

/// A piece of text in one ink. Always ``visible(_:)``: there is no other way to get text onto a page.
struct Segment {
  let text: String
  let ink: Ink

  init(_ text: String, _ ink: Ink = .plain) {
    self.text = visible(text)
    self.ink = ink
  }

  private init(visible text: String, _ ink: Ink) {
    self.text = text
    self.ink = ink
  }

  var width: Int { DisplayWidth.of(text) }

  func truncated(to columns: Int) -> Segment { Segment(visible: Reports.truncated(text, to: columns), ink) }

  /// The segment with spaces behind it to a number of columns, or before it for numbers.
  func padded(to columns: Int, right: Bool = false) -> Segment {
    let spaces = String(repeating: " ", count: max(0, columns - width))
    return Segment(visible: right ? spaces + text : text + spaces, ink)
  }
}

/// Lines of text within a width. Everything that prints onto it is wrapped, indented and inked here.
struct TextPage {
  /// The columns of a line.
  let width: Int
  private let style: TextStyle
  private var lines: [String] = []

  /// Makes an empty page. Below 40 columns nothing could be laid out; beyond 120 no line could be followed by eye.
  init(width: Int, style: TextStyle) {
    self.width = min(max(width, 40), 120)
    self.style = style
  }

  /// The page, each line ended by a newline.
  var text: String { lines.map { $0 + "\n" }.joined() }

  mutating func blank() {
    if let last = lines.last, !last.isEmpty { lines.append("") }
  }

  /// Puts text, wrapped, on lines of their own.
  /// - Parameters:
  ///   - segments: the text.
  ///   - indent: the columns before the first line.
  ///   - hanging: the columns before further lines; as `indent` if nil.
  ///   - edge: what stands at the right edge of the last line if there is room for it, on a line of its own otherwise.
  mutating func put(_ segments: [Segment], indent: Int = 0, hanging: Int? = nil, edge: Segment? = nil) {
    let hanging = hanging ?? indent
    var rows = wrapped(segments.flatMap(Glyph.glyphs), first: width - indent, rest: width - hanging)
    var gaps = rows.indices.map { $0 == 0 ? indent : hanging }
    if let edge, !edge.text.isEmpty, let last = rows.indices.last {
      let used = gaps[last] + rows[last].reduce(0) { $0 + $1.width }
      let room = width - used - edge.width
      if room >= 2 {
        rows[last] += Glyph.glyphs(of: Segment(String(repeating: " ", count: room))) + Glyph.glyphs(of: edge)
      } else {
        let further = wrapped(Glyph.glyphs(of: edge), first: width - hanging, rest: width - hanging)
        rows += further
        gaps += further.map { _ in hanging }
      }
    }
    for (row, gap) in zip(rows, gaps) {
      lines.append(row.isEmpty ? "" : String(repeating: " ", count: gap) + inked(row))
    }
  }

  /// Puts text that may hold line breaks of its own, each of which begins a new line.
  /// - Parameters:
  ///   - text: the text.
  ///   - ink: its ink.
  ///   - lead: what stands before it.
  ///   - indent: the columns before the first line.
  ///   - hanging: the columns before further lines; as `indent` if nil.
  ///   - edge: what stands at the right edge of the last line, as in ``put(_:indent:hanging:edge:)``.
  mutating func put(
    lines text: String, _ ink: Ink = .plain, after lead: [Segment] = [], indent: Int, hanging: Int? = nil,
    edge: Segment? = nil
  ) {
    let parts = text.split(whereSeparator: \.isNewline)
    for (index, part) in parts.enumerated() {
      let isFirst = index == 0
      put(
        (isFirst ? lead : []) + [Segment(String(part), ink)], indent: isFirst ? indent : hanging ?? indent,
        hanging: hanging, edge: index == parts.count - 1 ? edge : nil)
    }
  }

  /// Puts phrases side by side, as many on a line as there is room for; none is broken unless it alone is too long.
  mutating func put(phrases: [[Segment]], gap: Int, indent: Int, hanging: Int) {
    var line: [Segment] = []
    var used = indent
    var isFirst = true
    for phrase in phrases {
      let columns = phrase.reduce(0) { $0 + $1.width }
      if !line.isEmpty, used + gap + columns > width {
        put(line, indent: isFirst ? indent : hanging, hanging: hanging)
        isFirst = false
        line = []
        used = hanging
      }
      if !line.isEmpty {
        line.append(Segment(String(repeating: " ", count: gap)))
        used += gap
      }
      line += phrase
      used += columns
    }
    if !line.isEmpty { put(line, indent: isFirst ? indent : hanging, hanging: hanging) }
  }

  /// A line as it is printed. Spaces at its end are left off: a table need not be padded there.
  private func inked(_ row: [Glyph]) -> String {
    let row = row.prefix((row.lastIndex { $0.character != " " } ?? -1) + 1)
    var line = ""
    var ink = Ink.plain
    for glyph in row {
      if style == .coloured, glyph.ink != ink {
        line += ink == .plain ? "" : "\u{1B}[0m"
        line += glyph.ink == .plain ? "" : "\u{1B}[\(glyph.ink.rawValue)m"
        ink = glyph.ink
      }
      line.append(glyph.character)
    }
    return ink == .plain ? line : line + "\u{1B}[0m"
  }
}
