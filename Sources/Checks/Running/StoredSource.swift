import Compliance
import Lua
import SiteData
import Wording

/// A source that some test sees whole, as a list or by a key. It is read once in a round, whoever reads it, and its records are kept
/// once, however many lists and indexes they stand in.
struct StoredSource {
  let declaration: SourceDeclaration
  /// What kind of record it holds.
  let kind: LuaSource
  /// Its records in the order of the files.
  let list: LuaList
  private let indexes: [(wanted: PluginCheck.Index, made: LuaIndex)]

  /// Where each record stands, in the how manyth file, and what findings call it.
  private(set) var records: [(place: Place, file: Int, subject: String)] = []
  /// What could not be read, with the number of records before it.
  private(set) var refusals: [(before: Int, problem: Problem)] = []
  /// The records whose key stood in an earlier one, by the position of the index.
  private(set) var duplicates: [(index: PluginCheck.Index, problem: Problem)] = []
  /// What was read of the files.
  private(set) var evidence: [SourceEvidence] = []

  /// Makes an empty one.
  init(
    _ declaration: SourceDeclaration, indexes wanted: [PluginCheck.Index], in zone: SiteTimeZone, _ state: LuaState
  ) throws(LuaError) {
    self.declaration = declaration
    kind = try state.addSource(columns: declaration.columns.map(\.name))
    list = try state.makeList()
    var indexes: [(PluginCheck.Index, LuaIndex)] = []
    for index in wanted {
      guard let type = declaration.columns.first(where: { $0.name == index.column })?.type else { continue }
      let made = try state.makeIndex { text in
        var bytes: [UInt8] = []
        return switch JoinKey(text, type: type, in: zone, writingTo: &bytes) {
        case .integer(let value)?: .integer(value)
        case .text(let range)?: .text(String(decoding: bytes[range], as: UTF8.self))
        case nil: nil
        }
      }
      indexes.append((index, made))
    }
    self.indexes = indexes
  }

  /// An index of it.
  subscript(_ index: PluginCheck.Index) -> LuaIndex? { indexes.first { $0.wanted == index }?.made }

  /// Reads all of it.
  mutating func fill(from reader: RecordReader, _ state: LuaState) throws(LuaError) {
    let columns = declaration.columns
    let keyColumns = indexes.map { index in columns.firstIndex { $0.name == index.wanted.column } }
    var entries =
      [LuaEntry(list)] + indexes.map { LuaEntry($0.made, onlyFirst: $0.wanted.duplicates != .all) }
    var cells = RecordCells()
    var keys: [UInt8] = []
    while true {
      switch reader.next() {
      case .record:
        let record = reader.record
        cells.fill(from: record)
        records.append((record.place, reader.evidence.count, declaration.subject(of: record)))
        keys.removeAll(keepingCapacity: true)
        for (position, column) in keyColumns.enumerated() {
          let key = column.flatMap {
            JoinKey(of: record, column: $0, type: columns[$0].type, writingTo: &keys)
          }
          entries[position + 1].key =
            switch key {
            case .integer(let value)?: .integer(value)
            case .text(let range)?: .text(range)
            case nil: .null
            }
        }
        try state.append(
          kind, number: records.count, cells: cells.cells, text: cells.text(of: record), keys: keys, to: &entries)
        for (entry, index) in zip(entries.dropFirst(), indexes) where index.wanted.duplicates == .error {
          guard let earlier = entry.earlier else { continue }
          let text = Wording.duplicateKey(column: index.wanted.column, first: records[earlier - 1].place)
          duplicates.append((index.wanted, Problem(at: record.place, text)))
        }
      case .refused(let problem), .failed(let problem): refusals.append((records.count, problem))
      case .end:
        evidence = reader.evidence
        return
      }
    }
  }
}

extension SourceDeclaration {
  /// What a finding calls a record: the subject column's cell as it is written, a person's pseudonym, or the record's place.
  func subject(of record: Record) -> String {
    if !record.subject.isEmpty { return String(decoding: record.subject, as: UTF8.self) }
    guard let subject, let index = columns.firstIndex(where: { $0.name == subject }),
      case .text(let range) = record.cells[index]
    else { return record.place.description }
    return record.text(range)
  }
}
