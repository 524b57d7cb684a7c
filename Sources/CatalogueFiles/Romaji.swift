/// The kana that number lists, (ア), (イ), (ウ), and their romanisation in ids: `a`, `i`, `u`.
enum Kana {
  /// A single kana, katakana or hiragana, in Romaji (Hepburn: シ shi, チ chi, ツ tsu, フ fu); nil for anything else. Only the 46
  /// plain ones number lists.
  static func romanised(_ text: String) -> String? {
    guard let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1 else { return nil }
    guard 0x3041...0x3096 ~= scalar.value else { return romaji[text] }
    return Unicode.Scalar(scalar.value + 0x60).flatMap { romaji[String($0)] }
  }

  /// Whether a text is the Romaji of a single kana.
  static func isRomanised(_ text: String) -> Bool { romanisations.contains(text) }

  /// The full-width form of half-width katakana and their punctuation (U+FF61 to U+FF9D); anything else as it is.
  static func widened(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    0xFF61...0xFF9D ~= scalar.value ? halfWidth[Int(scalar.value - 0xFF61)] : scalar
  }

  /// The katakana that a katakana and a voicing mark, half-width or combining, make; nil if the mark stands alone.
  static func voiced(_ kana: Unicode.Scalar, by mark: Unicode.Scalar) -> Unicode.Scalar? {
    let isSemiVoiced = mark == "\u{FF9F}" || mark == "\u{309A}"
    guard isSemiVoiced || mark == "\u{FF9E}" || mark == "\u{3099}" else { return nil }
    let step: UInt32 = isSemiVoiced ? 2 : 1
    return voiceable.contains(kana) && (!isSemiVoiced || "ハ"..."ホ" ~= kana)
      ? Unicode.Scalar(kana.value + step) : kana == "ウ" && !isSemiVoiced ? "ヴ" : nil
  }

  private static let voiceable = Set("カキクケコサシスセソタチツテトハヒフヘホ".unicodeScalars)

  private static let halfWidth = Array(
    "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン"
      .unicodeScalars)

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
