public import Compliance

/// What the reader of errata says.
extension Wording {
  /// The requirement quotes no source, so there is nothing that could be misprinted.
  public static func erratumOfOwnText(_ id: String) -> LocalizedText {
    LocalizedText(
      ja: "「\(id)」には出典がない。正誤を書かずに本文を直す。",
      en: "‘\(id)’ quotes no source. Mend its text itself.")
  }

  /// The erratum names another line than the requirement that it corrects.
  public static func erratumOnOtherLine(_ id: String, line: Int) -> LocalizedText {
    LocalizedText(
      ja: "「\(id)」の出典は \(line) 行目である。行番号か id を直す。",
      en: "‘\(id)’ is taken from line \(line). Mend the line or the id.")
  }

  /// The words to be corrected are not in the text.
  public static func erratumNotInText(_ id: String) -> LocalizedText {
    LocalizedText(
      ja: "この語句が「\(id)」の本文の中にない。一字一句同じにする。",
      en: "These words do not occur in the text of ‘\(id)’. Quote them letter by letter.")
  }

  /// The words to be corrected are in the text more than once.
  public static func erratumNotUnique(_ id: String) -> LocalizedText {
    LocalizedText(
      ja: "この語句は「\(id)」の本文に2回以上ある。前後の語も含めて1か所に決める。",
      en: "These words occur more than once in the text of ‘\(id)’. Quote more of what stands around them.")
  }

  /// The words stay as they are.
  public static func erratumWithoutChange() -> LocalizedText {
    LocalizedText(ja: "was と is が同じである。", en: "‘was’ and ‘is’ are the same.")
  }

  /// Two errata correct the same words, or words that overlap.
  public static func correctedTwice(first: Place) -> LocalizedText {
    LocalizedText(
      ja: "この語句、またはその一部はすでに訂正されている(1つ目は \(first))。",
      en: "These words, or some of them, are corrected already (first at \(first)).")
  }
}
