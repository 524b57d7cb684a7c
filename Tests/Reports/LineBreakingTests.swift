import Testing

@testable import Reports

struct LineBreakingTests {
  private func lines(_ text: String, _ first: Int, _ rest: Int? = nil) -> [String] {
    wrapped(Glyph.glyphs(of: Segment(text)), first: first, rest: rest ?? first).map { String($0.map(\.character)) }
  }

  @Test func breaksAtSpaces() {
    #expect(lines("one two three", 7) == ["one two", "three"])
    #expect(lines("one two   three", 7) == ["one two", "three"])
    #expect(lines("one two", 80) == ["one two"])
    #expect(lines("", 80) == [""])
  }

  @Test func breaksBetweenWideCharacters() {
    #expect(lines("無線の設定", 4) == ["無線", "の設", "定"])
    #expect(lines("無線の設定", 5) == ["無線", "の設", "定"])
    #expect(lines("無線LANの設定", 6) == ["無線", "LANの", "設定"])
  }

  @Test func obeysWhatMayNotBeginOrEndALine() {
    #expect(lines("設定する。次に", 8) == ["設定す", "る。次に"])
    #expect(lines("あれば「設定」を", 8) == ["あれば", "「設定」", "を"])
    #expect(lines("データをチェック", 10) == ["データを", "チェック"])
    #expect(lines("である（推奨）", 8) == ["である", "（推奨）"])
  }

  @Test func breaksAWordThatIsLongerThanALine() {
    #expect(lines("abcdefghij", 4) == ["abcd", "efgh", "ij"])
    #expect(lines("、、、、、、", 4) == ["、、", "、、", "、、"])
    #expect(lines("x 👩‍⚕️👩‍⚕️👩‍⚕️", 5) == ["x 👩‍⚕️", "👩‍⚕️👩‍⚕️"])
  }

  @Test func givesTheFirstLineItsOwnWidth() {
    #expect(lines("one two three four", 3, 9) == ["one", "two three", "four"])
  }

  @Test func losesNothingButSpaces() {
    let text = "無線LAN (SSID: 緑が丘-2F) の設定「暗号化方式」が、wep である。 AP-𠮷野👩‍⚕️/x y"
    for columns in 2...90 {
      let lines = lines(text, columns)
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
      #expect(lines.allSatisfy { DisplayWidth.of($0) <= columns })
    }
  }
}
