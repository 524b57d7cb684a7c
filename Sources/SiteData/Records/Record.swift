import Compliance

/// The value of one cell. Ranges are positions in ``Record/bytes``.
public enum Cell: Sendable, Hashable {
  /// The cell is blank, or the column absent.
  case null
  /// A yes or a no.
  case boolean(Bool)
  /// A whole number.
  case integer(Int64)
  /// A decimal number; never NaN or infinite.
  case number(Double)
  /// Text in UTF-8. Dates are `2023-05-31`, datetimes `2023-05-31T13:05:00` in the site's time zone.
  case text(Range<Int>)
  /// Several texts, none of them empty.
  case list([Range<Int>])
}

/// One record of a source: its declared columns, read by their types.
public struct Record: Sendable {
  /// Where the record begins in its file.
  public internal(set) var place: Place
  /// The values in the order of the declaration's columns.
  public internal(set) var cells: [Cell]
  /// The UTF-8 that the cells point into. It may hold more than they use.
  public internal(set) var bytes: [UInt8]

  /// The subject column's cell as it is written, in UTF-8 without spaces around it; empty if there is none or if it identifies a person.
  public internal(set) var subject: [UInt8] = []

  /// The text at a range of a cell.
  public func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}
