import CZlib
import FoundationEssentials
import Testing

/// What a workbook says, read from its bytes: the parts of the ZIP archive, and the sheets as lines of cells.
struct WorkbookContent {
  /// The parts by name.
  let parts: [String: String]

  init(_ bytes: [UInt8]) throws {
    // The central directory (APPNOTE.TXT, 4.3.12) stands where the record at the end (4.3.16) says.
    func number(_ position: Int, _ length: Int) -> Int {
      (0..<length).reduce(0) { $0 | Int(bytes[position + $1]) << (8 * $1) }
    }
    let end = try #require((0...bytes.count - 22).reversed().first { number($0, 4) == 0x0605_4B50 })
    var parts: [String: String] = [:]
    var position = number(end + 16, 4)
    for _ in 0..<number(end + 10, 2) {
      try #require(number(position, 4) == 0x0201_4B50)
      let (packed, unpacked) = (number(position + 20, 4), number(position + 24, 4))
      let nameLength = number(position + 28, 2)
      let name = String(decoding: bytes[position + 46..<position + 46 + nameLength], as: UTF8.self)
      let local = number(position + 42, 4)
      let start = local + 30 + number(local + 26, 2) + number(local + 28, 2)
      let isStored = number(position + 10, 2) == 0
      let content = Array(bytes[start..<start + packed])
      parts[name] = String(decoding: isStored ? content : try inflated(content, to: unpacked), as: UTF8.self)
      position += 46 + nameLength + number(position + 30, 2) + number(position + 32, 2)
    }
    self.parts = parts
  }

  /// The names of the sheets.
  var sheets: [String] {
    (parts["xl/workbook.xml"] ?? "").matches(of: #/<sheet name="([^"]*)"/#).map { String($0.1) }
  }

  /// The cells of every sheet, a line a row, between bars.
  var text: String {
    let texts = (parts["xl/sharedStrings.xml"] ?? "").matches(of: #/<si><t[^>]*>([^<]*)<\/t><\/si>/#).map { $0.1 }
    return sheets.enumerated().map { index, name in
      let sheet = parts["xl/worksheets/sheet\(index + 1).xml"] ?? ""
      let rows = sheet.split(separator: "<row ").dropFirst().map { row in
        row.matches(of: #/<c r="([A-Z]+)[0-9]+"(?: s="[0-9]+")?( t="s")?><v>([^<]*)<\/v>/#).map { cell in
          let value = cell.2 == nil ? String(cell.3) : Int(cell.3).map { String(texts[$0]) } ?? ""
          return "\(cell.1)=\(value.replacing("\n", with: " / "))"
        }.joined(separator: " | ")
      }
      return "== \(name)\n" + rows.map { "\($0)\n" }.joined()
    }.joined()
  }
}

private func inflated(_ bytes: [UInt8], to size: Int) throws -> [UInt8] {
  var output = [UInt8](repeating: 0, count: max(1, size))
  var stream = z_stream()
  // Raw deflate, as ZIP has it.
  try #require(inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK)
  defer { inflateEnd(&stream) }
  let result = bytes.withUnsafeBufferPointer { input in
    output.withUnsafeMutableBufferPointer { room in
      // Both buffers outlive the call.
      (stream.next_in, stream.avail_in) = (input.baseAddress, UInt32(input.count))
      (stream.next_out, stream.avail_out) = (room.baseAddress, UInt32(room.count))
      return inflate(&stream, Z_FINISH)
    }
  }
  try #require(result == Z_STREAM_END && Int(stream.total_out) == size)
  return Array(output.prefix(size))
}
