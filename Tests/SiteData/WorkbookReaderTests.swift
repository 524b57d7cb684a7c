import CZlib
import Compliance
import Testing

@testable import SiteData

struct WorkbookReaderTests {
  private func workbook(_ columns: [Column], sheet: String? = nil) -> SourceDeclaration {
    source(columns, format: .xlsx, layout: SourceLayout(sheet: sheet))
  }

  private let devices = [
    Column(name: "id", type: .string, headers: ["管理番号"]), Column(name: "place", type: .string, headers: ["設置場所"]),
    Column(name: "ip", type: .ip, headers: ["IPアドレス"]), Column(name: "encryption", type: .keyword, headers: ["暗号化方式"]),
    Column(name: "installed", type: .date, headers: ["導入日"]),
    Column(name: "count", type: .number, isOptional: true, headers: ["台数"]),
    Column(name: "checked", type: .boolean, isOptional: true, headers: ["確認"]),
  ]

  // MARK: Real files

  @Test func theLedgerOfAHospital() throws {
    // Made with openpyxl: a title, a header of two merged rows, a merged place, dates with eras, numbers with leading zeros, a
    // total, a formula without a value, an error, and a date without a format.
    let (seen, evidence) = try read(try fixture("devices.xlsx"), workbook(devices))
    #expect(
      Array(seen.prefix(2)) == [
        .record(line: 4, ["00012", "南病棟1階", "192.0.2.11", "wpa2-aes", "2023-05-31", .number(3), .boolean(true)]),
        .record(line: 5, ["00013", "南病棟1階", "192.0.2.12", "wpa3-sae", "2024-04-01", .number(2.5), .boolean(false)]),
      ])
    #expect(seen.count == 3 && seen[2].isRefused && seen[2].line == 7)
    let problem = try #require(seen[2].problem)
    #expect(problem.contains("導入日") || problem.contains("セルがずれていないか"))
    #expect(evidence.encoding == "XLSX" && evidence.file == "data/ledger.csv" && evidence.sha256 != nil)
  }

  @Test func theFaultsOfCells() throws {
    let columns = [devices[0], devices[5], devices[6]]
    let seen = try read(try fixture("devices.xlsx"), workbook(columns, sheet: "機器台帳")).seen
    #expect(
      seen.last?.problem == "「台数」の数式の値がブックに保存されていない。Excelで開いて保存し直す。「確認」のセルがエラー（#N/A）である。数式を直す。")
    let dates = try read(try fixture("devices.xlsx"), workbook([devices[0], devices[4]])).seen
    #expect(dates.last?.problem?.contains("Excelの日付の通し番号（2023-05-31）") == true)
  }

  @Test func placesNameTheSheet() throws {
    let reader = RecordReader(
      workbook([devices[0]]), files: [try file(try fixture("devices.xlsx"))], timeZone: .japan, pseudonyms: nil)
    guard case .record = reader.next() else {
      Issue.record("no record")
      return
    }
    #expect(reader.record.place.description == "data/ledger.csv 機器台帳:4")
  }

  @Test func aCellAtFaultIsThePlace() throws {
    let reader = RecordReader(
      workbook([devices[0], devices[4]]), files: [try file(try fixture("devices.xlsx"))], timeZone: .japan,
      pseudonyms: nil)
    var places: [String] = []
    while true {
      let step = reader.next()
      if case .refused(let problem) = step { places.append(problem.place.description) }
      if case .end = step { break }
    }
    #expect(places == ["data/ledger.csv 機器台帳!E7"])
  }

  @Test func aWorkbookThatIsPackedIsRead() throws {
    let bytes = try fixture("devices.xlsx")
    #expect(try read(try gzip(bytes), workbook(devices)).seen == read(bytes, workbook(devices)).seen)
  }

  @Test func aWorkbookThatCountsFrom1904() throws {
    // Made with XlsxWriter: rich text, cached values, an escaped control character.
    let columns = [
      Column(name: "name", type: .string), Column(name: "installed", type: .date),
      Column(name: "at", type: .string, isOptional: true), Column(name: "ratio", type: .number),
      Column(name: "serial", type: .string),
    ]
    #expect(
      try records("devices-1904.xlsx", workbook(columns)) == [
        ["輸液ポンプ 3号機", "2023-05-31", "13:05:00", .number(0.125), "1234567890123"],
        ["a_x000D_b\nc <&>", "1904-01-02", .null, .number(0.125), "X1"],
      ])
  }

  @Test func sheetsByName() throws {
    let bytes = try fixture("devices.xlsx")
    let hidden = workbook([Column(name: "memo", type: .string, headers: ["メモ"])], sheet: "作業用")
    #expect(try read(bytes, hidden).seen == [])
    let wrong = try read(bytes, workbook([devices[0]], sheet: "機器大帳")).seen
    #expect(wrong.map(\.problem) == ["シート「機器大帳」がない。あるシートは「作業用」「機器台帳」。「機器台帳」のことではないか。"])
  }

  // MARK: Workbooks made by hand

  /// A workbook with one sheet.
  private func book(_ rows: String, strings: String = "", styles: String = "", after: String = "", name: String = "S")
    throws -> [UInt8]
  {
    try zip([
      (
        "_rels/.rels",
        #"<Relationships><Relationship Id="a" Type="http://x/officeDocument" Target="/w/book.xml"/></Relationships>"#
      ),
      (
        "w/book.xml",
        #"<workbook xmlns:r="r"><workbookPr/><sheets><sheet name="\#(name)" sheetId="1" r:id="r1"/></sheets></workbook>"#
      ),
      (
        "w/_rels/book.xml.rels",
        #"""
        <Relationships><Relationship Id="r1" Type="http://x/worksheet" Target="s/1.xml"/>\#
        <Relationship Id="r2" Type="http://x/sharedStrings" Target="../w/t.xml"/>\#
        <Relationship Id="r3" Type="http://x/styles" Target="st.xml"/></Relationships>
        """#
      ), ("W/S/1.XML", "<worksheet><sheetData>\(rows)</sheetData>\(after)</worksheet>"),
      ("w/t.xml", "<sst>\(strings)</sst>"),
      ("w/st.xml", "<styleSheet>\(styles)</styleSheet>"),
    ])
  }

  private let two = [
    Column(name: "a", type: .string, isOptional: true), Column(name: "b", type: .string, isOptional: true),
  ]
  private let header = #"<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="B1" t="str"><v>b</v></c></row>"#

  private func values(_ bytes: [UInt8]) throws -> [Seen] { try read(bytes, workbook(two)).seen }

  @Test func textsInEveryForm() throws {
    let strings = """
      <si><t xml:space="preserve"> x </t></si>\
      <si><r><t>輸液</t></r><r><rPr><b/></rPr><t>ポンプ</t></r><rPh sb="0" eb="2"><t>ユエキ</t></rPh><phoneticPr fontId="1"/></si>\
      <si><t>a_x0041_b_x005F_</t></si><si/>
      """
    let rows = """
      <row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c></row>\
      <row r="4"><c r="A4" t="s"><v>2</v></c><c r="B4" t="s"><v>3</v></c></row>\
      <row r="5"><c t="inlineStr"><is><r><t>p</t></r><r><t>q</t></r><rPh sb="0" eb="1"><t>z</t></rPh></is></c><c><v>1E3</v></c></row>\
      <row r="6"><c r="B6" t="b"><v>1</v></c></row><row r="7"/>\
      <row r="8"><c r="A8"><f>SUM(A1)</f><v>7.5</v></c><c r="B8" t="d"><v>2026-11-21T09:00:00</v></c></row>
      """
    #expect(
      try values(try book(header + rows, strings: strings)) == [
        .record(line: 2, ["x", "輸液ポンプ"]), .record(line: 4, ["aAb_", .null]), .record(line: 5, ["pq", "1000"]),
        .record(line: 6, [.null, "TRUE"]), .record(line: 8, ["7.5", "2026-11-21T09:00:00"]),
      ])
  }

  @Test func numbersAreDatesByTheirFormat() throws {
    let codes = [
      "General": false, "0.00E+00": false, "#,##0": false, #"0"日""#: false, "[Red]0": false, "@": false, "0_d": false,
      #"0\d"#: false,
      "yyyy/m/d": true, "m/d;@": true, #"[$-411]ggge"年"m"月"d"日""#: true, "h:mm AM/PM": true, "[h]:mm": true,
      "mmm": true,
      #"0.0;"y""#: false, "0000": false,
    ]
    for (code, isTime) in codes { #expect((NumberFormats.format(of: code) == .time) == isTime, "\(code)") }
    #expect(NumberFormats.format(of: "0000") == .digits(4) && NumberFormats.format(of: "0") == .plain)

    let styles =
      #"<numFmts><numFmt numFmtId="200" formatCode="[$-411]ge.m.d"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="200"/><xf numFmtId="57"/></cellXfs>"#
    let rows = """
      <row r="2"><c r="A2" s="1"><v>45077</v></c><c r="B2" s="0"><v>45077</v></c></row>\
      <row r="3"><c r="A3" s="2"><v>45077.5625</v></c><c r="B3" s="3"><v>60</v></c></row>\
      <row r="4"><c r="A4" s="1"><v>1</v></c><c r="B4" s="1"><v>0.999999999</v></c></row>\
      <row r="5"><c r="A5" s="1"><v>-1</v></c><c r="B5" s="99"><v>59</v></c></row>\
      <row r="6"><c r="A6" s="1"><v>59</v></c><c r="B6" s="1"><v>61</v></c></row>
      """
    #expect(
      try values(try book(header + rows, styles: styles)) == [
        .record(line: 2, ["2023-05-31", "45077"]), .record(line: 3, ["2023-05-31 13:30:00", "1900-02-28"]),
        .record(line: 4, ["1900-01-01", "1900-01-01"]), .record(line: 5, ["-1", "59"]),
        .record(line: 6, ["1900-02-28", "1900-03-01"]),
      ])
  }

  @Test func mergedCellsSayTheSame() throws {
    func cell(_ reference: String, _ text: String) -> String { #"<c r="\#(reference)" t="str"><v>\#(text)</v></c>"# }
    let rows =
      "<row r=\"2\">\(cell("A2", "x"))\(cell("B2", "1"))</row><row r=\"3\"><c r=\"A3\"/>\(cell("B3", "2"))</row>"
      + "<row r=\"5\">\(cell("B5", "3"))</row><row r=\"6\"><c r=\"A6\"/></row><row r=\"7\">\(cell("A7", "wide"))</row>"
    let merges =
      #"<mergeCells count="2"><mergeCell ref="A2:A5"/><mergeCell ref="A7:B7"/><mergeCell ref="bad"/></mergeCells>"#
    #expect(
      try values(try book(header + rows, after: merges)) == [
        .record(line: 2, ["x", "1"]), .record(line: 3, ["x", "2"]), .record(line: 5, ["x", "3"]),
        .record(line: 7, ["wide", "wide"]),
      ])
  }

  @Test func hostileSheets() throws {
    // Each is a record, a refusal or a failure, and none takes long or crashes.
    let bad = [
      #"<row r="2"><c r="A2" t="s"><v>99</v></c></row>"#, #"<row r="2"><c r="A2" t="s"><v>-1</v></c></row>"#,
      #"<row r="2"><c r="A2" t="s"><v>x</v></c></row>"#,
    ]
    for rows in bad { #expect(try values(try book(header + rows)).map(\.isRefused) == [true], "\(rows)") }
    #expect(try values(try book(header + #"<row r="1"><c r="A1"><v>1</v></c></row>"#)).map(\.isFailed) == [true])
    #expect(try values(try book(header + #"<row r="2"><c r="A2"><v>1</v></row>"#)).map(\.isFailed) == [true])
    let far = try values(
      try book(header + #"<row r="2"><c r="ZZZZ2"><v>1</v></c></row><row r="3"><c r="A3"><v>1</v></c></row>"#))
    #expect(far.map(\.isRefused) == [true, false])
    let wide = (0..<20_000).map { _ in "<c><v>1</v></c>" }.joined()
    #expect(
      try values(try book(header + "<row r=\"2\">\(wide)</row><row r=\"3\"><c><v>1</v></c></row>")).map(\.isRefused)
        == [true, false])
    let merges = (0..<3000).map { _ in #"<mergeCell ref="A2:XFD1048576"/>"# }.joined()
    #expect(
      try values(
        try book(header + #"<row r="2"><c r="A2"><v>1</v></c></row>"#, after: "<mergeCells>\(merges)</mergeCells>")
      ).count == 1)
  }

  @Test func bombsAreRefused() throws {
    let seen = try values(try book(header + String(repeating: " ", count: 70 << 20)))
    #expect(seen.map(\.isFailed) == [true] && seen[0].problem?.contains("異常に大きくなる") == true)
    let entity = try zip([("xl/workbook.xml", "<!DOCTYPE w [<!ENTITY a 'x'>]><w/>")])
    #expect(try values(entity).map(\.isFailed) == [true])
  }

  @Test func whatIsNoWorkbookFails() throws {
    let book = try book(header)
    for bytes in [
      [], Array("a,b\n".utf8), [0xD0, 0xCF, 0x11, 0xE0] + Array(repeating: 0, count: 600), try zip([("a.txt", "x")]),
      Array(book.dropFirst(10)), Array(book.dropLast(10)),
    ] as [[UInt8]] {
      let seen = try values(bytes)
      #expect(seen.count == 1 && seen[0].isFailed, "\(bytes.count)")
    }
    // Whatever is damaged, what is read stays a table or becomes an error.
    var generator = Generator(seed: 51)
    let bytes = try fixture("devices.xlsx")
    for _ in 0..<150 {
      var damaged = Array(bytes.prefix(Int.random(in: bytes.count / 2...bytes.count, using: &generator)))
      damaged[Int.random(in: damaged.indices, using: &generator)] = UInt8.random(in: .min ... .max, using: &generator)
      _ = try read(damaged, workbook([devices[0]]))
    }
  }
}

/// A ZIP file of deflated members.
func zip(_ members: [(name: String, text: String)]) throws -> [UInt8] {
  func little(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
  var bytes: [UInt8] = []
  var list: [UInt8] = []
  for (name, text) in members {
    let content = Array(text.utf8)
    // What gzip puts around: ten bytes before, eight after.
    let packed = Array(try gzip(content).dropFirst(10).dropLast(8))
    let crc = content.withUnsafeBufferPointer { Int(crc32(0, $0.baseAddress, UInt32($0.count))) }
    let name = Array(name.utf8)
    let fields =
      little(20, 2) + little(0x800, 2) + little(8, 2) + little(0, 4) + little(crc, 4) + little(packed.count, 4)
      + little(content.count, 4) + little(name.count, 2) + little(0, 2)
    list += little(0x0201_4B50, 4) + little(20, 2) + fields + little(0, 10) + little(bytes.count, 4) + name
    bytes += little(0x0403_4B50, 4) + fields + name + packed
  }
  let end = little(members.count, 2) + little(members.count, 2) + little(list.count, 4) + little(bytes.count, 4)
  return bytes + list + little(0x0605_4B50, 4) + little(0, 4) + end + little(0, 2)
}
