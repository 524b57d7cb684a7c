import Compliance
import StrictYAML
import Testing

/// The notation: what is refused, where, and that one fault does not hide the next.
@Suite struct YAMLDocumentTests {
  @Test func everyValueHasItsPlace() throws {
    let root = try #require(document("a: 1\n題名: {ja: 点検, en: \"x\"}\nlist:\n  - いろは\n").root)
    guard case .mapping(let entries) = root.content else {
      Issue.record("no mapping")
      return
    }
    #expect(entries.map(\.key) == ["a", "題名", "list"])
    #expect(entries.map(\.place.description) == ["f.yaml:1:1", "f.yaml:2:1", "f.yaml:3:1"])
    #expect(entries.map(\.value.place.description) == ["f.yaml:1:4", "f.yaml:2:5", "f.yaml:4:3"])
  }

  @Test func aByteOrderMarkAndWindowsLineEndsAreRead() {
    let document = YAMLDocument(file: "f.yaml", bytes: [0xEF, 0xBB, 0xBF] + Array("a: 1\r\nb: 2\r\n".utf8))
    #expect(document.problems == [])
    #expect(keys(document) == ["a", "b"])
  }

  @Test func allFaultsThatDoNotBreakTheNotationAreReportedAtOnce() {
    let document = document(
      """
      a: &x 1
      b: *x
      c: !!str 3
      a: 4
      [1, 2]: 5
      d: 6
      """)
    #expect(
      lines(document) == [
        "f.yaml:1:4: Anchors (&name) are not used here. Quote a value that begins with ‘&’.",
        "f.yaml:2:4: Aliases (*name) are not used here. Write the value itself, or quote a value that begins with ‘*’.",
        "f.yaml:3:4: The tag ‘tag:yaml.org,2002:str’ is not used here. Quote a value that begins with ‘!’.",
        "f.yaml:4:1: The key ‘a’ is there twice (first on line 1). Remove one of them.",
        "f.yaml:5:1: A key must be text. Write ‘key: value’.",
      ])
    #expect(keys(document) == ["a", "b", "c", "d"])
  }

  @Test func duplicateKeysOfInnerMappingsAreReportedToo() {
    let document = document("a: {x: 1, y: 2, x: 3}\nb:\n  - {x: 1, x: 2}\n")
    #expect(document.problems.map(\.place.description) == ["f.yaml:1:17", "f.yaml:3:12"])
  }

  @Test(arguments: [
    ("a: b: c\n", "f.yaml:1:5"),
    ("a:\n\tb: 1\n", "f.yaml:2:1"),
    ("a: [1, 2\nb: 3\n", "f.yaml:2:2"),
    ("a: {x: 1\n", "f.yaml:2:1"),
    ("a: \"open\n", "f.yaml:2:1"),
    ("a: @x\n", "f.yaml:1:4"),
    ("a: \"\\q\"\n", "f.yaml:1:5"),
    ("a: 1\n b: 2\n", "f.yaml:2:3"),
    ("a: x\u{1}\n", "f.yaml:1:5"),
    ("a: 1\nb: 点\u{0}検\n", "f.yaml:2:5"),
  ])
  func brokenNotationIsReportedWhereItIs(text: String, place: String) {
    let document = document(text)
    #expect(document.root == nil)
    #expect(document.problems.map(\.place.description) == [place])
  }

  @Test func knownSyntaxFaultsAreExplainedInBothLanguages() {
    let problem = document("a: b: c").problems.first
    #expect(problem?.text.ja.contains("引用符") == true)
    #expect(problem?.text.en.contains("Quote") == true)
  }

  @Test(arguments: ["", "\n", "# a comment only\n", "---\n", "~\n", "null\n"])
  func anEmptyFileIsAProblem(text: String) {
    #expect(lines(document(text)) == ["f.yaml: There is nothing in the file."])
  }

  @Test func aSecondDocumentIsAProblem() {
    #expect(document("a: 1\n---\nb: 2\n").problems.map(\.place.description) == ["f.yaml:2:1"])
  }

  @Test func bytesThatAreNotUTF8AreLocated() {
    // 施設 in CP932.
    let document = YAMLDocument(file: "f.yaml", bytes: Array("a: 1\nname: ".utf8) + [0x8E, 0x7B, 0x90, 0xDD])
    #expect(lines(document) == ["f.yaml:2:7: The file is not in UTF-8. Save it again as UTF-8."])
  }

  @Test func eightMebibytesAreTheLimit() {
    let limit = YAMLDocument.largestSize
    let comment = [UInt8(ascii: "#")] + [UInt8](repeating: UInt8(ascii: "x"), count: limit - 6)
    let fits = YAMLDocument(file: "f.yaml", bytes: Array("a: 1\n".utf8) + comment)
    #expect(fits.problems == [])
    let tooLarge = YAMLDocument(file: "f.yaml", bytes: Array("a: 1\n\n".utf8) + comment)
    #expect(lines(tooLarge) == ["f.yaml: The file is too large. Up to 8 MiB can be read."])
  }

  @Test(arguments: ["[", "- ", "{a: ", "? "], [65, 100_000])
  func hostileNestingIsRefused(opening: String, depth: Int) {
    let document = document(String(repeating: opening, count: depth))
    #expect(document.root == nil)
    #expect(lines(document).map { $0.hasSuffix("Up to 64 levels can be read.") } == [true])
  }

  @Test func sixtyFourLevelsAreRead() {
    let text = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(document(text).problems == [])
  }

  @Test func aThousandLaughsStayOne() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...30 {
      let aliases = [String](repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    let document = document(text)
    #expect(document.problems.count == 31 + 300)
    #expect(keys(document).count == 31)
  }

  @Test func noMoreThanAThousandProblemsAreKept() {
    let document = document(String(repeating: "a: 1\n", count: 5000))
    #expect(document.problems.count == ProblemLog.capacity + 1)
    #expect(document.problems.last?.text.en.hasPrefix("There are more than 1000 problems") == true)
  }

  @Test func everyPrefixOfAFileIsReadOrRefusedWithAPlace() {
    let bytes = Array("a: {ja: 点, en: \"x\\n\"}\nb:\n  - |\n    text\n  - 'it''s'\n# end\n".utf8)
    for count in 0...bytes.count {
      let document = YAMLDocument(file: "f.yaml", bytes: Array(bytes.prefix(count)))
      #expect((document.root == nil) == !document.problems.isEmpty)
    }
  }

  @Test func aFileThatIsNotThereIsAProblem() {
    let document = YAMLDocument(path: "/nonexistent/f.yaml", file: "f.yaml")
    #expect(lines(document) == ["f.yaml: There is no such file."])
  }

  @Test func aFolderIsNoFile() {
    let document = YAMLDocument(path: "/", file: "f.yaml")
    #expect(lines(document) == ["f.yaml: This is not a regular file."])
  }
}

private func document(_ text: String) -> YAMLDocument {
  YAMLDocument(file: "f.yaml", bytes: Array(text.utf8))
}

private func lines(_ document: YAMLDocument) -> [String] {
  document.problems.map { $0.line(in: .en) }
}

private func keys(_ document: YAMLDocument) -> [String] {
  guard case .mapping(let entries) = document.root?.content else { return [] }
  return entries.map(\.key)
}
