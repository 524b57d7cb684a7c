import Compliance
import Wording

/// Why a cell cannot be read as its column's type.
public enum ValueFault: Error, Sendable, Hashable {
  /// It is not written as the type asks.
  case notOfType(ColumnType)
  /// A whole number beyond 64 bits, or a decimal number beyond a double.
  case outOfRange
  /// There is no such day or time of day.
  case impossible
  /// The year is beyond its era; the era, and the same day as it is written in the right one.
  case outsideEra(String, meant: String)
  /// A year of two digits without an era.
  case shortYear
  /// A bare number such as Excel shows for a date in a column without a date format, and the day that it would be.
  case serialNumber(CalendarDate)
  /// A date without a time where a time is needed.
  case missingTime
  /// The weekday beside the date is another one.
  case otherWeekday
  /// `〃` or 同上: the value stands in another row, and which one depends on how the rows are sorted.
  case ditto
  /// A mark for the same as above in the first row.
  case nothingAbove
  /// A mark for the same as above below a cell that cannot be read.
  case unreadableAbove
  /// A control character, in the form `U+0000`.
  case controlCharacter(String)
  /// Bytes that are no text in the file's encoding.
  case undecodable(String)
  /// The cell is in UTF-8 and the file is not.
  case otherEncoding(String)
  /// The column may not be blank.
  case blank
  /// A formula gave an error such as `#N/A`.
  case formulaError(String)
  /// A formula whose value the workbook does not hold.
  case formulaWithoutValue
  /// It is longer than a cell may be.
  case tooLong(kibibytes: Int)
  /// Bytes that are not meant to be text.
  case binary
  /// There are so many values, and the column holds one.
  case several(Int)

  /// The fault of one cell in words.
  /// - Parameters:
  ///   - header: the column as the file names it.
  ///   - value: what stands in the cell; nil if it may identify a person.
  ///   - column: the declaration.
  func text(header: String, value: String?, column: SourceDeclaration.Column) -> LocalizedText {
    let cell = Wording.cell(header: header, value: value)
    let example = column.example ?? column.type.example
    return switch self {
    case .notOfType(let type): Wording.unreadableValue(cell, type: type.rawValue, example: example)
    case .outOfRange: Wording.numberOutOfRange(cell)
    case .impossible: Wording.impossibleDate(cell)
    case .outsideEra(let era, let meant): Wording.outsideEra(cell, era: era, meant: value == nil ? nil : meant)
    case .shortYear: Wording.shortYear(cell)
    case .serialNumber(let date): Wording.serialNumber(cell, meant: value == nil ? nil : date.description)
    case .missingTime: Wording.missingTime(cell, example: example)
    case .otherWeekday: Wording.otherWeekday(cell)
    case .ditto: Wording.ditto(header: header)
    case .nothingAbove: Wording.nothingAbove(header: header)
    case .unreadableAbove: Wording.unreadableAbove(header: header)
    case .controlCharacter(let code): Wording.controlCharacter(header: header, code: code)
    case .undecodable(let encoding): Wording.undecodableCell(header: header, encoding: encoding)
    case .otherEncoding(let encoding): Wording.otherEncoding(header: header, encoding: encoding)
    case .blank: Wording.blankCell(header: header)
    case .formulaError(let code): Wording.formulaError(header: header, code: code)
    case .formulaWithoutValue: Wording.formulaWithoutValue(header: header)
    case .tooLong(let kibibytes): Wording.valueTooLong(header: header, kibibytes: kibibytes)
    case .binary: Wording.binaryValue(header: header)
    case .several(let count): Wording.severalValues(header: header, count: count)
    }
  }
}

extension ColumnType {
  /// A value that the type accepts, for messages.
  var example: String {
    switch self {
    case .string, .keyword: "WPA2-AES"
    case .integer: "1200"
    case .number: "3.5"
    case .boolean: "有／無"
    case .date: "R5.5.31, 2023-05-31"
    case .datetime: "2023-05-31 13:05"
    case .fiscalYear: "令和8年度, 2026年度"
    case .network: "192.0.2.0/24"
    case .mac: "00:1a:2b:3c:4d:5e"
    case .ip: "192.0.2.1"
    case .version: "2.10"
    case .list: "A、B"
    }
  }
}

/// A value as a message can show it: without control and invisible characters, at most 40 characters.
func shown(_ bytes: some Sequence<UInt8>) -> String {
  let text = String(decoding: Array(bytes), as: UTF8.self)
  let visible = text.prefix(400).map { character -> Character in
    character.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned: false
      default: true
      }
    } ? character : " "
  }
  return visible.count <= 40 ? String(visible) : String(visible.prefix(39)) + "…"
}
