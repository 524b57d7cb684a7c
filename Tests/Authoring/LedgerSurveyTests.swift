import SiteData
import Testing

@testable import Authoring

/// How ledgers are understood before anybody has declared their columns.
@Suite struct LedgerSurveyTests {
  private func survey(
    _ bytes: [UInt8], format: SourceFormat = .csv, header: Int? = nil
  ) throws -> LedgerSurvey {
    let ledger = try LedgerFile(bytes)
    return try LedgerSurvey(
      of: try ledger.open(), format: format, header: header, isHeader: LedgerProposal.isKnownHeader)
  }

  private func fault(_ text: String, header: Int? = nil) throws -> LedgerSurvey.Fault? {
    do {
      _ = try survey(Array(text.utf8), header: header)
      return nil
    } catch let fault as LedgerSurvey.Fault {
      return fault
    }
  }

  @Test func `a ledger of a hospital is read as it is`() throws {
    let survey = try survey(try cp932(hospitalLedger))
    #expect(survey.encoding == "CP932")
    #expect(survey.headerLine == 4)
    #expect(survey.rows == 4)
    #expect(
      survey.columns.map(\.header) == [
        "管理番号", "機器名", "設置 場所", "IPアドレス", "担当者", "最終点検日", "撤去日", "貸出", "生年月日", "備考",
      ])
    let place = try #require(survey.columns.first { $0.folded == "設置場所" })
    #expect([place.values, place.blanks, place.dittos] == [3, 0, 1])
    let day = try #require(survey.columns.first { $0.folded == "最終点検日" })
    #expect([day.values, day.blanks, day.readable[.date] ?? 0] == [3, 1, 3])
  }

  @Test(arguments: [
    ("", LedgerSurvey.Fault.empty), ("\u{FEFF}\r\n,,\r\n", .empty),
    ("A-1,2026-04-01\nA-2,2026-05-01\n", .noHeader(line: 1)), ("2026,192.0.2.1\n", .noHeader(line: 1)),
    ("山田,内科\n佐藤,外科\n", .uncertain(line: 1)), ("山田,内科\n佐藤,2026-04-01\n", .uncertain(line: 1)),
    ("山田\n", .uncertain(line: 1)),
  ])
  func `what may be no header is taken for none`(text: String, expected: LedgerSurvey.Fault) throws {
    #expect(try fault(text) == expected)
  }

  @Test func `values below speak for a header that nobody knows`() throws {
    #expect(try survey(Array("甲,乙\nA-1,2026-04-01\nA-2,2026-05-01\n".utf8)).headerLine == 1)
  }

  @Test func `a person may say where the header is`() throws {
    #expect(try survey(Array("甲,乙\n山田,内科\n".utf8), header: 1).columns.map(\.header) == ["甲", "乙"])
    #expect(try fault("甲,乙\n山田,内科\n", header: 7) == .noSuchLine(7))
  }

  @Test func `headers that stand twice and columns without one are told`() throws {
    let survey = try survey(Array("機器名,備考,備 考,,メモ\nA,b,c,d,e,f\n".utf8))
    #expect(survey.columns.map(\.header) == ["機器名", "メモ"])
    #expect(survey.duplicates == ["備考"])
    #expect(survey.unnamed == [4, 6])
  }
}
