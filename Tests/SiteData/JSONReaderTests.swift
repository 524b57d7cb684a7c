import Compliance
import Foundation
import Testing

@testable import SiteData

struct JSONReaderTests {
  /// A source in JSON.
  private func json(
    _ columns: [Column], records: String? = nil, format: SourceFormat = .json
  ) -> SourceDeclaration {
    source(columns, format: format, layout: SourceLayout(records: records))
  }

  private var named: SourceDeclaration {
    json([
      Column(name: "name", type: .string), Column(name: "port", type: .integer, isOptional: true),
      Column(name: "tags", type: .list, isOptional: true),
    ])
  }

  // MARK: Real files

  @Test func theWirelessNetworksOfUniFi() throws {
    let networks = json(
      [
        Column(name: "ssid", type: .string, headers: ["name"]), Column(name: "security", type: .keyword),
        Column(name: "hidden", type: .boolean, isOptional: true, headers: ["hide_ssid"]),
        Column(name: "macs", type: .list, isOptional: true, headers: ["mac_filter_list"]),
        Column(name: "vlan", type: .integer, isOptional: true),
      ], records: "$.data")
    #expect(
      try records("unifi-wlanconf.json", networks) == [
        ["hosp-clinical", "wpaeap", .boolean(true), .list(["00:1a:2b:3c:4d:5e", "00:1a:2b:3c:4d:5f"]), .null],
        ["来客用 Wi-Fi", "open", .null, .null, .null],
      ])
  }

  @Test func theFindingsOfTestSSL() throws {
    let findings = json([
      Column(name: "id", type: .string), Column(name: "port", type: .integer),
      Column(name: "cve", type: .string, isOptional: true), Column(name: "finding", type: .string),
    ])
    let seen = try records("testssl.json", findings)
    #expect(seen.map { $0[0] } == ["SSLv3", "TLS1", "BEAST"])
    #expect(seen[1] == ["TLS1", .integer(443), .null, "offered (deprecated)"])
    #expect(seen[2][2] == "CVE-2011-3389")
  }

  @Test func oneDiskIsOneRecord() throws {
    let disk = json([
      Column(name: "device", type: .string, headers: ["device.name"]),
      Column(name: "passed", type: .boolean, headers: ["smart_status.passed"]),
      Column(name: "hours", type: .integer, headers: ["power_on_time.hours"]),
      Column(name: "bytes", type: .integer, headers: ["$.user_capacity.bytes"]),
      Column(name: "attributes", type: .list, headers: ["ata_smart_attributes.table[*].name"]),
      Column(name: "major", type: .integer, headers: ["smartctl.version[0]"]),
    ])
    #expect(
      try records("smartctl.json", disk) == [
        [
          "/dev/sda", .boolean(true), .integer(36055), .integer(4_000_787_030_016),
          .list(["Reallocated_Sector_Ct", "Power_On_Hours"]), .integer(7),
        ]
      ])
    let attributes = json(
      [Column(name: "name", type: .string), Column(name: "raw", type: .integer, headers: ["raw.value"])],
      records: "$.ata_smart_attributes.table")
    #expect(
      try records("smartctl.json", attributes) == [
        ["Reallocated_Sector_Ct", .integer(0)], ["Power_On_Hours", .integer(36055)],
      ])
  }

  @Test func theComponentsOfCycloneDX() throws {
    let components = json(
      [
        Column(name: "name", type: .string), Column(name: "version", type: .version),
        Column(name: "supplier", type: .string, isOptional: true, headers: ["supplier.name"]),
        Column(name: "hashes", type: .list, isOptional: true, headers: ["hashes[*].alg"]),
        Column(name: "license", type: .string, isOptional: true, headers: ["licenses[0].license.id"]),
      ], records: "$.components")
    #expect(
      try records("cyclonedx.json", components) == [
        ["openssl", "1.0.2k", "OpenSSL Software Foundation", .list(["SHA-1", "SHA-256"]), "OpenSSL"],
        ["FreeRTOS", "10.4.3", .null, .null, .null],
      ])
  }

  @Test func theCertificatesOfNwipeLineByLine() throws {
    let wipes = json(
      [
        Column(name: "serial", type: .string, headers: ["device.serial_no"]),
        Column(name: "status", type: .keyword, headers: ["wipe_result.status"]),
        Column(name: "verify_errors", type: .integer, headers: ["wipe_result.verify_errors"]),
        Column(name: "ended", type: .datetime, headers: ["wipe_result.end_time"]),
      ], format: .jsonLines)
    #expect(
      try records("nwipe.json", wipes) == [
        ["57J0T1ABC", "success", .integer(3), "2026-10-02T14:40:12"],
        ["ZDE9XYZ1", "success", .integer(0), "2026-10-03T13:21:47"],
      ])
  }

  // MARK: Records and paths

  @Test func anObjectOfObjectsHasItsKeys() throws {
    let interfaces = json(
      [Column(name: "name", type: .string, headers: ["@key"]), Column(name: "port", type: .integer)],
      records: "$.interfaces.*")
    let text = #"{"interfaces":{"eth0":{"port":1},"wlan 0/1":{"port":2}}}"#
    #expect(
      try read(text, interfaces) == [
        .record(line: 1, ["eth0", .integer(1)]), .record(line: 1, ["wlan 0/1", .integer(2)]),
      ])
  }

  @Test func aListOfTextsHasItsValues() throws {
    let names = json(
      [Column(name: "name", type: .string, headers: ["@value"]), Column(name: "at", type: .integer, headers: ["@key"])])
    #expect(
      try read(#"["a", "b"]"#, names) == [.record(line: 1, ["a", .integer(0)]), .record(line: 1, ["b", .integer(1)])])
  }

  @Test func namesWithDotsAreQuoted() throws {
    for path in [#"["a.b"].c"#, #"$.'a.b'["c"]"#, #""a.b".c"#] {
      let declaration = json([Column(name: "x", type: .string, headers: [path])])
      #expect(try read(#"{"a.b":{"c":"y"}}"#, declaration) == [.record(line: 1, ["y"])])
    }
  }

  @Test func thePreferredPathCounts() throws {
    let declaration = json([Column(name: "x", type: .string, headers: ["new", "old"])])
    for text in [#"{"old":"o","new":"n"}"#, #"{"new":"n","old":"o","x":"p"}"#] {
      #expect(try read(text, declaration) == [.record(line: 1, ["n"])])
    }
  }

  @Test func itemsMayHoldWhatDividesCells() throws {
    #expect(
      try read(#"{"name":"a","tags":["x, y","z、w"," ",null]}"#, named) == [
        .record(line: 1, ["a", .null, .list(["x, y", "z、w"])])
      ])
    #expect(try read(#"{"name":"a","tags":"x, y"}"#, named) == [.record(line: 1, ["a", .null, .list(["x", "y"])])])
  }

  @Test func placesAreLineAndColumn() throws {
    let reader = RecordReader(
      named, files: [try file(Array("[\n  {\"name\": \"南病棟\"}, {\"port\": \"x\"}\n]".utf8))], timeZone: .japan,
      pseudonyms: nil)
    guard case .record = reader.next(), reader.record.place.description == "data/ledger.csv:2:3",
      case .refused(let problem) = reader.next()
    else {
      Issue.record("no record")
      return
    }
    #expect(problem.place.description == "data/ledger.csv:2:20")
    #expect(problem.text.ja.contains("（/1）") && problem.text.ja.contains("必要なキー「name」がない"))
    #expect(problem.text.en.contains(#""port": "x" is not a whole number"#))
  }

  @Test func wrongShapesAreRefused() throws {
    let seen = try read(
      #"[{"name":["a","b"]},{"name":{"x":1}},{"name":null},{"name":["a","a"]},{"name":"ok"},{"name":"a","tags":[["x"]]}]"#,
      named)
    #expect(seen.map(\.isRefused) == [true, true, true, false, false, true])
    #expect(seen[0].problem?.contains("異なる値が2個") == true)
    #expect(seen[1].problem?.contains("値の入れ物") == true)
    #expect(seen[2].problem?.contains("空欄") == true)
  }

  @Test func aPathThatLeadsNowhereFails() throws {
    let declaration = json([Column(name: "name", type: .string)], records: "$.data.device")
    let seen = try read(#"{"meta":{"rc":"ok"},"data":{"devices":[{"name":"a"}],"count":1}}"#, declaration)
    #expect(seen.map(\.isFailed) == [true])
    #expect(seen[0].problem == "「$.data.device」に当たるものがファイルにない。そこにある名前は「devices」「count」。「devices」のことではないか。")
    // Names may be those of persons where a column is.
    let personal = json([Column(name: "name", type: .string, isPersonal: true)], records: "$.data.device")
    #expect(try read(#"{"data":{"山田":{}}}"#, personal)[0].problem == "「$.data.device」に当たるものがファイルにない。")
  }

  @Test func whatIsEmptyHasNoRecords() throws {
    for text in ["", " \n", "[]", "\u{FEFF}[]"] { #expect(try read(text, named) == []) }
    let nested = json([Column(name: "name", type: .string)], records: "$.data[*]")
    #expect(try read(#"{"data":[]}"#, nested) == [])
  }

  // MARK: Faults

  static let faults: [(String, Int, Int, String)] = [
    (#"{"name": "a""#, 1, 13, "途中で終わっている"),
    (#"{"name": "a"#, 1, 10, "途中で終わっている"),
    ("[\n{\"name\" \"a\"}]", 2, 9, "コロンがない"),
    ("[{\"name\": \"a\"} {}]", 1, 16, "コンマか閉じ括弧"),
    ("[{\"name\": \"a\",}]", 1, 15, "引用符で囲んだ名前"),
    ("[1,]", 1, 4, "値があるはず"),
    ("[{'name': 1}]", 1, 3, "引用符で囲んだ名前"),
    ("{\"name\": nil}", 1, 10, "「nil」はJSONの値ではない"),
    ("{\"name\": 01}", 1, 10, "「01」は"),
    ("{\"name\": 1.}", 1, 10, "「1.」は"),
    ("{\"name\": -}", 1, 10, "「-」は"),
    ("{\"name\": NaN}", 1, 10, "「NaN」は"),
    ("{\"name\": \"a\\x\"}", 1, 12, "\\ に続く文字"),
    ("{\"name\": \"\\ud800\"}", 1, 11, "\\ に続く文字"),
    ("{\"name\": \"\\udc00\\ud800\"}", 1, 11, "\\ に続く文字"),
    ("{\"name\": \"a\nb\"}", 1, 12, "制御文字"),
    ("{\"name\": \"a\"}\n{\"name\": \"b\"}", 2, 1, "json-lines"),
    ("[}", 1, 2, "値があるはず"),
    ("{]", 1, 2, "引用符で囲んだ名前"),
    ("// a\n[]", 1, 1, "値があるはず"),
    (String(repeating: "[", count: 200), 1, 129, "128段"),
  ]

  @Test(arguments: faults) func whatIsNoJSONFails(_ text: String, _ line: Int, _ column: Int, _ part: String) throws {
    let reader = RecordReader(named, files: [try file(Array(text.utf8))], timeZone: .japan, pseudonyms: nil)
    var problem: Problem?
    while problem == nil {
      switch reader.next() {
      case .failed(let found): problem = found
      case .record, .refused: continue
      case .end: Issue.record("\(text) was read"); return
      }
    }
    #expect(
      problem?.place.line == line && problem?.place.column == column, "\(text): \(problem?.place.description ?? "")")
    #expect(problem?.text.ja.contains(part) == true, "\(problem?.text.ja ?? "")")
  }

  @Test func aNameThatStandsTwiceIsRefused() throws {
    let seen = try read("[{\"name\":\"a\",\n\"n\\u0061me\":\"b\"},{\"name\":\"c\"}]", named)
    #expect(seen.map(\.isRefused) == [true, false] && seen[0].problem?.contains("2行目の「name」は") == true)
    // Among many names, too; and around records, where the file fails.
    let many = (0..<40).map { "\"k\($0)\":\($0)," }.joined()
    #expect(try read("{\(many)\"k7\":1,\"name\":\"a\"}", named).map(\.isRefused) == [true])
    let nested = json([Column(name: "name", type: .string)], records: "$.data")
    #expect(try read(#"{"data":[{"name":"a"}],"data":[]}"#, nested).map(\.isFailed) == [false, true])
  }

  @Test func aBadLineOfManyIsRefusedAlone() throws {
    var lines = named
    lines = source(lines.columns, format: .jsonLines)
    let text =
      "{\"name\":\"a\"}\n\n{\"name\":\n{\"name\":\"b\"} x\n{\"name\":\"c\",\"name\":\"d\"}\r\n[\"z\"]\n{\"name\":\"e\"}"
    let seen = try read(text, lines)
    #expect(seen.map(\.line) == [1, 3, 4, 4, 5, 6, 7])
    #expect(seen.map(\.isRefused) == [false, true, false, true, true, true, false])
  }

  @Test func onlyUnicodeIsRead() throws {
    let text = #"[{"name":"南病棟"}]"#
    for bytes in [Array(text.utf8), Array("\u{FEFF}\(text)".utf8), utf16(text), utf16(text, bigEndian: true)] {
      #expect(try read(bytes, named).seen == [.record(line: 1, ["南病棟", .null, .null])])
    }
    let seen = try read(try cp932(text), named).seen
    #expect(seen.map(\.isFailed) == [true] && seen[0].problem?.contains("UTF-8") == true)
    #expect(try read(utf16(text) + [0x41], named).seen.last?.isFailed == true)
  }

  @Test func aRecordThatIsTooLargeIsRefused() throws {
    let long = String(repeating: "x", count: GatheredFields.mostBytes + 1)
    let seen = try read(#"[{"name":"\#(long)"},{"name":"a"}]"#, named)
    #expect(seen.map(\.isRefused) == [true, false])
  }

  @Test func pathsThatAreNoneAreFaultsOfThePlugin() {
    for path in [
      "", "a..b", "a.", "a[", "a[x]", "a[\"b]", "a b]", "$a", "a[-1]", String(repeating: "a.", count: 40) + "a",
    ] {
      let declaration = json([Column(name: "x", type: .string, headers: [path])], records: path)
      #expect(declaration.layoutFaults.count == 2, "\(path)")
    }
    #expect(json([Column(name: "x", type: .string, headers: ["機器名.型番 (1)"])], records: "$").layoutFaults.isEmpty)
  }

  // MARK: Properties

  @Test func anyDocumentIsReadAsFoundationDoes() throws {
    let values = json([Column(name: "v", type: .string, isOptional: true, headers: ["a", "b[1]", "c.d"])])
    var generator = Generator(seed: 11)
    for _ in 0..<100 {
      let object = randomObject(&generator, depth: 0)
      let data = try JSONSerialization.data(withJSONObject: [object], options: [.fragmentsAllowed])
      let whole = try read(Array(data), values).seen
      for size in [1, 3] { #expect(try read(Array(data), values, chunkSize: size).seen == whole) }
      let parsed = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])[0]
      if let text = parsed["a"] as? String { #expect(whole == [.record(line: 1, [try value(text, .string)])]) }
      #expect(whole.count == 1)
    }
  }

  private func randomObject(_ generator: inout Generator, depth: Int) -> [String: Any] {
    let names = ["a", "b", "c", "d", "é", "キー", "\"", "\\"]
    var object: [String: Any] = [:]
    for _ in 0..<Int.random(in: 0...4, using: &generator) {
      object[names.randomElement(using: &generator) ?? "a"] = randomValue(&generator, depth: depth + 1)
    }
    return object
  }

  private func randomValue(_ generator: inout Generator, depth: Int) -> Any {
    switch Int.random(in: 0...(depth > 3 ? 3 : 5), using: &generator) {
    case 0: return ["x", "南\u{1F600}", "a/b", "\t\n", ""].randomElement(using: &generator) ?? ""
    case 1: return Int.random(in: -1000...1000, using: &generator)
    case 2: return Bool.random(using: &generator)
    case 3: return NSNull()
    case 4: return (0..<Int.random(in: 0...3, using: &generator)).map { _ in randomValue(&generator, depth: depth + 1) }
    default: return randomObject(&generator, depth: depth)
    }
  }

  @Test func damagedDocumentsNeverCrash() throws {
    let bytes = try fixture("cyclonedx.json")
    let components = json([Column(name: "name", type: .string)], records: "$.components")
    for count in stride(from: 0, to: bytes.count, by: 11) { _ = try read(Array(bytes.prefix(count)), components) }
    var generator = Generator(seed: 12)
    for _ in 0..<150 {
      var damaged = bytes
      damaged[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(in: .min ... .max, using: &generator)
      _ = try read(damaged, components)
    }
  }
}
