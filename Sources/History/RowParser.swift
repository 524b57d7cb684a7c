/// Reads rows back from their canonical form (``CanonicalForm``).
struct RowParser {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next row; nil at the end, and where the bytes are no whole row of a table that there is.
  mutating func next() -> StoredRow? {
    guard let name = line(), let table = StoredTable.all.first(where: { $0.name.utf8.elementsEqual(name) }) else {
      return nil
    }
    var values = [StoredRow.Value](repeating: .none, count: table.columns.count)
    while position < bytes.count {
      if take("\n") { return StoredRow(table, values) }
      guard let column = column(), let index = table.columns.firstIndex(where: { $0.name.utf8.elementsEqual(column) }),
        let value = value()
      else { return nil }
      values[index] = value
    }
    return nil
  }

  private mutating func line() -> ArraySlice<UInt8>? {
    guard let end = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    defer { position = end + 1 }
    return bytes[position..<end]
  }

  private mutating func column() -> ArraySlice<UInt8>? {
    guard let end = bytes[position...].firstIndex(of: UInt8(ascii: "=")) else { return nil }
    defer { position = end + 1 }
    return bytes[position..<end]
  }

  private mutating func value() -> StoredRow.Value? {
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: ":"), bytes[position] != UInt8(ascii: "\n") {
      position += 1
    }
    guard let number = Int64(String(decoding: bytes[start..<position], as: UTF8.self)) else { return nil }
    if take("\n") { return .integer(number) }
    guard take(":"), let length = Int(exactly: number), 0..<bytes.count - position ~= length else { return nil }
    guard let text = String(validating: bytes[position..<position + length], as: UTF8.self) else { return nil }
    position += length
    return take("\n") ? .text(text) : nil
  }

  private mutating func take(_ byte: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: byte) else { return false }
    position += 1
    return true
  }
}
