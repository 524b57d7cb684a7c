import Compliance
import Glibc
import Testing

@testable import SiteData

/// What a pass over a source gave, step by step, in a form that can be compared.
enum Seen: Equatable {
  case record(line: Int, [Value])
  case refused(line: Int?, String)
  case failed(line: Int?, String)

  var line: Int? {
    switch self {
    case .record(let line, _): line
    case .refused(let line, _), .failed(let line, _): line
    }
  }

  var problem: String? {
    switch self {
    case .record: nil
    case .refused(_, let text), .failed(_, let text): text
    }
  }

  var isRefused: Bool { if case .refused = self { true } else { false } }
  var isFailed: Bool { if case .failed = self { true } else { false } }
}

/// The value of a cell without its place in a buffer.
enum Value: Equatable {
  case null
  case boolean(Bool)
  case integer(Int64)
  case number(Double)
  case text(String)
  case list([String])

  init(_ cell: Cell, _ record: Record) {
    switch cell {
    case .null: self = .null
    case .boolean(let value): self = .boolean(value)
    case .integer(let value): self = .integer(value)
    case .number(let value): self = .number(value)
    case .text(let range): self = .text(record.text(range))
    case .list(let ranges): self = .list(ranges.map(record.text))
    }
  }
}

extension Value: ExpressibleByStringLiteral {
  init(stringLiteral value: String) { self = .text(value) }
}

/// A file without a name in any folder that holds bytes.
func file(_ bytes: [UInt8], name: String = "data/ledger.csv") throws -> SourceFile {
  var template = Array("/tmp/tenken-ledger-XXXXXX".utf8CString)
  let descriptor = mkstemp(&template)
  try #require(descriptor >= 0)
  unlink(template)
  let file = SourceFile(name: name, owning: descriptor)
  var written = 0
  while written < bytes.count {
    let count = bytes[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    try #require(count > 0)
    written += count
  }
  return file
}

/// Runs a reader to its end.
func steps(_ reader: RecordReader) -> [Seen] {
  var seen: [Seen] = []
  while true {
    switch reader.next() {
    case .record:
      let record = reader.record
      seen.append(.record(line: record.place.line ?? 0, record.cells.map { Value($0, record) }))
    case .refused(let problem): seen.append(.refused(line: problem.place.line, problem.text.ja))
    case .failed(let problem): seen.append(.failed(line: problem.place.line, problem.text.ja))
    case .end: return seen
    }
  }
}

/// Reads bytes as a source.
func read(
  _ bytes: [UInt8], _ declaration: SourceDeclaration, pseudonyms: Pseudonyms? = nil,
  chunkSize: Int = ByteInput.usualChunkSize
) throws -> (seen: [Seen], evidence: SourceEvidence) {
  let reader = RecordReader(
    declaration, files: [try file(bytes)], timeZone: .japan, pseudonyms: pseudonyms, chunkSize: chunkSize)
  let seen = steps(reader)
  return (seen, try #require(reader.evidence.first))
}

/// Reads a text as a source.
func read(_ text: String, _ declaration: SourceDeclaration) throws -> [Seen] {
  try read(Array(text.utf8), declaration).seen
}

typealias Column = SourceDeclaration.Column

/// A source with columns.
func source(
  _ columns: [Column], format: SourceFormat = .csv, encoding: TextEncoding? = nil, file: String = "ledger.csv",
  origin: SourceOrigin? = nil, begins: [String] = [], layout: SourceLayout = SourceLayout()
) -> SourceDeclaration {
  SourceDeclaration(
    id: "ledger", title: LocalizedText(verbatim: "台帳"), origin: origin ?? .data(file), format: format,
    encoding: encoding, begins: begins, layout: layout, columns: columns)
}

/// Three columns as ledgers have them.
let accessPoints = source([
  Column(name: "name", type: .string, headers: ["機器名", "AP名"]),
  Column(name: "encryption", type: .keyword, headers: ["暗号化方式"]),
  Column(name: "retired_on", type: .date, isOptional: true, headers: ["撤去日"]),
])

/// Text in CP932, by the C library's converter and not ours.
func cp932(_ text: String) throws -> [UInt8] {
  try #require(converted(Array(text.utf8), from: "UTF-8", to: "CP932"))
}

/// Bytes converted by iconv(3); nil if they are not valid in the one or not in the other.
func converted(_ bytes: [UInt8], from: String, to: String) -> [UInt8]? {
  let converter = iconv_open(to, from)
  defer { iconv_close(converter) }
  var input = bytes.map { CChar(bitPattern: $0) }
  var output = [CChar](repeating: 0, count: bytes.count * 4 + 16)
  var outputLeft = output.count
  let result = input.withUnsafeMutableBufferPointer { input in
    output.withUnsafeMutableBufferPointer { output in
      var (from, fromLeft) = (input.baseAddress, input.count)
      var to = output.baseAddress
      return iconv(converter, &from, &fromLeft, &to, &outputLeft)
    }
  }
  if result == -1 { return nil }
  return output.prefix(output.count - outputLeft).map { UInt8(bitPattern: $0) }
}

/// Text in UTF-16.
func utf16(_ text: String, bigEndian: Bool = false, mark: Bool = true) -> [UInt8] {
  ((mark ? "\u{FEFF}" : "") + text).utf16.flatMap { unit in
    bigEndian ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
  }
}

/// A generator of numbers that are the same in every run.
struct Generator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// The value of a text that stands in a cell.
func value(_ text: String, _ type: ColumnType) throws(ValueFault) -> Value {
  let (cell, bytes) = try parseValue(text, as: type, in: .japan)
  return Value(cell, Record(place: Place(file: ""), cells: [], bytes: bytes))
}
