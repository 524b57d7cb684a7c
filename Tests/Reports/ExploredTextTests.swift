import Compliance
import Testing

@testable import Reports

struct ExploredTextTests {
  private func shown(_ value: ExploredValue, width: Int = 60) throws -> String {
    ExploredText(
      try SampleCatalogue.catalogue(), language: .en, width: width, style: .plain, checks: { _ in [] }
    ).text(value)
  }

  private func row(_ name: ExploredValue, _ count: ExploredValue, at line: Int) -> ExploredValue {
    .record(
      ExploredRecord(
        [.init(name: .text("name"), value: name), .init(name: .text("count"), value: count)],
        place: "data/棚卸.csv:\(line)"))
  }

  @Test(
    arguments: [
      (.nothing, "nil\n"), (.boolean(true), "true\n"), (.integer(-3), "-3\n"), (.number(0.5), "0.5\n"),
      (.number(1), "1.0\n"), (.number(.infinity), "inf\n"), (.text("点検 \"x\"\n"), "\"点検 \\\"x\\\"\\n\"\n"),
      (.object("function"), "function\n"), (.list([]), "(none)\n"),
      (.list([.integer(1), .text("a"), .nothing]), "{ 1, \"a\", nil }\n"),
      (.list([.list([.integer(1)]), .fields(["a b": .integer(2)])]), "{ { 1 }, { [\"a b\"] = 2 } }\n"),
    ] as [(ExploredValue, String)])
  func dataIsWrittenAsLuaWritesIt(value: ExploredValue, expected: String) throws {
    #expect(try shown(value) == expected)
  }

  @Test func longDataTakesALineEach() throws {
    let texts = (1...4).map { ExploredValue.text(String(repeating: "字", count: $0 * 5)) }
    #expect(
      try shown(.list(texts)) == """
        {
          "字字字字字",
          "字字字字字字字字字字",
          "字字字字字字字字字字字字字字字",
          "字字字字字字字字字字字字字字字字字字字字",
        }

        """)
  }

  @Test func rowsStandInColumns() throws {
    let rows: ExploredValue = .list([
      row(.text("無線AP"), .integer(3), at: 2), row(.text("x"), .integer(120), at: 10),
      row(.nothing, .integer(7), at: 11),
    ])
    #expect(
      try shown(rows) == """
        line  name    count
        2     無線AP      3
        10    x         120
        11                7

        """)
  }

  @Test func whatHasNoRoomIsCutAndColumnsWithoutRoomAreNamed() throws {
    let long = String(repeating: "長", count: 60)
    let table = try shown(.list([row(.text(long), .integer(1), at: 1)]))
    #expect(table.split(separator: "\n").allSatisfy { DisplayWidth.of($0) <= 60 })
    #expect(table.contains("…"))
    let wide = ExploredRecord((1...20).map { .init(name: .text("column\($0)"), value: .text("値\($0)")) })
    let many = try shown(.list([.record(wide), .record(wide)]))
    #expect(many.split(separator: "\n").count >= 4)
    #expect(many.hasPrefix("column1  column2  ") && many.contains("Not shown: "))
    #expect(many.contains("column20"))
    #expect(many.split(separator: "\n").allSatisfy { DisplayWidth.of($0) <= 60 })
  }

  @Test func requirementsShowAsCardsAndLists() throws {
    let id = try SampleCatalogue.requirementID("mhlw-5:6.5.C.12")
    let card = try shown(.requirement(id))
    #expect(card.hasPrefix("mhlw-5:6.5.C.12  "))
    #expect(card.contains("No check"))
    let list = try shown(.list([.requirement(id), .requirement(id)], isCut: true))
    #expect(list.contains("only the first 2"))
    let map = try shown(.list([.fields(["requirement": .requirement(id), "status": .text("stated")])]), width: 100)
    #expect(map.hasPrefix("requirement "))
    #expect(map.contains("mhlw-5:6.5.C.12  ") && map.contains("stated"))
  }

  @Test func aResultShowsItsFindingsAsATable() throws {
    let findings: ExploredValue = .list([
      .fields(["outcome": .text("fail"), "subject": .text("AP-1")]),
      .fields(["outcome": .text("pass"), "subject": .text("AP-2")]),
    ])
    let value: ExploredValue = .fields([
      "check": .text("wireless-lan/encryption"), "counts": .fields(["fail": .integer(1)]), "problem": .nothing,
      "findings": findings,
    ])
    #expect(
      try shown(value) == """
        check    wireless-lan/encryption
        counts   { fail = 1 }
        problem

        findings (2)
        outcome  subject
        fail     AP-1
        pass     AP-2

        """)
  }

  @Test func nothingSteersTheTerminal() throws {
    let hostile = "\u{1B}[2J\u{202E}"
    for value in [
      .text(hostile), .list([.fields([hostile: .text(hostile)])]), .fields([hostile: .text(hostile)]),
      .list([.text(hostile)]),
    ] as [ExploredValue] {
      let text = try shown(value)
      #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
    }
    #expect(printableLines("a\tb\n\u{1B}c") == "a\tb\n␛c")
  }

  @Test func jsonIsOneLineAndSaysWhatWasCut() throws {
    let json = ExploredJSON(try SampleCatalogue.catalogue(), language: .en)
    let id = try SampleCatalogue.requirementID("mhlw-5:6.5.C.12")
    let text = try json.text(
      [.requirement(id), .list([.integer(1)], isCut: true), .number(.nan)], printed: "点\n", notes: ["n"])
    #expect(text.split(separator: "\n").count == 1)
    #expect(text.contains("\"schema\":\"tenken.repl/1\"") && text.contains("\"is_cut\":true"))
    #expect(text.contains("\"id\":\"mhlw-5:6.5.C.12\"") && text.contains("[1],null]"))
    let fault = try json.text(LocalizedText(verbatim: "bad"), at: Place(file: "-e", line: 2), printed: "", notes: [])
    #expect(fault.contains("\"error\":{\"place\":\"-e:2\",\"text\":\"bad\"}") && !fault.contains("values"))
  }

  @Test(arguments: [(80, "a    bbb  c\n"), (14, "a    c\nbbb\n"), (4, "a\nbbb\nc\n")])
  func namesStandInColumns(width: Int, expected: String) {
    #expect(NameColumns.text(["a", "bbb", "c"], width: width) == expected)
  }
}
