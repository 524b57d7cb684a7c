import Compliance
import StrictYAML
import Wording

/// A value of a JSON text (RFC 8259).
enum JSONValue: Sendable {
  case object([(key: String, value: JSONValue)])
  case list([JSONValue])
  case text(String)
  /// A number as it is written.
  case number(String)
  case boolean(Bool)
  case null
}

/// Reads a JSON text that others wrote.
///
/// Not `JSONDecoder`, which neither says where a text breaks nor sees that a key is there twice, and which takes three times
/// as long as the rest of an import.
struct JSONParser {
  /// How deep lists and objects may lie within each other, as in ``YAMLDocument``: what is read must be writable as YAML.
  static let deepestNesting = 64

  private struct Broken: Error {}

  private let file: String
  private let bytes: [UInt8]
  private let log: ProblemLog
  private var position = 0
  private var depth = 0

  /// Reads a whole text; nil if its notation is broken, which is then reported with its line and column.
  static func parse(_ bytes: [UInt8], file: String, _ log: ProblemLog) -> JSONValue? {
    var parser = JSONParser(file: file, bytes: bytes, log: log)
    do {
      return try parser.document()
    } catch {
      return nil
    }
  }

  private init(file: String, bytes: [UInt8], log: ProblemLog) {
    self.file = file
    self.bytes = bytes
    self.log = log
  }

  private mutating func document() throws(Broken) -> JSONValue {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    if bytes.starts(with: mark) { position = mark.count }
    let value = try value()
    skipSpace()
    guard position == bytes.count else { throw broken(.textBehindTheEnd) }
    return value
  }

  private mutating func value() throws(Broken) -> JSONValue {
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return try nested { parser throws(Broken) in try parser.object() }
    case UInt8(ascii: "["): return try nested { parser throws(Broken) in try parser.list() }
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"): return try number()
    case let byte? where UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte: return try number()
    case nil: throw broken(.unexpectedEnd)
    default: throw broken(.valueExpected)
    }
  }

  private mutating func nested(
    _ read: (inout JSONParser) throws(Broken) -> JSONValue
  ) throws(Broken) -> JSONValue {
    guard depth < Self.deepestNesting else { throw broken(.tooDeep(limit: Self.deepestNesting)) }
    depth += 1
    position += 1
    let value = try read(&self)
    depth -= 1
    return value
  }

  private mutating func object() throws(Broken) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = []
    var keys: Set<String> = []
    skipSpace()
    if take(UInt8(ascii: "}")) { return .object(members) }
    while true {
      skipSpace()
      let start = position
      guard next == UInt8(ascii: "\"") else { throw broken(next == nil ? .unexpectedEnd : .keyExpected) }
      let key = try text()
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw broken(next == nil ? .unexpectedEnd : .colonExpected) }
      let value = try value()
      if keys.insert(key).inserted {
        members.append((key, value))
      } else if !log.isFull {
        log.report(at: place(of: start), Wording.jsonDuplicateKey(key))
      }
      skipSpace()
      if take(UInt8(ascii: "}")) { return .object(members) }
      guard take(UInt8(ascii: ",")) else { throw broken(next == nil ? .unexpectedEnd : .commaExpected) }
    }
  }

  private mutating func list() throws(Broken) -> JSONValue {
    var items: [JSONValue] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return .list(items) }
    while true {
      items.append(try value())
      skipSpace()
      if take(UInt8(ascii: "]")) { return .list(items) }
      guard take(UInt8(ascii: ",")) else { throw broken(next == nil ? .unexpectedEnd : .commaExpected) }
    }
  }

  private mutating func text() throws(Broken) -> String {
    let start = position
    position += 1
    var text = ""
    while true {
      let run = position
      while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { position += 1 }
      // No escape or quotation mark lies within a character: all bytes of those outside of ASCII are above 0x7F.
      guard let part = String(validating: bytes[run..<position], as: UTF8.self) else {
        throw broken(.notUTF8, at: run)
      }
      text += part
      if take(UInt8(ascii: "\"")) { return text }
      switch next {
      case UInt8(ascii: "\\"): text.unicodeScalars.append(try escape())
      case nil: throw broken(.unclosedText, at: start)
      default: throw broken(.controlCharacter)
      }
    }
  }

  private mutating func escape() throws(Broken) -> Unicode.Scalar {
    let start = position
    position += 1
    guard let letter = next else { throw broken(.unexpectedEnd) }
    position += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      guard let unit = codeUnit() else { throw broken(.badEscape, at: start) }
      if let scalar = Unicode.Scalar(unit) { return scalar }
      // A character beyond U+FFFF is written as two surrogates (RFC 8259, 7).
      guard 0xD800..<0xDC00 ~= unit, take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")), let low = codeUnit(),
        0xDC00..<0xE000 ~= low,
        let scalar = Unicode.Scalar(0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(low) - 0xDC00))
      else { throw broken(.badEscape, at: start) }
      return scalar
    default: throw broken(.badEscape, at: start)
    }
  }

  /// Four hexadecimal digits.
  private mutating func codeUnit() -> UInt16? {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let digit = next.flatMap({ Character(Unicode.Scalar($0)).hexDigitValue }) else { return nil }
      unit = unit << 4 | UInt16(digit)
      position += 1
    }
    return unit
  }

  private mutating func number() throws(Broken) -> JSONValue {
    let start = position
    _ = take(UInt8(ascii: "-"))
    let whole = digits()
    guard whole == 1 || whole > 1 && bytes[position - whole] != UInt8(ascii: "0") else {
      throw broken(.badNumber, at: start)
    }
    if take(UInt8(ascii: ".")), digits() == 0 { throw broken(.badNumber, at: start) }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      if digits() == 0 { throw broken(.badNumber, at: start) }
    }
    return .number(String(decoding: bytes[start..<position], as: UTF8.self))
  }

  private mutating func digits() -> Int {
    let start = position
    while let byte = next, UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte { position += 1 }
    return position - start
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(Broken) -> JSONValue {
    let letters = word.description.utf8
    guard bytes[position...].starts(with: letters) else { throw broken(.valueExpected) }
    position += letters.count
    return value
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  private func broken(_ fault: Wording.JSONFault, at offset: Int? = nil) -> Broken {
    log.report(at: place(of: offset ?? position), Wording.jsonSyntax(fault))
    return Broken()
  }

  private func place(of offset: Int) -> Place {
    let before = bytes[..<offset]
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let line = before.reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
    let column = String(decoding: before[lineStart...], as: UTF8.self).unicodeScalars.count + 1
    return Place(file: file, line: line, column: column)
  }
}
