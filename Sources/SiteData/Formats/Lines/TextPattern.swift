import Compliance
import Wording

/// What a line looks like: fixed text with fields in between, as in `Accepted {method} for {user} from {ip} port {port:digits}{}`.
///
/// A field takes everything up to the next place where what follows it in the pattern stands; nothing is ever taken back and
/// tried again, so that the time is linear in the length of the line. See the decision "Patterns have fields, not repetition".
struct TextPattern: Hashable {
  /// What a field may hold.
  enum Kind: String, CaseIterable {
    /// Anything, up to what follows the field.
    case text
    /// One or more bytes without white space, as many as there are.
    case word
    /// One or more ASCII digits, as many as there are.
    case digits
    /// One or more dots, as programs fill up lines with them.
    case dots
    /// Text in double quotes, in which a backslash keeps the next character from ending it. The quotes are left out.
    case quoted
    /// Twelve hexadecimal digits with nothing but colons, hyphens, dots and backslashes in between.
    case mac
  }

  /// A part of a pattern.
  enum Piece: Hashable {
    /// These bytes.
    case literal([UInt8])
    /// At least so many spaces and tabs: one, or two where the pattern has more than one, as between columns.
    case space(Int)
    /// A field, and its number among the names if it has one.
    case field(Int?, Kind)
  }

  /// The most bytes of a pattern.
  static let longest = 1000

  /// The names of the fields, in the order of the pattern.
  let names: [String]
  /// The pattern, piece by piece.
  let pieces: [Piece]

  /// Reads a pattern.
  /// - Throws: what is wrong with it, in words.
  init(_ text: String) throws(LayoutFault) {
    func fault(_ problem: LocalizedText) -> LayoutFault { LayoutFault(written: text, problem) }
    var names: [String] = []
    var pieces: [Piece] = []
    let bytes = trimmedSlice(Array(text.utf8)[...])
    guard !bytes.isEmpty, bytes.count <= Self.longest else { throw fault(Wording.badPatternLength(Self.longest)) }
    var index = bytes.startIndex
    func literal(_ byte: UInt8) {
      if case .literal(let before)? = pieces.last {
        pieces[pieces.count - 1] = .literal(before + [byte])
      } else {
        pieces.append(.literal([byte]))
      }
    }
    while index < bytes.endIndex {
      let byte = bytes[index]
      let next = index + 1 < bytes.endIndex ? bytes[index + 1] : 0
      index += 1
      switch byte {
      case UInt8(ascii: "{") where next == byte, UInt8(ascii: "}") where next == byte:
        literal(byte)
        index += 1
      case UInt8(ascii: "{"):
        guard let end = bytes[index...].firstIndex(of: UInt8(ascii: "}")) else {
          throw fault(Wording.badPatternBrace(text))
        }
        let (name, kind) = try Self.field(bytes[index..<end], of: text)
        if case .field(_, .text)? = pieces.last { throw fault(Wording.patternFieldsTouch(text)) }
        if let name {
          if names.contains(name) { throw fault(Wording.patternFieldTwice(name)) }
          names.append(name)
        }
        pieces.append(.field(name == nil ? nil : names.count - 1, kind))
        index = end + 1
      case UInt8(ascii: "}"):
        throw fault(Wording.badPatternBrace(text))
      case _ where isSpace(byte):
        if case .space? = pieces.last { pieces.removeLast() }
        pieces.append(.space(index - 2 >= bytes.startIndex && isSpace(bytes[index - 2]) ? 2 : 1))
      default:
        literal(byte)
      }
    }
    self.names = names
    self.pieces = pieces
  }

  private static func field(_ inside: ArraySlice<UInt8>, of text: String) throws(LayoutFault) -> (String?, Kind) {
    let parts = inside.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    let name = String(decoding: parts[0], as: UTF8.self)
    guard parts.count <= 2, name.utf8.allSatisfy({ isWordByte($0) }) else {
      throw LayoutFault(written: text, Wording.badPatternField(String(decoding: inside, as: UTF8.self)))
    }
    guard parts.count == 2 else { return (name.isEmpty ? nil : name, .text) }
    let word = String(decoding: parts[1], as: UTF8.self)
    guard let kind = Kind(rawValue: word), kind != .text else {
      let words = Kind.allCases.map(\.rawValue).filter { $0 != Kind.text.rawValue }
      throw LayoutFault(
        written: text, Wording.unknownPatternKind(word, known: words, meant: nearest(to: word, among: words)))
    }
    return (name.isEmpty ? nil : name, kind)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "@") || byte >= 0x80
      || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
  }

  // MARK: - Matching

  /// Whether a line looks like this.
  /// - Parameters:
  ///   - line: UTF-8.
  ///   - extent: the line without the white space around it.
  ///   - fields: takes where each of the ``names`` stands.
  func match(_ line: [UInt8], _ extent: Range<Int>, into fields: inout [Range<Int>]) -> Bool {
    fields.removeAll(keepingCapacity: true)
    var position = extent.lowerBound
    var piece = 0
    while piece < pieces.count {
      guard case .field(let name, let kind) = pieces[piece] else {
        guard let end = matchFixed(piece..<piece + 1, line, position, extent.upperBound) else { return false }
        position = end
        piece += 1
        continue
      }
      piece += 1
      if kind == .text {
        let fixed =
          piece..<(pieces[piece...].firstIndex { if case .field = $0 { true } else { false } } ?? pieces.count)
        guard let found = find(fixed, line, position, extent.upperBound) else { return false }
        if name != nil { fields.append(position..<found.lowerBound) }
        (position, piece) = (found.upperBound, fixed.upperBound)
      } else {
        guard let (value, end) = take(kind, line, position, extent.upperBound) else { return false }
        if name != nil { fields.append(value) }
        position = end
      }
    }
    return position == extent.upperBound
  }

  /// Where fixed pieces end that begin at a position; nil if they do not stand there.
  private func matchFixed(_ fixed: Range<Int>, _ line: [UInt8], _ start: Int, _ end: Int) -> Int? {
    var position = start
    for piece in pieces[fixed] {
      switch piece {
      case .literal(let text):
        guard end - position >= text.count else { return nil }
        for offset in text.indices where line[position + offset] != text[offset] { return nil }
        position += text.count
      case .space(let least):
        let before = position
        while position < end, isSpace(line[position]) { position += 1 }
        if position - before < least { return nil }
      case .field:
        return nil
      }
    }
    return position
  }

  /// Looks for the first place where fixed pieces stand; at the end of the pattern, the place where they end the line.
  private func find(_ fixed: Range<Int>, _ line: [UInt8], _ start: Int, _ end: Int) -> Range<Int>? {
    guard let first = fixed.first else { return end..<end }
    let isLast = fixed.upperBound == pieces.count
    for position in start..<max(start, end) {
      switch pieces[first] {
      // Within a run of spaces only the first can begin the match, or else a long run would be looked at again and again.
      case .space where !isSpace(line[position]) || position > start && isSpace(line[position - 1]): continue
      case .literal(let text) where line[position] != text[0]: continue
      default: break
      }
      if let found = matchFixed(fixed, line, position, end), !isLast || found == end { return position..<found }
    }
    return nil
  }

  private func take(
    _ kind: Kind, _ line: [UInt8], _ start: Int, _ end: Int
  ) -> (value: Range<Int>, end: Int)? {
    var position = start
    switch kind {
    case .text: return nil
    case .word: while position < end, !isSpace(line[position]) { position += 1 }
    case .digits: while position < end, isDigit(line[position]) { position += 1 }
    case .mac:
      var digits = 0
      while position < end, digits < 12 {
        if isHexDigit(line[position]) {
          digits += 1
        } else if digits == 0 || !isBetweenHexDigits(line[position]) {
          return nil
        }
        position += 1
      }
      if digits < 12 { return nil }
    case .dots: while position < end, line[position] == UInt8(ascii: ".") { position += 1 }
    case .quoted:
      guard position < end, line[position] == UInt8(ascii: "\"") else { return nil }
      position += 1
      while position < end, line[position] != UInt8(ascii: "\"") {
        position += line[position] == UInt8(ascii: "\\") ? 2 : 1
      }
      return position < end ? (start + 1..<position, position + 1) : nil
    }
    return position > start ? (start..<position, position) : nil
  }
}

private func isHexDigit(_ byte: UInt8) -> Bool {
  isDigit(byte) || UInt8(ascii: "a")...UInt8(ascii: "f") ~= byte | 0x20
}

/// What stands between the digits of a hardware address. `nmcli -t` writes a backslash before each colon.
private func isBetweenHexDigits(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "\\"): true
  default: false
  }
}
