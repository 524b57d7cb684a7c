import Foundation
import SiteData
import Testing

/// A ledger on disk in a temporary folder that goes away with the value.
final class LedgerFile {
  let url: URL

  init(_ bytes: [UInt8], _ name: String = "ledger.csv") throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "tenken-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    url = folder.appending(path: name)
    try Data(bytes).write(to: url)
  }

  deinit { try? FileManager.default.removeItem(at: url.deletingLastPathComponent()) }

  func open() throws -> SourceFile { try SourceFile.open(named: url.path) }
}

/// CP932 as Excel in Japan writes it.
func cp932(_ text: String) throws -> [UInt8] { Array(try #require(text.data(using: .shiftJIS))) }

/// A ledger as a hospital keeps it: a title, a header with a line break, dates of several kinds, a person, `〃`, a total.
let hospitalLedger = """
  機器台帳,,,,,,,,\r
  令和8年11月1日現在,,,,,,,,\r
  ,,,,,,,,\r
  管理番号,機器名,"設置
  場所",IPアドレス,担当者,最終点検日,撤去日,貸出,生年月日,備考\r
  N-0001,輸液ポンプ甲,3階東,192.168.10.21,山田 太郎,令和8年4月1日,,有,S50.1.2,\r
  N-0002,輸液ポンプ乙,〃,192.168.10.22,佐藤 花子,R8.10.1,,無,S51.2.3,要確認\r
  N-0003,心電図モニタ,3階西,,鈴木 一郎,2026/5/20,R8.9.30,無,S52.3.4,\r
  N-0004,超音波装置,検査室,192.168.10.24,,,,無,S53.4.5,\r
  合計,4台,,,,,,,,\r

  """
