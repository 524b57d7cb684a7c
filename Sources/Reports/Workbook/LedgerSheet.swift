/// Why a ledger could not be made as a workbook: the system's error number.
public struct LedgerSheetFailure: Error {
  /// The number (errno(3)).
  public let code: Int32
}

/// A ledger to be filled in, or one that is filled with examples: its head in the first row, as the readers of ledgers look for it.
public struct LedgerSheet {
  private let name: String
  private let heads: [String]
  private let rows: [[String]]

  /// Makes a ledger.
  /// - Parameters:
  ///   - name: what its sheet is called.
  ///   - heads: the headers.
  ///   - rows: the cells of each row.
  public init(name: String, heads: [String], rows: [[String]]) {
    self.name = name
    self.heads = heads
    self.rows = rows
  }

  /// As comma-separated values that Excel opens with a double click.
  public var csv: String {
    var text = CSVText()
    for row in [heads] + rows { text.add(row) }
    return text.text
  }

  /// As tab-separated values, with a byte order mark and CRLF as above.
  public var tsv: String {
    let lines = ([heads] + rows).map { row in
      row.map { cell in
        let isPlain = !cell.contains { $0 == "\t" || $0 == "\"" || $0.isNewline }
        return isPlain ? cell : "\"\(cell.replacing("\"", with: "\"\""))\""
      }.joined(separator: "\t") + "\r\n"
    }
    return "\u{FEFF}" + lines.joined()
  }

  /// As an Excel workbook.
  /// - Throws: why the workbook could not be made.
  public func workbook() throws(LedgerSheetFailure) -> [UInt8] { try workbook(notes: nil) }

  /// - Parameter notes: what stands on a second sheet; nil for none.
  func workbook(notes: SheetTable?) throws(LedgerSheetFailure) -> [UInt8] {
    do throws(WorkbookFailure) {
      // No ledger is of a time; a workbook must be of one.
      let workbook = try WorkbookFile(title: name, at: 1)
      let columns = heads.map { SheetTable.Column(head: $0, width: max(12, Double(NameColumns.width(of: $0)) + 4)) }
      let cells = rows.map { $0.map { SheetCell.text($0) } }
      workbook.add(SheetTable(name: Self.sheetName(name), columns: columns, rows: cells)) { _ in "" }
      if let notes { workbook.add(notes) { _ in "" } }
      return try workbook.bytes()
    } catch {
      throw LedgerSheetFailure(code: error.code)
    }
  }

  /// A name that Excel takes: at most 31 characters, none of those that mean something in formulas, no apostrophe at its ends.
  static func sheetName(_ text: String) -> String {
    var name = text.filter { !"[]:*?/\\'".contains($0) && !$0.isNewline }
    while name.utf16.count > 31 { name.removeLast() }
    return name.isEmpty ? "Sheet1" : name
  }
}
