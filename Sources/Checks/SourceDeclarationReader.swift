import Compliance
import Lua
import SiteData
import Wording

/// Reads what a plugin says about one source.
struct SourceDeclarationReader {
  private let table: LuaTable
  private let manifest: ManifestReader
  private let start: LuaPlace
  private(set) var problems: [Problem] = []

  init(_ table: LuaTable, of manifest: ManifestReader) {
    self.table = table
    self.manifest = manifest
    start = table.place ?? LuaPlace(file: PluginFiles.mainFile, line: 1)
  }

  mutating func read() -> SourceDeclaration? {
    var fields = manifest.fields(
      table, what: Wording.itemSource(table["id"]?.string ?? "?"), at: start, shape: Wording.PluginAPI.source)
    let id = fields.take("id", as: \.string, Wording.expectedHyphenatedName)
    if let id, !isHyphenatedName(id) { fields.report("id", Wording.badHyphenatedName(id)) }
    let title = fields.takeText("title")
    let origin = readOrigin(&fields)
    let format = readFormat(&fields, of: origin)
    let encoding =
      table["encoding"] == nil ? takeNothing(&fields, "encoding") : fields.takeWord("encoding", TextEncoding.self)
    let subject = fields.takeOptional("subject", as: \.string, Wording.expectedColumnName)
    let begins =
      fields.takeOptional("begins", as: \.strings, Wording.expectedStrings) ?? []
    if let format { refuseWhatIsUnused(by: format, &fields) }
    let layout = readLayout(&fields)
    let isOptional = fields.takeOptional("optional", as: \.boolean, Wording.expectedBoolean) ?? false
    let maxAgeDays = readMaxAge(&fields, of: origin)
    let columnTable = fields.take("columns", as: \.table, Wording.expectedTable)
    fields.refuseTheRest()
    problems += fields.problems

    let columns = columnTable.map { readColumns($0) } ?? []
    if columnTable != nil, columns.isEmpty, problems.isEmpty {
      problems.append(Problem(at: manifest.place(of: "columns", after: start), Wording.sourceHasNoColumns))
    }
    if let subject, let columnTable, columnTable[subject] == nil {
      let near = nearest(to: subject, among: columnTable.entries.keys.compactMap(\.string))
      problems.append(
        Problem(at: manifest.place(of: "subject", after: start), Wording.unknownColumn(subject, id ?? "?", near)))
    }
    guard problems.isEmpty, let id, let title, let origin, let format else { return nil }
    let declaration = SourceDeclaration(
      id: id, title: title, origin: origin, format: format, encoding: encoding, subject: subject, begins: begins,
      layout: layout, isOptional: isOptional, maxAgeDays: maxAgeDays, columns: columns,
      columnOrder: inWrittenOrder(columns.map(\.name)))
    for fault in declaration.layoutFaults {
      problems.append(
        Problem(
          at: manifest.place(ofString: fault.written, after: start) ?? manifest.files.place(start), fault.text))
    }
    return problems.isEmpty ? declaration : nil
  }

  private func takeNothing(_ fields: inout Fields, _ key: String) -> TextEncoding? {
    fields.takeOptional(key, as: { _ in nil }, Wording.expectedString)
  }

  /// Where the source comes from: a file, or a command.
  private func readOrigin(_ fields: inout Fields) -> SourceOrigin? {
    let arguments = fields.takeOptional("command", as: { $0.table?.list }, Wording.expectedCommand)
    guard table["command"] != nil else {
      guard let file = fields.take("file", as: \.string, Wording.expectedFile) else { return nil }
      if let origin = SourceOrigin(file: file) { return origin }
      fields.report("file", Wording.fileLeavesData(file))
      return nil
    }
    let file: LuaValue? = fields.takeOptional("file", as: { $0 }, Wording.expectedFile)
    if file != nil { fields.report("file", Wording.fileAndCommand) }
    guard let arguments, file == nil else { return nil }
    let texts = arguments.compactMap(\.string)
    if texts.count == arguments.count, let origin = SourceOrigin(command: texts) { return origin }
    fields.report("command", Wording.badCommand)
    return nil
  }

  /// How old the file may be. What a command prints is new.
  private func readMaxAge(_ fields: inout Fields, of origin: SourceOrigin?) -> Int? {
    let days = fields.takeOptional(
      "max_age_days", as: { if case .integer(let days) = $0, 1...36_500 ~= days { Int(days) } else { nil } },
      Wording.expectedDays)
    if days != nil, case .command? = origin { fields.report("max_age_days", Wording.ageOfCommand) }
    return days
  }

  private func readLayout(_ fields: inout Fields) -> SourceLayout {
    let records = fields.takeOptional("records", as: \.string, Wording.expectedRecordPath)
    let patterns = fields.takeOptional("pattern", as: \.strings, Wording.expectedPatterns)
    let others = fields.takeOptional("others", as: { $0.string == "skip" ? true : nil }, Wording.expectedSkip)
    let sheet = fields.takeOptional("sheet", as: \.string, Wording.expectedString)
    let table = fields.takeOptional("table", as: \.string, Wording.expectedString)
    let query = fields.takeOptional("query", as: \.string, Wording.expectedString)
    let member = fields.takeOptional("member", as: \.string, Wording.expectedString)
    return SourceLayout(
      records: records, patterns: patterns ?? [], skipsOthers: others ?? false, sheet: sheet, table: table,
      query: query, member: member)
  }

  /// Reports the keys that mean nothing to a format: whoever wrote them expects something of them.
  private func refuseWhatIsUnused(by format: SourceFormat, _ fields: inout Fields) {
    for key in SourceFormat.optionalKeys where table[key] != nil && !format.keys.contains(key) {
      let formats = SourceFormat.allCases.filter { $0.keys.contains(key) }.map(\.rawValue)
      fields.report(key, Wording.keyNeedsFormat(key, formats))
    }
  }

  private func readFormat(_ fields: inout Fields, of origin: SourceOrigin?) -> SourceFormat? {
    if table["format"] != nil { return fields.takeWord("format", SourceFormat.self) }
    let _: String? = fields.takeOptional("format", as: \.string, Wording.expectedString)
    switch origin {
    case .data(let file)?, .path(let file)?:
      // Of a file in an archive, its own name tells.
      if let format = SourceFormat.forFile(table["member"]?.string ?? file) { return format }
      fields.report("file", Wording.formatNotEvident(file, SourceFormat.allCases.map(\.rawValue)))
    case .command?: fields.report("command", Wording.commandNeedsFormat(SourceFormat.allCases.map(\.rawValue)))
    case nil: break
    }
    return nil
  }

  private mutating func readColumns(_ table: LuaTable) -> [SourceDeclaration.Column] {
    let opening = manifest.place(of: "columns", after: start)
    let first = LuaPlace(file: start.file, line: opening.line ?? start.line)
    var columns: [SourceDeclaration.Column] = []
    for (key, value) in table.entries {
      guard let name = key.string else {
        problems.append(Problem(at: opening, Wording.entriesNeedNames("columns")))
        continue
      }
      if let column = readColumn(name, value, after: first) { columns.append(column) }
    }
    return columns.sorted { $0.name < $1.name }
  }

  /// The names as they follow one another in the plugin's text.
  private func inWrittenOrder(_ names: [String]) -> [String] {
    let opening = manifest.place(of: "columns", after: start)
    let first = LuaPlace(file: start.file, line: opening.line ?? start.line)
    let places = names.map { (place: manifest.place(of: $0, after: first), name: $0) }
    return places.sorted { ($0.place, $0.name) < ($1.place, $1.name) }.map(\.name)
  }

  private mutating func readColumn(
    _ name: String, _ value: LuaValue, after first: LuaPlace
  ) -> SourceDeclaration.Column? {
    let place = manifest.place(of: name, after: first)
    var written: LuaValue? = value
    var headers: [String] = []
    var named: LuaTable?
    if case .table(let table) = value {
      written = table.entries[.integer(1)]
      let fields = table.filteringKeys(\.isString)
      // Only what stands under 2, 3, … is a header; behind a hole it would be lost.
      let count = table.entries.count - fields.entries.count
      headers = (2..<max(2, count + 1)).compactMap { table.entries[.integer(Int64($0))]?.string }
      if headers.count != max(0, count - 1) { problems.append(Problem(at: place, Wording.headerIsNoString(name))) }
      named = fields
    }
    var isPersonal = false
    var sameAsAbove: SameAsAbove?
    var doc: LocalizedText?
    var example: String?
    if let named {
      var fields = manifest.fields(
        named, what: Wording.itemColumn(name), at: LuaPlace(file: start.file, line: place.line ?? start.line),
        shape: Wording.PluginAPI.column)
      isPersonal = fields.takeOptional("personal", as: \.boolean, Wording.expectedBoolean) ?? false
      if named["same_as_above"] != nil { sameAsAbove = fields.takeWord("same_as_above", SameAsAbove.self) }
      doc = fields.takeOptionalText("doc")
      example = fields.takeOptional("example", as: \.string, Wording.expectedString)
      fields.refuseTheRest()
      problems += fields.problems
    }
    guard let text = written?.string else {
      problems.append(Problem(at: place, Wording.columnNeedsType(name, ColumnType.allCases.map(\.rawValue))))
      return nil
    }
    let isOptional = text.hasSuffix("?")
    let word = isOptional ? String(text.dropLast()) : text
    guard let type = ColumnType(rawValue: word) else {
      let words = ColumnType.allCases.map(\.rawValue)
      problems.append(Problem(at: place, Wording.notOneOf(text, name, words, nearest(to: word, among: words))))
      return nil
    }
    return SourceDeclaration.Column(
      name: name, type: type, isOptional: isOptional, headers: headers, isPersonal: isPersonal,
      sameAsAbove: sameAsAbove, doc: doc,
      example: example)
  }
}

extension LuaValue {
  /// One text, or a list of texts alone.
  fileprivate var strings: [String]? {
    if let string { return [string] }
    guard let list = table?.list else { return nil }
    let strings = list.compactMap(\.string)
    return strings.count == list.count ? strings : nil
  }
}
