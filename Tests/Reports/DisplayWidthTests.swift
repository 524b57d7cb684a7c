import Testing

@testable import Reports

struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("漢字", 4), ("ｶﾅ", 2), ("ｶﾞ", 2), ("カナ", 4), ("か\u{3099}", 2), ("e\u{301}", 1), ("é", 1),
    ("ＡＢ", 4), ("、。「」", 8), ("　", 2), ("…", 1), ("–", 1), ("✓", 1), ("✗", 1), ("␛", 1), ("αβ", 2), ("𠮷", 2),
    ("葛\u{E0100}", 2), ("\u{E000}", 1), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("😀", 2), ("👩‍⚕️", 2), ("👍🏽", 2),
    ("🇯🇵", 2),
    ("☎️", 2), ("☎", 1), ("1️⃣", 2), ("㎡", 2), ("①", 1), ("㊙️", 2), ("㈱", 2), ("〒", 2), ("〿", 1),
  ])
  func measures(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }

  @Test func truncatesWithinTheColumnsAndNeverWithinACharacter() {
    #expect(truncated("無線LANの設定", to: 13) == "無線LANの設定")
    #expect(truncated("無線LANの設定", to: 12) == "無線LANの設…")
    #expect(truncated("無線LANの設定", to: 11) == "無線LANの…")
    #expect(truncated("無線", to: 1) == "…")
    #expect(truncated("無線", to: 0) == "")
    #expect(truncated("👩‍⚕️👩‍⚕️👩‍⚕️", to: 4) == "👩‍⚕️…")
    let text = "aか\u{3099}𠮷👩‍⚕️🇯🇵ｶﾞe\u{301}"
    for columns in 1...DisplayWidth.of(text) {
      let cut = truncated(text, to: columns)
      #expect(DisplayWidth.of(cut) <= columns)
      #expect(text.hasPrefix(cut.hasSuffix("…") ? String(cut.dropLast()) : cut))
    }
  }
}
