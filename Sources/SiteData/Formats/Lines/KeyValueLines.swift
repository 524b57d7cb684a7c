import Compliance
import Wording

/// A file of `key=value` or `key value` lines, such as hostapd.conf or the output of `sshd -T`.
///
/// A key that is followed by `=` has its value behind it; any other key is separated from its value by white space. Lines that
/// begin with `#` are comments; a `#` further on belongs to the value, because passphrases and network names may hold one.
/// A key that is repeated within a record has its last value, as in hostapd.
struct KeyValueLines: LineFormat {
  // A value that cannot be decoded harms its column alone, and a comment nothing.
  static let decodes = false

  private let wants: [String: [GatheredFields.Want]]
  private let begins: Set<String>
  private var fields: GatheredFields
  /// The line where the current record begins; nil if there is none yet.
  private var recordLine: Int?
  /// Whether a line that begins a record is part of the current one.
  private var hasBegun = false

  init(_ declaration: SourceDeclaration) {
    begins = Set(declaration.begins.map(headerFolded))
    wants = GatheredFields.wants(declaration.columns)
    fields = GatheredFields(declaration.columns, .last)
  }

  mutating func take(_ lines: inout TextLines, at place: Place, _ builder: inout RecordBuilder) -> LineStep {
    switch parse(lines) {
    case .nothing: return .passed
    case .broken(let text): return .refused(text)
    case .pair(let key, let value):
      let form = headerFolded(key)
      if begins.contains(form) {
        if hasBegun {
          lines.holdBack()
          return finish(in: place.file, &builder).map { .made($0) } ?? .passed
        }
        hasBegun = true
        recordLine = lines.number
      }
      recordLine = recordLine ?? lines.number
      fields.put(wants[form] ?? [], key: key) { bytes throws(ValueFault) in
        try lines.decode(value, to: &bytes)
      } fault: {
        Wording.undecodableCell(header: key, encoding: lines.encodingName)
      }
      return .passed
    }
  }

  /// Ends the record that has been gathered.
  mutating func finish(in file: String, _ builder: inout RecordBuilder) -> RecordReader.Step? {
    guard let recordLine else { return nil }
    let step = fields.finish(at: Place(file: file, line: hasBegun ? recordLine : 1), &builder)
    (self.recordLine, hasBegun) = (nil, false)
    return step
  }

  private enum ParsedLine {
    case nothing
    case pair(key: String, value: Range<Int>)
    case broken(LocalizedText)
  }

  private func parse(_ lines: TextLines) -> ParsedLine {
    let raw = lines.raw
    let text = trimmed(raw, raw.indices)
    let line = raw[text]
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
