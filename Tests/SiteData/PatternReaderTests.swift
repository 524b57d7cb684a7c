import Compliance
import Testing

@testable import SiteData

struct PatternReaderTests {
  private func lines(_ columns: [Column], _ patterns: String..., skipsOthers: Bool = false) -> SourceDeclaration {
    source(columns, format: .lines, layout: SourceLayout(patterns: patterns, skipsOthers: skipsOthers))
  }

  private func blocks(_ columns: [Column], begins: [String] = [], _ patterns: String...) -> SourceDeclaration {
    source(columns, format: .blocks, begins: begins, layout: SourceLayout(patterns: patterns))
  }

  // MARK: Lines

  @Test func theAccessLogOfAWebServer() throws {
    let log = lines(
      [
        Column(name: "client", type: .ip), Column(name: "user", type: .string, isOptional: true),
        Column(name: "time", type: .datetime), Column(name: "request", type: .string),
        Column(name: "status", type: .integer), Column(name: "agent", type: .string, isOptional: true),
      ],
      "{client} {} {user} [{time}] {request:quoted} {status:digits} {size:word} {referrer:quoted} {agent:quoted}")
    #expect(
      try records("access.log", log) == [
        [
          "192.0.2.31", "tanaka", "2026-11-21T08:59:58", "GET /karte/12 HTTP/1.1", .integer(200),
          "Mozilla/5.0 (Windows NT 10.0; Win64; x64)",
        ],
        [
          "192.0.2.77", .null, "2026-11-21T08:59:59", #"GET /login?next=\"x\" HTTP/1.1"#, .integer(401),
          #"curl/7.88.1 \"test\""#,
        ],
      ])
  }

  @Test func theWirelessNetworksOfACiscoController() throws {
    let networks = lines(
      [
        Column(name: "id", type: .integer), Column(name: "ssid", type: .string), Column(name: "status", type: .keyword),
        Column(name: "interface", type: .string),
      ], "{id:digits} {profile} / {ssid}  {status:word} {interface:word} {}", skipsOthers: true)
    let (seen, evidence) = try read(try fixture("wlc-summary.txt"), networks)
    #expect(
      seen == [
        .record(line: 5, [.integer(1), "hosp-clinical", "enabled", "management"]),
        .record(line: 6, [.integer(2), "hosp guest", "disabled", "guest"]),
      ])
    #expect(evidence.records == 2 && evidence.refused == 0 && evidence.skipped == 4)
  }

  @Test func theAttributesOfADisk() throws {
    let attributes = lines(
      [Column(name: "name", type: .string), Column(name: "raw", type: .integer)],
      "{id:digits} {name:word} {flag:word} {value:digits} {worst:digits} {} - {raw}", skipsOthers: true)
    #expect(
      try records("smartctl.txt", attributes) == [
        ["Reallocated_Sector_Ct", .integer(0)], ["Power_On_Hours", .integer(36055)],
        ["Current_Pending_Sector", .integer(8)],
      ])
  }

  @Test func theFirstPatternThatFitsCounts() throws {
    let log = lines(
      [Column(name: "user", type: .string), Column(name: "result", type: .keyword)],
      "{} sshd[{}]: {result} password for invalid user {user} from {}",
      "{} sshd[{}]: {result} {method:word} for {user} from {}", skipsOthers: true)
    #expect(try records("auth.log", log) == [["admin", "failed"], ["tanaka", "accepted"]])
  }

  @Test func aLineThatFitsNoneIsRefusedWithoutItsText() throws {
    let columns = [Column(name: "a", type: .string), Column(name: "b", type: .string, isOptional: true)]
    let seen = try read("a=1\nsecret\n\na=2 b=3\n", lines(columns, "a={a} b={b}", "a={a:word}"))
    #expect(seen.map(\.line) == [1, 2, 4] && seen.map(\.isRefused) == [false, true, false])
    #expect(seen[1].problem?.contains("secret") == false)
    #expect(try read("a=1\nsecret\n", lines(columns, "a={a}", skipsOthers: true)).count == 1)
    // A field that one of the patterns lacks is missing in its lines.
    let needy = [Column(name: "a", type: .string), Column(name: "b", type: .string)]
    #expect(try read("a=1\n", lines(needy, "a={a} b={b}", "a={a:word}")).first?.problem == "必要なキー「b」がない。")
  }

  @Test func linesInAnyEncoding() throws {
    let log = lines([Column(name: "ward", type: .string), Column(name: "n", type: .integer)], "病棟={ward} 件数={n}")
    for bytes in [Array("病棟=南 件数=3\n".utf8), try cp932("病棟=南 件数=3\n"), utf16("病棟=南 件数=3\n")] {
      #expect(try read(bytes, log).seen == [.record(line: 1, ["南", .integer(3)])])
    }
    let broken = source(log.columns, format: .lines, encoding: .utf8, layout: log.layout)
    #expect(try read([0xFF, 0x0A] + Array("病棟=南 件数=3".utf8), broken).seen.map(\.isRefused) == [true, false])
  }

  // MARK: Blocks

  @Test func theScanOfIW() throws {
    let scan = blocks(
      [
        Column(name: "bssid", type: .mac), Column(name: "ssid", type: .string, isOptional: true),
        Column(name: "signal", type: .number), Column(name: "pairwise", type: .list, isOptional: true),
        Column(name: "suites", type: .list, isOptional: true), Column(name: "group", type: .keyword, isOptional: true),
      ],
      begins: ["BSS {bssid}(on {interface}){}"], "SSID: {ssid}", "SSID:", "signal: {signal} dBm",
      "* Group cipher: {group}", "* Pairwise ciphers: {pairwise}", "* Authentication suites: {suites}")
    let seen = try read(try fixture("iw-scan.txt"), scan).seen
    #expect(
      seen == [
        .record(
          line: 1,
          ["00:1a:2b:3c:4d:5e", "hosp ward", .number(-52), .list(["CCMP"]), .list(["SAE"]), "ccmp"]),
        .record(
          line: 14,
          ["00:1a:2b:3c:4d:60", .null, .number(-71), .list(["CCMP", "TKIP"]), .list(["PSK", "PSK"]), "tkip"]),
      ])
  }

  @Test func theSettingsOfACiscoController() throws {
    let networks = blocks(
      [
        Column(name: "id", type: .integer), Column(name: "ssid", type: .string),
        Column(name: "broadcast", type: .keyword), Column(name: "aes", type: .keyword, isOptional: true),
      ],
      begins: ["WLAN Identifier{:dots} {id}"], "Network Name (SSID){:dots} {ssid}", "Broadcast SSID{:dots} {broadcast}",
      "AES Cipher{:dots} {aes}")
    #expect(
      try records("wlc-show-wlan.txt", networks) == [
        [.integer(1), "hosp-clinical", "disabled", "enabled"], [.integer(2), "hosp guest", "enabled", .null],
      ])
  }

  @Test func theArraysOfMdstat() throws {
    let arrays = blocks(
      [
        Column(name: "name", type: .string), Column(name: "state", type: .keyword),
        Column(name: "total", type: .integer),
        Column(name: "active", type: .integer), Column(name: "map", type: .string),
      ],
      begins: ["md{name:word} : {state:word} {members}"], "{:digits} blocks {} [{total:digits}/{active:digits}] [{map}]"
    )
    #expect(
      try records("mdstat", arrays) == [
        ["0", "active", .integer(2), .integer(2), "UU"], ["1", "active", .integer(3), .integer(2), "UU_"],
      ])
  }

  @Test func aFileThatIsOneBlock() throws {
    let tracking = blocks(
      [
        Column(name: "stratum", type: .integer), Column(name: "offset", type: .number),
        Column(name: "direction", type: .keyword), Column(name: "leap", type: .keyword),
        Column(name: "time", type: .datetime),
      ], "Stratum : {stratum}", "System time : {offset:word} seconds {direction:word} of NTP time",
      "Leap status : {leap}",
      "Ref time (UTC) : {time}")
    #expect(
      try records("chronyc-tracking.txt", tracking) == [
        [.integer(3), .number(0.000012345), "slow", "normal", "2026-11-21T00:12:05"]
      ])
    let disk = blocks(
      [
        Column(name: "serial", type: .string), Column(name: "health", type: .keyword),
        Column(name: "time", type: .datetime),
      ], "Serial Number: {serial}", "SMART overall-health self-assessment test result: {health}",
      "Local Time is: {time}")
    #expect(try records("smartctl.txt", disk) == [["ZC1A2B3C", "passed", "2026-11-21T09:12:44"]])
    let scan = blocks(
      [
        Column(name: "infected", type: .integer), Column(name: "ended", type: .datetime),
        Column(name: "found", type: .list, isOptional: true),
      ], "Infected files: {infected}", "End Date: {ended}", "{path}: {found} FOUND")
    #expect(
      try records("clamscan.txt", scan) == [[.integer(1), "2026-11-20T18:41:55", .list(["Eicar-Test-Signature"])]])
  }

  @Test func differentValuesOfOneFieldAreRefused() throws {
    let columns = [
      Column(name: "v", type: .string), Column(name: "all", type: .list, isOptional: true, headers: ["v"]),
    ]
    let seen = try read("- \nv 1\nv 1\n-\nv 1\nv 2\n", blocks(columns, begins: ["-"], "v {v}"))
    #expect(seen.first == .record(line: 1, ["1", .list(["1", "1"])]))
    #expect(seen.last?.problem == "「v」に異なる値が2個あり、一つに決められない。すべて必要なら、プラグインで列の型を list にする。")
  }

  @Test func linesThatCannotBeReadRefuseTheirBlock() throws {
    let columns = [Column(name: "v", type: .string)]
    let declaration = source(
      columns, format: .blocks, encoding: .utf8, begins: ["begin"], layout: SourceLayout(patterns: ["v {v}"]))
    let bytes = [0xFF, 0x0A] + Array("begin\nv 1\n".utf8) + [0xFF, 0x0A] + Array("begin\nv 2".utf8)
    let seen = try read(bytes, declaration).seen
    #expect(seen.map(\.line) == [1, 2, 5] && seen.map(\.isRefused) == [true, true, false])
    #expect(try read("v 1\n", declaration) == [])
  }

  @Test func theSizeOfChunksDoesNotMatter() throws {
    let scan = blocks([Column(name: "ssid", type: .string, isOptional: true)], begins: ["BSS {}"], "SSID: {ssid}")
    let log = lines([Column(name: "a", type: .string)], "{a} {}", skipsOthers: true)
    for (name, declaration) in [("iw-scan.txt", scan), ("auth.log", log)] {
      let whole = try read(try fixture(name), declaration)
      for size in [1, 2, 7] {
        let pieces = try read(try fixture(name), declaration, chunkSize: size)
        #expect(pieces.seen == whole.seen && pieces.evidence == whole.evidence)
      }
    }
  }

  // MARK: Patterns

  static let matches: [(String, String, [String]?)] = [
    ("a {x} b", "a 1 2 b", ["1 2"]), ("a {x} b", "a  1\tb", ["1"]), ("a {x} b", "a b", nil), ("a {x} b", "a  b", nil),
    ("{x}", "anything at all", ["anything at all"]), ("a{x}", "a", [""]), ("a{x}b", "ab", [""]),
    ("{x}b", "abab", ["aba"]),
    ("{x} b {y}", "a b b b", ["a", "b b"]), ("{x}, {y}", "1, 2, 3", ["1", "2, 3"]), ("{x:word}", "a b", nil),
    ("{n:digits}{unit}", "12kg", ["12", "kg"]), ("{n:digits}", "", nil), ("x{n:digits}", "x", nil),
    ("{a:quoted} {b}", #""x \" y" z"#, [#"x \" y"#, "z"]), ("{a:quoted}", #""x"#, nil), ("{a:quoted}", #""x\"#, nil),
    ("{a:mac} {b}", "00:1A:2b:3c:4d:5E x", ["00:1A:2b:3c:4d:5E", "x"]),
    (#"{a:mac}:{b:digits}"#, #"00\:1A\:2B\:3C\:4D\:5E:79"#, [#"00\:1A\:2B\:3C\:4D\:5E"#, "79"]),
    ("{a:mac}{}", "001a.2b3c.4d5e", ["001a.2b3c.4d5e"]), ("{a:mac}", "00:1a:2b:3c:4d", nil),
    ("{a:mac}", "00:1a:2b:3c:4d:5e:6f", nil), ("{a:mac} {b}", "00 1a 2b 3c 4d 5e", nil),
    ("{a:mac}", ":001a2b3c4d5e", nil),
    ("k{:dots} {b}", "k....... b", ["b"]), ("{{{x}}}", "{1}", ["1"]),
    ("{a}  {b}", "x y  z", ["x y", "z"]), ("{a} {b}", "x y  z", ["x", "y  z"]), ("a", "a", []), ("a", "aa", nil),
    ("[{x}] {y}", "[a [b] c", ["a [b", "c"]), ("{x} = {y}", "a == b = c", ["a == b", "c"]),
    ("南{x}棟", "南3病棟", ["3病"]),
  ]

  @Test(arguments: matches) func whatFits(_ pattern: String, _ line: String, _ expected: [String]?) throws {
    #expect(try fields(pattern, line) == expected)
  }

  private func fields(_ pattern: String, _ line: String) throws -> [String]? {
    let bytes = Array(line.utf8)
    var ranges: [Range<Int>] = []
    guard try TextPattern(pattern).match(bytes, trimmed(bytes, bytes.indices), into: &ranges) else { return nil }
    return ranges.map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test func whatTheFieldsGiveFillsThePatternAgain() throws {
    // A match is a proof: the pattern with its fields filled in is the line.
    var generator = Generator(seed: 21)
    let parts = ["a", "b", ",", ": ", "x=", "病"]
    for _ in 0..<3000 {
      var pattern = ""
      var names = 0
      for index in 0..<Int.random(in: 1...5, using: &generator) {
        pattern += parts.randomElement(using: &generator) ?? "a"
        if index % 2 == 0 { pattern += "{f\(index)}"; names += 1 }
      }
      let line = (0..<Int.random(in: 0...14, using: &generator)).map { _ in parts.randomElement(using: &generator) ?? ""
      }
      .joined().split(separator: " ").joined(separator: " ")
      guard let found = try fields(pattern, line) else { continue }
      var filled = pattern
      for index in stride(from: 0, to: 5, by: 2) where filled.contains("{f\(index)}") {
        filled = filled.replacing("{f\(index)}", with: found[index / 2])
      }
      #expect(
        filled.split(separator: " ").joined(separator: " ") == line && found.count == names, "\(pattern) | \(line)")
    }
  }

  @Test func aPatternIsNoTimeBomb() throws {
    // What takes a backtracking matcher longer than the age of the universe; here each is one pass or a few.
    let pattern = (0..<40).map { "{f\($0)}a" }.joined() + "{last}b"
    let line = String(repeating: "a", count: 60_000)
    #expect(try fields(pattern, line) == nil)
    #expect(try fields("{x} {y} {z} b", String(repeating: " a", count: 30_000)) == nil)
    #expect(try fields("{x} b", "a" + String(repeating: " ", count: 60_000) + "a") == nil)
  }

  static let wrong: [(String, String)] = [
    ("", "between 1 and 1000"), (" ", "between 1 and 1000"), ("{a", "do not pair up"), ("a}", "do not pair up"),
    ("{a}{b}", "two fields touch"), ("{}{b:digits}", "two fields touch"), ("{a} {a}", "stands twice"),
    ("{a:wrd}", "Did you mean 'word'?"), ("{a b}", "{name:kind}"), ("{a:word:x}", "{name:kind}"),
    ("{a:}", "no kind ''"),
  ]

  @Test(arguments: wrong) func whatIsNoPattern(_ pattern: String, _ part: String) throws {
    let declaration = lines([Column(name: "a", type: .string, isOptional: true)], pattern)
    #expect(declaration.layoutFaults.first?.text.en.contains(part) == true, "\(declaration.layoutFaults)")
    #expect(try read("x\n", declaration).map(\.isFailed) == [true])
  }

  @Test func columnsMustBeFields() {
    let faults = lines([Column(name: "usr", type: .string)], "{user} {time}").layoutFaults
    #expect(faults.map(\.written) == ["usr"] && faults[0].text.en.contains("Did you mean 'user'?"))
    #expect(lines([Column(name: "a", type: .string)]).layoutFaults.count == 1)
  }
}
