import Compliance

/// Reads cells by the type of their column. It works on bytes in the record's buffer, without a String for a cell.
struct ValueReader {
  /// The zone of datetimes without an offset.
  let zone: SiteTimeZone
  /// The cell that is being read, with its width folded.
  private var scanner = TextScanner()

  init(zone: SiteTimeZone) {
    self.zone = zone
  }

  /// Reads the decoded text that stands at the end of a buffer.
  /// - Parameters:
  ///   - type: how to read it.
  ///   - bytes: the buffer, valid UTF-8 from `start`. On success its end holds what the cell needs and no more; on failure
  ///     the text is still there, for the message.
  ///   - start: where the text begins.
  mutating func read(_ type: ColumnType, in bytes: inout [UInt8], from start: Int) throws(ValueFault) -> Cell {
    var isASCII = true
    for index in start..<bytes.count {
      let byte = bytes[index]
      if byte >= 0x80 { isASCII = false }
      if byte < 0x20 && !isSpace(byte) || byte == 0x7F { throw .controlCharacter(codePoint(byte)) }
    }
    let text = trimmed(bytes, start..<bytes.count)
    if isBlank(bytes, text) {
      bytes.removeSubrange(start...)
      return .null
    }
    if !isASCII, isDitto(bytes, text) { throw .ditto }
    switch type {
    case .string, .version:
      return .text(text)
    case .list:
      let items = splitList(bytes, text)
      if items.isEmpty { return .null }
      return .list(items)
    case .keyword:
      scanner.clear()
      appendKeywordFolded(bytes[text], to: &scanner.bytes)
      return replace(&bytes, from: start)
    default:
      scanner.clear()
      if isASCII {
        scanner.bytes.append(contentsOf: bytes[text])
      } else {
        appendWidthFolded(bytes[text], to: &scanner.bytes)
      }
      return try readFolded(type, in: &bytes, from: start)
    }
  }

  /// Reads the items of a list that the file tells apart; they may hold what would divide a list in one cell.
  /// - Parameters:
  ///   - items: their places in `source`, UTF-8.
  ///   - bytes: takes what the cell needs.
  func readList(_ items: [Range<Int>], of source: [UInt8], into bytes: inout [UInt8]) throws(ValueFault) -> Cell {
    var ranges: [Range<Int>] = []
    for item in items {
      for byte in source[item] where byte < 0x20 && !isSpace(byte) || byte == 0x7F {
        throw .controlCharacter(codePoint(byte))
      }
      let text = trimmed(source, item)
      if isBlank(source, text) { continue }
      ranges.append(bytes.count..<bytes.count + text.count)
      bytes.append(contentsOf: source[text])
    }
    return ranges.isEmpty ? .null : .list(ranges)
  }

  private mutating func readFolded(
    _ type: ColumnType, in bytes: inout [UInt8], from start: Int
  ) throws(ValueFault) -> Cell {
    switch type {
    case .integer:
      let value = try scanner.integer()
      bytes.removeSubrange(start...)
      return .integer(value)
    case .number:
      let value = try scanner.number()
      bytes.removeSubrange(start...)
      return .number(value)
    case .boolean:
      guard let value = scanner.truthValue() else { throw .notOfType(.boolean) }
      bytes.removeSubrange(start...)
      return .boolean(value)
    case .date:
      let date = try scanner.writtenTime(expected: .date).date(in: zone)
      scanner.clear()
      date.appendISO(to: &scanner.bytes)
    case .datetime:
      let moment = try scanner.writtenTime(expected: .datetime).moment(in: zone)
      scanner.clear()
      moment.appendLocal(to: &scanner.bytes)
    case .fiscalYear:
      let year = try scanner.fiscalYear()
      bytes.removeSubrange(start...)
      return .integer(year)
    case .mac:
      guard scanner.makeHardwareAddress() else { throw .notOfType(.mac) }
    case .ip:
      guard scanner.makeInternetAddress() else { throw .notOfType(.ip) }
    case .network:
      guard scanner.makeNetwork() else { throw .notOfType(.network) }
    case .string, .keyword, .version, .list:
      break
    }
    return replace(&bytes, from: start)
  }

  /// Puts what the scanner holds in place of the cell's text.
  private func replace(_ bytes: inout [UInt8], from start: Int) -> Cell {
    bytes.removeSubrange(start...)
    bytes.append(contentsOf: scanner.bytes)
    return .text(start..<bytes.count)
  }
}

/// Reads a date as ledgers hold it: `2023-05-31`, `2023/5/31`, `2023年5月31日`, `20230531`, `令和5年5月31日`, `R5.5.31`, in any
/// width, with or without a weekday in parentheses. A time behind it is passed over.
public func parseDate(_ text: some StringProtocol) throws(ValueFault) -> CalendarDate {
  var reader = ValueReader(zone: .japan)
  var bytes = Array(text.utf8)
  guard case .text(let range) = try reader.read(.date, in: &bytes, from: 0) else { throw .blank }
  guard let date = CalendarDate(iso: String(decoding: bytes[range], as: UTF8.self)) else { throw .notOfType(.date) }
  return date
}

/// Reads the text of one cell by a column's type.
/// - Returns: the value, and the UTF-8 that its ranges point into.
public func parseValue(
  _ text: some StringProtocol, as type: ColumnType, in zone: SiteTimeZone
) throws(ValueFault) -> (cell: Cell, bytes: [UInt8]) {
  var reader = ValueReader(zone: zone)
  var bytes = Array(text.utf8)
  let cell = try reader.read(type, in: &bytes, from: 0)
  return (cell, bytes)
}

private func codePoint(_ byte: UInt8) -> String {
  var text = Array("U+00".utf8)
  appendHexadecimal([byte], to: &text)
  return String(decoding: text, as: UTF8.self).uppercased()
}
