import Testing

@testable import CatalogueFiles

/// Kana as marks of lists.
@Suite struct KanaTests {
  @Test(arguments: [("ア", "a"), ("ン", "n"), ("フ", "fu"), ("こ", "ko"), ("ヲ", "wo")])
  func aSingleKanaHasARomanisation(kana: String, romaji: String) {
    #expect(Kana.romanised(kana) == romaji)
    #expect(Kana.isRomanised(romaji))
  }

  @Test(arguments: ["", "ガ", "ァ", "アイ", "a", "亜", "ー", "ゎ"])
  func nothingElseHas(text: String) {
    #expect(Kana.romanised(text) == nil)
  }

  @Test func noTwoKanaHaveTheSameRomanisation() {
    let kana = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン".map(String.init)
    #expect(Set(kana.compactMap(Kana.romanised)).count == 46)
  }

  @Test func halfWidthIsWidened() {
    #expect(widened("ｱｶｻﾀﾅﾊﾏﾔﾗﾜｦﾝｰ｡｢｣､･ｧｯ") == "アカサタナハマヤラワヲンー。「」、・ァッ")
    #expect(widened("アa１") == "アa１")
    #expect(Kana.voiced("カ", by: "\u{FF9E}") == "ガ")
    #expect(Kana.voiced("ハ", by: "\u{FF9F}") == "パ")
    #expect(Kana.voiced("カ", by: "\u{FF9F}") == nil)
    #expect(Kana.voiced("ウ", by: "\u{3099}") == "ヴ")
    #expect(Kana.voiced("ア", by: "\u{FF9E}") == nil)
    #expect(Kana.voiced("カ", by: "キ") == nil)
  }

  private func widened(_ text: String) -> String {
    var wide = ""
    for scalar in text.unicodeScalars { wide.unicodeScalars.append(Kana.widened(scalar)) }
    return wide
  }
}
