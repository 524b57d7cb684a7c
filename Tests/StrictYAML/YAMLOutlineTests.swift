import Compliance
import StrictYAML
import Testing

/// What is written for the strict reader to read again.
@Suite struct YAMLOutlineTests {
  @Test func keysAndListsHaveLinesOfTheirOwnAndTextStaysOnOne() throws {
    let outline = YAMLOutline.mapping([
      ("id", .text("1.10")),
      ("title", .inline([("ja", "題名: 一"), ("en", "null")])),
      ("parts", .list([.mapping([("text", .text("a\nb"))]), .text("~")])),
    ])
    #expect(
      try outline.yaml() == """
        id: "1.10"
        title: {ja: "題名: 一", en: "null"}
        parts:
        - text: "a\\nb"
        - "~"

        """)
  }

  @Test(arguments: [
    "", " ", "null", "1", "- a", "a: b # c", "\"\\'", "{[,]}", "\t\r\n\0\u{1B}\u{7F}\u{85}\u{2028}\u{FEFF}", "日本語　の文𠮷👩‍⚕️",
    "か\u{3099}", "&a *b !c %d @e `f", String(repeating: "長い文。 ", count: 2000),
  ])
  func anyTextIsReadAgainByteByByte(text: String) throws {
    let yaml = try YAMLOutline.mapping([("a", .text(text)), ("b", .inline([("ja", text)]))]).yaml()
    let document = YAMLDocument(file: "a.yaml", bytes: Array(yaml.utf8))
    #expect(document.problems.isEmpty)
    guard case .mapping(let entries)? = document.root?.content,
      case .scalar(let read, isPlain: false) = entries[0].value.content,
      case .mapping(let inner) = entries[1].value.content,
      case .scalar(let again, isPlain: false) = inner[0].value.content
    else {
      Issue.record("not what was written: \(yaml)")
      return
    }
    #expect(read.utf8.elementsEqual(text.utf8))
    #expect(again.utf8.elementsEqual(text.utf8))
    #expect(yaml.split(separator: "\n", omittingEmptySubsequences: false).count == 3)
  }
}
