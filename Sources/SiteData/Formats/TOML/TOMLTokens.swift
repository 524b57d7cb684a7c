import Compliance
import Wording

/// A TOML file as a document. It is read whole, up to 8 MiB: a table may be added to on any later line.
struct TOMLTokens: TreeTokens {
  private enum Pending {
    case value(TOMLValue)
    case table(TOMLTable)
    case key(TOMLTable.Entry)
    case endObject
    case endList
  }

  /// The largest file, in bytes.
  static let largestSize = 8 << 20

  private let declared: TextEncoding?
  private var input: ByteInput
  private var isOpen = false
  /// What is still to be told, the next piece last.
  private var pending: [Pending] = []

  private(set) var text: [UInt8] = []
  private(set) var place: (line: Int, column: Int?) = (1, nil)
  let encodingName = Charset.utf8.name

  init(_ file: SourceFile, declared: TextEncoding?, chunkSize: Int) {
    self.declared = declared
    input = ByteInput(file, chunkSize: chunkSize)
  }

  mutating func finish() -> String? { input.finish() }
  mutating func takeNotes() -> [TreeFault] { [] }
  mutating func recover() -> Bool { false }

  mutating func next() throws(TreeFault) -> TreeToken {
    if !isOpen {
      isOpen = true
      let root = try TOMLDocument.read(try input.readWhole(declared: declared, atMost: Self.largestSize))
      // A file with nothing but comments has no records, which is no fault of its notation.
      if !root.entries.isEmpty { pending.append(.table(root)) }
    }
    switch pending.popLast() {
    case nil: return .end
    case .endObject: return .endObject
    case .endList: return .endList
    case .key(let entry):
      place = (entry.line, entry.column)
      text = entry.name
      return .key
    case .table(let table): return tell(table)
    case .value(let value):
      place = (value.line, value.column)
      switch value.content {
      case .scalar(let text):
        self.text = text
        return .value
      case .table(let table): return tell(table)
      case .list(let values): return tell(values.map { .value($0) })
      case .tables(let list): return tell(list.tables.map { .table($0) })
      }
    }
  }

  private mutating func tell(_ list: [Pending]) -> TreeToken {
    pending.append(.endList)
    pending.append(contentsOf: list.reversed())
    return .beginList
  }

  private mutating func tell(_ table: TOMLTable) -> TreeToken {
    place = (table.line, table.column)
    pending.append(.endObject)
    for entry in table.entries.reversed() {
      pending.append(.value(entry.value))
      pending.append(.key(entry))
    }
    return .beginObject
  }
}
