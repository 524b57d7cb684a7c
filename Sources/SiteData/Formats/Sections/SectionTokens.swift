import Compliance
import Wording

/// What a line of a file of sections says.
enum SectionLine {
  case nothing
  /// A section begins; its members stand in the line itself.
  case section([UInt8], members: [(name: String, value: [UInt8])])
  case entry(name: [UInt8], value: [UInt8])
  case broken(LocalizedText)
}

/// How the lines of a kind of section file are read.
protocol SectionSyntax {
  /// Whether names are compared as headers are, without regard to case and width.
  static var foldsNames: Bool { get }
  /// Whether entries may stand before the first section.
  static var allowsPreamble: Bool { get }
  /// Reads a line.
  /// - Parameter line: in UTF-8, without white space around it; not empty.
  static func parse(_ line: ArraySlice<UInt8>) -> SectionLine
}

/// A file of sections as a document: an object whose members are the sections, in the order of the file. A section's name
/// may turn up again; it is then another section.
struct SectionTokens<Syntax: SectionSyntax>: TreeTokens {
  private enum Pending {
    case token(TreeToken)
    case text(TreeToken, [UInt8])
  }

  private let declared: TextEncoding?
  private var lines: TextLines
  private var isOpen = false
  private var isInSection = false
  private var hasBegun = false
  private var hasEnded = false
  private var notes: [TreeFault] = []
  /// What the last line gave and was not told yet, the next piece last.
  private var pending: [Pending] = []

  private(set) var text: [UInt8] = []
  private(set) var place: (line: Int, column: Int?) = (1, nil)

  init(_ file: SourceFile, declared: TextEncoding?, chunkSize: Int) {
    self.declared = declared
    lines = TextLines(file, chunkSize: chunkSize)
  }

  var encodingName: String { lines.encodingName }
  var foldsNames: Bool { Syntax.foldsNames }
  mutating func finish() -> String? { lines.finish() }
  mutating func recover() -> Bool { false }

  mutating func takeNotes() -> [TreeFault] {
    guard !notes.isEmpty else { return [] }
    defer { notes.removeAll() }
    return notes
  }

  mutating func next() throws(TreeFault) -> TreeToken {
    if !isOpen {
      isOpen = true
      if let fault = lines.open(declared: declared) {
        throw TreeFault(line: nil, column: nil, text: fault, isFinal: true)
      }
    }
    while true {
      switch pending.popLast() {
      case .token(let token): return token
      case .text(let token, let text):
        self.text = text
        return token
      case nil:
        if hasEnded { return .end }
        try readLine()
      }
    }
  }

  private mutating func readLine() throws(TreeFault) {
    let line = lines.next()
    // The line that ends a section is that of the next one, which begins with it.
    place.line = max(1, lines.number)
    switch line {
    case .end:
      hasEnded = true
      if hasBegun { pending.append(.token(.endObject)) }
      if isInSection { pending.append(.token(.endObject)) }
    case .unreadable(let failure):
      throw TreeFault(line: lines.number + 1, column: nil, text: failure.text, isFinal: true)
    case .tooLong:
      note(Wording.longLine)
    case .line:
      var text: [UInt8] = []
      do throws(ValueFault) {
        try lines.decode(lines.raw.indices, to: &text)
      } catch {
        return note(lines.undecodable)
      }
      let content = text[trimmed(text, text.indices)]
      if !content.isEmpty { take(Syntax.parse(content)) }
    }
  }

  private mutating func take(_ line: SectionLine) {
    switch line {
    case .nothing: break
    case .broken(let fault): note(fault)
    case .section(let name, let members):
      var new = beginning()
      if isInSection { new.append(.token(.endObject)) }
      new += [.text(.key, name), .token(.beginObject)]
      for member in members { new += [.text(.key, Array(member.name.utf8)), .text(.value, member.value)] }
      isInSection = true
      pending = new.reversed()
    case .entry(let name, let value):
      guard isInSection || Syntax.allowsPreamble else { return note(Wording.entryBeforeSection) }
      var new = beginning()
      if !isInSection { new += [.text(.key, []), .token(.beginObject)] }
      isInSection = true
      new += [.text(.key, name), .text(.value, value)]
      pending = new.reversed()
    }
  }

  private mutating func beginning() -> [Pending] {
    if hasBegun { return [] }
    hasBegun = true
    return [.token(.beginObject)]
  }

  private mutating func note(_ fault: LocalizedText) {
    guard notes.count < 20 else { return }
    let text = Wording.sentences([Wording.onLine(lines.number), fault])
    notes.append(TreeFault(line: lines.number, column: nil, text: text))
  }
}
