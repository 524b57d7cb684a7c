public import Compliance
import Wording

/// An empty ledger of a plugin, to be filled in: its head, and for Excel a second sheet that tells what to write where.
///
/// There is no row of examples in it: one that is left behind would be swept like any other.
public struct LedgerTemplate {
  private let source: PluginDescription.Source
  private let sheet: LedgerSheet

  /// The name of its file without an ending.
  public let name: String

  /// - Returns: nil for a source that no person fills in.
  public init?(_ source: PluginDescription.Source) {
    guard let name = source.template else { return nil }
    self.source = source
    self.name = name
    sheet = LedgerSheet(name: source.title.ja, heads: source.columns.map(\.header), rows: [])
  }

  /// As comma-separated values that Excel opens with a double click.
  public var csv: String { sheet.csv }

  /// As an Excel workbook.
  /// - Throws: why the workbook could not be made.
  public func workbook() throws(LedgerSheetFailure) -> [UInt8] {
    let widths: [Double] = [20, 28, 40, 12, 48, 24]
    var notes = SheetTable(
      name: both(Wording.PluginPage.notesSheet, " "),
      columns: zip(Wording.PluginPage.columnHeads, widths).map {
        SheetTable.Column(head: both($0.0, "\n"), width: $0.1)
      })
    notes.rows = source.columns.map { column in
      Self.explanation(of: column).map { .text(both($0, "\n")) }
    }
    return try sheet.workbook(notes: notes)
  }

  /// Whoever fills it in reads one language or the other.
  private func both(_ text: LocalizedText, _ separator: String) -> String {
    text.ja == text.en ? text.ja : text.ja + separator + text.en
  }

  /// What is to be said of a column: its header, what else it may be called, what to write, whether it may be blank, what it is, an example.
  static func explanation(of column: PluginDescription.Column) -> [LocalizedText] {
    typealias Words = Wording.PluginPage
    let others = (column.headers.dropFirst() + (column.headers.isEmpty ? [] : [column.name])).joined(separator: ", ")
    let notes =
      [column.doc].compactMap(\.self) + (column.isPersonal ? [Words.personal] : [])
      + (column.repeats ? [Words.repeats] : [])
    return [
      LocalizedText(verbatim: column.header), LocalizedText(verbatim: others), Words.type(column.type),
      column.isOptional ? Words.mayBeBlank : Words.mustNotBeBlank, Wording.sentences(notes),
      LocalizedText(verbatim: column.example ?? ""),
    ]
  }
}
