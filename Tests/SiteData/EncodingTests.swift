import Compliance
import Testing

@testable import SiteData

struct EncodingTests {
  private let declaration = source([
    Column(name: "name", type: .string, headers: ["name"]), Column(name: "ward", type: .string, headers: ["ward"]),
  ])

  @Test func everyDoubleByteCodeDecodesAsTheSystemsConverterDoes() throws {
    var compared = 0
    for lead in Array(0x81...0x9F) + Array(0xE0...0xFC) {
      for trail in Array(0x40...0x7E) + Array(0x80...0xFC) {
        let bytes = [UInt8(lead), UInt8(trail)]
        let theirs = converted(bytes, from: "CP932", to: "UTF-8")
        var ours: [UInt8] = []
        let decoded = CP932.append(bytes.span, to: &ours)
        #expect((decoded ? ours : nil) == theirs, "\(lead) \(trail)")
        if decoded { compared += 1 }
      }
    }
    // 6879 of JIS X 0208, 83 of NEC row 13, 374 and 388 of NEC's and IBM's selections, 1880 of users.
    #expect(compared == 6879 + 83 + 374 + 388 + 1880)
  }

  @Test func singleBytesAreASCIIAndHalfWidthKana() {
    for byte in UInt8.min...UInt8.max {
      var output: [UInt8] = []
      let decoded = CP932.append([byte].span, to: &output)
      switch byte {
      case 0..<0x80: #expect(decoded && output == [byte])
      case 0xA1...0xDF:
        let scalar = Unicode.Scalar(0xFF61 - 0xA1 + UInt32(byte))
        #expect(decoded && scalar.map { String(Character($0)) } == String(decoding: output, as: UTF8.self))
      default: #expect(!decoded, "\(byte)")
      }
    }
  }

  @Test func japaneseThatComesLateIsStillRecognised() throws {
    let ascii = (0..<20_000).map { "device-\($0),ward\n" }.joined()
    let text = "name,ward\n" + ascii + "輸液ポンプ,ﾅｰｽｽﾃｰｼｮﾝ\n表示,ソ能\n"
    #expect(text.utf8.count > 200_000)
    for (bytes, encoding) in [(try cp932(text), "CP932"), (Array(text.utf8), "UTF-8")] {
      let (seen, evidence) = try read(bytes, declaration)
      #expect(evidence.encoding == encoding)
      #expect(seen.count == 20_002)
      #expect(
        seen.suffix(2) == [
          .record(line: 20_002, ["輸液ポンプ", "ﾅｰｽｽﾃｰｼｮﾝ"]), .record(line: 20_003, ["表示", "ソ能"]),
        ])
    }
  }

  @Test func aRowInAnotherEncodingIsRefused() throws {
    let (utf8, some) = ("南病棟,ポンプ\n", "北病棟,モニタ\n")
    let inUTF8 = Array("name,ward\n\(utf8)\(utf8)".utf8) + (try cp932(some)) + Array(utf8.utf8)
    let first = try read(inUTF8, declaration)
    #expect(first.evidence.encoding == "UTF-8")
    #expect(first.seen.map(\.isRefused) == [false, false, true, false])
    #expect(first.seen[2].line == 4 && first.seen[2].problem?.contains("「name」にUTF-8として読めない文字がある") == true)

    let inCP932 = Array("name,ward\n".utf8) + (try cp932(some + some)) + Array(utf8.utf8) + (try cp932(some))
    let second = try read(inCP932, declaration)
    #expect(second.evidence.encoding == "CP932")
    #expect(second.seen.map(\.isRefused) == [false, false, true, false])
    #expect(second.seen[2].line == 4)
  }

  @Test func bytesThatAreNoTextAreNeverReplaced() throws {
    let (seen, _) = try read(Array("name,ward\na,".utf8) + [0xC3, 0x28] + Array("\nb,病棟\nc,病室\n".utf8), declaration)
    #expect(seen.map(\.line) == [2, 3, 4] && seen[0].isRefused)
    #expect(seen[1] == .record(line: 3, ["b", "病棟"]))
    // 0x82 wants a second byte; the line break must not become it.
    let (cut, _) = try read(try cp932("name,ward\n病棟,") + [0x82, 0x0A] + (try cp932("b,病棟\n")), declaration)
    #expect(cut.map(\.isRefused) == [true, false])
  }

  @Test func anUndeclaredCellMayHoldAnything() throws {
    let (seen, _) = try read(Array("name,ward,memo\na,b,".utf8) + [0xFF, 0xFE, 0x80, 0x0A], declaration)
    #expect(seen == [.record(line: 2, ["a", "b"])])
  }

  @Test func aDeclarationDecidesAndAMarkOutranksIt() throws {
    let text = "name,ward\n病棟,é\n"
    #expect(
      try read(Array(text.utf8), source(declaration.columns, encoding: .utf8)).seen == [.record(line: 2, ["病棟", "é"])])
    let asCP932 = source(declaration.columns, encoding: .cp932)
    #expect(try read(Array(text.utf8), asCP932).seen.map(\.isRefused) == [true])
    let marked = try read([0xEF, 0xBB, 0xBF] + Array(text.utf8), asCP932)
    #expect(marked.seen == [.record(line: 2, ["病棟", "é"])] && marked.evidence.encoding == "UTF-8")
    let asUTF16 = source(declaration.columns, encoding: .utf16)
    #expect(try read(utf16(text, mark: false), asUTF16).seen == [.record(line: 2, ["病棟", "é"])])
    #expect(try read(utf16(text, bigEndian: true), asUTF16).seen == [.record(line: 2, ["病棟", "é"])])
  }

  @Test func loneSurrogatesAndHalfUnitsAreRefused() throws {
    let head = utf16("name,ward\n"), tail = utf16("c,d\n", mark: false)
    for broken in [[0x00, 0xD8], [0x00, 0xDC], [0x00, 0xD8, 0x00, 0xD8]] as [[UInt8]] {
      let row = utf16("a,", mark: false) + broken + utf16("\n", mark: false)
      let seen = try read(head + row + tail, declaration).seen
      #expect(seen.map(\.isRefused) == [true, false] && seen[0].line == 2)
      #expect(seen[1] == .record(line: 3, ["c", "d"]))
    }
    #expect(try read(head + utf16("a,b", mark: false) + [0x41], declaration).seen.map(\.isRefused) == [true])
    #expect(try read(head + utf16("𠮷野,😀\n", mark: false), declaration).seen == [.record(line: 2, ["𠮷野", "😀"])])
  }

  @Test func aFewNULsDoNotMakeUTF16() throws {
    let (seen, evidence) = try read(Array("name,ward\na,b\u{0}\nc,病棟\n".utf8), declaration)
    #expect(evidence.encoding == "UTF-8")
    #expect(seen == [.refused(line: 2, "「ward」に制御文字（U+0000）が含まれている。入力し直す。"), .record(line: 3, ["c", "病棟"])])
  }

  @Test func detectionGoesByLines() {
    func detect(_ bytes: [UInt8], isWhole: Bool = true) -> Charset { Charset.detect(bytes.span, isWhole: isWhole) }
    #expect(detect(Array("病棟".utf8)) == .utf8)
    #expect(detect(Array("病棟".utf8).dropLast(), isWhole: false) == .utf8)
    #expect(detect(Array("病棟".utf8).dropLast(2), isWhole: false) == .utf8)
    #expect(detect(Array("病棟".utf8).dropLast()) == .cp932)
    #expect(detect([0x95, 0x61, 0x93, 0x8F]) == .cp932)
    #expect(detect(Array("é\n".utf8) + [0x95, 0x61]) == .cp932)
    #expect(detect(Array("病\n棟\n".utf8) + [0x95, 0x61]) == .utf8)
  }
}

extension Charset {
  fileprivate static func detect(_ bytes: some Collection<UInt8>, isWhole: Bool = true) -> Charset {
    let bytes = Array(bytes)
    return detect(bytes.span, isWhole: isWhole)
  }
}
