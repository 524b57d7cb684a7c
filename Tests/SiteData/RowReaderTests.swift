import Compliance
import Testing

@testable import SiteData

struct RowReaderTests {
  private func read(_ rows: [[String: String]]) -> [Seen] {
    steps(RecordReader(accessPoints, rows: rows, timeZone: .japan, pseudonyms: nil))
  }

  @Test func rowsAreReadAsCells() {
    #expect(
      read([["name": "a", "encryption": "ＷＥＰ", "retired_on": "R5.5.31"], ["name": "合計", "encryption": "x"]]) == [
        .record(line: 1, ["a", "wep", "2023-05-31"]), .record(line: 2, ["合計", "x", .null]),
      ])
  }

  @Test func whatIsWrongNamesTheColumn() {
    #expect(
      read([["name": "a", "encription": "x", "retired_on": "none"]]) == [
        .refused(
          line: 1,
          "「encryption」が空欄である。「retired_on」の値「none」は日付として読めない。年月日をすべて書く。例: R5.5.31, 2023-05-31。"
            + "列「encription」は宣言されていない。「encryption」ではないか。")
      ])
    #expect(read([[:]]).map(\.isRefused) == [true])
    #expect(read([]).isEmpty)
  }

  @Test func theyHaveNoFile() {
    let reader = RecordReader(
      accessPoints, rows: [["name": "a", "encryption": "x"]], timeZone: .japan, pseudonyms: nil)
    #expect(steps(reader).count == 1)
    #expect(reader.record.place.file == "ledger")
    #expect(reader.evidence.isEmpty)
  }
}
