import Testing

@testable import CatalogueFiles

/// Kana as marks of lists.
@Suite struct RomajiTests {
  @Test(arguments: [("ア", "a"), ("ン", "n"), ("フ", "fu"), ("こ", "ko"), ("ヲ", "wo")])
  func aSingleKanaHasARomanisation(kana: String, romaji: String) {
    #expect(Romaji.romanised(kana) == romaji)
    #expect(Romaji.isRomanised(romaji))
  }

  @Test(arguments: ["", "ガ", "ァ", "アイ", "a", "亜", "ー", "ゎ"])
  func nothingElseHas(text: String) {
    #expect(Romaji.romanised(text) == nil)
  }

  @Test func noTwoKanaHaveTheSameRomanisation() {
    let kana = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン".map(String.init)
    #expect(Set(kana.compactMap(Romaji.romanised)).count == 46)
  }
}
