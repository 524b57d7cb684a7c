/// The two arguments of a call with the labels `ja` and `en`, as they stand in the source.
struct LocalizedPair {
  let line: Int
  let ja: Argument
  let en: Argument

  /// One argument: an expression with the literals that are in it.
  struct Argument {
    let tokens: [SwiftSource.Token]

    /// Everything that stands in literals, also in those within an interpolation.
    var words: String { Self.words(tokens) }

    /// Whether it is written out: has words of its own, not only signs between values.
    var isWrittenOut: Bool { words.contains(where: \.isLetter) }

    /// The values that it shows: names with their members, such as `place.file`, wherever they stand, without calls, labels and the
    /// choice of a language at the end. Variables `ja` and `en` are taken to be the two languages of one thing.
    var values: Set<String> { Self.values(tokens) }

    private static func words(_ tokens: [SwiftSource.Token]) -> String {
      tokens.map { token in
        guard case .text(let segments) = token else { return "" }
        return segments.map { segment in
          switch segment {
          case .words(let words): words
          case .interpolation(let tokens): words(tokens)
          }
        }.joined()
      }.joined(separator: "\n")
    }

    private static func values(_ tokens: [SwiftSource.Token]) -> Set<String> {
      var values: Set<String> = []
      var index = 0
      while index < tokens.count {
        switch tokens[index] {
        case .text(let segments):
          for case .interpolation(let tokens) in segments { values.formUnion(Self.values(tokens)) }
          index += 1
        case .mark:
          index += 1
        case .word(let word):
          var chain = [word]
          index += 1
          while index + 1 < tokens.count {
            var next = index
            while next < tokens.count, tokens[next] == .mark("?") { next += 1 }
            guard next + 1 < tokens.count, tokens[next] == .mark("."), case .word(let member) = tokens[next + 1] else {
              break
            }
            chain.append(member)
            index = next + 2
          }
          let follower = index < tokens.count ? tokens[index] : nil
          if follower == .mark(":") { continue }
          if follower == .mark("(") || follower == .mark("{") { chain.removeLast() }
          if ["ja", "en"].contains(chain.last) { chain.removeLast() }
          if let first = chain.first, first != "nil", !first.allSatisfy(\.isNumber) {
            values.insert(chain.joined(separator: "."))
          }
        }
      }
      return values
    }
  }

  init?(_ call: (line: Int, arguments: [SwiftSource.Token])) {
    guard call.arguments.starts(with: [.word("ja"), .mark(":")]) else { return nil }
    var depth = 0
    let comma = call.arguments.indices.first { index in
      if case .mark(let mark) = call.arguments[index] {
        if "([{".contains(mark) { depth += 1 }
        if ")]}".contains(mark) { depth -= 1 }
      }
      return depth == 0 && call.arguments[index...].starts(with: [.mark(","), .word("en"), .mark(":")])
    }
    guard let comma else { return nil }
    line = call.line
    ja = Argument(tokens: Array(call.arguments[2..<comma]))
    en = Argument(tokens: Array(call.arguments[(comma + 3)...]))
  }

  /// Whether a text stands in the arguments themselves, and not only within a call or a subscript that looks one up.
  static func isWrittenOut(_ arguments: [SwiftSource.Token]) -> Bool {
    var depth = 0
    return arguments.contains { token in
      switch token {
      case .text: return depth == 0
      case .mark(let mark):
        if "([".contains(mark) { depth += 1 }
        if ")]".contains(mark) { depth -= 1 }
        return false
      case .word: return false
      }
    }
  }

  /// What keeps the languages of the pair apart; empty if nothing does.
  var faults: [String] {
    var faults: [String] = []
    let (japanese, english) = (ja.words, en.words)
    if ja.isWrittenOut || en.isWrittenOut {
      if !japanese.contains(where: isJapanese) { faults.append("ja has no Japanese character") }
      if !english.contains(where: isLatin), en.values.isEmpty { faults.append("en says nothing") }
    }
    for quotation in english.split(whereSeparator: { !isJapanese($0) }) where !japanese.contains(quotation) {
      faults.append("en has Japanese that it does not quote from ja: \(quotation)")
    }
    if english.count(where: isJapanese) > english.count(where: isLatin) {
      faults.append("en is Japanese for the most part")
    }
    let (onlyJapanese, onlyEnglish) = (ja.values.subtracting(en.values), en.values.subtracting(ja.values))
    if !onlyJapanese.isEmpty { faults.append("only ja shows \(onlyJapanese.sorted())") }
    if !onlyEnglish.isEmpty { faults.append("only en shows \(onlyEnglish.sorted())") }
    return faults
  }
}

func isLatin(_ character: Character) -> Bool { character.isASCII && character.isLetter }

/// Kana, kanji, and the punctuation that only Japanese has. Letters and digits of full width count too.
func isJapanese(_ character: Character) -> Bool {
  character.unicodeScalars.contains { scalar in
    switch scalar.value {
    case 0x3001...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF01...0xFF9F: true
    default: false
    }
  }
}
