/// Rows in the form that Excel opens with a double click, Japanese and all: UTF-8 with a byte order mark, CRLF behind every
/// row, every cell in double quotes (RFC 4180).
///
/// A cell that a spreadsheet would take for a formula has an apostrophe before it, so that no text from a ledger or a
/// guideline can run anything (<https://owasp.org/www-community/attacks/CSV_Injection>): one that begins with `=`, `+`, `-`,
/// `@`, their full-width forms, a tab, CR or LF. Line breaks within a cell are LF.
struct CSVText {
  private(set) var text = "\u{FEFF}"

  /// Adds a row.
  mutating func add(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { text += "," }
      text += "\""
      if cell.unicodeScalars.first.map(Self.beginsFormula) ?? false { text += "'" }
      append(cell)
      text += "\""
    }
    text += "\r\n"
  }

  /// A cell's text with its double quotes doubled, taken over in pieces as long as can be.
  private mutating func append(_ cell: String) {
    let scalars = cell.unicodeScalars
    var start = scalars.startIndex
    while let quote = scalars[start...].firstIndex(of: "\"") {
      let next = scalars.index(after: quote)
      text += cell[start..<next]
      text += "\""
      start = next
    }
    text += cell[start...]
  }

  private static func beginsFormula(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n": true
    default: false
    }
  }
}
