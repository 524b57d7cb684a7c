import Compliance
import Wording

/// The fields of a record as they turn up in a file, put where columns want them.
struct GatheredFields {
  /// A column that a field is for, and how much its header is preferred; 0 is most.
  struct Want {
    let column: Int
    let rank: Int
    /// Whether it is the column's own name, and the column has other headers: what stands there may be something else.
    var isFallback = false
  }

  /// What becomes of a field that turns up again in the same record under the same key.
  enum Repetition {
    /// The last value counts.
    case last
    /// Values add up in a column that is a list; in any other the last counts.
    case listsCollect
    /// Values add up; in a column that is no list, different ones are a fault.
    case collect
  }

  private struct Field {
    var key: String
    var rank: Int
    var items: [Range<Int>]
    var isContainer = false
  }

  /// The most bytes that the fields of one record hold.
  static let mostBytes = 1_048_576

  private let columns: [SourceDeclaration.Column]
  private let repetition: Repetition
  private var fields: [Field?]
  private var bytes: [UInt8] = []
  private var faults: [LocalizedText] = []

  /// Whether the record holds more than a record may.
  private(set) var isTooLarge = false

  init(_ columns: [SourceDeclaration.Column], _ repetition: Repetition) {
    self.columns = columns
    self.repetition = repetition
    fields = Array(repeating: nil, count: columns.count)
  }

  /// The columns by the folded keys that they accept.
  static func wants(_ columns: [SourceDeclaration.Column]) -> [String: [Want]] {
    var wants: [String: [Want]] = [:]
    for (index, column) in columns.enumerated() {
      for (rank, header) in (column.headers + [column.name]).enumerated() {
        wants[headerFolded(header), default: []].append(Want(column: index, rank: rank))
      }
    }
    return wants
  }

  /// Whether nothing has been put in.
  var isEmpty: Bool { bytes.isEmpty && fields.allSatisfy { $0 == nil } }

  /// Puts a value in.
  /// - Parameters:
  ///   - key: how the file names the field.
  ///   - value: its text in UTF-8.
  mutating func put(_ wants: [Want], key: @autoclosure () -> String, _ value: Span<UInt8>) {
    guard !wants.isEmpty, hasRoom(for: value.count) else { return }
    let start = bytes.count
    appendBytes(value, to: &bytes)
    for want in wants { put(want, key: key(), start..<bytes.count) }
  }

  /// Puts a value in of which only the decoding may fail: then the record is refused.
  mutating func put(
    _ wants: [Want], key: @autoclosure () -> String, decode: (inout [UInt8]) throws(ValueFault) -> Void,
    fault: () -> LocalizedText
  ) {
    guard !wants.isEmpty else { return }
    let start = bytes.count
    do throws(ValueFault) {
      try decode(&bytes)
    } catch {
      note(fault())
      return
    }
    guard hasRoom(for: 0) else { return }
    for want in wants { put(want, key: key(), start..<bytes.count) }
  }

  /// Says that a field is there, though it may turn out to hold nothing.
  mutating func open(_ want: Want, key: String) {
    guard fields[want.column].map({ want.rank < $0.rank }) ?? true else { return }
    fields[want.column] = Field(key: key, rank: want.rank, items: [])
  }

  /// Says that a field is there, and no text.
  mutating func block(_ want: Want, key: String) {
    guard !want.isFallback, fields[want.column].map({ want.rank <= $0.rank }) ?? true else { return }
    fields[want.column] = Field(key: key, rank: want.rank, items: [], isContainer: true)
  }

  /// Adds to what is wrong with the record.
  mutating func note(_ fault: LocalizedText) {
    if faults.count < 20, !faults.contains(fault) { faults.append(fault) }
  }

  private mutating func hasRoom(for count: Int) -> Bool {
    if bytes.count + count > Self.mostBytes { isTooLarge = true }
    return !isTooLarge
  }

  private mutating func put(_ want: Want, key: String, _ item: Range<Int>) {
    guard let field = fields[want.column], want.rank >= field.rank else {
      fields[want.column] = Field(key: key, rank: want.rank, items: [item])
      return
    }
    guard want.rank == field.rank, !field.isContainer else { return }
    let isAdded =
      switch repetition {
      case .last: false
      case .listsCollect: columns[want.column].type == .list
      case .collect: true
      }
    if isAdded {
      fields[want.column]?.items.append(item)
    } else {
      fields[want.column] = Field(key: key, rank: want.rank, items: [item])
    }
  }

  /// Makes the record of what was put in, and starts over.
  mutating func finish(at place: Place, _ builder: inout RecordBuilder) -> RecordReader.Step {
    builder.begin(at: place)
    if isTooLarge {
      builder.note(Wording.recordTooLarge(kibibytes: Self.mostBytes / 1024))
    } else {
      var missing: [String] = []
      for (index, column) in columns.enumerated() {
        if let field = fields[index], field.isContainer {
          builder.note(Wording.valueIsNoText(field.key))
        } else if let field = fields[index] {
          builder.read(index, header: field.key, items: field.items, of: bytes)
        } else if !column.isOptional {
          missing.append(column.headers.first ?? column.name)
        }
      }
      if !missing.isEmpty { builder.note(Wording.missingKeys(missing)) }
    }
    for fault in faults { builder.note(fault) }
    clear()
    return builder.end()
  }

  /// Starts over without making a record.
  mutating func clear() {
    for index in fields.indices { fields[index] = nil }
    bytes.removeAll(keepingCapacity: true)
    faults.removeAll(keepingCapacity: true)
    isTooLarge = false
  }
}
