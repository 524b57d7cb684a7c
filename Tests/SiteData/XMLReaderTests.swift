import Compliance
import Testing

@testable import SiteData

struct XMLReaderTests {
  private func xml(_ columns: [Column], records: String? = nil, encoding: TextEncoding? = nil) -> SourceDeclaration {
    source(columns, format: .xml, encoding: encoding, layout: SourceLayout(records: records))
  }

  private let named = [
    Column(name: "name", type: .string), Column(name: "n", type: .integer, isOptional: true, headers: ["@n"]),
  ]

  // MARK: Real files

  @Test func theHostsOfNmap() throws {
    let hosts = xml(
      [
        Column(name: "state", type: .keyword, headers: ["status/@state"]),
        Column(name: "ip", type: .ip, headers: ["address[@addrtype='ipv4']/@addr"]),
        Column(name: "mac", type: .mac, isOptional: true, headers: ["address[@addrtype=\"mac\"]/@addr"]),
        Column(name: "vendor", type: .string, isOptional: true, headers: ["address[@vendor]/@vendor"]),
        Column(name: "ports", type: .list, isOptional: true, headers: ["ports/port/@portid"]),
        Column(name: "cpe", type: .list, isOptional: true, headers: ["ports/port/service/cpe"]),
        Column(name: "os", type: .string, isOptional: true, headers: ["os/osmatch/@name"]),
        Column(name: "tls", type: .string, isOptional: true, headers: ["ports/port[@portid='443']/script/table/@key"]),
      ], records: "/nmaprun/host")
    let seen = try read(try fixture("nmap.xml"), hosts).seen
    #expect(
      seen == [
        .record(
          line: 11,
          [
            "up", "192.0.2.1", "00:1a:2b:3c:4d:5e", "Example & Co.", .list(["23", "443"]),
            .list(["cpe:/o:linux:linux_kernel", "cpe:/a:igor_sysoev:nginx:1.18.0"]), "Linux 2.6.32 - 3.10", "TLSv1.0",
          ]), .record(line: 27, ["down", "192.0.2.2", .null, .null, .null, .null, .null, .null]),
      ])
    // Each port is a record just as well.
    let ports = xml(
      [
        Column(name: "port", type: .integer, headers: ["@portid"]),
        Column(name: "service", type: .keyword, headers: ["service/@name"]),
      ], records: "/nmaprun/host/ports/port")
    #expect(try records("nmap.xml", ports) == [[.integer(23), "telnet"], [.integer(443), "https"]])
  }

  @Test func theComponentsAndVulnerabilitiesOfCycloneDX() throws {
    let components = xml(
      [
        Column(name: "name", type: .string), Column(name: "version", type: .version),
        Column(name: "type", type: .keyword, headers: ["@type"]),
        Column(name: "supplier", type: .string, isOptional: true, headers: ["supplier/name"]),
        Column(name: "sha256", type: .string, isOptional: true, headers: ["hashes/hash[@alg='SHA-256']"]),
      ], records: "/bom/components/component")
    #expect(
      try records("cyclonedx.xml", components) == [
        [
          "openssl", "1.0.2k", "library", "OpenSSL Software Foundation",
          "6b3977c61f2aedf0f96367dcfb5c6e578cf37e7b8d913b4ecb6643c3cb88d8c0",
        ], ["FreeRTOS", "10.4.3", "operating-system", .null, .null],
      ])
    let vulnerabilities = xml(
      [
        Column(name: "id", type: .string), Column(name: "state", type: .keyword, headers: ["analysis/state"]),
        Column(name: "affects", type: .list, headers: ["affects/target/ref"]),
      ], records: "/bom/vulnerabilities/vulnerability")
    #expect(
      try records("cyclonedx.xml", vulnerabilities) == [
        ["CVE-2017-3735", "not_affected", .list(["openssl"])], ["CVE-2018-0739", "exploitable", .list(["openssl"])],
      ])
  }

  @Test func theAuditMessagesOfARecordSystem() throws {
    let audit = xml(
      [
        Column(name: "action", type: .keyword, headers: ["EventIdentification/@EventActionCode"]),
        Column(name: "time", type: .datetime, headers: ["EventIdentification/@EventDateTime"]),
        Column(
          name: "user", type: .string, headers: ["ActiveParticipant[@UserIsRequestor='true']/@UserID"], isPersonal: true
        ),
        Column(
          name: "patient", type: .string, isOptional: true,
          headers: [
            "ParticipantObjectIdentification[@ParticipantObjectTypeCode='1'][@ParticipantObjectTypeCodeRole='1']/@ParticipantObjectID"
          ],
          isPersonal: true),
      ])
    #expect(
      try records("atna.xml", audit) == [
        ["r", "2026-11-20T18:03:11", "tanaka", "0001234"], ["e", "2026-11-20T18:00:00", "suzuki", .null],
      ])
  }

  // MARK: Records and paths

  @Test func textIsThatOfTheWholeElement() throws {
    let text = "<l><i n='1'><name>a <b>b</b><![CDATA[ <c>]]>&amp;&#x5357;</name></i></l>"
    let whole = xml([Column(name: "x", type: .string, headers: ["name"])])
    #expect(try read(text, whole) == [.record(line: 1, ["a b <c>&南"])])
    #expect(
      try read("<l>\n<i>x</i><i>y</i></l>", xml([Column(name: "v", type: .string, headers: ["."])])) == [
        .record(line: 2, ["x"]), .record(line: 2, ["y"]),
      ])
  }

  @Test func aColumnsOwnNameIsAnAttributeOrAnElement() throws {
    let text = "<l><i name='a' n='1'/><i><name>b</name></i><i name='c'><name>d</name></i></l>"
    #expect(
      try read(text, xml(named)) == [
        .record(line: 1, ["a", .integer(1)]), .record(line: 1, ["b", .null]), .record(line: 1, ["c", .null]),
      ])
    // An element of that name that holds others is something else.
    let device = xml([Column(name: "device", type: .string, isOptional: true, headers: ["device/@id"])])
    #expect(try read("<l><i><device><x>1</x></device></i></l>", device) == [.record(line: 1, [.null])])
  }

  @Test func namespacesDoNotCount() throws {
    let text = "<a:l xmlns:a='u' xmlns='v'><a:i a:n='3'><name xmlns='w'>x</name></a:i></a:l>"
    #expect(try read(text, xml(named, records: "/l/i")) == [.record(line: 1, ["x", .integer(3)])])
    #expect(try read(text, xml(named, records: "/b:l/*")) == [.record(line: 1, ["x", .integer(3)])])
    #expect(try read("<p:l><p:i><name>x</name></p:i></p:l>", xml(named)) == [.record(line: 1, ["x", .null])])
  }

  @Test func onlyThePathsOwnElementsAreRecords() throws {
    let text =
      "<l><g><i><name>a</name></i></g><i><name>b</name><i><name>c</name></i></i><g><h><i/></h><i><name>d</name></i></g></l>"
    let nested = xml(named, records: "/l/g/i")
    #expect(try read(text, nested) == [.record(line: 1, ["a", .null]), .record(line: 1, ["d", .null])])
    #expect(try read("<l><name>z</name></l>", xml(named, records: "/l")) == [.record(line: 1, ["z", .null])])
  }

  @Test func differentValuesAreRefused() throws {
    let seen = try read("<l><i><name>a</name><name>b</name></i><i><name>a</name><name>a</name></i></l>", xml(named))
    #expect(seen.map(\.isRefused) == [true, false])
  }

  @Test func aPathThatLeadsNowhereFails() throws {
    let hosts = xml(named, records: "/nmaprn/host")
    #expect(
      try read(try fixture("nmap.xml"), hosts).seen.map(\.problem) == [
        "「/nmaprn/host」に当たるものがファイルにない。そこにある名前は「nmaprun」。「nmaprun」のことではないか。"
      ])
    #expect(try read(try fixture("nmap.xml"), xml(named, records: "/nmaprun/hots")).seen.map(\.isFailed) == [true])
    // A scan that met no host has none.
    #expect(try read("<nmaprun><runstats/></nmaprun>", xml(named, records: "/nmaprun/host")) == [])
    for text in ["", "<l/>", "<?xml version='1.0'?>\n<l></l>"] {
      #expect(try read(text, xml(named)).isEmpty, "\(text)")
    }
  }

  // MARK: Hostile documents

  static let bombs = [
    "<!DOCTYPE l [<!ENTITY a 'x'>]><l><i><name>&a;</name></i></l>",
    "<!DOCTYPE l [<!ENTITY a 'xxxxxxxx'><!ENTITY b '&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;'>]><l><i name='&c;'/></l>",
    "<!DOCTYPE l [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><l><i><name>&a;</name></i></l>",
    "<!DOCTYPE l [<!ENTITY % a SYSTEM 'http://192.0.2.1/x'> %a;]><l><i><name>x</name></i></l>",
    "<!DOCTYPE l SYSTEM 'http://192.0.2.1/x.dtd'><l><i><name>&lost;</name></i></l>",
    "<!DOCTYPE l SYSTEM 'http://192.0.2.1/x.dtd'><l><i name='a&lost;b'/></l>",
  ]

  @Test(arguments: bombs) func entitiesAreRefused(_ text: String) throws {
    let seen = try read(text, xml(named))
    #expect(seen.map(\.isFailed) == [true] && seen[0].problem?.contains("実体") == true, "\(seen)")
  }

  @Test func aDoctypeIsPassedOver() throws {
    let text = "<!DOCTYPE l PUBLIC '-//X//Y' 'http://192.0.2.1/x.dtd'><l><i name='a'/></l>"
    #expect(try read(text, xml(named)) == [.record(line: 1, ["a", .null])])
  }

  @Test(arguments: [
    "<l><i></l>", "<l>", "<l", "<l><i name=a/></l>", "<l/><m/>", "x", "<l>&nope;</l>", "<l>\u{1}</l>",
    "<l><i n='1' n='2'/></l>",
  ])
  func whatIsNoXMLFails(_ text: String) throws {
    let seen = try read(text, xml(named))
    #expect(seen.last?.isFailed == true && seen.last?.problem?.isEmpty == false, "\(seen)")
  }

  @Test func aFaultOfTheNotationIsFoundToTheColumn() throws {
    let text = "<l>\n  <i name='南'/>\n  <i>患者</j>\n</l>"
    #expect(
      try read(text, xml(named)) == [
        .record(line: 2, ["南", .null]), .failed(line: 3, "XMLとして正しくない。（mismatched tag）"),
      ])
    let events = XMLEvents(XMLInput(try file(Array(text.utf8)), declared: nil, chunkSize: 7))
    let fault = #expect(throws: TreeFault.self) { while try events.next() != nil {} }
    #expect(fault?.line == 3 && fault?.column == 10)
  }

  /// Entities of XML's own are no entities of the document's, also where a DTD of elsewhere may declare some.
  @Test func charactersMayBeWrittenAsReferences() throws {
    for head in ["", "<!DOCTYPE l SYSTEM 'http://192.0.2.1/x.dtd'>"] {
      #expect(
        try read("\(head)<l><i name='&lt;&#x5357;&amp;&quot;&apos;&gt;&#33;'/></l>", xml(named)) == [
          .record(line: 1, ["<南&\"'>!", .null])
        ])
    }
  }

  @Test func aTagWithoutEndIsReadSoFarAndNoFarther() throws {
    let long = "<l><i name='" + String(repeating: "x", count: 11 << 20)
    let seen = try read(Array((long + "'/></l>").utf8), xml(named)).seen
    #expect(seen.map(\.isFailed) == [true] && seen[0].problem?.contains("10 MiB") == true)
  }

  @Test func nestingIsLimited() throws {
    let deep = String(repeating: "<a>", count: 5000) + String(repeating: "</a>", count: 5000)
    #expect(try read(deep, xml(named)).last?.isFailed == true)
  }

  @Test func documentsInTheirEncodings() throws {
    let body = "<l><i name='南病棟'/></l>"
    let expected: [Seen] = [.record(line: 1, ["南病棟", .null])]
    for bytes in [
      Array(body.utf8), Array("\u{FEFF}<?xml version='1.0'?>\(body)".utf8),
      utf16("<?xml version='1.0' encoding='UTF-16'?>\(body)"), utf16(body, bigEndian: true),
      try cp932("<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>\(body)"),
      try cp932("<?xml version='1.0' encoding = 'windows-31j' ?>\(body)"),
    ] {
      for size in [1, 3, 65_536] { #expect(try read(bytes, xml(named), chunkSize: size).seen == expected) }
    }
    #expect(try read(try cp932(body), xml(named, encoding: .cp932)).seen == expected)
    let other = try read("<?xml version='1.0' encoding='EUC-JP'?>\(body)", xml(named))
    #expect(other.map(\.isFailed) == [true] && other[0].problem?.contains("EUC-JP") == true)
    #expect(try read(try cp932(body), xml(named)).seen.map(\.isFailed) == [true])
    #expect(
      try read(Array("<?xml version='1.0' encoding='Shift_JIS'?><l><i name='".utf8) + [0x81], xml(named)).seen.last?
        .isFailed == true)
  }

  @Test func theSizeOfChunksDoesNotMatter() throws {
    let hosts = xml([Column(name: "ip", type: .list, headers: ["address/@addr"])], records: "/nmaprun/host")
    let whole = try read(try fixture("nmap.xml"), hosts)
    for size in [1, 2, 100] {
      let pieces = try read(try fixture("nmap.xml"), hosts, chunkSize: size)
      #expect(pieces.seen == whole.seen && pieces.evidence == whole.evidence)
    }
  }

  @Test func damagedDocumentsNeverCrash() throws {
    let bytes = try fixture("nmap.xml")
    let hosts = xml([Column(name: "ip", type: .list, headers: ["address/@addr"])], records: "/nmaprun/host")
    var generator = Generator(seed: 41)
    for _ in 0..<200 {
      var damaged = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &generator)))
      if !damaged.isEmpty {
        damaged[Int.random(in: damaged.indices, using: &generator)] = UInt8.random(in: .min ... .max, using: &generator)
      }
      _ = try read(damaged, hosts)
    }
  }

  @Test func pathsThatAreNoneAreFaultsOfThePlugin() {
    for path in [
      "", "a//b", "/a", "a/", "@", "@a/b", "a[1]", "a[@b", "a[@b=c]", "a[@b='c]", "a b", "a/..", "count(a)", "a|b",
    ] {
      #expect(xml([Column(name: "x", type: .string, headers: [path])]).layoutFaults.count == 1, "\(path)")
    }
    for path in ["a/b", "/", "/a/@b", "/a/", "//a"] {
      #expect(xml(named, records: path).layoutFaults.count == 1, "\(path)")
    }
    #expect(
      xml([Column(name: "x", type: .string, headers: ["a:b[@c:d='e'][@f]/*/@g"])], records: "/*/患者").layoutFaults == [])
  }
}
