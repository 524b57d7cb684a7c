/// A language that Tenken speaks.
public enum Language: String, Sendable, CaseIterable, Codable {
  case ja
  case en
}

/// One piece of text in every language that Tenken speaks. Neither may be missing.
public struct LocalizedText: Hashable, Sendable, Codable {
  /// The Japanese text.
  public let ja: String
  /// The English text.
  public let en: String

  /// Makes a text from its two versions.
  public init(ja: String, en: String) {
    self.ja = ja
    self.en = en
  }

  /// Makes a text that reads the same in both languages: a name, or words that somebody wrote in one language only.
  public init(verbatim text: String) {
    self.init(ja: text, en: text)
  }

  /// The text in one language.
  public subscript(language: Language) -> String {
    switch language {
    case .ja: ja
    case .en: en
    }
  }
}
