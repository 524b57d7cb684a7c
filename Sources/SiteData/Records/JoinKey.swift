/// What a record is looked up by from another source.
///
/// Two spellings of one thing must be one key, or a device would pass for unknown because of a full-width digit. Values that their
/// type normalises are keys as they are; any other text counts without regard to width, case, spaces and the kind of its hyphens,
/// as headers and pseudonyms do.
public enum JoinKey: Hashable, Sendable {
  /// A whole number.
  case integer(Int64)
  /// Bytes of the buffer that keys are written to.
  case text(Range<Int>)

  /// The key of a record in a column; nil for a blank cell, and for a type that makes no keys.
  /// - Parameters:
  ///   - record: the record.
  ///   - column: the position of the column.
  ///   - type: the column's type.
  ///   - keys: takes the key's text.
  public init?(of record: Record, column: Int, type: ColumnType, writingTo keys: inout [UInt8]) {
    self.init(record.cells[column], in: record.bytes, type, &keys)
  }

  /// The key that a text stands for; nil if no cell of the type could hold it.
  /// - Parameters:
  ///   - text: a value as a test has it from elsewhere.
  ///   - type: the type of the column.
  ///   - zone: the site's time zone.
  ///   - keys: takes the key's text.
  public init?(_ text: String, type: ColumnType, in zone: SiteTimeZone, writingTo keys: inout [UInt8]) {
    guard let value = try? parseValue(text, as: type, in: zone) else { return nil }
    self.init(value.cell, in: value.bytes, type, &keys)
  }

  private init?(_ cell: Cell, in bytes: [UInt8], _ type: ColumnType, _ keys: inout [UInt8]) {
    switch cell {
    case .integer(let value): self = .integer(value)
    case .text(let range):
      let start = keys.count
      if type == .string || type == .version {
        appendComparable(bytes[range], to: &keys)
      } else {
        keys.append(contentsOf: bytes[range])
      }
      self = .text(start..<keys.count)
    case .null, .boolean, .number, .list: return nil
    }
  }
}

extension ColumnType {
  /// Whether records can be looked up by values of the type.
  public var makesKeys: Bool {
    switch self {
    case .string, .keyword, .integer, .date, .datetime, .fiscalYear, .mac, .ip, .network, .version: true
    case .number, .boolean, .list: false
    }
  }
}
