import Compliance
import Foundation
import Lua
import SiteData
import Testing

@testable import Authoring
@testable import Checks

/// New plugins, as they are written.
@Suite struct PluginDraftTests {
  private let id: PluginID
  private let requirement: RequirementID

  init() throws {
    id = try #require(PluginID("device-ledger"))
    requirement = try #require(RequirementID("mhlw-5:6.3.C.5.e"))
  }

  private func proposal(_ text: String, _ format: SourceFormat = .csv, header: Int? = nil) throws -> LedgerProposal {
    let ledger = try LedgerFile(try cp932(text))
    let survey = try LedgerSurvey(
      of: try ledger.open(), format: format, header: header, isHeader: LedgerProposal.isKnownHeader)
    return try #require(
      LedgerProposal(
        of: survey, file: "台帳/機器台帳.\(format.rawValue)", format: format,
        title: LocalizedText(ja: "機器台帳", en: "Ledger of device-ledger")))
  }

  private func files(_ proposal: LedgerProposal, _ language: Language = .ja) throws -> [String: [UInt8]] {
    let draft = PluginDraft(id, proposal, requirements: [requirement], language: language)
    return Dictionary(uniqueKeysWithValues: try draft.files().map { ($0.path, $0.bytes) })
  }

  @Test(arguments: Language.allCases) func `a new plugin is as recorded`(language: Language) throws {
    let name = language.rawValue
    for (folder, proposal) in [
      ("example", LedgerProposal.example(for: id)), ("hospital", try proposal(hospitalLedger)),
    ] {
      for (path, bytes) in try files(proposal, language) where !path.hasPrefix(".") {
        try golden(String(decoding: bytes, as: UTF8.self), "\(folder).\(name)/\(path.replacing("/", with: "_")).golden")
      }
    }
  }

  /// Loads a plugin and runs its tests.
  private func passed(_ files: [String: [UInt8]]) throws -> Int {
    let folder = FileManager.default.temporaryDirectory.appending(path: "tenken-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (path, bytes) in files {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
    let requirement = Requirement(
      id: requirement, citation: "第5版 6.3 C 5 (e)", requirementClass: .minimum, status: .current,
      title: LocalizedText(verbatim: "title"), text: nil, parent: nil, parts: [], chapter: "6.3", source: nil, notes: []
    )
    let catalogue = CatalogueSource.byID(Catalogue(guidelines: [], requirements: [requirement], correspondences: []))
    let read = try PluginFolder.read(id, at: folder.path, shownAs: "device-ledger").get()
    let plugin = try PluginLoader.load(read, catalogue: catalogue, runner: InProcessRunner())
    let report = PluginTests.run(plugin, in: folder.path, runner: InProcessRunner(), catalogue: catalogue)
    #expect(report.failures.isEmpty)
    #expect(report.problems.isEmpty)
    return report.passed
  }

  @Test(arguments: [
    "甲,乙\n1,2\n", "有効期限\nR8.4.1\n", "契約終了日,撤去日\nR9.4.1,\n,R8.1.1\n", "最終点検日\nR8.4.1\n", "最終ログイン日時\n2026-04-01 09:00\n",
    "管理番号,機器名\nA-1,x\nA-2,y\n", "番号\n1\n2\n", "MAC,IP,ネットワーク,版,年度\n00-1A-2B-3C-4D-5E,192.0.2.1,192.0.2.0/24,1.0,R8年度\n",
    "氏名\n甲野\n", "貸出,台数,金額,構成\n有,3,1.5,A、B\n", "100%最終点検日\nR8.4.1\n", "\"a\"\"]] end\",\"b\\\"\n1,2\n",
    "甲\n",
    "撤去日\nR8.4.1\n", "最終点検日,撤去日\nR8.4.1,R8.4.1\n",
  ])
  func `whatever the ledger, a new plugin loads and passes`(text: String) throws {
    for format in [SourceFormat.csv, .tsv] {
      let written = format == .tsv ? text.replacing(",", with: "\t") : text
      #expect(try passed(try files(try proposal(written, format, header: 1))) >= 2)
    }
  }

  @Test func `the fixtures of a workbook are workbooks`() throws {
    let ledger = try LedgerFile(Array("管理番号,機器名\nA-1,x\nA-2,y\n".utf8))
    let survey = try LedgerSurvey(of: try ledger.open(), format: .csv, isHeader: LedgerProposal.isKnownHeader)
    let proposal = try #require(
      LedgerProposal(of: survey, file: "a.xlsx", format: .xlsx, title: LocalizedText(verbatim: "a")))
    let files = try files(proposal)
    #expect(files["fixtures/failing/a.xlsx"]?.starts(with: Array("PK".utf8)) == true)
    #expect(try passed(files) == 2)
  }

  @Test func `no value of the ledger is in the plugin`() throws {
    let files = try files(try proposal(hospitalLedger))
    let text = files.values.map { String(decoding: $0, as: UTF8.self) }.joined()
    for row in hospitalLedger.split(separator: "\r\n").dropFirst(4) {
      for value in row.split(separator: ",") where value.count > 1 && value != "〃" {
        #expect(!text.contains(value), "\(value)")
      }
    }
  }
}
