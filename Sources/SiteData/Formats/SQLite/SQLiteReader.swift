import Compliance
import Wording

/// Reads the rows of a table of a SQLite database, or of a query that the plugin declares.
final class SQLiteReader: FileReader {
  private enum State {
    case unopened
    /// For each declared column its position in the row and its name there; nil if it is absent.
    case rows(SQLiteDatabase, [(position: Int, name: String)?], hasRowID: Bool)
    case done
  }

  /// The largest packed database, in bytes: it is unpacked into memory, where SQLite can go back and forth in it.
  static let largestPacked = 64 << 20

  private let declaration: SourceDeclaration
  private let file: SourceFile
  private let today: CalendarDate?
  private let chunkSize: Int
  private var state = State.unopened
  private var row = 0
  private var counts = (records: 0, refused: 0)
  private(set) var header: DetectedHeader?

  init(_ file: SourceFile, of declaration: SourceDeclaration, today: CalendarDate?, chunkSize: Int) {
    (self.file, self.declaration, self.today, self.chunkSize) = (file, declaration, today, chunkSize)
  }

  func evidence() -> SourceEvidence? {
    var whole = FileBytes(file, unpacks: false)
    return SourceEvidence(
      source: declaration.id, file: file.name, sha256: whole.finish(), encoding: "SQLite", records: counts.records,
      refused: counts.refused, skipped: 0, columns: header?.found(of: declaration) ?? [])
  }

  func next(_ builder: inout RecordBuilder) -> RecordReader.Step? {
    if case .unopened = state {
      state = .done
      do throws(SQLiteFault) {
        state = try open()
      } catch {
        return .failed(Problem(at: Place(file: file.name), error.text))
      }
    }
    guard case .rows(let database, let columns, let hasRowID) = state else { return nil }
    row += 1
    do throws(SQLiteFault) {
      guard try database.next() else {
        state = .done
        return nil
      }
    } catch {
      state = .done
      return .failed(Problem(at: place(row), error.text))
    }
    builder.begin(at: place(hasRowID ? database.integer(0) ?? row : row))
    for (index, column) in columns.enumerated() {
      guard let column else { continue }
      builder.read(index, header: column.name) { bytes throws(ValueFault) in
        try database.append(column.position, to: &bytes)
      }
    }
    let step = builder.end()
    if case .record = step { counts.records += 1 } else { counts.refused += 1 }
    return step
  }

  /// A row of a table has the number by which SQLite knows it, as long as that is one that people count with.
  private func place(_ row: Int) -> Place {
    Place(file: declaration.layout.table.map { "\(file.name) \($0)" } ?? file.name, line: row > 0 ? row : nil)
  }

  // MARK: - Opening

  private func open() throws(SQLiteFault) -> State {
    let database = try openDatabase()
    if let query = declaration.layout.query {
      return .rows(database, try match(try database.query(query)), hasRowID: false)
    }
    guard let table = declaration.layout.table else { throw SQLiteFault(Wording.tableOrQuery) }
    let columns = try match(try names(of: table, database))
    let wanted = columns.compactMap { $0?.name }
    // In the query, they follow each other behind the number of the row.
    var position = 0
    let moved = columns.map { column -> (position: Int, name: String)? in
      guard let column else { return nil }
      position += 1
      return (position, column.name)
    }
    let hasRowID = (try? database.query(SQLiteQuery.rows(of: table, wanted, hasRowID: true))) != nil
    if !hasRowID { _ = try database.query(SQLiteQuery.rows(of: table, wanted, hasRowID: false)) }
    return .rows(database, moved, hasRowID: hasRowID)
  }

  /// Opens the file, or what is packed in it.
  private func openDatabase() throws(SQLiteFault) -> SQLiteDatabase {
    let file: SourceFile
    do throws(TreeFault) { file = try self.file.unpacked(atMost: Self.largestPacked) } catch {
      throw SQLiteFault(error.text)
    }
    if let contents = file.contents { return try SQLiteDatabase(contents, today: today) }
    return try SQLiteDatabase(file, today: today)
  }

  private func names(of table: String, _ database: SQLiteDatabase) throws(SQLiteFault) -> [String] {
    do throws(SQLiteFault) {
      return try database.query(SQLiteQuery.columns(of: table))
    } catch {
      guard error.isOfQuery else { throw error }
      var tables: [String] = []
      _ = try database.query(SQLiteQuery.tables)
      while try database.next(), tables.count < 1000 { tables += database.text(0).map { [$0] } ?? [] }
      if tables.contains(where: { $0.lowercased() == table.lowercased() }) { throw error }
      throw SQLiteFault(
        Wording.noSuchTable(
          table, names: tables.prefix(20).map { shown($0.utf8) }, meant: nearest(to: table, among: tables)))
    }
  }

  /// For each declared column the position of that name among the names of the query.
  private func match(_ names: [String]) throws(SQLiteFault) -> [(position: Int, name: String)?] {
    let folded = names.map(headerFolded)
    let found = declaration.columns.map { column in
      (column.headers + [column.name]).lazy.compactMap { folded.firstIndex(of: headerFolded($0)) }.first
    }
    let missing = zip(declaration.columns, found).filter { $1 == nil && !$0.isOptional }.map(\.0)
    guard missing.isEmpty, found.contains(where: { $0 != nil }) else {
      let columns = missing.isEmpty ? declaration.columns : missing
      let wanted = columns.map { $0.headers.first ?? $0.name }
      let near = wanted.compactMap { name in
        nearest(to: name, among: names).map { Wording.headerSuggestion(wanted: name, found: shown($0.utf8)) }
      }
      throw SQLiteFault(
        Wording.sentences(
          [Wording.missingKeys(wanted), Wording.headersThatStand(names.prefix(40).map { shown($0.utf8) })] + near))
    }
    let taken = Set(found.compactMap(\.self))
    let unused = names.indices.filter { !taken.contains($0) }.map { shown(names[$0].utf8) }
    header = DetectedHeader(
      line: nil, titles: found.map { position in position.map { shown(names[$0].utf8) } }, unused: unused)
    return found.map { position in position.map { ($0, names[$0]) } }
  }
}
