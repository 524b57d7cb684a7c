import Compliance
import Lua
import SiteData
import Wording

/// Reads what a plugin says about one source.
struct SourceDeclarationReader {
  private let table: LuaTable
  private let manifest: ManifestReader
  private let line: Int
  private(set) var problems: [Problem] = []

  init(_ table: LuaTable, of manifest: ManifestReader) {
    self.table = table
    self.manifest = manifest
    line = table.line ?? 1
  }

  mutating func read() -> SourceDeclaration? {
    var fields = manifest.fields(table, what: Wording.itemSource(table["id"]?.string ?? "?"), line: line)
    let id = fields.take("id", as: \.string, Wording.expectedHyphenatedName)
    if let id, !isHyphenatedName(id) { fields.report("id", Wording.badHyphenatedName(id)) }
    let title = fields.takeText("title")
    let file = fields.take("file", as: \.string, Wording.expectedFile)
    if let file, !Self.isBelowData(file) { fields.report("file", Wording.fileLeavesData(file)) }
    let format = readFormat(&fields, file: file)
    let encoding =
      table["encoding"] == nil ? takeNothing(&fields, "encoding") : fields.takeWord("encoding", TextEncoding.self)
    let subject = fields.takeOptional("subject", as: \.string, Wording.expectedColumnName)
    let begins = fields.takeOptional("begins", as: { $0.table?.list?.compactMap(\.string) }, Wording.expectedStrings) ?? []
    if !begins.isEmpty, let format, format != .keyValue { fields.report("begins", Wording.beginsNeedsKeyValue) }
    let columnTable = fields.take("columns", as: \.table, Wording.expectedTable)
    fields.refuseTheRest()
    problems += fields.problems

    let columns = columnTable.map { readColumns($0) } ?? []
    if columnTable != nil, columns.isEmpty, problems.isEmpty {
      problems.append(Problem(at: manifest.place(of: "columns", after: line), Wording.sourceHasNoColumns))
    }
    if let subject, columnTable != nil, !columns.contains(where: { $0.name == subject }) {
      let near = nearest(to: subject, among: columns.map(\.name))
      problems.append(Problem(at: manifest.place(of: "subject", after: line), Wording.unknownColumn(subject, id ?? "?", near)))
    }
    guard problems.isEmpty, let id, let title, let file, let format else { return nil }
    return SourceDeclaration(
      id: id, title: title, file: file, format: format, encoding: encoding, subject: subject, begins: begins,
      columns: columns)
  }

  private func takeNothing(_ fields: inout Fields, _ key: String) -> TextEncoding? {
    fields.takeOptional(key, as: { _ in nil }, Wording.expectedString)
  }

  private func readFormat(_ fields: inout Fields, file: String?) -> SourceFormat? {
    if table["format"] != nil { return fields.takeWord("format", SourceFormat.self) }
    let _: String? = fields.takeOptional("format", as: \.string, Wording.expectedString)
    guard let file else { return nil }
    if let format = SourceFormat.forFile(file) { return format }
    fields.report("file", Wording.formatNotEvident(file, SourceFormat.allCases.map(\.rawValue)))
    return nil
  }

  /// Whether a path stays below the folder that it is relative to.
  static func isBelowData(_ path: String) -> Bool {
    let components = path.split(separator: "/", omittingEmptySubsequences: false)
    return !path.isEmpty && !path.contains("\0") && !path.contains("\\")
      && components.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
      && components.dropLast().allSatisfy { !$0.contains("*") && !$0.contains("?") }
  }

  private mutating func readColumns(_ table: LuaTable) -> [SourceDeclaration.Column] {
    var columns: [SourceDeclaration.Column] = []
    for (key, value) in table.entries {
      guard let name = key.string else {
        problems.append(Problem(at: manifest.place(of: "columns", after: line), Wording.entriesNeedNames("columns")))
        continue
      }
      if let column = readColumn(name, value) { columns.append(column) }
    }
    return columns.sorted { $0.name < $1.name }
  }

  private mutating func readColumn(_ name: String, _ value: LuaValue) -> SourceDeclaration.Column? {
    let place = manifest.place(of: name, after: line)
    var written: LuaValue? = value
    var headers: [String] = []
    var named: LuaTable?
    if case .table(let table) = value {
      written = table.entries[.integer(1)]
      var next: Int64 = 2
      while let header = table.entries[.integer(next)] {
        if let text = header.string { headers.append(text) } else { problems.append(Problem(at: place, Wording.headerIsNoString(name))) }
        next += 1
      }
      named = table.filteringKeys(\.isString)
    }
    var isPersonal = false
    var doc: LocalizedText?
    var example: String?
    if let named {
      var fields = manifest.fields(named, what: Wording.itemColumn(name), line: place.line ?? line)
      isPersonal = fields.takeOptional("personal", as: \.boolean, Wording.expectedBoolean) ?? false
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
      name: name, type: type, isOptional: isOptional, headers: headers, isPersonal: isPersonal, doc: doc, example: example)
  }
}
