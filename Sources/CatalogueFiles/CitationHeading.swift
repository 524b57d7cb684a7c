/// The words of headings in citations, as guidelines print them and as people shorten them.
enum CitationHeading {
  /// The word of an id that a heading stands for, such as `control` for システム運用編 or シス; nil for a heading that is not
  /// known, which may be any.
  static func word(of heading: String) -> String? {
    words.first { heading.hasPrefix($0.beginning) }?.word
  }

  /// Whether a mark of an id is our word for a heading, such as `in`, and no kana, such as `ko`.
  static func isWord(_ mark: String) -> Bool {
    mark.utf8.count >= 2 && mark.utf8.allSatisfy { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 }
      && !Romaji.isRomanised(mark)
  }

  /// Longer beginnings before those that they begin with.
  private static let words: [(beginning: String, word: String)] = [
    // Editions 5 and 5.2: the two cases of chapter 7, the two lists of 6.5 C 11, those of 6.11 C 6.
    ("医療機関等に保存", "in"), ("ネットワークを通じて", "net"),
    ("システム管理者", "admin"), ("利用者", "user"),
    ("医療機関内", "inside"), ("組織間", "between"),
    // Rows of the table that are no statements: all of a chapter, a tombstone, what only the provider is asked.
    ("全般", "all"), ("削除", "deleted"), ("明文規定なし", "unstated"),
    // The volumes of edition 6.0; 企, 経 and シス are how its own tables of references shorten them.
    ("概説", "overview"), ("経営", "governance"), ("企画", "management"), ("システム運用", "control"),
    ("シス", "control"), ("運用", "control"),
  ]
}
