/// Rows that sum up the rows above, which Excel's users put at the end of a ledger.
enum TotalRow {
  /// The longest first cell that is looked at, in bytes.
  private static let longest = 48

  private static let words = ["総合計", "合計", "総計", "小計", "計", "subtotal", "total"]

  /// Whether it is worth decoding a cell.
  static func mayBe(_ raw: Span<UInt8>) -> Bool {
    guard raw.count > 0, raw.count <= longest else { return false }
    switch raw[0] {
    case UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: "S"), UInt8(ascii: "s"), 0x20: return true
    // How 合 総 小 計, full-width letters and wide spaces begin in UTF-8, and in CP932.
    case 0xE5, 0xE7, 0xE8, 0xEF, 0xE3, 0xC2: return true
    case 0x8D, 0x91, 0x8F, 0x8C, 0x82, 0x81: return true
    default: return false
    }
  }

  /// Whether the first cell of a row says that the row is a total: 合計, 小計, total and their like, alone or followed by a
  /// number or by 台, 件 or 数.
  /// - Parameter cell: the cell in UTF-8.
  static func isTotal(_ cell: [UInt8]) -> Bool {
    let text = headerFolded(String(decoding: cell, as: UTF8.self))
    for word in words where text.hasPrefix(word) {
      return text.dropFirst(word.count).allSatisfy { isASCIIDigit($0) || "台件数:,".contains($0) }
    }
    return false
  }

  private static func isASCIIDigit(_ character: Character) -> Bool { "0"..."9" ~= character }
}
