import Compliance
import Wording

extension RowFault {
  /// The fault in words.
  /// - Parameter line: the line where the cell begins.
  func text(line: Int) -> LocalizedText {
    switch self {
    case .openQuote: Wording.openQuote(line: line)
    case .textAfterQuote: Wording.textAfterQuote(line: line)
    case .cellTooLong: Wording.cellTooLong(kibibytes: RowScanner.longestCell / 1024)
    case .rowTooLong: Wording.rowTooLong(kibibytes: RowScanner.longestRow / 1024, cells: RowScanner.mostCells)
    }
  }
}
