import Compliance
import Testing

@testable import SiteData

/// The lines that are read many at a time are read as they are one by one.
struct PlainLinesTests {
  private static let columns = [
    Column(name: "user", type: .string, isOptional: true), Column(name: "ip", type: .ip, isOptional: true),
    Column(name: "port", type: .integer, isOptional: true), Column(name: "at", type: .datetime, isOptional: true),
    Column(name: "rest", type: .keyword, isOptional: true), Column(name: "line", type: .string, isOptional: true),
  ]

  private static let patterns = [
    ["{line}"], ["{at:word} {user} from {ip} port {port:digits}{}"],
    ["{user:word}  {rest}", "{user:word} {rest:quoted}"],
    ["[{at}] {user:word} {:dots} {rest}", "{line}"], ["{user} - {rest} -{}"], ["{user:word}"],
  ]

  private static let pieces = [
    "a", "B", " ", "  ", " - ", "-", ".", "...", "192.0.2.1", " from ", " port ", "22", "\"", "\"x y\"", "\\\"", "[",
    "] ", "\t",
    "病棟", "2026-11-20T09:00:00", "\r", "\u{7F}",
  ]

  @Test(arguments: patterns)
  func `many at a time or one by one, the records are the same`(patterns: [String]) throws {
    var generator = Generator(seed: 21)
    for round in 0..<120 {
      var text = ""
      for _ in 0..<Int.random(in: 0...30, using: &generator) {
        for _ in 0..<Int.random(in: 0...9, using: &generator) {
          text += Self.pieces.randomElement(using: &generator) ?? ""
        }
        text += round % 3 == 0 ? "\r\n" : "\n"
      }
      if round % 4 == 0 { text += "last" }
      let declaration = SourceDeclaration(
        id: "ledger", title: LocalizedText(verbatim: "記録"), origin: .data("x.log"), format: .lines,
        subject: ["user", "rest", "line"][round % 3],
        layout: SourceLayout(patterns: patterns, skipsOthers: round % 2 == 0), columns: Self.columns)
      let chunk = [1, 9, 64, 65_536][round % 4]
      let plain = try oneByOne(Array(text.utf8), declaration, nil)
      let fast = try manyAtATime(Array(text.utf8), declaration, nil, chunk)
      #expect(fast.seen == plain.seen, "\(text.debugDescription)")
      #expect(fast.subjects == plain.subjects, "\(text.debugDescription)")
      #expect(fast.evidence == plain.evidence)
    }
  }

  @Test func `plain lines are read many at a time`() throws {
    let line = "2026-11-20T09:00:00 root from 192.0.2.1 port 22 ssh2\n"
    let declaration = source(
      Self.columns, format: .lines, layout: SourceLayout(patterns: ["{at:word} {user} from {ip} port {port:digits}{}"]))
    let text = Array(String(repeating: line, count: 600).utf8)
    let reader = RecordReader(declaration, files: [try file(text)], timeZone: .japan, pseudonyms: nil)
    var batch = RecordBatch(of: declaration)
    var sizes: [Int] = []
    while case .record = reader.next(&batch) { sizes.append(batch.count) }
    #expect(sizes == [256, 256, 88])
  }
}
