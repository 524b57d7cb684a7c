import Compliance
import Testing

@testable import SiteData

/// What must hold for every ledger, over ledgers made at random.
struct ReadingPropertyTests {
  private let declaration = source([
    Column(name: "name", type: .string), Column(name: "kind", type: .keyword, isOptional: true),
    Column(name: "day", type: .date, isOptional: true), Column(name: "tags", type: .list, isOptional: true),
  ])

  /// Pieces of cells: what delimits, what pads, what looks like a total, and trail bytes that look like ASCII in CP932.
  private static let pieces = [
    "a", "B", "病棟", "ソ", "表", "能", "ﾊﾞ", "\"", ",", "\n", "\r\n", "\r", " ", "　", "、", ";", "2023-05-31", "R5.5.31",
    "合計", "\t", "-", "㈱", "①",
  ]

  private func text(_ generator: inout Generator) -> String {
    (0..<Int.random(in: 0...4, using: &generator)).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }
      .joined()
  }

  /// A ledger with every cell in quotes.
  private func ledger(_ generator: inout Generator) -> [[String]] {
    (0..<Int.random(in: 1...12, using: &generator)).map { _ in (0..<4).map { _ in text(&generator) } }
  }

  private func csv(_ rows: [[String]]) -> String {
    (["name,kind,day,tags"]
      + rows.map { row in
        row.map { "\"" + $0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\"" }
          .joined(separator: ",")
      }).joined(separator: "\r\n")
  }

  @Test func theSizeOfChunksDoesNotMatter() throws {
    var generator = Generator(seed: 1)
    for round in 0..<20 {
      var text = csv(ledger(&generator))
      // Half of the ledgers are broken somewhere.
      if round % 2 == 1 {
        var characters = Array(text)
        for _ in 0..<3 { characters.remove(at: Int.random(in: 18..<characters.count, using: &generator)) }
        text = String(characters)
      }
      for bytes in [Array(text.utf8), try cp932(text), utf16(text), utf16(text, mark: false) + [0x41]] {
        for format in SourceFormat.allCases {
          let declaration = source(self.declaration.columns, format: format)
          let whole = try read(bytes, declaration)
          for size in [1, 2, 3, 7] {
            let pieces = try read(bytes, declaration, chunkSize: size)
            #expect(pieces.seen == whole.seen, "\(size): \(text.debugDescription)")
            #expect(pieces.evidence == whole.evidence)
          }
        }
      }
    }
  }

  @Test func theSizeOfChunksDoesNotMatterAtTheCaps() throws {
    let cell = String(repeating: "x", count: RowScanner.longestCell)
    let quoted = "\"" + String(repeating: "y\"\"", count: RowScanner.longestCell / 3) + "\""
    let wide = String(repeating: cell + ",", count: 17)
    let bytes = Array("name,kind\n\(cell),b\n\(cell)x病,b\n\(quoted),b\n\"\(cell)\n\(wide)\n病棟,b\n".utf8)
    let whole = try read(bytes, declaration)
    #expect(whole.seen.map(\.isRefused) == [false, true, false, true, true, false])
    for size in [10_007, 65_537] {
      let pieces = try read(bytes, declaration, chunkSize: size)
      #expect(pieces.seen == whole.seen && pieces.evidence == whole.evidence, "\(size)")
    }
  }

  @Test func theEncodingDoesNotMatter() throws {
    var generator = Generator(seed: 2)
    for _ in 0..<60 {
      // A first row that is surely Japanese, without which a few characters may be of either encoding.
      let text = csv([["南病棟一階の輸液ポンプ", "", "", ""]] + ledger(&generator))
      let utf8 = try read(Array(text.utf8), declaration).seen
      #expect(try read(try cp932(text), declaration).seen == utf8, "\(text.debugDescription)")
      #expect(try read(utf16(text), declaration).seen == utf8)
      #expect(try read(utf16(text, bigEndian: true), declaration).seen == utf8)
    }
  }

  @Test func quotedCellsComeBackAsTheyWere() throws {
    let two = source([Column(name: "key", type: .string), Column(name: "name", type: .string, isOptional: true)])
    var generator = Generator(seed: 3)
    for _ in 0..<100 {
      let cell = text(&generator)
      let quoted = "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
      for lineBreak in ["\n", "\r\n"] {
        let seen = try read("key,name\(lineBreak)k,\(quoted)\(lineBreak)l,m", two)
        let expected = try? value(cell, .string)
        let lines = cell.count { $0.isNewline }
        if let expected { #expect(seen.first == .record(line: 2, ["k", expected])) }
        #expect(seen.last == .record(line: 3 + lines, ["l", "m"]), "\(cell.debugDescription)")
      }
    }
  }

  @Test func theFoldingOfWidthAgreesWithNFKC() throws {
    // Every character of CP932 alone and between others: folded here, and by Foundation through the keyword path.
    for (_, characters) in cp932Rows {
      for scalar in characters.unicodeScalars where scalar != "." {
        let text = "ｶ" + String(Character(scalar)) + "ﾞ"
        var folded: [UInt8] = []
        if appendWidthFolded(Array(text.utf8), to: &folded) {
          #expect(String(decoding: folded, as: UTF8.self) == nfkc(text), "\(text)")
        }
      }
    }
  }
}
