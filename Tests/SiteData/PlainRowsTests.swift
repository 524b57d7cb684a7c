import Compliance
import Testing

@testable import SiteData

/// The rows that are read many at a time are read as they are one by one.
struct PlainRowsTests {
  private static let columns = [
    Column(name: "number", type: .string), Column(name: "kind", type: .keyword, isOptional: true),
    Column(name: "count", type: .integer, isOptional: true), Column(name: "size", type: .number, isOptional: true),
    Column(name: "on", type: .boolean, isOptional: true), Column(name: "day", type: .date, isOptional: true),
    Column(name: "at", type: .datetime, isOptional: true), Column(name: "mac", type: .mac, isOptional: true),
    Column(name: "ip", type: .ip, isOptional: true), Column(name: "tags", type: .list, isOptional: true),
    Column(name: "release", type: .version, isOptional: true),
    Column(name: "person", type: .string, isOptional: true, isPersonal: true),
  ]

  /// Cells as people and programs write them, some of them wrong.
  private static let cells: [[String]] = [
    ["A-1", "B 2", "T-7", "total", "To-1", "Tot", "小児科", "合計", "病棟", "カメラ", "ー", "-", "", "  x ", "ポンプ　", "é", "ﾎﾟﾝﾌﾟ"],
    ["Camera", "camera", " Infusion  Pump ", "ＷＰＡ２", "無線", "", "-", "a\tb", "①", "〃", "同上"],
    ["1", "-7", "+3", "0012", "1,200", "１２", "9223372036854775807", "99999999999999999999", "", "x", "--1", "1.5"],
    [
      "1", "3.5", "-0", "-0.25", ".5", "5.", "1e3", "0.1", "123456789012345", "1234567890123456", "1.10", "", "1,000.5",
    ],
    ["yes", "No", "TRUE", "0", "1", "有", "無", "○", "はい", "on", "disabled", "maybe", "", "y", "ON "],
    [
      "2026-11-20", "2026/1/2", "2026.2.30", "令和5年5月31日", "R5.5.31", "20230531", "1867-01-01", "2024-02-29", "",
      "2026-11-20 13:05", "2023/05-31", "12026-1-1", "2026-1-123", "2026-11-20(金)", "45000", "2100-02-29",
    ],
    [
      "2026-11-20 13:05", "2026/1/2T03:04:05", "2026-11-20", "2026-11-20 24:00", "2026-11-20T13:05:00Z", "",
      "2026-11-20 1:05",
      "2026-11-20 13:05:61", "2026-11-20 13:05:09",
    ],
    ["00:1A:2b:3c:4d:5e", "00-1a-2b-3c-4d-5e", "001a.2b3c.4d5e", "00:1a:2b:3c:4d", "00:1a:2b:3c:4d:5g", ""],
    ["192.0.2.1", "192.0.2.01", "256.1.1.1", "1.2.3", "2001:DB8::1", "0.0.0.0", "", "1.2.3.4.5", "１９２.0.2.1"],
    ["a,b", "a;b; ;-", "一、二", "", ",", "a", "x , y", "-"],
    ["1.2.3", "v2", "", "版１"],
    ["架空太郎", "なし", "", "Taro"],
  ]

  private func cell(_ column: Int, _ generator: inout Generator) -> String {
    // Mostly the column's own, now and then another's.
    let kind = Int.random(in: 0..<20, using: &generator) == 0 ? Int.random(in: 0..<12, using: &generator) : column
    return Self.cells[kind].randomElement(using: &generator) ?? ""
  }

  private func quoted(_ cell: String, _ generator: inout Generator) -> String {
    let mustBe = cell.contains { ",\"\r\n".contains($0) }
    guard mustBe || Int.random(in: 0..<6, using: &generator) == 0 else { return cell }
    return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
      + (Int.random(in: 0..<9, using: &generator) == 0 ? " " : "")
  }

  private func ledger(_ generator: inout Generator) -> String {
    var lines = [["台帳", "Ledger", ""].randomElement(using: &generator) ?? ""]
    lines.append("number,kind,count,size,on,day,at,mac,ip,tags,release,person")
    for _ in 0..<Int.random(in: 0...40, using: &generator) {
      switch Int.random(in: 0..<30, using: &generator) {
      case 0: lines.append("")
      case 1: lines.append(",,,,")
      case 2: lines.append("合計,3")
      case 3: lines.append("A-9,\"open")
      case 4: lines.append("A-8,\"x\"y")
      case 5: lines.append("A-7,\"two\nlines\",,,,,,,,,,,,,\u{1A}")
      default:
        var cells = (0..<12).map { quoted(cell($0, &generator), &generator) }
        if Int.random(in: 0..<12, using: &generator) == 0 { cells.removeLast(Int.random(in: 1...6, using: &generator)) }
        if Int.random(in: 0..<12, using: &generator) == 0 {
          cells += ["", "", "x"].prefix(Int.random(in: 1...3, using: &generator))
        }
        lines.append(cells.joined(separator: ","))
      }
    }
    return lines.joined(separator: ["\n", "\r\n", "\r"].randomElement(using: &generator) ?? "\n")
      + (Bool.random(using: &generator) ? "\n" : "")
  }

  @Test func `many at a time or one by one, the records are the same`() throws {
    var generator = Generator(seed: 7)
    let pseudonyms = Pseudonyms(key: Array(repeating: 7, count: 16))
    for round in 0..<400 {
      let text = ledger(&generator)
      let subject = ["number", "kind", "day", "person", "none"][round % 5]
      var declaration = source(Self.columns)
      declaration = SourceDeclaration(
        id: "ledger", title: LocalizedText(verbatim: "台帳"), origin: .data("ledger.csv"), format: .csv, subject: subject,
        columns: Self.columns)
      let files = [Array(text.utf8), converted(Array(text.utf8), from: "UTF-8", to: "CP932"), utf16(text)]
      for bytes in files.compactMap(\.self) {
        let hidden = round % 2 == 0 ? pseudonyms : nil
        let chunk = [1, 7, 64, 200, 65_536][round % 5]
        let plain = try oneByOne(bytes, declaration, hidden)
        let fast = try manyAtATime(bytes, declaration, hidden, chunk)
        #expect(fast.seen == plain.seen, "\(text.debugDescription)")
        #expect(fast.subjects == plain.subjects, "\(text.debugDescription)")
        #expect(fast.evidence == plain.evidence)
      }
    }
  }

  /// Bytes of any kind, few of them different, so that structure comes about by chance.
  @Test func `no bytes make a difference`() throws {
    var generator = Generator(seed: 8)
    let alphabet: [UInt8] = [
      0x2C, 0x2C, 0x0A, 0x0A, 0x0D, 0x22, 0x41, 0x74, 0x6F, 0x2D, 0x20, 0xE3, 0x83, 0xA2, 0x82, 0x8D, 0x87, 0, 0x7F,
      0xFF,
    ]
    let declaration = source([
      Column(name: "a", type: .string, isOptional: true), Column(name: "b", type: .keyword, isOptional: true),
    ])
    for _ in 0..<3000 {
      let bytes =
        Array("a,b\n".utf8)
        + (0..<Int.random(in: 0...120, using: &generator)).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
      let plain = try oneByOne(bytes, declaration, nil)
      let fast = try manyAtATime(bytes, declaration, nil, 32)
      #expect(fast.seen == plain.seen && fast.evidence == plain.evidence, "\(bytes)")
    }
  }

  @Test func `the common row is read many at a time`() throws {
    let row = "A-1,Camera,12,3.5,yes,2026/1/2,2026-11-20 13:05,00:1A:2b:3c:4d:5e,192.0.2.1,a b,1.2.3,病棟\r\n"
    let text = "number,kind,count,size,on,day,at,mac,ip,tags,release,person\r\n" + String(repeating: row, count: 1000)
    let reader = RecordReader(
      source(Self.columns), files: [try file(Array(text.utf8))], timeZone: .japan, pseudonyms: nil)
    var batch = RecordBatch(of: source(Self.columns))
    var sizes: [Int] = []
    while case .record = reader.next(&batch) { sizes.append(batch.count) }
    #expect(sizes == [256, 256, 256, 232])
  }
}
