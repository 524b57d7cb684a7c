import Compliance

/// Finds the header of a table without knowing what it must hold.
///
/// A row is taken for the header only if something speaks for it: a header that ledgers are known to have, or values below it that are
/// dates, numbers or addresses where it has words. A row of values that was taken for a header would be copied as such, with whom it
/// names; so what is not certain is left to the person.
struct HeaderGuess {
  /// A row that is not blank.
  struct Row {
    let line: Int
    let cells: [String]
  }

  /// The rows that are looked at: those that may be the header, and some below them.
  private static let mostRows = 60

  private let rows: [Row]
  private let isHeader: (String) -> Bool
  private let kinds: [[Bool?]]

  init(rows: [Row], isHeader: @escaping (String) -> Bool) {
    self.rows = rows
    self.isHeader = isHeader
    kinds = rows.map { $0.cells.map(Self.isValue) }
  }

  /// Reads the first rows of a table that has been opened.
  static func read<Source: RowSource & ~Copyable>(_ source: inout Source) throws(LedgerSurvey.Fault) -> [Row] {
    var rows: [Row] = []
    while rows.count < mostRows {
      switch source.scan() {
      case .end: return rows
      case .unreadable(let text): throw .unreadable(Problem(at: Place(file: source.placeName, line: source.line), text))
      case .broken: continue
      case .row:
        if source.firstCellThatIsNotBlank != nil { rows.append(Row(line: source.line, cells: headerTexts(source))) }
        source.pass()
      }
    }
    return rows
  }

  /// The line of the header.
  /// - Parameter line: where the person says that it is; nil to look for it.
  func line(said line: Int?) throws(LedgerSurvey.Fault) -> Int {
    guard !rows.isEmpty else { throw .empty }
    if let line {
      guard rows.prefix(HeaderSearch.rowLimit).contains(where: { $0.line == line }) else { throw .noSuchLine(line) }
      return line
    }
    let widths = rows.map(Self.width)
    // Titles above a table have a cell or two, or one that is merged over all columns.
    let most = widths.max() ?? 0
    let first = widths.indices.prefix(HeaderSearch.rowLimit).first { row in
      widths[row] * 2 > most || widths[row] * 2 == most && isKnown(row)
    }
    guard let first else { throw .uncertain(line: rows[0].line) }
    if isKnown(first) || isContrasted(first) { return rows[isContinued(first) ? first + 1 : first].line }
    guard kinds[first].contains(true) else { throw .uncertain(line: rows[first].line) }
    throw .noHeader(line: rows[first].line)
  }

  /// How many different things a row says.
  private static func width(_ row: Row) -> Int { Set(row.cells.map(headerFolded).filter { !$0.isEmpty }).count }

  /// Whether a cell holds what no header is: a date, a number, an address. Nil for a blank one.
  private static func isValue(_ cell: String) -> Bool? {
    let bytes = Array(cell.utf8)
    guard !isBlank(bytes, trimmed(bytes, bytes.indices)) else { return nil }
    let types: [ColumnType] = [.date, .datetime, .mac, .network, .number]
    return types.contains { type in
      do throws(ValueFault) { return try parseValue(cell, as: type, in: .japan).cell != .null } catch { return false }
    }
  }

  private func isKnown(_ row: Int) -> Bool { rows[row].cells.contains { isHeader(headerFolded($0)) } }

  /// Whether a row has words alone, and of a column it names all that stands below are values, at least two.
  private func isContrasted(_ row: Int) -> Bool {
    guard !kinds[row].contains(true) else { return false }
    return kinds[row].indices.contains { column in
      let below = kinds[(row + 1)...].compactMap { column < $0.count ? $0[column] : nil }
      return kinds[row][column] == false && below.count > 1 && below.allSatisfy(\.self)
    }
  }

  /// Whether the row below belongs to the header: merged cells have given some of its cells to both, and it tells apart what this row
  /// has the same word for.
  private func isContinued(_ row: Int) -> Bool {
    guard row + 1 < rows.count, !kinds[row + 1].contains(true) else { return false }
    let (upper, lower) = (rows[row].cells.map(headerFolded), rows[row + 1].cells.map(headerFolded))
    let words = upper.filter { !$0.isEmpty }
    let isShared = zip(upper, lower).contains { !$0.isEmpty && $0 == $1 }
    return words.count != Set(words).count && isShared
  }
}
