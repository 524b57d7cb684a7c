/// What a cell of a table holds. Neither is ever a formula.
enum SheetCell {
  case text(String)
  case number(Int)
  /// How something stands: text that is coloured.
  case mark(String, look: String)

  /// The cell as text.
  var text: String {
    switch self {
    case .text(let text), .mark(let text, _): text
    case .number(let number): String(number)
    }
  }
}

/// A table with a name, heads and rows: a sheet of a workbook, or the body of a document.
struct SheetTable {
  struct Column {
    let head: String
    /// Its width in characters of the sheet's font, of which a kanji takes two.
    let width: Double
  }

  /// What it is called, in at most 31 characters and without the signs that Excel forbids there.
  let name: String
  let columns: [Column]
  var rows: [[SheetCell]] = []
}
