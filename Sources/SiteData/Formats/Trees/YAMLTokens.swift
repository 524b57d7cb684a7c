import Compliance
import StrictYAML
import Wording

/// A YAML file as a document. It is read whole, up to 8 MiB, by the same strict reader as Tenken's own files: one document,
/// UTF-8, no anchors, aliases or tags, no name twice.
struct YAMLTokens: TreeTokens {
  private enum Pending {
    case node(YAMLNode)
    case key(String, Place)
    case endObject
    case endList
  }

  private let name: String
  private let declared: TextEncoding?
  private var input: ByteInput
  private var isOpen = false
  /// What is still to be told, the next piece last.
  private var pending: [Pending] = []

  private(set) var text: [UInt8] = []
  private(set) var place: (line: Int, column: Int?) = (1, nil)
  let encodingName = Charset.utf8.name

  init(_ file: SourceFile, declared: TextEncoding?, chunkSize: Int) {
    name = file.name
    self.declared = declared
    input = ByteInput(file, chunkSize: chunkSize)
  }

  mutating func finish() -> String? { input.finish() }
  mutating func takeNotes() -> [TreeFault] { [] }
  mutating func recover() -> Bool { false }

  mutating func next() throws(TreeFault) -> TreeToken {
    if !isOpen { try open() }
    switch pending.popLast() {
    case nil: return .end
    case .endObject: return .endObject
    case .endList: return .endList
    case .key(let key, let place):
      move(to: place)
      text = Array(key.utf8)
      return .key
    case .node(let node):
      move(to: node.place)
      return tell(node)
    }
  }

  private mutating func move(to place: Place) {
    self.place = (place.line ?? 1, place.column)
  }

  private mutating func tell(_ node: YAMLNode) -> TreeToken {
    switch node.content {
    case .scalar(let text, _):
      if node.isAbsent { return .null }
      self.text = Array(text.utf8)
      return .value
    case .sequence(let items):
      pending.append(.endList)
      for item in items.reversed() { pending.append(.node(item)) }
      return .beginList
    case .mapping(let entries):
      pending.append(.endObject)
      for entry in entries.reversed() {
        pending.append(.node(entry.value))
        pending.append(.key(entry.key, entry.place))
      }
      return .beginObject
    case .refused:
      return .null
    }
  }

  private mutating func open() throws(TreeFault) {
    isOpen = true
    let bytes = try input.readWhole(declared: declared, atMost: YAMLDocument.largestSize)
    // A file with nothing but comments has no records, which is no fault of its notation.
    if bytes.isEmpty { return }
    let document = YAMLDocument(file: name, bytes: bytes)
    guard let first = document.problems.first else {
      if let root = document.root { pending.append(.node(root)) }
      return
    }
    let others = document.problems.dropFirst().prefix(10).map { problem in
      Wording.sentences([Wording.onLine(problem.place.line ?? 1), problem.text])
    }
    throw TreeFault(
      line: first.place.line, column: first.place.column, text: Wording.sentences([first.text] + others), isFinal: true)
  }
}

extension SourceFile {
  /// The file itself, or what is packed in it with gzip or in a ZIP file: all of it, for formats that are not read from the first byte to
  /// the last.
  func unpacked(atMost limit: Int) throws(TreeFault) -> SourceFile {
    guard member != nil || isGzip(self) else { return self }
    var input = ByteInput(self, chunkSize: ByteInput.usualChunkSize)
    return holding(try input.readAll(atMost: limit))
  }
}

extension ByteInput {
  /// Reads all of a file that is not large, in UTF-8 unless its bytes are something else.
  mutating func readWhole(declared: TextEncoding?, atMost limit: Int) throws(TreeFault) -> [UInt8] {
    let signature = open(declared: declared)
    if signature.content == .workbook { throw TreeFault(line: nil, column: nil, text: Wording.workbook, isFinal: true) }
    return try readAll(atMost: limit)
  }

  /// Reads all of a file that is not large, as it stands.
  mutating func readAll(atMost limit: Int) throws(TreeFault) -> [UInt8] {
    fill(atLeast: limit + 1)
    if let failure { throw TreeFault(line: nil, column: nil, text: failure.text, isFinal: true) }
    guard available <= limit else {
      throw TreeFault(line: nil, column: nil, text: Wording.fileTooLarge(mebibytes: limit >> 20), isFinal: true)
    }
    return Array(window[position..<end])
  }
}
