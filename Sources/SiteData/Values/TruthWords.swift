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
    "有", "有り", "あり", "アリ", "○", "◯", "〇", "はい", "ハイ", "済", "済み", "実施", "可", "要", "有効", "オン", "する", "実施済", "実施済み", "完了",
    "対応済",
    "対応済み", "該当", "適", "ok", "✓", "✔", "●", "◎", "レ", "yes", "y",
    "true", "on", "1", "enabled",
  ]
  let no = [
    "無", "無し", "なし", "ナシ", "×", "✕", "✗", "いいえ", "イイエ", "未", "未実施", "否", "不要", "無効", "オフ", "しない", "未完了", "未対応", "非該当",
    "不可", "不適", "ng",
    "no", "n",
    "false", "off", "0", "disabled",
  ]
  let words = yes.map { (word: Array($0.utf8), value: true) } + no.map { (word: Array($0.utf8), value: false) }
  let longest = words.map(\.word.count).max() ?? 0
  return (0...longest).map { length in words.filter { $0.word.count == length } }
}()
