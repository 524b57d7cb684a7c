import Characters
import Compliance
import Wording

/// Reads JSON (RFC 8259) piece by piece, in memory that does not grow with the file: a document, or lines each of which is
/// one (JSON Lines). Duplicate names, text that is no UTF-8 and everything else that the RFC leaves open is a fault.
struct JSONTokens: TreeTokens {
  /// How documents stand in a file.
  enum Layout {
    case document
    case lines
  }

  /// What may come next.
  private enum Expected {
    case value
    case valueOrEnd
    case key
    case keyOrEnd
    case commaOrEnd
    case end
  }

  private struct Level {
    let isObject: Bool
    var names = SeenNames()
  }

  /// How deep containers may lie within each other.
  static let deepest = 128
  /// The most bytes of one text.
  static let longestText = 8 << 20

  private let layout: Layout
  private let declared: TextEncoding?
  private var input: ByteInput
  private var isOpen = false
  private var levels: [Level] = []
  private var expected = Expected.value
  private var notes: [TreeFault] = []
  private var line = 1
  private var column = 1

  private(set) var text: [UInt8] = []
  private(set) var place: (line: Int, column: Int?) = (1, 1)
  private(set) var encodingName = Charset.utf8.name

  init(_ file: SourceFile, _ layout: Layout, declared: TextEncoding?, chunkSize: Int) {
    self.layout = layout
    self.declared = declared
    input = ByteInput(file, chunkSize: chunkSize)
  }

  mutating func finish() -> String? { input.finish() }

  mutating func takeNotes() -> [TreeFault] {
    guard !notes.isEmpty else { return [] }
    defer { notes.removeAll() }
    return notes
  }

  mutating func recover() -> Bool {
    guard layout == .lines, input.failure == nil else { return false }
    levels.removeAll()
    notes.removeAll()
    expected = .value
    input.skipLine()
    (line, column) = (line + 1, 1)
    return true
  }

  mutating func next() throws(TreeFault) -> TreeToken {
    if !isOpen { try open() }
    while true {
      let byte = try skipSpace()
      place = (line, column)
      guard let byte else {
        if let failure = input.failure { throw TreeFault(line: line, column: nil, text: failure.text, isFinal: true) }
        guard levels.isEmpty else { throw fault(Wording.jsonCutOff, isFinal: true) }
        return .end
      }
      switch (expected, byte) {
      case (.commaOrEnd, UInt8(ascii: ",")):
        advance(1)
        expected = levels.last?.isObject == true ? .key : .value
      case (.commaOrEnd, UInt8(ascii: "}")), (.keyOrEnd, UInt8(ascii: "}")),
        (.commaOrEnd, UInt8(ascii: "]")), (.valueOrEnd, UInt8(ascii: "]")):
        guard let level = levels.last, level.isObject == (byte == UInt8(ascii: "}")) else { throw unexpected(byte) }
        advance(1)
        levels.removeLast()
        endValue()
        return level.isObject ? .endObject : .endList
      case (.key, UInt8(ascii: "\"")), (.keyOrEnd, UInt8(ascii: "\"")):
        try readKey()
        return .key
      case (.value, _), (.valueOrEnd, _):
        return try readValue(byte)
      default:
        throw unexpected(byte)
      }
    }
  }

  private mutating func open() throws(TreeFault) {
    isOpen = true
    let signature = input.open(declared: declared)
    encodingName = signature.encoding(declared: .utf8).name
    if signature.content == .workbook {
      throw TreeFault(line: nil, column: nil, text: Wording.workbook, isFinal: true)
    }
  }

  // MARK: - Pieces

  private mutating func endValue() {
    expected = levels.isEmpty ? .end : .commaOrEnd
  }

  private mutating func readKey() throws(TreeFault) {
    try readText()
    if let last = levels.indices.last, !levels[last].names.insert(text) {
      guard levels[last].names.hasRoom else { throw fault(Wording.tooManyNames(SeenNames.most)) }
      if notes.count < 20 { notes.append(fault(Wording.duplicateName(shown(text), line: place.line))) }
    }
    guard try skipSpace() == UInt8(ascii: ":") else {
      place = (line, column)
      throw fault(Wording.jsonNoColon(shown(text)))
    }
    advance(1)
    expected = .value
  }

  private mutating func readValue(_ first: UInt8) throws(TreeFault) -> TreeToken {
    switch first {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard levels.count < Self.deepest else { throw fault(Wording.tooDeep(limit: Self.deepest)) }
      let isObject = first == UInt8(ascii: "{")
      advance(1)
      levels.append(Level(isObject: isObject))
      expected = isObject ? .keyOrEnd : .valueOrEnd
      return isObject ? .beginObject : .beginList
    case UInt8(ascii: "\""):
      try readText()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      try readWord()
      guard isNumber(text) else { throw fault(Wording.jsonBadWord(shown(text))) }
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
      try readWord()
      if text.elementsEqual("null".utf8) {
        endValue()
        return .null
      }
      guard text.elementsEqual("true".utf8) || text.elementsEqual("false".utf8) else {
        throw fault(Wording.jsonBadWord(shown(text)))
      }
    default:
      throw unexpected(first)
    }
    endValue()
    return .value
  }

  /// Reads the letters and digits of a number or a word.
  private mutating func readWord() throws(TreeFault) {
    text.removeAll(keepingCapacity: true)
    while let byte = peek(), isWordByte(byte) {
      text.append(byte)
      advance(1)
      if text.count > 1000 { throw fault(Wording.jsonBadWord(shown(text))) }
    }
  }

  private mutating func readText() throws(TreeFault) {
    text.removeAll(keepingCapacity: true)
    advance(1)
    var hasNonASCII = false
    while true {
      hasNonASCII = takePlain() || hasNonASCII
      if text.count > Self.longestText { throw fault(Wording.jsonTextTooLong(mebibytes: Self.longestText >> 20)) }
      guard let byte = peek() else {
        if let failure = input.failure { throw TreeFault(line: line, column: nil, text: failure.text, isFinal: true) }
        throw fault(Wording.jsonCutOff, isFinal: true)
      }
      switch byte {
      case UInt8(ascii: "\""):
        if hasNonASCII, !isUTF8(text.span) { throw fault(Wording.jsonNotUTF8) }
        advance(1)
        return
      case UInt8(ascii: "\\"):
        try readEscape()
      case 0x00..<0x20:
        place = (line, column)
        throw fault(Wording.jsonControlCharacter)
      default:
        break  // more has been read
      }
    }
  }

  /// Takes what stands for itself.
  /// - Returns: whether any of it is beyond ASCII.
  private mutating func takePlain() -> Bool {
    let window = input.window
    let waiting = window.span.extracting(input.position..<input.end)
    var count = 0
    var characters = 0
    var seen: UInt8 = 0
    while count < waiting.count {
      let byte = waiting[count]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { break }
      seen |= byte
      if byte & 0xC0 != 0x80 { characters += 1 }
      count += 1
    }
    appendBytes(waiting.extracting(0..<count), to: &text)
    input.consume(count)
    column += characters
    return seen >= 0x80
  }

  private mutating func readEscape() throws(TreeFault) {
    place = (line, column)
    advance(1)
    let byte = peek() ?? 0
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      advance(1)
      return try readCodePoint()
    default: throw fault(Wording.jsonBadEscape)
    }
    advance(1)
  }

  private mutating func readCodePoint() throws(TreeFault) {
    var scalar = try readUnit()
    if 0xD800...0xDBFF ~= scalar {
      guard peek() == UInt8(ascii: "\\") else { throw fault(Wording.jsonBadEscape) }
      advance(1)
      guard peek() == UInt8(ascii: "u") else { throw fault(Wording.jsonBadEscape) }
      advance(1)
      let low = try readUnit()
      guard 0xDC00...0xDFFF ~= low else { throw fault(Wording.jsonBadEscape) }
      scalar = 0x10000 + (scalar - 0xD800) << 10 + low - 0xDC00
    }
    guard !(0xDC00...0xDFFF ~= scalar) else { throw fault(Wording.jsonBadEscape) }
    appendUTF8(UInt32(scalar), to: &text)
  }

  private mutating func readUnit() throws(TreeFault) -> Int {
    var unit = 0
    for _ in 0..<4 {
      guard let digit = peek().flatMap(hexadecimalDigit) else { throw fault(Wording.jsonBadEscape) }
      unit = unit << 4 | digit
      advance(1)
    }
    return unit
  }

  // MARK: - Bytes

  private mutating func peek() -> UInt8? {
    if input.available == 0 {
      input.fill(atLeast: 1)
      if input.available == 0 { return nil }
    }
    return input.window[input.position]
  }

  /// Passes over bytes of one character each.
  private mutating func advance(_ count: Int) {
    input.consume(count)
    column += count
  }

  /// Passes over white space, and gives the byte behind it.
  private mutating func skipSpace() throws(TreeFault) -> UInt8? {
    while let byte = peek() {
      switch byte {
      case 0x20, 0x09, 0x0D:
        advance(1)
      case 0x0A:
        if layout == .lines {
          place = (line, column)
          guard levels.isEmpty else { throw fault(Wording.jsonLineEnds) }
          expected = .value
        }
        input.consume(1)
        (line, column) = (line + 1, 1)
      default:
        return byte
      }
    }
    return nil
  }

  private func fault(_ text: LocalizedText, isFinal: Bool = false) -> TreeFault {
    TreeFault(line: place.line, column: place.column, text: text, isFinal: isFinal)
  }

  private func unexpected(_ byte: UInt8) -> TreeFault {
    let found = byte < 0x80 ? shown([byte]) : "?"
    return switch expected {
    case .end: fault(layout == .document ? Wording.jsonMore : Wording.jsonMoreOnLine)
    case .commaOrEnd: fault(Wording.jsonNoComma(found))
    case .key, .keyOrEnd: fault(Wording.jsonNoKey(found))
    case .value, .valueOrEnd: fault(Wording.jsonNoValue(found))
    }
  }
}

private func isWordByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
    true
  default: false
  }
}

private func hexadecimalDigit(_ byte: UInt8) -> Int? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0"))
  case UInt8(ascii: "A")...UInt8(ascii: "F"): Int(byte - UInt8(ascii: "A")) + 10
  case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(byte - UInt8(ascii: "a")) + 10
  default: nil
  }
}

/// Whether a text is a number by the grammar of RFC 8259.
private func isNumber(_ text: [UInt8]) -> Bool {
  var scanner = TextScanner()
  scanner.bytes = text
  _ = scanner.accept(UInt8(ascii: "-"))
  if !scanner.accept(UInt8(ascii: "0")), !scanner.skipDigits() { return false }
  if scanner.accept(UInt8(ascii: ".")), !scanner.skipDigits() { return false }
  if scanner.accept(UInt8(ascii: "e")) || scanner.accept(UInt8(ascii: "E")) {
    if !scanner.accept(UInt8(ascii: "+")) { _ = scanner.accept(UInt8(ascii: "-")) }
    if !scanner.skipDigits() { return false }
  }
  return scanner.isAtEnd
}
