import Characters

/// Text in the form in which a search compares it, in UTF-8.
///
/// What people take for one spelling is one: full and half width, upper and lower case, hiragana and katakana, small and large
/// vowels (ウィルス, ウイルス), `ヶ` and `か`, voicing marks joined to their kana or not, the many hyphens and dashes, quotation
/// marks. A hyphen behind kana is ー, and ー behind anything else a hyphen. White space counts only between two words of Latin
/// script, and then as one space: `無線 LAN` is `無線LAN`. ー itself stays, since キー is not キ; ``SearchWord`` allows for it.
///
/// The folded text never holds a line feed, which may therefore stand between texts.
struct SearchFolding {
  /// The folded text.
  private(set) var bytes: [UInt8] = []
  /// Of each folded byte, the bytes of the original that it stands for; empty unless asked for.
  private(set) var origins: [Range<Int>] = []

  private let keepsOrigins: Bool
  /// The character before, as it was folded; 0 at the beginning.
  private var last: UInt32 = 0
  /// White space that counts if Latin script follows.
  private var space: Range<Int>?

  /// Begins with an empty text.
  /// - Parameter keepsOrigins: whether ``origins`` is filled.
  init(keepsOrigins: Bool = false) { self.keepsOrigins = keepsOrigins }

  /// Folds one text.
  init(_ text: String, keepsOrigins: Bool = false) {
    self.init(keepsOrigins: keepsOrigins)
    append(text)
  }

  /// Makes room for so many bytes.
  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  /// Folds a text onto the end, as a text of its own: nothing before it has an influence on it.
  mutating func append(_ text: String) {
    last = 0
    space = nil
    var text = text
    text.withUTF8 { utf8 in
      var index = 0
      while index < utf8.count {
        let start = index
        let scalar = nextScalar(utf8, &index)
        fold(scalar, from: start..<index)
      }
    }
    space = nil
  }

  /// Ends a text, so that nothing is found across its end.
  mutating func endText() {
    bytes.append(Self.separator)
    if keepsOrigins { origins.append(0..<0) }
  }

  /// The byte behind each of several texts: a line feed.
  static let separator = UInt8(ascii: "\n")

  private mutating func fold(_ scalar: UInt32, from origin: Range<Int>) {
    switch scalar {
    case 0x4E00...0x9FFF: emit(scalar, origin)
    case 0x3041...0x3096: emit(largeKana(scalar), origin)
    case 0x30A1...0x30F6: emit(largeKana(scalar - 0x60), origin)
    case 0...0x7F: foldASCII(scalar, origin)
    case 0xFF01...0xFF5E: foldASCII(scalar - 0xFEE0, origin)
    case 0x30FC, 0xFF70: emit(isKana(last) ? 0x30FC : 0x2D, origin)
    case 0x2010...0x2015, 0x2212, 0x2500, 0xFE58, 0xFE63: foldASCII(0x2D, origin)
    case 0x3099, 0x309A, 0x309B, 0x309C, 0xFF9E, 0xFF9F:
      voice(isSemiVoiced: [0x309A, 0x309C, 0xFF9F].contains(scalar), origin)
    case 0xFF61...0xFF9D: fold(Kana.widened(scalar), from: origin)
    case 0x30F7...0x30FA:  // ヷヸヹヺ, which hiragana has only with a mark
      emit(0x308F + scalar - 0x30F7, origin)
      emit(0x3099, origin)
    case 0x30FD, 0x30FE: emit(scalar - 0x60, origin)
    case 0x3000, 0xA0, 0x85, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F: widenSpace(origin)
    case 0xAD, 0x200B...0x200F, 0x2060, 0xFE00...0xFE0F, 0xFEFF, 0xE0100...0xE01EF: break  // not to be seen
    case 0x301C, 0x223C: emit(0x7E, origin)
    case 0x2018, 0x2019: emit(0x27, origin)
    case 0x201C, 0x201D: emit(0x22, origin)
    case 0xC0...0x24F, 0x370...0x52F, 0x1E00...0x1FFF: foldCase(scalar, origin)
    default: emit(scalar, origin)
    }
  }

  private mutating func foldASCII(_ scalar: UInt32, _ origin: Range<Int>) {
    switch scalar {
    case 0...0x20, 0x7F: widenSpace(origin)
    case 0x41...0x5A: emit(scalar | 0x20, origin)
    case 0x2D where isKana(last): emit(0x30FC, origin)
    default: emit(scalar, origin)
    }
  }

  private mutating func foldCase(_ scalar: UInt32, _ origin: Range<Int>) {
    guard let letter = Unicode.Scalar(scalar) else { return emit(scalar, origin) }
    for lower in letter.properties.lowercaseMapping.unicodeScalars { emit(lower.value, origin) }
  }

  private mutating func widenSpace(_ origin: Range<Int>) {
    space = (space?.lowerBound ?? origin.lowerBound)..<origin.upperBound
  }

  private mutating func emit(_ scalar: UInt32, _ origin: Range<Int>) {
    if let space, isWestern(last), isWestern(scalar) { put(0x20, space) }
    space = nil
    put(scalar, origin)
    last = scalar
  }

  /// Joins a voicing mark to the kana before it; it stands alone behind anything else.
  private mutating func voice(isSemiVoiced: Bool, _ origin: Range<Int>) {
    guard let joined = voiced(last, isSemiVoiced: isSemiVoiced) else {
      return emit(isSemiVoiced ? 0x309A : 0x3099, origin)
    }
    // What is replaced is a kana, which has three bytes.
    let start = keepsOrigins ? origins[origins.count - 3].lowerBound : origin.lowerBound
    bytes.removeLast(3)
    if keepsOrigins { origins.removeLast(3) }
    space = nil
    put(joined, start..<origin.upperBound)
    last = joined
  }

  private mutating func put(_ scalar: UInt32, _ origin: Range<Int>) {
    let before = bytes.count
    appendUTF8(scalar, to: &bytes)
    guard keepsOrigins else { return }
    for _ in before..<bytes.count { origins.append(origin) }
  }
}

/// Hiragana with the marks that belong to it, and ー.
func isKana(_ folded: UInt32) -> Bool { 0x3041...0x309E ~= folded || folded == 0x30FC }

/// Scripts that put spaces between words: everything before the East Asian blocks.
private func isWestern(_ scalar: UInt32) -> Bool { scalar != 0 && scalar < 0x2E80 }

/// A small vowel, ゕ or ゖ as the large one, both of the latter as か; anything else as it is.
private func largeKana(_ hiragana: UInt32) -> UInt32 {
  switch hiragana {
  case 0x3041, 0x3043, 0x3045, 0x3047, 0x3049: hiragana + 1
  case 0x3095, 0x3096: 0x304B
  default: hiragana
  }
}

/// The hiragana that a hiragana and a following voicing mark make; nil if the mark stands alone.
private func voiced(_ kana: UInt32, isSemiVoiced: Bool) -> UInt32? {
  // Hiragana stand as katakana do, 0x60 before them; ヷヸヹヺ have no like.
  guard isKana(kana), let joined = Kana.voiced(kana + 0x60, isSemiVoiced: isSemiVoiced), !(0x30F7...0x30FA ~= joined)
  else { return nil }
  return joined - 0x60
}
