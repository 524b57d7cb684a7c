import Compliance

extension CatalogueSearch {
  /// A word of a query that stands nowhere in what was searched.
  public struct MissingWord: Hashable, Sendable {
    /// The word as it was written.
    public let word: String
    /// A word that somebody may have meant; nil if none is near.
    public let near: String?
  }

  /// The words of a query that stand nowhere, for a query that has no hit. None if each stands somewhere, but not all
  /// together.
  public func missingWords(of query: String) -> [MissingWord] {
    let absent = SearchQuery(query).words.filter { !occurs($0) }
    if absent.isEmpty { return [] }
    let runs = self.runs
    return absent.map { word in
      let start = word.text.first
      // Words are not set apart in Japanese: a run of one script may be several, 暗号化 and 暗号鍵管理 among them.
      let known = Set(runs.flatMap { [$0] + pieces(of: $0, length: word.text.count) })
      // Two of two kanji have little to do with one another if only the second is the same.
      let near =
        nearest(to: word.text, among: known.lazy.filter { $0.first == start })
        ?? (word.text.count > 2 ? nearest(to: word.text, among: known) : nil)
      return MissingWord(word: word.text, near: near)
    }
  }

  private func pieces(of run: String, length: Int) -> [String] {
    let characters = Array(run)
    guard length >= 2, length < characters.count, !characters[0].isASCII else { return [] }
    return (0...characters.count - length).map { String(characters[$0..<$0 + length]) }
  }

  /// The words in titles and texts: runs of kanji, of katakana and of letters, of two characters and more.
  private var runs: Set<String> {
    var words: Set<String> = []
    for requirement in requirements {
      for text in [requirement.title.ja, requirement.title.en, requirement.text ?? ""] {
        var word = ""
        var script = Script.other
        for character in text {
          let next = Script(character)
          if next != script {
            if word.count >= 2 { words.insert(word) }
            word = ""
            script = next
          }
          if script != .other { word.append(character) }
        }
        if word.count >= 2 { words.insert(word) }
      }
    }
    return words
  }

  private enum Script {
    case kanji
    case katakana
    case letters
    case other

    init(_ character: Character) {
      switch character.unicodeScalars.first?.value ?? 0 {
      case 0x4E00...0x9FFF, 0x3005: self = .kanji
      case 0x30A1...0x30FA, 0x30FC: self = .katakana
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: self = .letters
      default: self = .other
      }
    }
  }
}
