/// A citation taken apart, as the guidelines print it and as people write it: `第5版 6.5 C 12 (3)`, `6.5章C-12`,
/// `３．２．３ (ウ)(a)1`, `企画管理編 15 ⑬`.
///
/// Digits, letters, circled numbers and single kana are marks, which the path of an id repeats (kana in Romaji: ウ is `u`,
/// コ is `ko`). Other words, and what stands in 【】, name a heading; an id has a word of its own there (`in`, `admin`,
/// `management`). Counters such as 章 and punctuation mean nothing.
struct Citation {
  /// One step of the path.
  enum Step: Hashable {
    case mark(String)
    case heading
  }

  /// The edition that it names, such as 第5版.
  let edition: String?
  /// The path.
  let steps: [Step]

  init(_ text: String) {
    var scanner = CitationScanner(text)
    scanner.run()
    edition = scanner.edition
    steps = scanner.steps
  }

  init(steps: [Step]) {
    edition = nil
    self.steps = steps
  }

  /// The marks of an id's path: `15-13` has two, like `15 ⑬`.
  static func marks(ofPath path: String) -> [String] {
    Citation(path).steps.compactMap { step in
      if case .mark(let mark) = step { mark } else { nil }
    }
  }

  /// Whether the citation is that of a path.
  func spells(_ path: String) -> Bool { spells(Self.marks(ofPath: path)) }

  /// Whether the steps are these marks, a heading standing for one word.
  func spells(_ marks: some Collection<String>) -> Bool {
    marks.count == steps.count
      && zip(marks, steps).allSatisfy { mark, step in
        switch step {
        case .mark(let written): written == mark
        case .heading: Self.isHeading(mark)
        }
      }
  }

  /// Whether a mark of an id is our word for a heading, such as `in`, and no kana, such as `ko`.
  static func isHeading(_ mark: String) -> Bool {
    mark.utf8.count >= 2 && mark.utf8.allSatisfy { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 }
      && !kana.contains(mark)
  }
}

/// Cuts a citation into its steps.
private struct CitationScanner {
  private(set) var edition: String?
  private(set) var steps: [Citation.Step] = []
  private var rest: ArraySlice<Unicode.Scalar>

  init(_ text: String) {
    rest = text.unicodeScalars.map(narrow)[...]
  }

  mutating func run() {
    while let next = rest.first {
      if takeEdition() { continue }
      if next == "【" {
        rest = rest.drop { $0 != "】" }.dropFirst()
        addHeading()
      } else if let number = circledNumber(next) {
        rest = rest.dropFirst()
        steps.append(.mark(String(number)))
      } else if isASCIIDigit(next) {
        steps.append(.mark(take(while: isASCIIDigit)))
      } else if isASCIILetter(next) {
        steps.append(.mark(take(while: isASCIILetter)))
      } else if next.properties.isAlphabetic || next.properties.isIdeographic {
        addWord(take { ($0.properties.isAlphabetic || $0.properties.isIdeographic) && !isASCIILetter($0) })
      } else {
        rest = rest.dropFirst()
      }
    }
  }

  /// 第5版, 第5.2版; spaces may stand between.
  private mutating func takeEdition() -> Bool {
    guard rest.first == "第" else { return false }
    let behind = rest.dropFirst().drop { $0 == " " }
    let number = behind.prefix { isASCIIDigit($0) || $0 == "." }
    let end = behind.dropFirst(number.count).drop { $0 == " " }
    guard !number.isEmpty, end.first == "版" else { return false }
    edition = "第\(string(number))版"
    rest = end.dropFirst()
    return true
  }

  private mutating func take(while isWanted: (Unicode.Scalar) -> Bool) -> String {
    let taken = rest.prefix(while: isWanted)
    rest = rest.dropFirst(taken.count)
    return string(taken)
  }

  private mutating func addWord(_ word: String) {
    if let romaji = romaji[word] {
      steps.append(.mark(romaji))
    } else if !counters.contains(word) {
      addHeading()
    }
  }

  /// Two headings in a row are one: システム 運用編.
  private mutating func addHeading() {
    if steps.last != .heading { steps.append(.heading) }
  }

  private func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return text
  }
}

private let counters: Set<String> = ["第", "章", "節", "項", "条", "号", "番", "の", "版"]

private let romaji: [String: String] = [
  "ア": "a", "イ": "i", "ウ": "u", "エ": "e", "オ": "o",
  "カ": "ka", "キ": "ki", "ク": "ku", "ケ": "ke", "コ": "ko",
  "サ": "sa", "シ": "shi", "ス": "su", "セ": "se", "ソ": "so",
  "タ": "ta", "チ": "chi", "ツ": "tsu", "テ": "te", "ト": "to",
]

private let kana = Set(romaji.values)

/// The ASCII form of a full-width letter, digit or sign (U+FF01 to U+FF5E) or space; anything else as it is.
private func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar.value {
  case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  case 0x3000: " "
  default: scalar
  }
}

/// ① (U+2460) to ⑳, and ㉑ (U+3251) to ㉟.
private func circledNumber(_ scalar: Unicode.Scalar) -> UInt32? {
  switch scalar.value {
  case 0x2460...0x2473: scalar.value - 0x2460 + 1
  case 0x3251...0x325F: scalar.value - 0x3251 + 21
  default: nil
  }
}

private func isASCIIDigit(_ scalar: Unicode.Scalar) -> Bool { "0"..."9" ~= scalar }
private func isASCIILetter(_ scalar: Unicode.Scalar) -> Bool { "a"..."z" ~= scalar || "A"..."Z" ~= scalar }
