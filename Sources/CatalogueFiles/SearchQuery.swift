import Characters

/// What is searched for: words that must all occur. White space separates them; quotation marks (`"…"`, `“…”`, `「…」`) keep
/// several together.
struct SearchQuery {
  /// The words, none of them twice; empty if the text has nothing that could be found.
  let words: [SearchWord]
  /// The whole text folded, for what is named exactly.
  let whole: [UInt8]

  init(_ text: String) {
    whole = SearchFolding(text).bytes
    var words: [SearchWord] = []
    for phrase in Self.phrases(of: text) {
      if let word = SearchWord(phrase), !words.contains(word) { words.append(word) }
    }
    self.words = words
  }

  /// The words as they were written. A quotation that does not end goes on to the end of the text.
  private static func phrases(of text: String) -> [String] {
    var phrases: [String] = []
    var phrase = ""
    var closing: Character?
    for character in text {
      if let end = closing {
        if character == end {
          closing = nil
        } else {
          phrase.append(character)
          continue
        }
      } else if let end = quotes[character] {
        closing = end
      } else if !character.isWhitespace {
        phrase.append(character)
        continue
      }
      phrases.append(phrase)
      phrase = ""
    }
    return (phrases + [phrase]).filter { !$0.isEmpty }
  }

  private static let quotes: [Character: Character] = ["\"": "\"", "“": "”", "＂": "＂", "「": "」", "｢": "｣"]
}

/// One word of a query, and how to find it in folded text.
///
/// A long vowel at the end of a word of three letters and more may be written or not (サーバ, サーバー; JIS Z 8301, 外来語の表記),
/// so in katakana ー is optional behind a third or later letter of the columns of あ and い, the only ones that such words end
/// on. メール is not める, nor キー き.
struct SearchWord: Hashable {
  /// As it was written.
  let text: String
  /// How it begins, folded.
  let head: BytePattern
  /// How it goes on; before each piece there may be ー.
  let tail: [BytePattern]
  /// Whether ー behind the last piece belongs to what is found.
  let mayEndLong: Bool

  /// Makes a word of what somebody wrote; nil if nothing of it could be found.
  init?(_ text: String) {
    let folded = SearchFolding(text, keepsOrigins: true)
    let letters = Self.letters(of: folded, in: text)
    var pieces: [[UInt8]] = [[]]
    var run = 0
    var isOptional = false
    for letter in letters {
      run = letter.isKatakana ? run + 1 : 0
      if isOptional {
        if letter.scalar == longVowel { continue }
        pieces.append([])
      }
      pieces[pieces.count - 1] += letter.bytes
      isOptional = run >= 3 && mayEndWord(letter.scalar)
    }
    let patterns = pieces.compactMap(BytePattern.init)
    guard let head = patterns.first else { return nil }
    self.text = text
    self.head = head
    tail = Array(patterns.dropFirst())
    mayEndLong = isOptional
  }

  /// The characters of the word without what is optional.
  var scalars: [UInt32] {
    let bytes = head.bytes + tail.flatMap(\.bytes)
    var index = 0
    var scalars: [UInt32] = []
    while index < bytes.count { scalars.append(nextScalar(bytes, &index)) }
    return scalars
  }

  private struct Letter {
    let scalar: UInt32
    let bytes: ArraySlice<UInt8>
    let isKatakana: Bool
  }

  /// The folded characters, those of a run of kana being katakana if any of the run was written so, or if it has ー.
  private static func letters(of folded: SearchFolding, in text: String) -> [Letter] {
    let original = Array(text.utf8)
    var letters: [Letter] = []
    var runStart = 0
    var isKatakana = false
    func closeRun() {
      guard isKatakana else { return }
      for index in runStart..<letters.count {
        letters[index] = Letter(scalar: letters[index].scalar, bytes: letters[index].bytes, isKatakana: true)
      }
    }
    var index = 0
    while index < folded.bytes.count {
      let start = index
      let scalar = nextScalar(folded.bytes, &index)
      if isKana(scalar) {
        var position = folded.origins[start].lowerBound
        let written = nextScalar(original, &position)
        isKatakana = isKatakana || scalar == longVowel || 0x30A1...0x30FA ~= written || 0xFF66...0xFF9D ~= written
        letters.append(Letter(scalar: scalar, bytes: folded.bytes[start..<index], isKatakana: false))
      } else {
        closeRun()
        letters.append(Letter(scalar: scalar, bytes: folded.bytes[start..<index], isKatakana: false))
        runStart = letters.count
        isKatakana = false
      }
    }
    closeRun()
    return letters
  }
}

/// ー.
let longVowel: UInt32 = 0x30FC

/// Whether a folded kana is of the column of あ or い.
private func mayEndWord(_ kana: UInt32) -> Bool { columnsOfAAndI.contains(kana) }

private let columnsOfAAndI = Set(
  "あかがさざただなはばぱまやゃらわいきぎしじちぢにひびぴみりゐ".unicodeScalars.map(\.value))
