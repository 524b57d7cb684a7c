import Compliance
import Wording

/// Reads the records of a file of `key=value` or `key value` lines, such as hostapd.conf or the output of `sshd -T`.
///
/// A key that is followed by `=` has its value behind it; any other key is separated from its value by white space. Lines that
/// begin with `#` are comments; a `#` further on belongs to the value, because passphrases and network names may hold one.
/// A key that is repeated within a record has its last value, as in hostapd.
final class KeyValueReader: FileReader {
  private let declaration: SourceDeclaration
  private let name: String
  private let wants: [String: [GatheredFields.Want]]
  private let begins: Set<String>
  private var lines: TextLines
  private var fields: GatheredFields
  private var isOpen = false
  private var isDone = false
  private var counts = (records: 0, refused: 0)

  /// The line where the current record begins; nil if there is none yet.
  private var recordLine: Int?
  /// Whether a line that begins a record is part of the current one.
  private var hasBegun = false

  init(_ file: SourceFile, of declaration: SourceDeclaration, chunkSize: Int) {
    self.declaration = declaration
    name = file.name
    lines = TextLines(file, chunkSize: chunkSize)
    begins = Set(declaration.begins.map(headerFolded))
    wants = GatheredFields.wants(declaration.columns)
    fields = GatheredFields(declaration.columns, .last)
  }

  func evidence() -> SourceEvidence? {
    SourceEvidence(
      source: declaration.id, file: name, sha256: lines.finish(), encoding: lines.encodingName, records: counts.records,
      refused: counts.refused, skipped: 0)
  }

  func next(_ builder: inout RecordBuilder) -> RecordReader.Step? {
    if isDone { return nil }
    if !isOpen {
      isOpen = true
      if let fault = lines.open(declared: declaration.encoding) { return fail(fault, line: nil) }
    }
    while true {
      switch lines.next() {
      case .tooLong: return refuse(Wording.longLine)
      case .unreadable(let failure): return fail(failure.text, line: lines.number + 1)
      case .end:
        isDone = true
        return recordLine == nil ? nil : finish(&builder)
      case .line:
        switch parse() {
        case .nothing: break
        case .broken(let text): return refuse(text)
        case .pair(let key, let value):
          if begins.contains(headerFolded(key)) {
            if hasBegun {
              lines.holdBack()
              return finish(&builder)
            }
            hasBegun = true
            recordLine = lines.number
          }
          recordLine = recordLine ?? lines.number
          put(key, value)
        }
      }
    }
  }

  private func put(_ key: String, _ value: Range<Int>) {
    fields.put(wants[headerFolded(key)] ?? [], key: key) { bytes throws(ValueFault) in
      try lines.decode(value, to: &bytes)
    } fault: {
      Wording.undecodableCell(header: key, encoding: lines.encodingName)
    }
  }

  private func fail(_ text: LocalizedText, line: Int?) -> RecordReader.Step {
    isDone = true
    return .failed(Problem(at: Place(file: name, line: line), text))
  }

  private func refuse(_ text: LocalizedText) -> RecordReader.Step {
    counts.refused += 1
    return .refused(Problem(at: Place(file: name, line: lines.number), text))
  }

  /// Ends the record that has been gathered.
  private func finish(_ builder: inout RecordBuilder) -> RecordReader.Step {
    let step = fields.finish(at: Place(file: name, line: hasBegun ? recordLine : 1), &builder)
    (recordLine, hasBegun) = (nil, false)
    if case .record = step { counts.records += 1 } else { counts.refused += 1 }
    return step
  }

  private enum ParsedLine {
    case nothing
    case pair(key: String, value: Range<Int>)
    case broken(LocalizedText)
  }

  private func parse() -> ParsedLine {
    let text = trimmed(lines.raw, lines.raw.indices)
    let line = lines.raw[text]
    guard let first = line.first, first != UInt8(ascii: "#") else { return .nothing }
    guard let keyEnd = line.firstIndex(where: { isSpace($0) || $0 == UInt8(ascii: "=") }), keyEnd > text.lowerBound,
      line[..<keyEnd].allSatisfy(isKeyByte)
    else { return .broken(Wording.notKeyValue) }
    var value = line[keyEnd...].drop(while: isSpace)
    if value.first == UInt8(ascii: "=") { value = value.dropFirst().drop(while: isSpace) }
    var key: [UInt8] = []
    do throws(ValueFault) {
      try lines.decode(text.lowerBound..<keyEnd, to: &key)
    } catch {
      return .broken(lines.undecodable)
    }
    return .pair(key: String(decoding: key, as: UTF8.self), value: value.indices)
  }
}

/// Letters, digits, and what stands between the words of a key; brackets and quotes belong to other formats.
private func isKeyByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...0xFF:
    true
  case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "/"),
    UInt8(ascii: "@"):
    true
  default: false
  }
}
