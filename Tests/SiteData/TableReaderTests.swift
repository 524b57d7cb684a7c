import Compliance
import Testing

@testable import SiteData

struct TableReaderTests {
  @Test func readsWhatExcelInJapanWrites() throws {
    let text = "機器名,暗号化方式,撤去日\r\nAP-1,ＷＰＡ２－ＡＥＳ,\r\nAP-2,wep,令和5年5月31日\r\n"
    let expected: [Seen] = [
      .record(line: 2, ["AP-1", "wpa2-aes", .null]), .record(line: 3, ["AP-2", "wep", "2023-05-31"]),
    ]
    for (bytes, encoding) in [
      (Array(text.utf8), "UTF-8"), ([0xEF, 0xBB, 0xBF] + Array(text.utf8), "UTF-8"), (try cp932(text), "CP932"),
      (utf16(text), "UTF-16LE"), (utf16(text, bigEndian: true), "UTF-16BE"), (utf16(text, mark: false), "UTF-16LE"),
      (utf16(text, bigEndian: true, mark: false), "UTF-16BE"),
    ] {
      let (seen, evidence) = try read(bytes, accessPoints)
      #expect(seen == expected, "\(encoding)")
      #expect(evidence.encoding == encoding)
      #expect(evidence.records == 2 && evidence.refused == 0 && evidence.skipped == 0)
    }
  }

  @Test(arguments: [
    ("機器名,暗号化方式,撤去日,備考\n", ["name", "encryption", "retired_on"]), ("encryption,name\nwep,a\n", ["name", "encryption"]),
    ("備考\n", []),
  ])
  func tellsWhichDeclaredColumnsThereAre(text: String, columns: [String]) throws {
    #expect(try read(Array(text.utf8), accessPoints).evidence.columns == columns)
  }

  @Test func theFindingsOfTestSSL() throws {
    let findings = source([
      Column(name: "id", type: .string), Column(name: "host", type: .string, headers: ["fqdn/ip"]),
      Column(name: "port", type: .integer), Column(name: "severity", type: .keyword),
      Column(name: "cve", type: .string, isOptional: true), Column(name: "finding", type: .string),
    ])
    let seen = try records("testssl.csv", findings)
    #expect(seen.count == 5)
    #expect(
      seen[3] == [
        "cert_notAfter", "portal.example.jp/192.0.2.10", .integer(443), "high", .null,
        "expires < 30 days (2026-12-10 08:59)",
      ])
    #expect(seen[4][4] == "CVE-2011-3389")
  }

  @Test(arguments: ["\r\n", "\n", "\r"])
  func anyLineBreakEndsARow(_ lineBreak: String) throws {
    let text = ["name,encryption", "a,x", "b,y"].joined(separator: lineBreak)
    let expected: [Seen] = [.record(line: 2, ["a", "x", .null]), .record(line: 3, ["b", "y", .null])]
    #expect(try read(text, accessPoints) == expected)
    #expect(try read(text + lineBreak, accessPoints) == expected)
  }

  @Test func quotesHoldCommasQuotesAndLineBreaks() throws {
    let text = """
      name,encryption
      "a, ""b""
      c",x
      d,"y" 
      "",z
      e"f,z

      """
    #expect(
      try read(text, accessPoints) == [
        .record(line: 2, ["a, \"b\"\nc", "x", .null]), .record(line: 4, ["d", "y", .null]),
        .refused(line: 5, "「name」が空欄である。"), .record(line: 6, ["e\"f", "z", .null]),
      ])
  }

  @Test func aQuoteThatIsNotClosedCostsOneRow() throws {
    let open = try read("name,encryption\na,\"x\nb,y\nc,z\n", accessPoints)
    #expect(open.map(\.line) == [2, 3, 4])
    #expect(open[0].isRefused && open[0].problem?.contains("2行目で始まる引用符") == true)
    #expect(open[1...] == [.record(line: 3, ["b", "y", .null]), .record(line: 4, ["c", "z", .null])])

    let astray = try read("name,encryption\n\"a\nb\",\"x\n\"b\",\"y\"\n\"c\",\"z\"\n", accessPoints)
    #expect(astray[0].line == 2 && astray[0].problem?.contains("3行目") == true)
    #expect(astray[1...] == [.record(line: 4, ["b", "y", .null]), .record(line: 5, ["c", "z", .null])])
  }

  @Test func cellsAndRowsAreCapped() throws {
    let long = String(repeating: "x", count: RowScanner.longestCell + 1)
    let fits = String(repeating: "x", count: RowScanner.longestCell)
    let cells = try read("name,encryption\n\(long),x\n\"\(long)\",x\n\(fits),x\n", accessPoints)
    #expect(cells.map(\.line) == [2, 3, 4])
    #expect(cells[0].problem?.contains("64 KiB") == true && cells[1].isRefused)
    #expect(cells[2] == .record(line: 4, [.text(fits), "x", .null]))

    let wide = Array(repeating: String(repeating: "x", count: 60_000), count: 18).joined(separator: ",")
    let many = String(repeating: ",", count: RowScanner.mostCells)
    let rows = try read("name,encryption\n\(wide)\n\(many)\nb,y\n", accessPoints)
    #expect(rows.map(\.isRefused) == [true, true, false])
    #expect(rows[2] == .record(line: 4, ["b", "y", .null]))
  }

  @Test func blankRowsTitlesAndTotalsAreCounted() throws {
    let text = """
      無線機器一覧,,
      ,,
      作成: 情報システム室,,
      機器名,暗号化方式,撤去日
      A,x,
       ,　,
      －,,
      合計,2,
      小　計 １２台,,
      Total: 3,,
      合計表示盤,y,

      """
    let (seen, evidence) = try read(Array(text.utf8), accessPoints)
    #expect(seen == [.record(line: 5, ["A", "x", .null]), .record(line: 11, ["合計表示盤", "y", .null])])
    #expect(evidence.records == 2 && evidence.refused == 0 && evidence.skipped == 8)
  }

  @Test func aShortRowEndsInBlanksAndALongOneIsRefused() throws {
    let seen = try read("name,encryption,memo,,\na,x\nb\nc,x,m,,\nd,x,m,n\n", accessPoints)
    #expect(seen[0] == .record(line: 2, ["a", "x", .null]))
    #expect(seen[1] == .refused(line: 3, "「encryption」が空欄である。"))
    #expect(seen[2] == .record(line: 4, ["c", "x", .null]))
    #expect(seen[3].line == 5 && seen[3].problem?.contains("見出しは3列だが、4列目に値がある") == true)
  }

  private let inspections = source([
    Column(name: "count", type: .integer, headers: ["台数"]), Column(name: "day", type: .date, headers: ["点検日"]),
    Column(name: "birth", type: .date, headers: ["生年月日"], isPersonal: true),
    Column(name: "on", type: .boolean, headers: ["稼働"]),
  ])

  @Test func everyBadCellOfARowIsInOneProblem() throws {
    let seen = try read("点検日,台数,生年月日,稼働\n2023-02-29,12台,2000-01-01,有\n", inspections)
    let problem = try #require(seen.first?.problem)
    #expect(seen.count == 1 && seen[0].line == 2)
    #expect(problem.contains("「台数」の値「12台」は整数として読めない"))
    #expect(problem.contains("「点検日」の値「2023-02-29」は暦または時計にない"))
  }

  @Test func aPersonalCellIsNotShown() throws {
    let seen = try read("点検日,台数,生年月日,稼働\n2023-02-28,12,昭和99年1月1日,\n", inspections)
    let problem = try #require(seen.first?.problem)
    #expect(problem.contains("「生年月日」の値（個人を特定しうるため示さない）"))
    #expect(!problem.contains("昭和99") && !problem.contains("令和6"))
    #expect(problem.contains("「稼働」が空欄である。"))
  }

  @Test func aRowWithManyBadCellsIsTakenForShifted() throws {
    let seen = try read("点検日,台数,生年月日,稼働\n12,2023-02-28,有,2000-01-01\n", inspections)
    #expect(
      seen == [.refused(line: 2, "4つの列「台数」「点検日」「生年月日」「稼働」が読めない。セルがずれていないか確かめる。")])
  }

  @Test func tabSeparatedValuesAreQuotedAlike() throws {
    let declaration = source(accessPoints.columns, format: .tsv)
    let seen = try read(utf16("機器名\t暗号化方式\r\n\"a\tb\"\tx,y\r\n"), declaration).seen
    #expect(seen == [.record(line: 2, ["a\tb", "x,y", .null])])
  }

  @Test func recordsOfSeveralFilesFollowEachOther() throws {
    let reader = RecordReader(
      accessPoints,
      files: [
        try file(Array("name,encryption\na,x\n".utf8), name: "data/a.csv"),
        try file(Array("nothing\n".utf8), name: "data/b.csv"),
        try file(Array("encryption,name\ny,c\n".utf8), name: "data/c.csv"),
      ], timeZone: .japan, pseudonyms: nil)
    let seen = steps(reader)
    #expect(seen[0] == .record(line: 2, ["a", "x", .null]))
    #expect(seen[1].isFailed)
    #expect(seen[2] == .record(line: 2, ["c", "y", .null]))
    #expect(reader.evidence.map(\.file) == ["data/a.csv", "data/b.csv", "data/c.csv"])
    #expect(reader.evidence.allSatisfy { $0.sha256 != nil })
  }

  @Test func evidenceHoldsTheHashOfTheBytes() throws {
    // SHA-256 of "name,encryption\n", by sha256sum.
    let (_, evidence) = try read(Array("name,encryption\n".utf8), accessPoints)
    #expect(evidence.sha256 == "a8a085ea8fd9b3d63edc286bb9bbc8f660c83afb9b0fc46609883b3c7ea1544c")
    #expect(evidence.source == "ledger" && evidence.file == "data/ledger.csv" && evidence.records == 0)
  }
}
