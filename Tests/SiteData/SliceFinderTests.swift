import Compliance
import Testing

@testable import SiteData

/// Slices of a file, read one by one, are the file.
struct SliceFinderTests {
  private let table = source([
    Column(name: "a", type: .string, isOptional: true), Column(name: "b", type: .keyword, isOptional: true),
  ])
  private let lines = source(
    [Column(name: "line", type: .string)], format: .lines, layout: SourceLayout(patterns: ["{line}"]))

  private struct Whole {
    var seen: [Seen] = []
    var records = 0, refused = 0, skipped = 0
    var encoding = ""
  }

  /// Reads a file slice by slice, and checks that each begins where the one before it ends.
  private func sliced(_ bytes: [UInt8], _ declaration: SourceDeclaration, size: Int) throws -> Whole? {
    let files = [try file(bytes)]
    guard var finder = SliceFinder(files, of: declaration, size: size) else { return nil }
    var whole = Whole()
    var end = FilePosition.beginning
    while let slice = finder.next() {
      #expect(slice.start == end)
      let reader = RecordReader(
        declaration, files: files, timeZone: .japan, pseudonyms: nil, slice: slice, chunkSize: 100)
      whole.seen += steps(reader)
      end = try #require(reader.sliceEnd)
      let evidence = try #require(reader.evidence.first)
      #expect(evidence.sha256 == nil)
      whole.records += evidence.records
      whole.refused += evidence.refused
      whole.skipped += evidence.skipped
      whole.encoding = evidence.encoding
    }
    let last = finder.finish()
    let finished = try #require(last)
    #expect(finished.end == end)
    #expect(finished.sha256 == (try read(bytes, declaration)).evidence.sha256)
    return whole
  }

  private func check(_ bytes: [UInt8], _ declaration: SourceDeclaration, size: Int) throws {
    let (seen, evidence) = try read(bytes, declaration)
    let whole = try #require(try sliced(bytes, declaration, size: size))
    #expect(whole.seen == seen, "\(bytes)")
    #expect(whole.records == evidence.records && whole.refused == evidence.refused && whole.skipped == evidence.skipped)
    #expect(whole.encoding == evidence.encoding)
  }

  private static let alphabet: [[UInt8]] =
    [
      "A", "b", ",", ",", "\n", "\n", "\r", "\r\n", "\"", "\"\"", ",\"", "\",", "\"\n", " ", "合計", "病棟", "total", "-",
    ].map { Array($0.utf8) } + [[0x82, 0xA0], [0x8D, 0x87, 0x8C, 0x76], [0xFF], [0]]

  @Test func `any bytes, cut anywhere`() throws {
    var generator = Generator(seed: 11)
    for round in 0..<64 {
      var bytes = Array((round % 2 == 0 ? "a,b\n" : "\u{FEFF}title\na,b\r\n").utf8)
      // Half of the files say late, or never, how they are encoded.
      let letters = round % 4 < 2 ? Self.alphabet : Array(Self.alphabet.prefix(14))
      while bytes.count < 400 { bytes += letters.randomElement(using: &generator) ?? [] }
      if round % 8 == 3 { bytes += Array("病棟,病棟\n病棟,x".utf8) }
      for size in [40, 100, 199] {
        try check(bytes, table, size: size)
        try check(bytes, lines, size: size)
      }
    }
  }

  @Test func `rows that are longer than slices, and than rows may be`() throws {
    let long = String(repeating: "x", count: 70_000)
    try check(Array("a,b\n\(long),y\n1,2\n\"\(long)\n3,4\n\(long.prefix(900)),5\n6,7".utf8), table, size: 300)
    try check(Array("one\n\(long)\ntwo\n\(long.prefix(900))\nthree".utf8), lines, size: 300)
    // The last line but one is as long as a line may be; those before it are not read, nor is how they are encoded.
    for longest in [65_535, 65_536, 65_537] {
      for ending in ["\n", "\r\n", "\r"] {
        let line = Array(long.utf8.prefix(longest - 2)) + [0x82, 0xA0]
        try check(
          Array("one\(ending)\(long)\u{8A}\(ending)".utf8) + line + Array("\(ending)病棟\(ending)".utf8), lines, size: 300
        )
      }
    }
  }

  @Test func `a line without an end is not held`() throws {
    let bytes = Array("one\n".utf8) + [UInt8](repeating: 0x78, count: 8 << 20)
    var finder = try #require(SliceFinder([try file(bytes)], of: lines, size: 1 << 20))
    var starts: [Int] = []
    while let slice = finder.next() { starts.append(slice.start.offset) }
    let last = finder.finish()
    #expect(starts == [0])
    #expect(finder.held < 2 << 20)
    #expect(last?.end.offset == bytes.count)
  }

  @Test func `what cannot be cut is not`() throws {
    let text = "a,b\n" + String(repeating: "1,2\n", count: 100)
    func finder(_ bytes: [UInt8], _ declaration: SourceDeclaration) throws -> SliceFinder? {
      SliceFinder([try file(bytes)], of: declaration, size: 50)
    }
    #expect(try finder(Array(text.utf8), table) != nil)
    #expect(try finder(Array(text.utf8.prefix(99)), table) == nil, "small")
    #expect(try finder(utf16(text), table) == nil, "UTF-16")
    #expect(try finder([0x1F, 0x8B, 8] + Array(text.utf8), table) == nil, "packed")
    #expect(try finder([0x50, 0x4B, 3, 4] + Array(text.utf8), table) == nil, "a workbook")
    #expect(try finder(Array(text.utf8), source(table.columns, format: .json)) == nil)
  }
}
