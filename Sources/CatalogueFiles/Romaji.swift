/// The kana that number lists, (ア), (イ), (ウ), and their romanisation in ids: `a`, `i`, `u`.
enum Romaji {
  /// A single kana, katakana or hiragana, in Romaji (Hepburn: シ shi, チ chi, ツ tsu, フ fu); nil for anything else. Only the 46
  /// plain ones number lists.
  static func romanised(_ text: String) -> String? {
    guard let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1 else { return nil }
    guard 0x3041...0x3096 ~= scalar.value else { return romaji[text] }
    return Unicode.Scalar(scalar.value + 0x60).flatMap { romaji[String($0)] }
  }

  /// Whether a text is the Romaji of a single kana.
  static func isRomanised(_ text: String) -> Bool { romanisations.contains(text) }

  private static let romaji: [String: String] = [
    "ア": "a", "イ": "i", "ウ": "u", "エ": "e", "オ": "o",
    "カ": "ka", "キ": "ki", "ク": "ku", "ケ": "ke", "コ": "ko",
    "サ": "sa", "シ": "shi", "ス": "su", "セ": "se", "ソ": "so",
    "タ": "ta", "チ": "chi", "ツ": "tsu", "テ": "te", "ト": "to",
    "ナ": "na", "ニ": "ni", "ヌ": "nu", "ネ": "ne", "ノ": "no",
    "ハ": "ha", "ヒ": "hi", "フ": "fu", "ヘ": "he", "ホ": "ho",
    "マ": "ma", "ミ": "mi", "ム": "mu", "メ": "me", "モ": "mo",
    "ヤ": "ya", "ユ": "yu", "ヨ": "yo",
    "ラ": "ra", "リ": "ri", "ル": "ru", "レ": "re", "ロ": "ro",
    "ワ": "wa", "ヲ": "wo", "ン": "n",
  ]

  private static let romanisations = Set(romaji.values)
}
