import Compliance
import StrictYAML
import Testing

@testable import CatalogueFiles

/// The reader of JSON that others wrote.
@Suite struct JSONParserTests {
  private func parse(_ bytes: [UInt8]) -> (value: JSONValue?, problems: [String]) {
    let log = ProblemLog()
    let value = JSONParser.parse(bytes, file: "a.json", log)
    return (value, log.problems.map { $0.line(in: .en) })
  }

  /// The value in a form that tells everything.
  private func shape(_ value: JSONValue?) -> String {
    switch value {
    case nil: "-"
    case .object(let members): "{" + members.map { "\($0.key)=\(shape($0.value))" }.joined(separator: ",") + "}"
    case .list(let items): "[" + items.map { shape($0) }.joined(separator: ",") + "]"
    case .text(let text): "'\(text)'"
    case .number(let number): number
    case .boolean(let truth): "\(truth)"
    case .null: "null"
    }
  }

  @Test(arguments: [
    (#"{}"#, "{}"), (" [ ] \r\n", "[]"), (#"{"b":1,"a":[true,false,null]}"#, "{b=1,a=[true,false,null]}"),
    (#""""#, "''"), (#""\"\\\/\b\f\n\r\t\u3042\uD842\uDFB7𠮷""#, "'\"\\/\u{8}\u{C}\n\r\tあ𠮷𠮷'"),
    ("-0", "-0"), ("0.5e+10", "0.5e+10"), ("12E3", "12E3"), ("\u{FEFF}[1]", "[1]"), (#""\u0000""#, "'\0'"),
  ])
  func readsWhatJSONIs(text: String, expected: String) {
    let (value, problems) = parse(Array(text.utf8))
    #expect(shape(value) == expected)
    #expect(problems.isEmpty)
  }

  @Test(arguments: [
    ("", "1:1", "ends too early"), ("{\n  \"a\": ", "2:8", "ends too early"), ("{\"a\" 1}", "1:6", "‘:’"),
    ("[1\n 2]", "2:2", "‘,’"), ("[1,]", "1:4", "value is expected"), ("{,}", "1:2", "key in double quotes"),
    ("{\"a\":1,}", "1:8", "key in double quotes"), ("\"abc", "1:1", "not closed"), ("\"a\nb\"", "1:3", "line break"),
    ("\"\\x\"", "1:2", "escape"), ("\"\\uD800\"", "1:2", "escape"), ("\"\\uD800\\u0041\"", "1:2", "escape"),
    ("\"\\u12\"", "1:2", "escape"), ("01", "1:1", "number"), ("-", "1:1", "number"), ("1.", "1:1", "number"),
    ("1e", "1:1", "number"), ("nul", "1:1", "value is expected"), ("[] x", "1:4", "behind the end"),
    ("{'a':1}", "1:2", "key in double quotes"), ("// c\n[]", "1:1", "value is expected"),
    ("あ", "1:1", "value is expected"),
  ])
  func saysWhereTheNotationBreaks(text: String, place: String, words: String) {
    let (value, problems) = parse(Array(text.utf8))
    #expect(value == nil)
    #expect(problems.count == 1)
    #expect(problems.first?.hasPrefix("a.json:\(place): ") ?? false, "\(problems)")
    #expect(problems.first?.contains(words) ?? false, "\(problems)")
  }

  @Test func aKeyThatIsThereTwiceIsReportedAndTheFirstIsKept() {
    let (value, problems) = parse(Array("{\"a\":1,\n \"a\":2}".utf8))
    #expect(shape(value) == "{a=1}")
    #expect(problems == ["a.json:2:2: The key ‘a’ is there twice. Remove one of them."])
  }

  @Test func bytesThatAreNoUTF8AreReported() {
    #expect(parse([0x22, 0x41, 0xFF, 0x22]).problems.first?.contains("not in UTF-8") ?? false)
    // The overlong form of "/" (RFC 3629, 10).
    #expect(parse([0x22, 0xC0, 0xAF, 0x22]).value == nil)
  }

  @Test func nestingHasALimit() {
    let limit = JSONParser.deepestNesting
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    #expect(parse(nested(limit)).problems.isEmpty)
    #expect(parse(nested(limit + 1)).problems.first?.contains("too deep") ?? false)
    #expect(parse(nested(1_000_000)).problems.count == 1)
  }

  @Test func everyBeginningOfATextIsReportedAndNoneCrashes() {
    let whole = Array(#"{"a":[1.5e3,"\u3042\uD842\uDFB7",true,null,{"b":"日本"}]}"#.utf8)
    for count in 0..<whole.count {
      let (value, problems) = parse(Array(whole[..<count]))
      #expect(value == nil)
      #expect(problems.count == 1)
    }
  }
}
