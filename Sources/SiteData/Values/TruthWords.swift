extension TextScanner {
  /// The yes or no that the whole text means; nil if it is neither.
  mutating func truthValue() -> Bool? {
    for index in bytes.indices where UInt8(ascii: "A")...UInt8(ascii: "Z") ~= bytes[index] { bytes[index] |= 0x20 }
    guard truthWords.indices ~= bytes.count else { return nil }
    return truthWords[bytes.count].first { $0.word == bytes }?.value
  }
}

/// The words that ledgers use for yes and no, in folded width and lower case, by their length in bytes.
private let truthWords: [[(word: [UInt8], value: Bool)]] = {
  let yes = [
    "有", "有り", "あり", "アリ", "○", "◯", "〇", "はい", "ハイ", "済", "済み", "実施", "可", "要", "有効", "オン", "する", "yes", "y",
    "true", "on", "1", "enabled",
  ]
  let no = [
    "無", "無し", "なし", "ナシ", "×", "✕", "✗", "いいえ", "イイエ", "未", "未実施", "否", "不要", "無効", "オフ", "しない", "no", "n",
    "false", "off", "0", "disabled",
  ]
  let words = yes.map { (word: Array($0.utf8), value: true) } + no.map { (word: Array($0.utf8), value: false) }
  let longest = words.map(\.word.count).max() ?? 0
  return (0...longest).map { length in words.filter { $0.word.count == length } }
}()
