import Compliance
import SiteData
import Testing

@testable import Authoring

/// What ledgers suggest.
@Suite struct LedgerProposalTests {
  private func proposal(_ text: String, header: Int? = 1) throws -> LedgerProposal {
    let ledger = try LedgerFile(Array(text.utf8))
    let survey = try LedgerSurvey(
      of: try ledger.open(), format: .csv, header: header, isHeader: LedgerProposal.isKnownHeader)
    return try #require(
      LedgerProposal(of: survey, file: "ledger.csv", format: .csv, title: LocalizedText(verbatim: "ledger")))
  }

  /// The type of a column of these values.
  private func type(_ values: [String], header: String = "甲") throws -> String {
    let rows = ["\(header),乙"] + values.map { "\"\($0)\",x" }
    let column = try proposal(rows.joined(separator: "\n")).columns[0]
    return column.typeWord + (column.isPersonal ? " personal" : "")
  }

  @Test(arguments: [
    (["R8.4.1", "令和8年5月31日", "2026/6/1"], "date"), (["2026-04-01 09:00", "2026-04-02 10:30"], "datetime"),
    (["00-1A-2B-3C-4D-5E", "001a.2b3c.4d5f"], "mac"), (["192.0.2.1", "2001:db8::1"], "ip"),
    (["192.0.2.0/24", "198.51.100.0/24"], "network"), (["1", "１２", "1,200"], "integer"), (["1.5", "2"], "number"),
    (["有", "無", "○"], "boolean"), (["令和8年度", "FY2026"], "fiscal-year"), (["0012", "0345"], "string"),
    (["A、B", "C、D"], "list"), (["い", "ろ", "い", "ろ", "い", "ろ"], "keyword"), (["い", "ろ"], "string"),
    (["R8.4.1", "-"], "date?"), (["R8.4.1", "未定"], "string"), ([], "string?"),
  ])
  func `types are those that all values can be read as`(values: [String], expected: String) throws {
    #expect(try type(values) == expected)
  }

  @Test func `a mistake among many values is told and does not change the type`() throws {
    let days = (1...20).map { "R8.4.\($0)" } + ["未定"]
    let column = try proposal("点検日\n" + days.joined(separator: "\n")).columns[0]
    #expect(column.typeWord == "date")
    #expect(column.refused.count == 1)
    #expect(column.refused.lines == [22])
  }

  @Test(arguments: [
    ("氏名", ["甲野", "乙野"], "string personal"), ("患者番号", ["1001", "1002"], "string personal"),
    ("管理者", ["甲野", "乙野"], "string personal"), ("メールアドレス", ["a@example.jp", "b@example.jp"], "string personal"),
    ("担当開始日", ["R8.4.1", "R8.5.1"], "date"), ("生年", ["1975", "1976"], "string personal"),
    ("患者情報の有無", ["有", "無"], "boolean"), ("担当部署", ["内科", "外科"], "string"), ("MACアドレス", ["00-1A-2B-3C-4D-5E"], "mac"),
  ])
  func `columns of persons are personal`(header: String, values: [String], expected: String) throws {
    #expect(try type(values, header: header) == expected)
  }

  @Test func `what identifies persons and can be no pseudonym is left out`() throws {
    let proposal = try proposal("氏名,生年月日\n甲野,S50.1.2\n乙野,S51.2.3\n")
    #expect(proposal.columns.map(\.header) == ["氏名"])
    #expect(proposal.persons == ["生年月日"])
  }

  @Test(arguments: [
    ("機器名", "name"), ("撤去日", "retired_on"), ("ＩＰアドレス", "ip"), ("SamAccountName", "sam_account_name"),
    ("AP Name", "ap_name"), ("end", "end_"), ("2.4GHz", "n2_4_ghz"), ("某列", "column1"), ("_", "column1"),
  ])
  func `columns have ASCII names`(header: String, name: String) throws {
    #expect(try proposal("\(header)\nx\n").columns[0].name == name)
  }

  @Test func `two headers with one name are told apart`() throws {
    #expect(try proposal("点検日,確認日\nR8.4.1,R8.4.2\n").columns.map(\.name) == ["checked_on", "checked_on_2"])
  }
}
