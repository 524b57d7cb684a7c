import Compliance
import Glibc

@testable import SiteData

/// Any bytes are read as a file of any format to their end: records whose cells are text, or problems that have words. How many bytes
/// are read at a time makes no difference.
///
/// The first byte chooses the format, by its letter in `formats`; the second, how many bytes are read at a time.
@_cdecl("LLVMFuzzerTestOneInput")
public func readSiteData(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  // libFuzzer promises `count` readable bytes at `start`; they are copied here.
  let input = Array(UnsafeBufferPointer(start: start, count: count))
  guard input.count > 2, let declaration = formats[input[0]] else { return -1 }
  let file = SourceFile(name: "data/fuzzed", owning: open("/dev/null", O_RDONLY)).holding(Array(input.dropFirst(2)))
  let whole = read(file, declaration, chunkSize: ByteInput.usualChunkSize)
  let chunked = read(file, declaration, chunkSize: 1 + Int(input[1] % 61))
  precondition(whole == chunked, "it matters how many bytes are read at a time: \(whole) or \(chunked)")
  return 0
}

/// What reading gave, as far as it can be compared.
private func read(_ file: SourceFile, _ declaration: SourceDeclaration, chunkSize: Int) -> [String] {
  let reader = RecordReader(
    declaration, files: [file], timeZone: .japan, pseudonyms: nil, today: CalendarDate(year: 2026, month: 11, day: 21),
    chunkSize: chunkSize)
  var steps: [String] = []
  while true {
    switch reader.next() {
    case .record:
      let record = reader.record
      steps.append("\(record.place) " + record.cells.map { text(of: $0, in: record) }.joined(separator: "|"))
    case .refused(let problem), .failed(let problem):
      precondition(!problem.text.ja.isEmpty && !problem.text.en.isEmpty, "a problem without words")
      precondition(problem.place.file.hasPrefix("data/fuzzed"), "a problem elsewhere: \(problem.place)")
      steps.append("\(problem.place) \(problem.text.en)")
    case .end:
      precondition(reader.evidence.count == 1, "no evidence of the file")
      return steps
    }
  }
}

private func text(of cell: Cell, in record: Record) -> String {
  func checked(_ range: Range<Int>) -> String {
    guard let text = String(validating: record.bytes[range], as: UTF8.self) else {
      preconditionFailure("a cell is no text")
    }
    return text
  }
  switch cell {
  case .null: return "-"
  case .boolean(let value): return "\(value)"
  case .integer(let value): return "\(value)"
  case .number(let value):
    precondition(value.isFinite, "a number has no value")
    return "\(value)"
  case .text(let range): return checked(range)
  case .list(let ranges): return ranges.map(checked).joined(separator: ",")
  }
}

/// Columns of every type, all of which may be absent.
private func columns(_ headers: [String] = []) -> [SourceDeclaration.Column] {
  ColumnType.allCases.enumerated().map { index, type in
    let other = headers.indices.contains(index) ? [headers[index]] : []
    return SourceDeclaration.Column(name: type.rawValue, type: type, isOptional: true, headers: other)
  }
}

private func declaration(
  _ format: SourceFormat, _ columns: [SourceDeclaration.Column] = columns(), begins: [String] = [],
  layout: SourceLayout = SourceLayout()
) -> SourceDeclaration {
  SourceDeclaration(
    id: "fuzzed", title: LocalizedText(verbatim: "fuzzed"), origin: .data("fuzzed"), format: format,
    subject: columns.first?.name, begins: begins, layout: layout, columns: columns)
}

private func named(_ names: [String]) -> [SourceDeclaration.Column] {
  names.map { SourceDeclaration.Column(name: $0, type: $0 == "time" ? .datetime : .string, isOptional: true) }
}

private let repeating =
  columns() + [
    SourceDeclaration.Column(
      name: "same", type: .keyword, isOptional: true, sameAsAbove: .blanks),
    SourceDeclaration.Column(name: "mark", type: .date, isOptional: true, sameAsAbove: .marks),
  ]

private let formats: [UInt8: SourceDeclaration] = Dictionary(
  uniqueKeysWithValues: [
    ("c", declaration(.csv, repeating)), ("t", declaration(.tsv)), ("e", declaration(.xlsx)),
    ("d", declaration(.csv, layout: SourceLayout(member: "*.csv"))),
    ("k", declaration(.keyValue, begins: ["bss", "string"])),
    (
      "j",
      declaration(
        .json, columns(["name", "a.b", "a[0]", "a[*].b", "@key", "@value", "*"]), layout: SourceLayout(records: "$.*.d")
      )
    ),
    ("J", declaration(.jsonLines)),
    (
      "x",
      declaration(.xml, columns(["@a", "b", "b/c", "b[@a='x']/@c", "*/c", "."]), layout: SourceLayout(records: "/*/d"))
    ),
    ("y", declaration(.yaml)), ("o", declaration(.toml, layout: SourceLayout(records: "$.*"))),
    ("i", declaration(.ini)),
    ("u", declaration(.uci, columns(["@type", "@name", "ssid"]))),
    ("s", declaration(.syslog, named(SyslogLine.columns))),
    ("p", declaration(.passwd, named(AccountTable.passwd.columns))),
    ("w", declaration(.shadow, named(AccountTable.shadow.columns))),
    ("g", declaration(.group, named(AccountTable.group.columns))),
    (
      "l",
      declaration(
        .lines, named(["client", "time", "request", "status"]),
        layout: SourceLayout(
          patterns: ["{client} {} {} [{time}] {request:quoted} {status:digits}{}", "{client:word}: {status}"],
          skipsOthers: true))
    ),
    (
      "b",
      declaration(
        .blocks, named(["bssid", "ssid", "signal"]), begins: ["BSS {bssid}(on {}){}", "BSSID{:dots} {bssid}"],
        layout: SourceLayout(patterns: ["SSID: {ssid}", "signal: {signal} dBm"]))
    ),
    ("q", declaration(.sqlite, layout: SourceLayout(table: "t"))),
    ("Q", declaration(.sqlite, layout: SourceLayout(query: "SELECT * FROM t WHERE string > 'a' ORDER BY 1"))),
  ].map { ($0.utf8.first ?? 0, $1) })
