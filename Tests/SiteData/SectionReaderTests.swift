import Compliance
import Testing

@testable import SiteData

struct SectionReaderTests {
  // MARK: INI

  @Test func theSecurityPolicyOfWindows() throws {
    let policy = source(
      [
        Column(name: "length", type: .integer, headers: [#"["System Access"].MinimumPasswordLength"#]),
        Column(name: "lockout", type: .integer, headers: ["system access.lockoutbadcount"]),
        Column(name: "admin", type: .string, headers: ["System Access.NewAdministratorName"]),
        Column(
          name: "inactivity", type: .string, isOptional: true,
          headers: [
            #""Registry Values"."MACHINE\\Software\\Microsoft\\Windows\\CurrentVersion\\Policies\\System\\InactivityTimeoutSecs""#
          ]),
        Column(name: "network", type: .list, headers: ["Privilege Rights.SeNetworkLogonRight"]),
        Column(name: "absent", type: .string, isOptional: true, headers: ["System Access.Nothing"]),
      ], format: .ini, layout: SourceLayout(records: "$"))
    #expect(
      try records("secpol.inf", policy) == [
        [
          .integer(8), .integer(5), "Administrator", "4,900",
          .list(["*S-1-1-0", "*S-1-5-32-544", "*S-1-5-32-545"]), .null,
        ]
      ])
    #expect(try read(try fixture("secpol.inf"), policy).evidence.encoding == "UTF-16LE")
  }

  @Test func eachPeerOfWireGuardIsARecord() throws {
    let columns = [
      Column(name: "section", type: .string, headers: ["@key"]),
      Column(name: "allowed", type: .list, headers: ["AllowedIPs"]),
      Column(name: "keepalive", type: .integer, isOptional: true, headers: ["PersistentKeepalive"]),
    ]
    let peers = source(columns, format: .ini, layout: SourceLayout(records: "$.peer"))
    let seen = try read(try fixture("wg0.conf"), peers).seen
    #expect(
      seen == [
        .record(line: 7, ["Peer", .list(["10.8.0.2/32"]), .null]),
        .record(line: 12, ["Peer", .list(["10.8.0.3/32", "192.168.30.0/24"]), .integer(25)]),
      ])
    // Without a path every section is one, and the interface lacks what a peer has.
    #expect(
      try read(try fixture("wg0.conf"), source(columns, format: .ini)).seen.map(\.isRefused) == [true, false, false])
  }

  private let sections = source(
    [
      Column(name: "section", type: .string, isOptional: true, headers: ["@key"]), Column(name: "path", type: .string),
      Column(name: "tags", type: .list, isOptional: true), Column(name: "guest ok", type: .boolean, isOptional: true),
    ], format: .ini)

  @Test func whatTheDialectsDo() throws {
    let text = """
      path = /before
      ; a comment
      [ global ]  # comment
      Path = "C:\\data\\"
      tags = a
      tags = b
      path = D:\\x # no comment; here
      [share]
      GUESTOK
      path = "a" and "b"
      [空]
      path = 南=北
      """
    #expect(
      try read(text, sections) == [
        .record(line: 1, [.null, "/before", .null, .null]),
        .record(line: 3, ["global", "D:\\x # no comment; here", .list(["a", "b"]), .null]),
        .record(line: 8, ["share", "\"a\" and \"b\"", .null, .boolean(true)]),
        .record(line: 11, ["空", "南=北", .null, .null]),
      ])
  }

  @Test func brokenLinesRefuseTheirSection() throws {
    let seen = try read("[a]\npath=x\n=y\n[b\n[c]\npath=z\n", sections)
    #expect(seen.map(\.isRefused) == [true, false])
    #expect(seen[0].problem == "3行目: = の前に名前がない。4行目: セクション名の閉じ括弧 ] がない。（/a）")
    #expect(seen[1] == .record(line: 5, ["c", "z", .null, .null]))
    let long = "[a]\npath=\(String(repeating: "x", count: 70_000))\n"
    #expect(try read(long, sections).map(\.isRefused) == [true])
    #expect(
      try read(Array("[a]\npath=".utf8) + [0xC3, 0x28], source(sections.columns, format: .ini, encoding: .utf8)).seen
        .map(\.isRefused) == [true])
  }

  @Test func filesWithoutSectionsHaveNoRecords() throws {
    for text in ["", "\n; only\n# comments\n"] { #expect(try read(text, sections) == []) }
  }

  // MARK: UCI

  private let interfaces = source(
    [
      Column(name: "type", type: .string, headers: ["@type"]),
      Column(name: "section", type: .string, isOptional: true, headers: ["@name"]),
      Column(name: "ssid", type: .string), Column(name: "encryption", type: .keyword),
      Column(name: "macs", type: .list, isOptional: true, headers: ["maclist"]),
      Column(name: "key", type: .string, isOptional: true),
    ], format: .uci, layout: SourceLayout(records: "$.wifi-iface"))

  @Test func theWirelessSettingsOfOpenWrt() throws {
    #expect(
      try records("openwrt-wireless", interfaces) == [
        [
          "wifi-iface", "ward", "hosp-ward", "sae", .list(["00:1A:2B:3C:4D:5E", "00:1A:2B:3C:4D:5F"]),
          #"not a"real\key"#,
        ], ["wifi-iface", .null, "来客 Wi-Fi", "none", .null, .null],
      ])
  }

  @Test func quotesOfUCI() throws {
    let text = #"""
      package wireless
      config wifi-iface
        option ssid 'a'"b"\ c # comment
        option encryption "x\"y"
        option encryption psk2#aes
      """#
    #expect(try read(text, interfaces) == [.record(line: 2, ["wifi-iface", .null, "ab c", "psk2#aes", .null, .null])])
  }

  @Test func whatIsNoUCIIsRefused() throws {
    for line in ["option ssid", "option ssid 'a", "option ssid a b", "ssid=a", "opton ssid a", "config"] {
      let seen = try read("config wifi-iface\n option ssid a\n option encryption b\n \(line)\n", interfaces)
      #expect(seen.map(\.isRefused) == [true] && seen[0].problem?.contains("4行目") == true, "\(line)")
    }
    // Before any section, the file itself is in doubt.
    #expect(try read("option ssid a\n", interfaces).map(\.isFailed) == [true])
  }

  @Test func theSizeOfChunksDoesNotMatter() throws {
    for (name, declaration) in [("openwrt-wireless", interfaces), ("wg0.conf", sections), ("secpol.inf", sections)] {
      let bytes = try fixture(name)
      let whole = try read(bytes, declaration)
      for size in [1, 2, 5] {
        let pieces = try read(bytes, declaration, chunkSize: size)
        #expect(pieces.seen == whole.seen && pieces.evidence == whole.evidence)
      }
    }
  }

  // MARK: YAML

  @Test func theInterfacesOfNetplan() throws {
    let interfaces = source(
      [
        Column(name: "name", type: .string, headers: ["@key"]),
        Column(name: "dhcp", type: .boolean, headers: ["dhcp4"]),
        Column(name: "dns", type: .list, isOptional: true, headers: ["nameservers.addresses"]),
      ], format: .yaml, layout: SourceLayout(records: "$.network.ethernets.*"))
    #expect(
      try records("netplan.yaml", interfaces) == [
        ["enp3s0", .boolean(false), .list(["192.0.2.53", "192.0.2.54"])], ["enp4s0", .boolean(true), .null],
      ])
  }

  @Test func whatIsWrongWithYAMLFailsWithItsPlace() throws {
    let declaration = source([Column(name: "a", type: .string)], format: .yaml)
    let seen = try read("a: &x 1\nb: *x\na: 2\n", declaration)
    #expect(seen.map(\.isFailed) == [true] && seen[0].line == 1)
    #expect(seen[0].problem?.contains("2行目") == true && seen[0].problem?.contains("3行目") == true)
    #expect(try read("a: ~\n", declaration).map(\.isRefused) == [true])
    for text in ["- a: 1\n- a: 2\n", "[{a: 1}, {a: 2}]"] {
      #expect(try read(text, declaration).map(\.isRefused) == [false, false])
    }
    #expect(try read("", declaration) == [])
  }

  // MARK: Accounts

  @Test func theAccountsOfASystem() throws {
    let accounts = source(
      [
        Column(name: "name", type: .string), Column(name: "uid", type: .integer),
        Column(name: "password", type: .keyword),
        Column(name: "comment", type: .string, isOptional: true), Column(name: "shell", type: .string),
      ], format: .passwd)
    let seen = try records("passwd", accounts)
    #expect(seen.map { $0[2] } == ["shadow", "shadow", "shadow", "md5crypt", "none"])
    #expect(seen[2] == ["tanaka", .integer(1001), "shadow", "田中 太郎,2F,,", "/bin/bash"])
    let groups = source(
      [Column(name: "name", type: .string), Column(name: "members", type: .list, isOptional: true)], format: .group)
    #expect(
      try records("group", groups) == [
        ["root", .null], ["sudo", .list(["tanaka", "suzuki"])], ["docker", .null],
      ])
  }

  @Test func howPasswordsAreStoredAndNeverWhat() throws {
    let shadow = source(
      [
        Column(name: "name", type: .string), Column(name: "password", type: .keyword),
        Column(name: "locked", type: .boolean), Column(name: "changed_on", type: .date),
        Column(name: "maximum_days", type: .integer), Column(name: "expires_on", type: .date, isOptional: true),
      ], format: .shadow)
    let seen = try records("shadow", shadow)
    #expect(
      seen == [
        ["root", "disabled", .boolean(false), "2025-11-17", .integer(99999), .null],
        ["tanaka", "yescrypt", .boolean(false), "2026-07-03", .integer(60), "2027-01-01"],
        ["suzuki", "sha512crypt", .boolean(true), "2025-07-31", .integer(99999), .null],
        ["vendor", "disabled", .boolean(true), "2025-07-31", .integer(99999), "2025-11-08"],
        ["legacy", "md5crypt", .boolean(false), "1970-01-01", .integer(99999), .null],
        ["open", "none", .boolean(false), "2025-07-31", .integer(99999), .null],
      ])
    #expect(!"\(seen)".contains("salt"))
  }

  @Test func wrongLinesOfAccountsAreRefusedWithoutTheirText() throws {
    let accounts = source([Column(name: "name", type: .string)], format: .passwd)
    let seen = try read("# local\n+::::::\n\nsecret:x:1\nroot:x:0:0:::/bin/sh\n", accounts)
    #expect(seen.map(\.line) == [4, 5] && seen.map(\.isRefused) == [true, false])
    #expect(seen[0].problem == "コロンで区切った項目が7個あるはずだが、3個ある。")
  }

  @Test func aColumnThatTheFormatDoesNotHaveIsAFaultOfThePlugin() {
    let fault = source([Column(name: "hash", type: .string, headers: ["passwrd"])], format: .shadow).layoutFaults.first
    #expect(fault?.written == "passwrd" && fault?.text.en.contains("Did you mean 'password'?") == true)
  }
}
