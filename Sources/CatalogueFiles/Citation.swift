import Characters

/// A citation taken apart, as the guidelines print it and as people write it: `第5版 6.5 C 12 (3)`, `6.5章C-12`,
/// `３．２．３ (ウ)(a)1`, `企画管理編 15 ⑬`, `シス12.2`.
///
/// Digits, letters, circled numbers and single kana are marks, which the path of an id repeats (kana in Romaji: ウ is `u`,
/// コ is `ko`). Other words, and what stands in 【】, name a heading; an id has a word of its own there (`in`, `admin`,
/// `management`). Counters such as 章 and punctuation mean nothing, nor does a title in front of 第5版.
struct Citation {
  /// One step of the path.
  enum Step: Hashable {
    case mark(String)
    case heading(String)
  }

  /// The edition that it names, such as 第5版.
  let edition: String?
  /// The path.
  let steps: [Step]
  /// Whether the last step is a circled number or stands behind a hyphen, as it does in ids: of edition 6.0, 12 ② is `12-2`,
  /// not 12.2.
  let endsCircled: Bool

  init(_ text: String) {
    var scanner = CitationScanner(text)
    scanner.run()
    self.init(edition: scanner.edition, steps: scanner.steps, endsCircled: scanner.endsCircled)
  }

  init(edition: String? = nil, steps: [Step], endsCircled: Bool = false) {
    self.edition = edition
    self.steps = steps
    self.endsCircled = endsCircled
  }

  /// The marks of an id's path: `15-13` has two, like `15 ⑬`.
  static func marks(ofPath path: String) -> [String] {
    var marks: [String] = []
    var rest = path.utf8[...]
    while let first = rest.first {
      // A path is ASCII: letters, digits, and the dots and hyphens between them.
      let run = rest.prefix { isDigit($0) == isDigit(first) && isLetter($0) == isLetter(first) }
      if isDigit(first) || isLetter(first) { marks.append(String(Substring(run))) }
      rest = rest.dropFirst(run.count)
    }
    return marks
  }

  /// Whether the citation is that of a path.
  func spells(_ path: String) -> Bool { spells(Self.marks(ofPath: path)) }

  /// Whether the steps are these marks. A heading stands for its word, or, if it is not known, for any word.
  func spells(_ marks: some Collection<String>) -> Bool {
    marks.count == steps.count
      && zip(marks, steps).allSatisfy { mark, step in
        switch step {
        case .mark(let written): written == mark
        case .heading(let text): CitationHeading.word(of: text).map { $0 == mark } ?? CitationHeading.isWord(mark)
        }
      }
  }

  /// The citation without the (2) of the provider guideline, `3.2.3(2)(コ)2`; nil if it has none.
  ///
  /// Each section X.Y.Z of that guideline has a part (2), 要求事項, below which all of its requirements stand. The table's columns
  /// and our ids leave it out; the table's text writes it: 「3.2.3(2)(コ)2に統合」.
  var withoutRequirementsPart: Citation? {
    guard let index = steps.indices.dropFirst(2).first(where: isRequirementsPart) else { return nil }
    var steps = steps
    steps.remove(at: index)
    return Citation(edition: edition, steps: steps, endsCircled: endsCircled)
  }

  private func isRequirementsPart(_ index: Int) -> Bool {
    guard steps[index] == .mark("2"), steps[..<index].allSatisfy(\.isNumber) else { return false }
    if index == steps.count - 1 { return true }
    guard case .mark(let next) = steps[index + 1] else { return false }
    return Romaji.isRomanised(next)
  }
}

extension Citation.Step {
  fileprivate var isNumber: Bool {
    if case .mark(let text) = self { text.utf8.allSatisfy(isDigit) } else { false }
  }
}

/// Cuts a citation into its steps.
private struct CitationScanner {
  private(set) var edition: String?
  private(set) var steps: [Citation.Step] = []
  private(set) var endsCircled = false
  private var isBehindHyphen = false
  private var rest: ArraySlice<Unicode.Scalar>

  init(_ text: String) {
    var scalars: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      if let last = scalars.last, let joined = voiced(last, by: scalar) {
        scalars[scalars.count - 1] = joined
      } else {
        scalars.append(plain(scalar))
      }
    }
    rest = scalars[...]
  }

  mutating func run() {
    while let next = rest.first {
      if takeEdition() { continue }
      let before = steps.count
      defer {
        if steps.count > before { endsCircled = circledNumber(next) != nil || isBehindHyphen }
        isBehindHyphen = next == "-"
      }
      if next == "【" {
        rest = rest.dropFirst()
        addHeading(take { $0 != "】" })
        rest = rest.dropFirst()
      } else if let number = circledNumber(next) {
        rest = rest.dropFirst()
        steps.append(.mark(String(number)))
      } else if isASCIIDigit(next) {
        steps.append(.mark(take(while: isASCIIDigit)))
      } else if isASCIILetter(next) {
        steps.append(.mark(take(while: isASCIILetter)))
      } else if isWordScalar(next) {
        rest = rest.dropFirst()
        addWord(String(next) + take { isWordScalar($0) && $0 != "第" })
      } else {
        rest = rest.dropFirst()
      }
    }
  }

  /// 第5版, 第5.2版; spaces may stand between. Words before it are the title.
  private mutating func takeEdition() -> Bool {
    guard rest.first == "第" else { return false }
    let behind = rest.dropFirst().drop { $0 == " " }
    let number = behind.prefix { isASCIIDigit($0) || $0 == "." }
    let end = behind.dropFirst(number.count).drop { $0 == " " }
    guard !number.isEmpty, end.first == "版" else { return false }
    edition = "第\(string(number))版"
    if steps.allSatisfy(\.isHeading) { steps = [] }
    rest = end.dropFirst()
    return true
  }

  private mutating func take(while isWanted: (Unicode.Scalar) -> Bool) -> String {
    let taken = rest.prefix(while: isWanted)
    rest = rest.dropFirst(taken.count)
    return string(taken)
  }

  private mutating func addWord(_ word: String) {
    if word.unicodeScalars.allSatisfy(counters.contains) { return }
    if let romaji = Romaji.romanised(word) {
      steps.append(.mark(romaji))
    } else {
      addHeading(word)
    }
  }

  /// Two headings in a row are one: システム 運用編.
  private mutating func addHeading(_ text: String) {
    if case .heading(let first) = steps.last {
      steps[steps.count - 1] = .heading(first + text)
    } else {
      steps.append(.heading(text))
    }
  }

  private func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return text
  }
}

private func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
  (scalar.properties.isAlphabetic || scalar.properties.isIdeographic) && !isASCIILetter(scalar)
}

extension Citation.Step {
  fileprivate var isHeading: Bool {
    if case .heading = self { true } else { false }
  }
}

/// Counters, particles, and ー where it is written for a hyphen.
private let counters = Set("第章節項条号番の版ー".unicodeScalars)

/// The form in which a character is read: full-width letters, digits and signs (U+FF01 to U+FF5E) and spaces as in ASCII,
/// half-width katakana as full-width.
private func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar.value {
  case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  case 0x3000: " "
  default: Unicode.Scalar(Kana.widened(scalar.value)) ?? scalar
  }
}

/// The katakana that a katakana and a voicing mark, half-width or combining, make; nil if the mark stands alone.
private func voiced(_ kana: Unicode.Scalar, by mark: Unicode.Scalar) -> Unicode.Scalar? {
  let isSemiVoiced = mark == "\u{FF9F}" || mark == "\u{309A}"
  guard isSemiVoiced || mark == "\u{FF9E}" || mark == "\u{3099}" else { return nil }
  return Kana.voiced(kana.value, isSemiVoiced: isSemiVoiced).flatMap(Unicode.Scalar.init)
}

/// ① (U+2460) to ⑳, ㉑ (U+3251) to ㉟, ㊱ (U+32B1) to ㊿, and ⑴ (U+2474) to ⒇.
private func circledNumber(_ scalar: Unicode.Scalar) -> UInt32? {
  switch scalar.value {
  case 0x2460...0x2473: scalar.value - 0x2460 + 1
  case 0x2474...0x2487: scalar.value - 0x2474 + 1
  case 0x3251...0x325F: scalar.value - 0x3251 + 21
  case 0x32B1...0x32BF: scalar.value - 0x32B1 + 36
  default: nil
  }
}

private func isASCIIDigit(_ scalar: Unicode.Scalar) -> Bool { "0"..."9" ~= scalar }
private func isASCIILetter(_ scalar: Unicode.Scalar) -> Bool { "a"..."z" ~= scalar || "A"..."Z" ~= scalar }
private func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
private func isLetter(_ byte: UInt8) -> Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 }
