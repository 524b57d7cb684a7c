import Compliance
import Wording

/// Reads the records of a file of `key=value` or `key value` lines, such as hostapd.conf or the output of `sshd -T`.
///
/// A key that is followed by `=` has its value behind it; any other key is separated from its value by white space. Lines that
/// begin with `#` are comments; a `#` further on belongs to the value, because passphrases and network names may hold one.
/// A key that is repeated within a record has its last value, as in hostapd.
final class KeyValueReader: FileReader {
  /// The value that a column has so far in the record.
  private struct Value {
    var raw: [UInt8]
    var key: String
    var rank: Int
    var line: Int
  }

  private let declaration: SourceDeclaration
  private let name: String
  private let keys: [String: [(column: Int, rank: Int)]]
  private let begins: Set<String>
  private var input: ByteInput
  private var charset: Charset?
  private var encodingName = Charset.utf8.name
  private var isOpen = false
  private var isDone = false
  private var line = 1
  private var counts = (records: 0, refused: 0)

  /// The line where the current record begins; nil if there is none yet.
  private var recordLine: Int?
  /// Whether a line that begins a record is part of the current one.
  private var hasBegun = false
  private var values: [Value?]

  private static let longestLine = 65_536

  init(_ file: SourceFile, of declaration: SourceDeclaration, chunkSize: Int) {
    self.declaration = declaration
    name = file.name
    input = ByteInput(file, chunkSize: chunkSize)
    begins = Set(declaration.begins.map(headerFolded))
    values = Array(repeating: nil, count: declaration.columns.count)
    var keys: [String: [(column: Int, rank: Int)]] = [:]
    for (index, column) in declaration.columns.enumerated() {
      for (rank, header) in (column.headers + [column.name]).enumerated() {
        keys[headerFolded(header), default: []].append((index, rank))
      }
    }
    self.keys = keys
  }

  func evidence() -> SourceEvidence? {
    SourceEvidence(
      source: declaration.id, file: name, sha256: input.finish(), encoding: encodingName, records: counts.records,
      refused: counts.refused, skipped: 0)
  }

  func next(_ builder: inout RecordBuilder) -> RecordReader.Step? {
    if isDone { return nil }
    if !isOpen, let problem = open() {
      isDone = true
      return .failed(problem)
    }
    while let length = lineLength() {
      if input.failure != nil, length >= input.available { break }
      if length > Self.longestLine { return refuse(Wording.longLine) }
      let raw = Array(input.window[input.position..<input.position + length])
      if charset == nil, raw.contains(where: { $0 >= 0x80 }) {
        let detected = input.detectCharset()
        (charset, encodingName) = (detected, detected.name)
      }
      switch parse(raw) {
      case .nothing: break
      case .broken(let text): return refuse(text)
      case .pair(let key, let value):
        let form = headerFolded(key)
        if begins.contains(form) {
          if hasBegun { return finish(&builder) }  // the line stays where it is, for the next record
          hasBegun = true
          recordLine = line
        }
        recordLine = recordLine ?? line
        for (column, rank) in keys[form] ?? [] where values[column].map({ rank <= $0.rank }) ?? true {
          values[column] = Value(raw: value, key: key, rank: rank, line: line)
        }
      }
      input.skipLine()
      line += 1
    }
    isDone = true
    if let code = input.failure {
      return .failed(Problem(at: Place(file: name, line: line), Wording.readError(code: code)))
    }
    return recordLine == nil ? nil : finish(&builder)
  }

  private func open() -> Problem? {
    isOpen = true
    let signature = input.open(declared: declaration.encoding)
    (charset, encodingName) = signature.encoding(declared: declaration.encoding)
    return signature.content == .workbook ? Problem(at: Place(file: name), Wording.workbook) : nil
  }

  // MARK: Records

  private func refuse(_ text: LocalizedText) -> RecordReader.Step {
    let problem = Problem(at: Place(file: name, line: line), text)
    counts.refused += 1
    input.skipLine()
    line += 1
    return .refused(problem)
  }

  /// Ends the record that has been gathered.
  private func finish(_ builder: inout RecordBuilder) -> RecordReader.Step {
    builder.begin(at: Place(file: name, line: hasBegun ? recordLine : 1))
    var missing: [String] = []
    for (index, column) in declaration.columns.enumerated() {
      guard let value = values[index] else {
        if !column.isOptional { missing.append(column.headers.first ?? column.name) }
        continue
      }
      builder.read(index, header: value.key) { bytes throws(ValueFault) in
        try decode(value.raw, to: &bytes)
      }
    }
    if !missing.isEmpty { builder.note(Wording.missingKeys(missing)) }
    values = Array(repeating: nil, count: declaration.columns.count)
    (recordLine, hasBegun) = (nil, false)
    let step = builder.end()
    if case .record = step { counts.records += 1 } else { counts.refused += 1 }
    return step
  }

  // MARK: Lines

  private enum ParsedLine {
    case nothing
    case pair(key: String, value: [UInt8])
    case broken(LocalizedText)
  }

  /// The bytes to the end of the line at the input's position, without the line break; nil at the end of the file. More than
  /// the longest line if it is longer.
  private func lineLength() -> Int? {
    var length = 0
    while true {
      while length < input.available {
        let byte = input.window[input.position + length]
        if byte == 0x0A || byte == 0x0D || length > Self.longestLine { return length }
        length += 1
      }
      if input.isAtEnd { return length > 0 ? length : nil }
      input.fill(atLeast: length + 1)
    }
  }

  private func parse(_ raw: [UInt8]) -> ParsedLine {
    let text = trimmed(raw, 0..<raw.count)
    guard let first = raw[text].first, first != UInt8(ascii: "#") else { return .nothing }
    let line = raw[text]
    guard let keyEnd = line.firstIndex(where: { isSpace($0) || $0 == UInt8(ascii: "=") }), keyEnd > text.lowerBound,
      line[..<keyEnd].allSatisfy(isKeyByte)
    else { return .broken(Wording.notKeyValue) }
    var value = line[keyEnd...].drop(while: isSpace)
    if value.first == UInt8(ascii: "=") { value = value.dropFirst().drop(while: isSpace) }
    var key: [UInt8] = []
    do throws(ValueFault) {
      try decode(Array(line[..<keyEnd]), to: &key)
    } catch {
      return .broken(Wording.undecodableRow(line: self.line, encoding: encodingName))
    }
    return .pair(key: String(decoding: key, as: UTF8.self), value: Array(value))
  }

  private func decode(_ raw: [UInt8], to bytes: inout [UInt8]) throws(ValueFault) {
    guard raw.contains(where: { $0 >= 0x80 }) else {
      bytes.append(contentsOf: raw)
      return
    }
    try (charset ?? .utf8).append(raw.span, to: &bytes)
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
