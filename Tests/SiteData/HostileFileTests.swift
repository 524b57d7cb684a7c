import Compliance
import Glibc
import Testing

@testable import SiteData

struct HostileFileTests {
  @Test(arguments: ["", "\n", "\r\n\r\n", " ,\u{3000}\n,,\n", "\u{FEFF}", "\u{1A}"])
  func aFileWithoutAnythingHasNoRecords(_ text: String) throws {
    let (seen, evidence) = try read(Array(text.utf8), accessPoints)
    #expect(seen.isEmpty)
    #expect(evidence.records == 0 && evidence.refused == 0 && evidence.sha256 != nil)
  }

  @Test func aHeaderAloneHasNoRecords() throws {
    #expect(try read("name,encryption\r\n", accessPoints).isEmpty)
    #expect(try read("name,encryption", accessPoints).isEmpty)
  }

  @Test func theEndOfFileCharacterOfDOSIsNoRow() throws {
    #expect(try read("name,encryption\r\na,x\r\n\u{1A}", accessPoints) == [.record(line: 2, ["a", "x", .null])])
  }

  @Test func workbooksAreRecognised() throws {
    for bytes in [[0x50, 0x4B, 3, 4, 20, 0], [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]] as [[UInt8]] {
      let seen = try read(bytes + Array(repeating: 0, count: 600), accessPoints).seen
      #expect(seen.count == 1 && seen[0].isFailed && seen[0].problem?.contains("Excelブック") == true)
      let settings = source(accessPoints.columns, format: .keyValue)
      #expect(try read(bytes, settings).seen.map(\.isFailed) == [true])
    }
  }

  @Test func randomBytesNeitherCrashNorMakeRecords() throws {
    var generator = Generator(seed: 6)
    for round in 0..<15 {
      let count = Int.random(in: 0...1500, using: &generator)
      let bytes = (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
      for format in SourceFormat.allCases {
        let seen = try read(bytes, source(accessPoints.columns, format: format, layout: SourceLayout(table: "t"))).seen
        #expect(seen.allSatisfy { $0.problem != nil }, "\(round)")
        // Below a header the same bytes are rows; each is read or refused, and all text is what the file says.
        let rows = try read(
          Array("name\tencryption\n".utf8) + bytes,
          source(accessPoints.columns, format: format, layout: SourceLayout(table: "t"))
        ).seen
        #expect(rows.allSatisfy { !"\($0)".contains("\u{FFFD}") || bytes.contains(0xEF) })
      }
    }
  }

  @Test func aLineWithoutEndIsPassedOver() throws {
    // A sparse file: one line of NULs behind a header, many times the cap.
    let file = try file(Array("name,encryption\n".utf8))
    try #require(ftruncate(file.descriptor, 4_000_000) == 0)
    let declaration = source(accessPoints.columns, encoding: .utf8)
    let reader = RecordReader(declaration, files: [file], timeZone: .japan, pseudonyms: nil)
    let seen = steps(reader)
    #expect(seen.count == 1 && seen[0].isRefused && seen[0].line == 2)
    #expect(reader.evidence.first?.sha256 != nil)

    // However long the line, the window holds what was asked for and a chunk.
    var input = ByteInput(file, chunkSize: 1000)
    _ = input.open(declared: .utf8)
    input.skipLine()
    input.fill(atLeast: 10_000)
    #expect(input.available >= 10_000 && input.window.count <= 11_000)
    input.skipLine()
    #expect(input.isAtEnd && input.available == 0 && input.window.count <= 11_000)
  }

  @Test func aFileThatShrinksWhileItIsReadFails() throws {
    let rows = (0..<20_000).map { "AP-\($0),x\n" }.joined()
    let file = try file(Array(("name,encryption\n" + rows).utf8))
    let reader = RecordReader(accessPoints, files: [file], timeZone: .japan, pseudonyms: nil)
    guard case .record = reader.next() else {
      Issue.record("no record")
      return
    }
    try #require(ftruncate(file.descriptor, 100_000) == 0)
    let seen = steps(reader)
    #expect(seen.last?.isFailed == true && seen.last?.problem?.contains("短くなった") == true)
    #expect(reader.evidence.first?.sha256 == nil)
  }

  @Test func whatIsAppendedWhileAFileIsReadIsLeftForTheNextSweep() throws {
    let file = try file(Array("name,encryption\na,x\n".utf8))
    let length = 20
    let reader = RecordReader(
      accessPoints, files: [file], timeZone: .japan, pseudonyms: nil, chunkSize: 4)
    guard case .record = reader.next() else {
      Issue.record("no record")
      return
    }
    let more = Array("b,y\n".utf8)
    try #require(pwrite(file.descriptor, more, more.count, length) == more.count)
    #expect(steps(reader).isEmpty)
    var whole = FileBytes(try SiteDataTests.file(Array("name,encryption\na,x\n".utf8)))
    #expect(reader.evidence.first?.sha256 == whole.finish())
  }

  @Test func aFolderThatIsReadAnywayFails() throws {
    // A descriptor of a folder can only come from a program's mistake; reading it is an error, not an empty file.
    let descriptor = open("/", O_RDONLY | O_DIRECTORY)
    let folder = SourceFile(name: "data/folder", owning: descriptor)
    for format in SourceFormat.allCases {
      let reader = RecordReader(
        source(accessPoints.columns, format: format, layout: SourceLayout(table: "t")), files: [folder],
        timeZone: .japan, pseudonyms: nil)
      let seen = steps(reader)
      #expect(seen.count == 1 && seen[0].isFailed && seen[0].problem?.contains("読み取りの途中で失敗した") == true)
      #expect(reader.evidence.first?.sha256 == nil)
    }
  }

  @Test func aPassThatEndsEarlyHasNoEvidence() throws {
    let reader = RecordReader(
      accessPoints, files: [try file(Array("name,encryption\na,x\n".utf8))], timeZone: .japan, pseudonyms: nil)
    guard case .record = reader.next() else {
      Issue.record("no record")
      return
    }
    #expect(reader.evidence.isEmpty)
  }
}
