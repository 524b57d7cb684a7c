import Compliance
import Testing

@testable import Reports

/// Pages of plugins, and the templates of their ledgers.
@Suite struct PluginPageTests {
  typealias Description = PluginDescription

  /// A plugin of which every text is the same.
  private func plugin(_ text: String, header: String? = nil) throws -> Description {
    let both = LocalizedText(verbatim: text)
    let id = try #require(PluginID("trial"))
    let check = Check(
      id: try #require(CheckID(id, name: "known")), title: both,
      requirements: [try #require(RequirementID("mhlw-5:6.5.C.12.1"))], severity: .high, cadence: text, remedy: both)
    let column = Description.Column(
      name: "name", headers: [header ?? text, text], type: text, isOptional: true, isPersonal: true, repeats: true,
      doc: both, example: text)
    let source = Description.Source(
      id: "ledger", title: both, origin: text, format: text, template: text, isOptional: true, needsGrant: true,
      maxAgeDays: 30, columns: [column])
    return Description(
      id: id, version: text, title: both, about: both, sources: [source],
      checks: [Description.Verification(check, sources: ["ledger"])],
      parameters: [Description.Parameter(name: text, type: text, fallback: text, bounds: text, unit: text, doc: both)])
  }

  /// A plugin as people write them.
  private func sample() throws -> Description {
    let id = try #require(PluginID("device-ledger"))
    let check = Check(
      id: try #require(CheckID(id, name: "reviewed")), title: LocalizedText(ja: "点検が古くない", en: "Checked lately"),
      requirements: [try #require(RequirementID("mhlw-5:6.5.C.12.1"))], severity: .medium, cadence: "1 day",
      remedy: LocalizedText(ja: "点検する。", en: "Check it again."))
    func column(
      _ name: String, _ headers: [String], _ type: String, optional: Bool = true, personal: Bool = false,
      doc: LocalizedText? = nil, example: String? = nil
    ) -> Description.Column {
      Description.Column(
        name: name, headers: headers, type: type, isOptional: optional, isPersonal: personal, repeats: false, doc: doc,
        example: example)
    }
    let ledger = Description.Source(
      id: "ledger", title: LocalizedText(ja: "機器台帳", en: "Device ledger"), origin: "data/機器台帳.csv", format: "csv",
      template: "機器台帳", isOptional: false, needsGrant: false, maxAgeDays: nil,
      columns: [
        column("number", ["管理番号", "資産番号"], "keyword", optional: false, example: "N-001"),
        column("person", ["担当者"], "string", personal: true),
        column(
          "checked_on", ["最終点検日"], "date", doc: LocalizedText(ja: "動作を確かめた日。", en: "The day on which it was tried."),
          example: "R8.10.1"), column("ssid", [], "string"),
      ])
    let scan = Description.Source(
      id: "scan", title: LocalizedText(ja: "電波の調査", en: "Scan"), origin: "$ iw dev", format: "blocks", template: nil,
      isOptional: true, needsGrant: true, maxAgeDays: 8, columns: [column("bssid", [], "mac", optional: false)])
    return Description(
      id: id, version: "1.0.0", title: LocalizedText(ja: "機器の台帳", en: "Ledger of devices"), about: nil,
      sources: [ledger, scan], checks: [Description.Verification(check, sources: ["ledger", "scan"])],
      parameters: [
        Description.Parameter(
          name: "max_days", type: "integer", fallback: "365", bounds: "≥ 1", unit: "days",
          doc: LocalizedText(ja: "何日まで認めるか", en: "How many days are allowed"))
      ])
  }

  @Test(arguments: Language.allCases) func `pages are as recorded`(language: Language) throws {
    let page = PluginPage(try sample(), try SampleCatalogue.catalogue(), language: language)
    try expectGolden(page.markdownText, "plugin-page.\(language.rawValue).md")
    try expectGolden(page.html, "plugin-page.\(language.rawValue).html")
  }

  @Test func `nothing of a plugin becomes markup`() throws {
    let hostile = "<img src=x onerror=alert(1)>\"'&\n# [a](javascript:b) | `c` ![d](e) **f** \u{1B}[31m\u{202E}"
    let page = PluginPage(try plugin(hostile), .empty, language: .en)
    #expect(!page.html.contains("<img"))
    #expect(!page.html.contains("href=\"javascript"))
    #expect(!page.html.contains("\u{1B}") && !page.html.contains("\u{202E}"))
    // A character behind a backslash is no markup.
    let text = page.markdownText.replacing(/\\./, with: "")
    #expect(!text.contains("<img") && !text.contains("[a](javascript") && !text.contains("![d]"))
    #expect(!text.contains("\n# [a"))
    #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
    // A link leads to a file beside the page, whatever it is called.
    let links = text.matches(of: /\]\(([^)\s]*)\)/).map { String($0.1) }
    #expect(links.count == 2)
    #expect(links.allSatisfy { $0.hasPrefix("templates/%3Cimg") })
  }

  @Test func `a template is a head that Excel opens, and that is no formula`() throws {
    let source = try #require(try sample().sources.first)
    let template = try #require(LedgerTemplate(source))
    #expect(template.csv == "\u{FEFF}\"管理番号\",\"担当者\",\"最終点検日\",\"ssid\"\r\n")
    #expect(template.name == "機器台帳")
    let workbook = try WorkbookContent(try template.workbook())
    #expect(workbook.sheets == ["機器台帳", "記入要領 Notes"])
    #expect(workbook.text.contains("管理番号"))
    #expect(workbook.text.contains("動作を確かめた日。"))
    #expect(try template.workbook() == template.workbook())
    let formula = try #require(try plugin("a", header: "=1+1").sources.first)
    let hostile = try #require(LedgerTemplate(formula))
    #expect(hostile.csv == "\u{FEFF}\"'=1+1\"\r\n")
    #expect(try !WorkbookContent(try hostile.workbook()).parts.values.contains { $0.contains("<f>") })
    #expect(try sample().sources.compactMap(LedgerTemplate.init).count == 1)
  }

  @Test(arguments: [
    ("a[b]:c*d?e/f\\g'h", "abcdefgh"), ("", "Sheet1"),
    (String(repeating: "あ", count: 40), String(repeating: "あ", count: 31)),
  ])
  func `names of sheets are those that Excel takes`(name: String, expected: String) {
    #expect(LedgerSheet.sheetName(name) == expected)
  }
}
