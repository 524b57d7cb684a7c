import Compliance
import Testing

@testable import SiteData

struct KeyValueReaderTests {
  private let hostapd = source(
    [
      Column(name: "ssid", type: .string), Column(name: "wpa", type: .integer, isOptional: true),
      Column(name: "pairwise", type: .list, isOptional: true, headers: ["rsn_pairwise", "wpa_pairwise"]),
      Column(name: "passphrase", type: .string, isOptional: true, headers: ["wpa_passphrase"], isPersonal: true),
    ], format: .keyValue)

  @Test func linesOfEitherKind() throws {
    let text = """
      # hostapd
      interface=wlan0

        ssid = ward # 3
      wpa 2
      rsn_pairwise=CCMP
      wpa_pairwise=TKIP
      wpa_passphrase=a#b=c d
      """
    #expect(try read(text, hostapd) == [.record(line: 1, ["ward # 3", .integer(2), .list(["CCMP"]), "a#b=c d"])])
  }

  @Test func keysOfSSHAreComparedWithoutCase() throws {
    let sshd = source(
      [
        Column(name: "root", type: .boolean, headers: ["PermitRootLogin"]),
        Column(name: "banner", type: .string, headers: ["Banner"]),
      ], format: .keyValue)
    #expect(
      try read("permitrootlogin no\r\nBANNER\t\"/etc/issue\"\r\n", sshd) == [
        .record(line: 1, [.boolean(false), "\"/etc/issue\""])
      ])
  }

  @Test func theLastValueOfAKeyCounts() throws {
    #expect(try read("ssid=a\nssid=b\nwpa=1\nwpa=\n", hostapd) == [.record(line: 1, ["b", .null, .null, .null])])
  }

  @Test func aKeyCanBeginARecord() throws {
    let declaration = source(hostapd.columns, format: .keyValue, begins: ["interface", "bss"])
    let text = "wpa=3\n\ninterface=wlan0\nssid=a\nbss=wlan0_1\nssid=b\nwpa=2\nbss=wlan0_2\nwpa=1\n"
    let (seen, evidence) = try read(Array(text.utf8), declaration)
    #expect(
      seen == [
        .record(line: 3, ["a", .integer(3), .null, .null]), .record(line: 5, ["b", .integer(2), .null, .null]),
        .refused(line: 8, "必要なキー「ssid」がない。"),
      ])
    #expect(evidence.records == 2 && evidence.refused == 1)
    #expect(try read("ssid=a\n", declaration) == [.record(line: 1, ["a", .null, .null, .null])])
  }

  @Test func aLineThatIsNeitherIsRefusedWithoutItsText() throws {
    for line in ["secret", "=secret", "[secret one]", "}", "{ secret", "\"secret\"=x"] {
      let seen = try read("ssid=a\n\(line)\nwpa=2\n", hostapd)
      #expect(seen.count == 2 && seen[0].isRefused && seen[0].line == 2, "\(line)")
      #expect(seen[0].problem?.contains("secret") == false)
      #expect(seen[1] == .record(line: 1, ["a", .integer(2), .null, .null]))
    }
  }

  @Test func badValuesAndMissingKeysAreOneProblem() throws {
    let problem = try #require(try read("wpa=two\n", hostapd).first?.problem)
    #expect(problem.contains("「wpa」の値「two」は整数として読めない") && problem.contains("必要なキー「ssid」がない"))
  }

  @Test func filesWithoutAKeyHaveNoRecords() throws {
    for text in ["", "\n\n", "# comment\n", " \t\r\n"] { #expect(try read(text, hostapd) == []) }
  }

  @Test func valuesInAnyEncoding() throws {
    let text = "# 無線\nssid=南病棟\nwpa=2\n"
    for bytes in [Array(text.utf8), try cp932(text), utf16(text)] {
      #expect(try read(bytes, hostapd).seen == [.record(line: 1, ["南病棟", .integer(2), .null, .null])])
    }
    #expect(try read(Array("# 無線です\nssid=".utf8) + [0xC3, 0x28, 0x0A], hostapd).seen.map(\.isRefused) == [false])
    #expect(try read(Array("# 無線です\n# 二行目\nssid=".utf8) + [0xC3, 0x28, 0x0A], hostapd).seen.map(\.isRefused) == [true])
  }

  @Test func aLongLineIsRefused() throws {
    let long = String(repeating: "x", count: 70_000)
    let seen = try read("ssid=\(long)\nssid=a\n", hostapd)
    #expect(seen.count == 2 && seen[0].isRefused && seen[0].line == 1)
    #expect(seen[1] == .record(line: 1, ["a", .null, .null, .null]))
  }
}
