import Wording

/// Lines of OpenWrt's configuration (UCI): `config TYPE 'NAME'`, `option NAME 'VALUE'`, `list NAME 'VALUE'`. A section is an
/// object with the members `@type` and `@name` beside its options. Source: https://openwrt.org/docs/guide-user/base-system/uci
enum UCISyntax: SectionSyntax {
  static let foldsNames = false
  static let allowsPreamble = false

  static func parse(_ line: ArraySlice<UInt8>) -> SectionLine {
    guard let words = words(line) else { return .broken(Wording.uciOpenQuote) }
    guard let first = words.first else { return .nothing }
    switch (String(decoding: first, as: UTF8.self), words.count) {
    case ("package", 2): return .nothing
    case ("config", 2...3):
      var members = [(name: "@type", value: words[1])]
      if words.count == 3 { members.append((name: "@name", value: words[2])) }
      return .section(words[1], members: members)
    case ("option", 3), ("list", 3):
      return .entry(name: words[1], value: words[2])
    default:
      return .broken(Wording.notUCI)
    }
  }

  /// The words of a line; quoted parts are joined to what they touch, and `#` begins a comment where a word could.
  /// - Returns: nil if a quote is not closed.
  private static func words(_ line: ArraySlice<UInt8>) -> [[UInt8]]? {
    var words: [[UInt8]] = []
    var word: [UInt8]?
    var quote: UInt8?
    var isEscaped = false
    for byte in line {
      if isEscaped {
        word = (word ?? []) + [byte]
        isEscaped = false
      } else if byte == UInt8(ascii: "\\"), quote != UInt8(ascii: "'") {
        isEscaped = true
      } else if let open = quote {
        if byte == open { quote = nil } else { word = (word ?? []) + [byte] }
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = byte
        word = word ?? []
      } else if isSpace(byte) {
        if let word { words.append(word) }
        word = nil
      } else if byte == UInt8(ascii: "#"), word == nil {
        break
      } else {
        word = (word ?? []) + [byte]
      }
    }
    if let word { words.append(word) }
    return quote == nil && !isEscaped ? words : nil
  }
}
