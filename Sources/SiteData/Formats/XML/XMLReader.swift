import Compliance
import Wording

/// Reads the records of an XML document in one pass: the elements at a path, or the elements in the outermost one.
final class XMLReader: FileReader {
  private let declaration: SourceDeclaration
  private let name: String
  private let layout: Result<(records: ElementPath, walk: ElementWalk), LayoutFault>
  private let events: XMLEvents
  private var fields: GatheredFields
  private var isDone = false
  private var counts = (records: 0, refused: 0)
  /// How many elements are open around the current piece.
  private var depth = 0
  /// How many of them, from the outermost, are those of the path.
  private var matched = 0
  /// How many steps of the path led to something.
  private var deepest = 0
  /// The names of the elements where the next step led to nothing.
  private var seenNames: [String] = []

  init(_ file: SourceFile, of declaration: SourceDeclaration, chunkSize: Int) {
    self.declaration = declaration
    name = file.name
    events = XMLEvents(XMLInput(file, declared: declaration.encoding, chunkSize: chunkSize))
    fields = GatheredFields(declaration.columns, .collect)
    do throws(LayoutFault) {
      let records = try ElementPath(declaration.layout.records ?? Self.everyChild, fromRoot: true)
      layout = .success((records, try ElementWalk(declaration.columns)))
    } catch {
      layout = .failure(error)
    }
  }

  /// The path where none is declared: the elements in the outermost one.
  static let everyChild = "/*/*"

  func evidence() -> SourceEvidence? {
    SourceEvidence(
      source: declaration.id, file: name, sha256: events.finish(), encoding: events.encodingName,
      records: counts.records, refused: counts.refused, skipped: 0)
  }

  func next(_ builder: inout RecordBuilder) -> RecordReader.Step? {
    guard !isDone else { return nil }
    switch layout {
    case .failure(let fault):
      isDone = true
      return .failed(Problem(at: Place(file: name), fault.text))
    case .success(let (records, walk)):
      do throws(TreeFault) {
        guard let step = try next(records, walk, &builder) else {
          isDone = true
          return absence(records)
        }
        return step
      } catch {
        isDone = true
        return .failed(Problem(at: Place(file: name, line: error.line, column: error.column), error.text))
      }
    }
  }

  private func next(
    _ records: ElementPath, _ walk: ElementWalk, _ builder: inout RecordBuilder
  ) throws(TreeFault) -> RecordReader.Step? {
    while let kind = try events.next() {
      switch kind {
      case .text: break
      case .end:
        depth -= 1
        matched = min(matched, depth)
      case .start:
        defer { depth += 1 }
        guard matched == depth else { continue }
        guard records.steps[depth].matches(events) else {
          noteName()
          continue
        }
        if depth + 1 > deepest { (deepest, seenNames) = (depth + 1, []) }
        guard depth + 1 < records.steps.count else {
          depth -= 1  // the record is read to its end
          return try readRecord(walk, &builder)
        }
        matched += 1
      }
    }
    return nil
  }

  private func readRecord(
    _ walk: ElementWalk, _ builder: inout RecordBuilder
  ) throws(TreeFault) -> RecordReader.Step {
    let place = Place(file: name, line: events.line)
    try walk.read(events, into: &fields)
    let step = fields.finish(at: place, &builder)
    if case .record = step { counts.records += 1 } else { counts.refused += 1 }
    return step
  }

  private func noteName() {
    guard depth == deepest, seenNames.count < 10 else { return }
    let name = shown(events.text)
    if !seenNames.contains(name) { seenNames.append(name) }
  }

  /// The fault of a path that led to nothing. That there are no such elements is none, as in a scan that met no host, unless
  /// there are others whose name is nearly the same.
  private func absence(_ records: ElementPath) -> RecordReader.Step? {
    guard deepest < records.steps.count, !seenNames.isEmpty, let wanted = records.steps[deepest].name else {
      return nil
    }
    let meant = nearest(to: String(decoding: wanted, as: UTF8.self), among: seenNames)
    guard meant != nil || deepest < records.steps.count - 1 else { return nil }
    let path = declaration.layout.records ?? Self.everyChild
    return .failed(Problem(at: Place(file: name), Wording.noRecordsAtPath(path, names: seenNames, meant: meant)))
  }
}
