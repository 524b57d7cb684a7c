import Compliance
import Testing

@testable import SiteData

struct TOMLReaderTests {
  private func toml(_ columns: [Column], records: String? = nil) -> SourceDeclaration {
    source(columns, format: .toml, layout: SourceLayout(records: records))
  }

  private let one = [Column(name: "a", type: .string)]

  /// One value of a document, read as a text.
  private func text(_ value: String) throws -> [Seen] { try read("a = \(value)\n", toml(one)) }

  // MARK: Real files

  @Test func thePeersOfATunnel() throws {
    let peers = toml(
      [
        Column(name: "address", type: .string, headers: ["addr"]),
        Column(name: "key", type: .string, headers: ["@key"]),
        Column(name: "since", type: .date), Column(name: "ports", type: .list, isOptional: true),
        Column(name: "certificate", type: .string, isOptional: true, headers: ["tls.cert"]),
      ], records: "$.services.*")
    let seen = try read(
      """
      title = "VPN" # the edge

      [services.imaging]
      addr = "10.0.0.1:11112"
      since = 2026-04-01
      ports = [ 11112, 0x2B68, # both
        104 ]
      tls.cert = 'C:\\tls\\cert.pem'

      [services."検査 部"]
      addr = "10.0.0.2:2575"
      since = 2026-05-31T09:00:00+09:00

      """, peers)
    #expect(
      seen == [
        .record(
          line: 3, ["10.0.0.1:11112", "imaging", "2026-04-01", .list(["11112", "11112", "104"]), #"C:\tls\cert.pem"#]),
        .record(line: 10, ["10.0.0.2:2575", "検査 部", "2026-05-31", .null, .null]),
      ])
  }

  @Test func tablesOfOneNameAreRecords() throws {
    let routes = toml(
      [Column(name: "to", type: .ip), Column(name: "count", type: .integer, headers: ["limits.count"])],
      records: "$.route")
    let seen = try read(
      """
      [[route]]
      to = "192.0.2.1"
      [route.limits]
      count = 1_000
      [[route]]
      to = "2001:DB8:0::1"
      limits = { count = -3, burst = 1.5e3 }
      [[ route ]]
      to = "none"
      """, routes)
    #expect(
      seen.prefix(2) == [
        .record(line: 1, ["192.0.2.1", .integer(1000)]), .record(line: 5, ["2001:db8::1", .integer(-3)]),
      ])
    #expect(seen.count == 3 && seen[2].isRefused && seen[2].line == 8)
    #expect(seen[2].problem?.contains("「to」") == true && seen[2].problem?.contains("/route/2") == true)
  }

  // MARK: Values

  @Test(arguments: [
    ("'a\\b'", #"a\b"#), (#""t\tq\"u\u3042\U0001F600e""#, "t\tq\"uあ😀e"), ("\"\"\"\na\nb\"\"\"", "a\nb"),
    ("\"\"\"a \\\n   \n  b\"\"\"", "a b"), ("'''it's'''", "it's"), ("\"\"\"\"q\"\"\"\"\"", "\"q\"\""),
    ("'''\r\nx'''", "x"), ("0xDEAD_beef", "3735928559"), ("0o17", "15"), ("0b101", "5"), ("+99", "99"), ("-17", "-17"),
    ("6.626e-34", "6.626e-34"), ("5e+2_2", "5e22"), ("inf", "inf"), ("-nan", "-nan"), ("true", "true"),
    ("1979-05-27T07:32:00.5Z", "1979-05-27T07:32:00.5Z"), ("1979-05-27 07:32:00", "1979-05-27 07:32:00"),
    ("07:32:00", "07:32:00"), ("[ 1 ]", "1"), ("1 # note", "1"),
  ])
  func valuesAreReadAsTOMLWritesThem(written: String, expected: String) throws {
    #expect(try text(written) == [.record(line: 1, [.text(expected)])])
  }

  @Test(arguments: [
    "", "x", "01", "1_", "_1", "1__2", "0x", "0xg", "-0x1", "1.", ".5", "1.e2", "1e", "++1", "2026-02-30", "25:00:00",
    "2026-02-03T1:00:00", "\"a", "'a", "\"\"\"a", "\"a\nb\"", "\"\\x41\"", "\"\\uD800\"", "\"\u{1}\"", "[1", "[1 2]",
    "[,]", "{", "{ b = 1, }", "{ b = 1\n}", "{ b = 1 c = 2 }", "1 2", "tru", "9223372036854775808x", "\u{7F}",
  ])
  func whatIsNoValueIsSaidAtItsPlace(written: String) throws {
    let seen = try text(written)
    #expect(seen.count == 1 && seen.first?.isFailed == true, "\(seen)")
    #expect(seen.first?.line != nil)
  }

  // MARK: Names and tables

  @Test(arguments: [
    "a = 1\na = 2", "a.b = 1\na.b = 2", "a = 1\na.b = 2", "[t]\n[t]", "[t]\nb = 1\n[t.b]", "t.b = 1\n[t]",
    "[t.b.c]\nx = 1\n[t]\nb.d = 2", "t = [1]\n[[t]]", "[[t]]\n[t]", "[t]\n[[t]]", "t = { b = 1 }\n[t.c]",
    "t = { b = 1 }\nt.c = 1", "t = { b = 1, b = 2 }", "[[t]]\n[t.b]\n[[t.b]]", "\"a\" = 1\na = 2",
  ])
  func aNameThatStandsTwiceIsAFault(document: String) throws {
    let problem = try #require(try read(document, toml(one)).last?.problem)
    #expect(problem.contains("行目にもあり"), "\(problem)")
  }

  @Test(arguments: [
    "[t.b]\n[t]", "a.b = 1\na.c = 2", "[t]\nb.c = 1\n[t.b.d]", "[[t]]\n[t.b]\n[[t]]\n[t.b]", "[ t . \"b\" ]",
    "\"\" = 1",
    "t = { b.c = 1, b.d = 2, e = {} }", "1-2_x = 1", "a = [[1, 2], [ [ ] ]]", "\u{FEFF}a = 1", "\r\n# only notes\r\n",
    "a = [\n\n1,\n# note\n2,\n]",
  ])
  func soundDocumentsAreRead(document: String) throws {
    let seen = try read(document, toml([Column(name: "x", type: .string, isOptional: true)]))
    #expect(seen.allSatisfy { !$0.isFailed }, "\(seen)")
  }

  @Test(arguments: [
    ("a = 1\n[b\n", 2, 3), ("a = \"x\"\n  c = [1,\n     , 2]", 3, 6), ("あ = 1", 1, 1), ("x = 'あ' y", 1, 9),
    ("a 1", 1, 3), ("a = \"\"\"\n\n\\q\"\"\"", 3, 1), ("[[a]\n", 1, 4), ("= 1", 1, 1), ("a.=1", 1, 3),
  ])
  func aFaultHasItsLineAndColumn(document: String, line: Int, column: Int) throws {
    let reader = RecordReader(toml(one), files: [try file(Array(document.utf8))], timeZone: .japan, pseudonyms: nil)
    guard case .failed(let problem) = reader.next() else {
      Issue.record("no fault")
      return
    }
    #expect((problem.place.line, problem.place.column) == (line, column))
  }

  @Test func bytesThatAreNoTextAreAFaultAtTheirPlace() throws {
    let bytes = Array("a = 1\nb = '点".utf8) + [0x93, 0x5F] + Array("'\n".utf8)
    let seen = try read(bytes, toml(one)).seen
    #expect(seen.count == 1 && seen[0].isFailed && seen[0].line == 2)
  }

  // MARK: Hostile files

  @Test(arguments: [
    String(repeating: "a.", count: 200) + "a = 1", "[" + String(repeating: "a.", count: 200) + "a]",
    "a = " + String(repeating: "[", count: 50_000), "a = " + String(repeating: "{a=", count: 50_000),
  ])
  func depthHasAnEnd(document: String) throws {
    #expect(try read(document, toml(one)).last?.problem == "入れ子が100段を超えている。")
  }

  /// Each of these would take hours if a step looked at all that came before it.
  @Test func manyOfEverythingIsReadInOneGo() throws {
    let count = 200_000
    let long =
      "x = [" + String(repeating: "1,", count: count) + "]\ny = \"" + String(repeating: "\\n", count: count) + "\"\n"
    #expect(try read(long, toml([Column(name: "x", type: .list)])).first?.isFailed == false)
    let tables = String(repeating: "[[t]]\na = 1\n", count: count)
    #expect(try read(tables, toml(one, records: "$.t")).count == count)
    let names = (0..<count).map { "a\($0).b = 1\n" }.joined()
    #expect(try read(names, toml([Column(name: "b", type: .integer)], records: "$.*")).count == count)
  }

  @Test func aFileHasASize() throws {
    let large = "# " + String(repeating: "x", count: TOMLTokens.largestSize)
    #expect(try read(large, toml(one)).first?.problem == "8 MiBを超えるファイルは、この形式では読まない。")
  }
}
