import Compliance
import SiteData
import Testing

/// The settings of a site: what a file gives, and everything that is said about a bad one.
@Suite struct SiteSettingsTests {
  private static let full = """
    name: {ja: みなと総合病院, en: Minato General Hospital}
    time_zone: UTC
    guidelines: [mhlw-5, local]
    language: en
    evidence: {personal: show}
    plugins:
      wireless-lan:
        parameters: {accepted: [wpa2-aes], max_days: 30}
        sources:
          access-points: {file: wireless/ap.csv, encoding: cp932, max_age_days: 31}
      accounts: {}
    deselect:
      - {id: wireless-lan/hostapd-encryption, reason: 院内に hostapd の機器はない}
      - {id: backups, reason: {ja: 委託先が行う, en: Done by the contractor}}
    limits: {call_seconds: 0.5, memory_mib: 128, findings: 500}
    """

  @Test func everythingInTheFileIsRead() throws {
    let settings = try read(Self.full)
    #expect(settings.name == LocalizedText(ja: "みなと総合病院", en: "Minato General Hospital"))
    #expect(settings.timeZone.identifier == "UTC")
    #expect(settings.guidelines.map(\.description) == ["mhlw-5", "local"])
    #expect(settings.language == .en)
    #expect(settings.showsPersonalEvidence)
    #expect(settings.limits.values.mapValues(\.number) == [.callSeconds: 0.5, .memoryMiB: 128, .findings: 500])
    #expect(settings.limits.values[.memoryMiB]?.place == place(15, 41))

    #expect(Set(settings.plugins.keys.map(\.description)) == ["wireless-lan", "accounts"])
    let plugin = try #require(PluginID("wireless-lan").flatMap { settings.plugins[$0] })
    #expect(
      plugin
        == PluginSettings(
          place: place(7, 3),
          parameters: [
            "accepted": ParameterSetting(value: .list([.string("wpa2-aes")]), place: place(8, 18)),
            "max_days": ParameterSetting(value: .integer(30), place: place(8, 40)),
          ],
          sources: [
            "access-points": SourceOverride(
              file: "wireless/ap.csv", encoding: .cp932, maxAgeDays: 31, place: place(10, 7))
          ]))

    #expect(
      settings.deselected == [
        Deselection(
          id: try #require(CheckID("wireless-lan/hostapd-encryption")),
          reason: LocalizedText(verbatim: "院内に hostapd の機器はない"), place: place(13, 10)),
        Deselection(
          id: try #require(CheckID("backups")),
          reason: LocalizedText(ja: "委託先が行う", en: "Done by the contractor"), place: place(14, 10)),
      ])
  }

  @Test func theRestHasDefaults() throws {
    let settings = try read("name: みなと総合病院\nguidelines: [mhlw-5]\n")
    #expect(settings.name == LocalizedText(verbatim: "みなと総合病院"))
    #expect(settings.timeZone == .japan)
    #expect(settings.language == nil)
    #expect(!settings.showsPersonalEvidence)
    #expect(settings.plugins.isEmpty)
    #expect(settings.deselected.isEmpty)
    #expect(settings.limits == LimitSettings())
    #expect(settings.guidelinePlaces.values.map(\.description) == ["tenken.yaml:2:14"])
  }

  @Test func allProblemsAreReportedAtOnce() throws {
    #expect(
      try problems(
        """
        nmae: 病院
        time_zone: America/New_York
        guidelines: []
        language: fr
        evidence: {personal: hide}
        plugins:
          Wireless LAN: {}
          wireless-lan:
            parametres: {}
            sources:
              access-points: {}
              logs: {file: ../../etc/passwd, encoding: sjis}
          empty:
        deselect:
          - {id: wireless-lan/}
        limits: {call_seconds: 601, memory_mib: 0, findings: 1000001, seconds: 1}
        """) == [
          "1:1: Unknown key ‘nmae’. Did you mean ‘name’?",
          "2:12: Expected a time zone (Asia/Tokyo, UTC, +09:00; zones with summer time cannot be used), "
            + "but found ‘America/New_York’.",
          "3:13: The list is empty. Write at least one item.",
          "4:11: ‘fr’ cannot be used. Words that can: ja, en",
          "5:22: ‘hide’ cannot be used. Words that can: redact, show",
          "7:3: Expected the id of a plugin (lower-case words joined by hyphens, such as wireless-lan), "
            + "but found ‘Wireless LAN’.",
          "9:5: Unknown key ‘parametres’. Did you mean ‘parameters’?",
          "11:7: None of ‘file’, ‘encoding’ and ‘max_age_days’ is given. Give one, or remove this source.",
          "12:20: Expected a path below data/ (such as wireless/ap.csv; with /, without a leading / or ..), "
            + "but found ‘../../etc/passwd’.",
          "12:48: ‘sjis’ cannot be used. Words that can: utf-8, cp932, utf-16",
          "13:3: The key ‘empty’ has no value. Give it one, or remove the key.",
          "15:5: The key ‘reason’ is missing.",
          "15:10: Expected the id of a check (such as wireless-lan/encryption) or of a plugin, "
            + "but found ‘wireless-lan/’.",
          "16:24: Expected a number above 0, at most 600 (without quotes), but found ‘601’.",
          "16:41: Expected a whole number from 1 to 1024 (without quotes), but found ‘0’.",
          "16:54: Expected a whole number from 1 to 1000000 (without quotes), but found ‘1000001’.",
          "16:63: Unknown key ‘seconds’. Keys that can be used here: call_seconds, check_seconds, plugin_seconds, "
            + "memory_mib, source_kib, string_mib, findings, message_kib, log_kib",
        ])
  }

  @Test func whatIsNamedTwiceIsReported() throws {
    #expect(
      try problems(
        """
        name: 病院
        guidelines: [mhlw-5, mhlw-5]
        deselect:
          - {id: a/b, reason: x}
          - {id: a/b, reason: y}
        """) == [
          "2:22: The id ‘mhlw-5’ is there twice (first at tenken.yaml:2:14).",
          "5:10: The id ‘a/b’ is there twice (first at tenken.yaml:4:10).",
        ])
  }

  @Test func aFileWithoutContentIsAProblem() throws {
    #expect(try problems("# later\n") == ["There is nothing in the file."])
    #expect(try problems("- a\n") == ["1:1: Expected keys with values, but found a list."])
  }

  @Test(arguments: [
    "/etc/passwd", "..", "a/../b", "a//b", "a/", "./a", "'C:\\ap.csv'", "\"a\\0b\"",
  ])
  func aPathOutsideTheDataIsRefused(path: String) throws {
    let text = "name: x\nguidelines: [mhlw-5]\nplugins: {p: {sources: {s: {file: \(path)}}}}\n"
    #expect(try problems(text).count == 1)
  }

  @Test(arguments: [
    ("30", SettingValue.integer(30)), ("-1", .integer(-1)), ("0", .integer(0)),
    ("2.5", .number(2.5)), ("1e3", .number(1000)), ("1.0", .number(1)),
    ("true", .boolean(true)), ("false", .boolean(false)),
    ("yes", .string("yes")), ("no", .string("no")), ("010", .string("010")), ("1_000", .string("1_000")),
    ("0x10", .string("0x10")), ("2026-11-21", .string("2026-11-21")), ("1.2.3", .string("1.2.3")),
    (".inf", .string(".inf")), ("nan", .string("nan")), ("１２", .string("１２")), ("12:30", .string("12:30")),
    ("\"30\"", .string("30")), ("'true'", .string("true")), ("\"\"", .string("")),
    ("[]", .list([])), ("[1, [a, false]]", .list([.integer(1), .list([.string("a"), .boolean(false)])])),
  ])
  func aParameterIsWhatItLooksLike(text: String, value: SettingValue) throws {
    let settings = try read("name: x\nguidelines: [mhlw-5]\nplugins: {p: {parameters: {v: \(text)}}}\n")
    let plugin = try #require(PluginID("p").flatMap { settings.plugins[$0] })
    #expect(plugin.parameters["v"]?.value == value)
  }

  @Test(arguments: ["9223372036854775808", "1e999", "{a: 1}", "[{a: 1}]", "[~]", "~"])
  func aParameterThatCannotBeHeldIsRefused(text: String) throws {
    let text = "name: x\nguidelines: [mhlw-5]\nplugins: {p: {parameters: {v: \(text)}}}\n"
    #expect(try problems(text).count == 1)
  }

  @Test func everyPrefixOfAFileIsReadOrRefused() {
    let bytes = Array(Self.full.utf8)
    for count in 0..<bytes.count {
      do {
        let settings = try SiteSettings.read(file: "tenken.yaml", bytes: Array(bytes.prefix(count)))
        #expect(!settings.guidelines.isEmpty)
      } catch {
        #expect(!error.all.isEmpty)
      }
    }
  }

  private func read(_ text: String) throws(Problems) -> SiteSettings {
    try SiteSettings.read(file: "tenken.yaml", bytes: Array(text.utf8))
  }

  /// The problems of a file that must be refused, without the file's name.
  private func problems(_ text: String) throws -> [String] {
    let problems = try #require(throws: Problems.self) { try read(text) }
    return problems.all.map { problem in
      let line = problem.line(in: .en).dropFirst("tenken.yaml:".count)
      return String(problem.place.line == nil ? line.dropFirst() : line)
    }
  }

  private func place(_ line: Int, _ column: Int) -> Place {
    Place(file: "tenken.yaml", line: line, column: column)
  }
}
