import Compliance
import Wording

/// Reads the records of a document of objects and lists, such as JSON, in one pass.
///
/// A path says what the records are. If it leads to a list, its elements are the records; otherwise what it leads to is
/// one. Without a path, the records are the elements of the document if that is a list, or else the whole document is one.
final class TreeReader<Tokens: TreeTokens>: FileReader {
  private let declaration: SourceDeclaration
  private let name: String
  private let layout: Result<(path: FieldPath, walk: RecordWalk), LayoutFault>
  private var tokens: Tokens
  private var fields: GatheredFields
  private var isDone = false
  private var counts = (records: 0, refused: 0)
  private var outer = OuterLevels()

  /// - Parameter records: the path to the records where the source declares none.
  init(
    _ file: SourceFile, of declaration: SourceDeclaration, records: String = "$",
    repetition: GatheredFields.Repetition = .collect, tokens: Tokens
  ) {
    self.declaration = declaration
    name = file.name
    self.tokens = tokens
    fields = GatheredFields(declaration.columns, repetition)
    do throws(LayoutFault) {
      let path = try FieldPath(declaration.layout.records ?? records)
      let trie = try FieldTrie(declaration.columns, foldsNames: tokens.foldsNames)
      layout = .success((tokens.foldsNames ? path.folded : path, RecordWalk(trie)))
    } catch {
      layout = .failure(error)
    }
  }

  /// Whether names in the document may be those of persons, as where records stand under somebody's number.
  private var mayNamePersons: Bool { declaration.columns.contains(where: \.isPersonal) }

  func evidence() -> SourceEvidence? {
    SourceEvidence(
      source: declaration.id, file: name, sha256: tokens.finish(), encoding: tokens.encodingName,
      records: counts.records, refused: counts.refused, skipped: 0)
  }

  func next(_ builder: inout RecordBuilder) -> RecordReader.Step? {
    guard !isDone else { return nil }
    switch layout {
    case .failure(let fault):
      isDone = true
      return .failed(Problem(at: Place(file: name), fault.text))
    case .success(let (path, walk)):
      do throws(TreeFault) {
        return try next(path, walk, &builder)
      } catch {
        let problem = Problem(at: Place(file: name, line: error.line, column: error.column), error.text)
        fields.clear()
        outer.clear()
        if !error.isFinal, tokens.recover() {
          counts.refused += 1
          return .refused(problem)
        }
        isDone = true
        return .failed(problem)
      }
    }
  }

  private func next(
    _ path: FieldPath, _ walk: RecordWalk, _ builder: inout RecordBuilder
  ) throws(TreeFault) -> RecordReader.Step? {
    while true {
      let token = try tokens.next()
      switch token {
      case .end:
        if let fault = tokens.takeNotes().first { throw fault }
        isDone = true
        guard outer.hasSeenValues, !outer.hasFoundRecords else { return nil }
        let text = outer.absence(of: path, declaration.layout.records ?? "$", showsNames: !mayNamePersons)
        return .failed(Problem(at: Place(file: name), text))
      case .key: outer.enter(tokens.text, compared: tokens.foldsNames ? foldedName(tokens.text) : tokens.text)
      case .endObject, .endList: outer.close(path)
      case .beginObject, .beginList, .value, .null:
        switch outer.value(token, path) {
        case .record: return try readRecord(token, walk, &builder)
        case .opened, .passed: break
        case .skipped: try skip()
        }
      }
      // Outside a record nothing is left to refuse but the file.
      if let fault = tokens.takeNotes().first { throw fault }
    }
  }

  /// Passes over what is in a container that has just begun.
  private func skip() throws(TreeFault) {
    var depth = 1
    while depth > 0 {
      switch try tokens.next() {
      case .beginObject, .beginList: depth += 1
      case .endObject, .endList, .end: depth -= 1
      case .key, .value, .null: break
      }
    }
  }

  private func readRecord(
    _ first: TreeToken, _ walk: RecordWalk, _ builder: inout RecordBuilder
  ) throws(TreeFault) -> RecordReader.Step {
    let place = Place(file: name, line: tokens.place.line, column: tokens.place.column)
    if !walk.trie.keyWants.isEmpty {
      let key = outer.key
      fields.put(walk.trie.keyWants, key: FieldTrie.keyHeader, key.span)
    }
    try walk.read(first, from: &tokens, into: &fields)
    for fault in tokens.takeNotes() { fields.note(fault.text) }
    let step = fields.finish(at: place, &builder)
    guard case .refused(let problem) = step else {
      counts.records += 1
      return step
    }
    counts.refused += 1
    guard !mayNamePersons, let pointer = outer.pointer else { return step }
    return .refused(Problem(at: problem.place, Wording.sentences([problem.text, Wording.atPointer(pointer)])))
  }
}
