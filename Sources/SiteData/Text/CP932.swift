import Characters

/// Windows code page 932, the encoding of CSV files from Japanese Excel.
enum CP932 {
  /// The scalar of each two-byte code, by ``index(_:_:)``; 0 where none is assigned.
  private static let scalars: [UInt16] = {
    var scalars = [UInt16](repeating: 0, count: 124 * cellsPerLead)
    for (row, characters) in cp932Rows {
      for (cell, scalar) in characters.unicodeScalars.enumerated() where scalar != "." {
        scalars[leadPosition(row) * cellsPerLead + (row - 1) % 2 * 94 + cell] = UInt16(truncatingIfNeeded: scalar.value)
      }
    }
    // Lead bytes F0 to F9 are for characters of a hospital's own; Windows maps them to U+E000 onwards.
    for cell in 0..<10 * cellsPerLead {
      scalars[(0xF0 - 0x81) * cellsPerLead + cell] = UInt16(truncatingIfNeeded: 0xE000 + cell)
    }
    return scalars
  }()

  private static let cellsPerLead = 188

  /// Two rows share a lead byte; after 9F the lead bytes go on at E0.
  private static func leadPosition(_ row: Int) -> Int {
    let pair = (row - 1) / 2
    return pair < 0xA0 - 0x81 ? pair : pair + 0x40
  }

  /// Lends the table: 188 scalars for each of 124 lead bytes from 81 on, in the order of their trail bytes; 0 where there is none.
  static func withScalars<R>(_ body: (UnsafeBufferPointer<UInt16>) -> R) -> R { scalars.withUnsafeBufferPointer(body) }

  /// Appends the text in UTF-8.
  /// - Returns: false if a byte sequence is unassigned or incomplete; what was appended before it stays.
  static func append(_ source: Span<UInt8>, to output: inout [UInt8]) -> Bool {
    let scalars = scalars
    var index = 0
    while index < source.count {
      let byte = source[index]
      index += 1
      switch byte {
      case 0..<0x80:
        output.append(byte)
      case 0xA1...0xDF:
        appendUTF8(0xFF61 - 0xA1 + UInt32(byte), to: &output)
      case 0x81...0x9F, 0xE0...0xFC:
        guard index < source.count else { return false }
        let trail = source[index]
        index += 1
        guard trail >= 0x40, trail <= 0xFC, trail != 0x7F else { return false }
        let cell = Int(trail) - (trail < 0x7F ? 0x40 : 0x41)
        let scalar = scalars[(Int(byte) - 0x81) * cellsPerLead + cell]
        guard scalar != 0 else { return false }
        appendUTF8(UInt32(scalar), to: &output)
      default:
        return false
      }
    }
    return true
  }
}
