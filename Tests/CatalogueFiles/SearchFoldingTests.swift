import Testing

@testable import CatalogueFiles

/// The form in which texts are compared.
@Suite struct SearchFoldingTests {
  @Test(arguments: [
    ("ＷＰＡ２／ＡＥＳ", "wpa2/aes"), ("ｱｸｾｽ権限", "アクセス権限"), ("ｶﾞｲﾄﾞﾗｲﾝ", "ガイドライン"), ("ﾊﾟｽﾜｰﾄﾞ", "パスワード"),
    ("か\u{3099}いと\u{3099}", "がいど"), ("カ゛イド", "ガイド"), ("ハ\u{309A}ス", "パス"), ("ウ\u{3099}ェブ", "ヴェブ"),
    ("メガネ", "めがね"), ("ウィルス", "ウイルス"), ("ヶ月", "か月"), ("ヵ所", "カ所"), ("サ−バ", "サーバ"), ("デ-タ", "データ"),
    ("6.5‐C—11", "6.5-c-11"), ("６．５－Ｃ－１１", "6.5-C-11"), ("無線 LAN", "無線LAN"), ("無線\u{3000}LAN\n利用", "無線LAN利用"),
    ("Access  \t Control", "access control"), ("“暗号”", "\"暗号\""), ("①〜③", "①~③"), ("ŁÓDŹ ΣΑ", "łódź σα"),
    ("葛\u{E0100}城", "葛城"), ("ク\u{200B}ラウド", "クラウド"), ("ヷ", "わ\u{3099}"), ("ﾜﾞ", "ヷ"), ("ヾ", "ゞ"),
  ])
  func spellingsOfOneThingAreOne(a: String, b: String) {
    #expect(folded(a) == folded(b), "\(folded(a)) \(folded(b))")
  }

  @Test(arguments: [
    ("キー", "き"), ("メール", "める"), ("ビル", "ビール"), ("は", "ば"), ("は", "ぱ"), ("つ", "っ"), ("よう", "ょう"),
    ("access control", "accesscontrol"), ("6.5", "65"), ("1-1", "11"), ("暗号", "暗合"), ("A B", "AB"),
  ])
  func differentThingsStayDifferent(a: String, b: String) {
    #expect(folded(a) != folded(b))
  }

  @Test func foldingTwiceChangesNothing() {
    var random = SearchSamples(seed: 1)
    for _ in 0..<3000 {
      let text = random.text(of: 12)
      let once = folded(text)
      #expect(folded(once) == once, "\(text.unicodeScalars.map(\.value))")
    }
  }

  @Test func everyFoldedByteKnowsWhereItComesFrom() {
    var random = SearchSamples(seed: 2)
    for _ in 0..<2000 {
      let text = random.text(of: 12)
      let folding = SearchFolding(text, keepsOrigins: true)
      #expect(folding.bytes == SearchFolding(text).bytes)
      #expect(folding.origins.count == folding.bytes.count)
      var end = 0
      for (byte, origin) in zip(folding.bytes, folding.origins) {
        #expect(origin.lowerBound >= 0 && origin.upperBound <= text.utf8.count && !origin.isEmpty)
        #expect(origin.upperBound >= end)
        end = origin.upperBound
        // Only whole characters, so that a range of them can be cut out of the text.
        let start = text.utf8.index(text.startIndex, offsetBy: origin.lowerBound)
        #expect(start.samePosition(in: text.unicodeScalars) != nil)
        #expect(byte != SearchFolding.separator)
      }
    }
  }

  @Test func aVoicedKanaComesFromTheKanaAndItsMark() {
    let folding = SearchFolding("xｶﾞ", keepsOrigins: true)
    #expect(folding.bytes == Array("xが".utf8))
    #expect(folding.origins == [0..<1, 1..<7, 1..<7, 1..<7])
  }

  private func folded(_ text: String) -> String { String(decoding: SearchFolding(text).bytes, as: UTF8.self) }
}
