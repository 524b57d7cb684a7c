import Compliance
import Lua
import SiteData
import Wording

/// Reads the table that a plugin returns, and says everything that is wrong with it at once.
struct ManifestReader {
  typealias API = Wording.PluginAPI

  let files: PluginFiles
  let catalogue: Catalogue
  private(set) var problems: [Problem] = []
  private let keys: [String: KeyPlaces]
  /// Where the plugin's table opens.
  private var start = LuaPlace(file: PluginFiles.mainFile, line: 1)
  private var sources: [String: (declaration: SourceDeclaration, identity: UInt)] = [:]

  init(_ files: PluginFiles, catalogue: Catalogue) {
    self.files = files
    self.catalogue = catalogue
    keys = files.files.mapValues(KeyPlaces.init)
  }

  /// The plugin that a value describes; nil if there are problems.
  mutating func read(_ value: LuaValue) -> Plugin? {
    guard case .table(let table) = value, table.tag == .plugin else {
      problems.append(Problem(at: files.place(), Wording.pluginReturnsNoPlugin(value.typeName)))
      return nil
    }
    start = table.place ?? start
    var fields = Fields(table, what: Wording.itemPlugin, at: start, of: self, shape: API.plugin)
    let id = fields.take("id", as: \.string, Wording.expectedHyphenatedName).flatMap { text -> PluginID? in
      guard let id = PluginID(text) else {
        fields.report("id", Wording.badHyphenatedName(text))
        return nil
      }
      if id != files.id { fields.report("id", Wording.pluginIDIsNotFolder(text, files.id.description)) }
      return id
    }
    let version = fields.take("version", as: \.string, Wording.expectedVersion)
    let title = fields.takeText("title")
    let about = fields.takeOptionalText("description")
    let parameterTable = fields.takeOptional("parameters", as: \.table, Wording.expectedTable)
    let checkTable = fields.take("checks", as: \.table, Wording.expectedTable)
    adopt(&fields)

    let parameters = parameterTable.map { readParameters($0) } ?? []
    let checks = checkTable.map { readChecks($0, of: files.id) } ?? []
    if checkTable != nil, checks.isEmpty, problems.isEmpty {
      problems.append(Problem(at: place(of: "checks", after: start), Wording.pluginHasNoChecks))
    }
    guard problems.isEmpty, let id, let version, let title else { return nil }
    return Plugin(
      id: id, version: version, title: title, about: about, parameters: parameters,
      sources: sources.values.map(\.declaration).sorted { $0.id < $1.id },
      checks: checks.sorted { $0.check.id < $1.check.id }, files: files)
  }

  // MARK: - Parameters

  private mutating func readParameters(_ table: LuaTable) -> [Parameter] {
    namedEntries(of: table, in: "parameters", after: start).compactMap { name, value in
      let line = line(of: name, after: line(of: "parameters", after: start))
      guard case .table(let table) = value else {
        problems.append(Problem(at: place(of: name, after: line), Wording.parameterIsNoTable(name)))
        return nil
      }
      var fields = Fields(table, what: Wording.itemParameter(name), at: line, of: self, shape: API.parameter)
      let type = fields.takeWord("type", ParameterType.self)
      let fallback = fields.take("default", as: { $0 }, Wording.expectedValue)
      let unit = fields.takeOptional("unit", as: \.string, Wording.expectedString)
      let minimum = fields.takeOptional("minimum", as: \.double, Wording.expectedNumber)
      let maximum = fields.takeOptional("maximum", as: \.double, Wording.expectedNumber)
      let doc = fields.takeText("doc")
      var parameter: Parameter?
      if let type, let fallback, let doc {
        let declared = Parameter(
          name: name, type: type, fallback: fallback, unit: unit, minimum: minimum, maximum: maximum, doc: doc)
        if let accepted = declared.accepts(fallback) {
          parameter = Parameter(
            name: name, type: type, fallback: accepted, unit: unit, minimum: minimum, maximum: maximum, doc: doc)
        } else {
          fields.report("default", Wording.parameterValueRefused(name, type.rawValue))
        }
      }
      adopt(&fields)
      return parameter
    }
  }

  // MARK: - Checks

  private mutating func readChecks(_ table: LuaTable, of plugin: PluginID) -> [PluginCheck] {
    let first = line(of: "checks", after: start)
    var named: Set<CheckID> = []
    return namedEntries(of: table, in: "checks", after: start).compactMap { name, value in
      let line = line(of: name, after: first)
      guard case .table(let table) = value else {
        problems.append(Problem(at: place(of: name, after: line), Wording.checkIsNoTable(name)))
        return nil
      }
      let check = readCheck(name, table, line, of: plugin)
      if let id = CheckID(plugin, name: checkName(ofKey: name)), !named.insert(id).inserted {
        problems.append(Problem(at: place(of: name, after: line), Wording.duplicateCheck(id.description)))
      }
      return check
    }
  }

  private mutating func readCheck(
    _ name: String, _ table: LuaTable, _ line: LuaPlace, of plugin: PluginID
  ) -> PluginCheck? {
    var fields = Fields(table, what: Wording.itemCheck(name), at: line, of: self, shape: API.check)
    let id = CheckID(plugin, name: checkName(ofKey: name))
    if id == nil { fields.report(name, Wording.badHyphenatedName(name)) }
    let title = fields.takeText("title")
    let remedy = fields.takeText("remedy")
    let severity = fields.takeWord("severity", Severity.self)
    let cadence = fields.take("every", as: \.string, Wording.expectedCadence)
    if let cadence {
      do { _ = try Cadence(parsing: cadence) } catch { fields.report("every", Wording.badCadence(cadence, error)) }
    }
    let requirements = readRequirements(&fields)
    let test = fields.take("test", as: \.function, Wording.expectedFunction)
    let each = fields.takeOptional("each", as: { $0 }, Wording.expectedSource)
    let all = fields.takeOptional("all", as: { $0 }, Wording.expectedSource)
    let with = fields.takeOptional("with", as: \.table, Wording.expectedTable)
    if (each == nil) == (all == nil) { fields.report(each == nil ? "test" : "all", Wording.eachOrAll) }
    adopt(&fields)

    let source = (each ?? all).flatMap { readSource($0, key: each == nil ? "all" : "each", line: line)?.id }
    let companions = with.map { readCompanions($0, line: line) } ?? []
    guard let id, let title, let remedy, let severity, let cadence, let test, let source else { return nil }
    return PluginCheck(
      check: Check(
        id: id, title: title, requirements: requirements, severity: severity, cadence: cadence, remedy: remedy),
      call: each == nil ? .all : .each, source: source, companions: companions,
      place: test.place.map { files.place($0) } ?? place(of: "test", after: line))
  }

  private func readRequirements(_ fields: inout Fields) -> [RequirementID] {
    guard let table = fields.take("requirements", as: \.table, Wording.expectedRequirements) else { return [] }
    guard let list = table.list, !list.isEmpty else {
      fields.report("requirements", Wording.requirementsMissing)
      return []
    }
    var seen: Set<RequirementID> = []
    return list.compactMap { value in
      guard let text = value.string, let id = RequirementID(text), let requirement = catalogue[id] else {
        let written = value.string ?? value.typeName
        // All ids are compared for each: where so many are unknown, it is not their spelling.
        let isRare = problems.count + fields.problems.count < 20
        let near = isRare ? nearest(to: written, among: catalogue.requirements.lazy.map(\.id.description)) : nil
        fields.reportString(written, "requirements", Wording.unknownRequirement(written, near))
        return nil
      }
      if requirement.status == .deleted { fields.reportString(text, "requirements", Wording.deletedRequirement(text)) }
      if !seen.insert(id).inserted { fields.reportString(text, "requirements", Wording.duplicateRequirement(text)) }
      return id
    }
  }

  private mutating func readCompanions(_ table: LuaTable, line: LuaPlace) -> [PluginCheck.Companion] {
    namedEntries(of: table, in: "with", after: line).compactMap { name, value in
      if name == "today" || name == "now" {
        problems.append(
          Problem(at: place(of: name, after: self.line(of: "with", after: line)), Wording.reservedContextName(name)))
      }
      if case .table(let table) = value, table.tag == .index {
        guard let source = table["source"], let declared = readSource(source, key: name, line: line),
          let index = readIndex(table, of: declared, line: line)
        else { return nil }
        return PluginCheck.Companion(name: name, source: declared.id, index: index)
      }
      guard let declared = readSource(value, key: name, line: line) else { return nil }
      return PluginCheck.Companion(name: name, source: declared.id, index: nil)
    }
  }

  private mutating func readIndex(
    _ table: LuaTable, of source: SourceDeclaration, line: LuaPlace
  ) -> PluginCheck.Index? {
    let place = table.place ?? line
    let key = table["column"]?.string ?? ""
    guard let column = source.columns.first(where: { $0.name == key }) else {
      let near = nearest(to: key, among: source.columns.map(\.name))
      problems.append(Problem(at: files.place(place), Wording.unknownColumn(key, source.id, near)))
      return nil
    }
    if !column.type.makesKeys { problems.append(Problem(at: files.place(place), Wording.columnIsNoKey(key))) }
    var duplicates: PluginCheck.Index.Duplicates?
    if let options = table["options"]?.table {
      var fields = fields(options, what: Wording.itemIndex(key), at: place, shape: API.indexOptions)
      duplicates = fields.takeWord("duplicates", PluginCheck.Index.Duplicates.self)
      adopt(&fields)
    }
    return PluginCheck.Index(column: key, duplicates: duplicates ?? .all)
  }

  // MARK: - Sources

  /// The declaration that a value makes; the same source may be named by many checks, but one id may not stand for two sources.
  private mutating func readSource(_ value: LuaValue, key: String, line: LuaPlace) -> SourceDeclaration? {
    guard case .table(let table) = value, table.tag == .source else {
      problems.append(Problem(at: place(of: key, after: line), Wording.notASource(key, value.typeName)))
      return nil
    }
    if let known = sources.values.first(where: { $0.identity == table.identity }) { return known.declaration }
    var reader = SourceDeclarationReader(table, of: self)
    let declaration = reader.read()
    problems += reader.problems.filter { !problems.contains($0) }
    guard let declaration else { return nil }
    if sources[declaration.id] != nil {
      problems.append(Problem(at: files.place(table.place ?? line), Wording.duplicateSource(declaration.id)))
      return nil
    }
    sources[declaration.id] = (declaration, table.identity)
    return declaration
  }

  // MARK: - Tables by name

  private mutating func namedEntries(
    of table: LuaTable, in key: String, after start: LuaPlace
  ) -> [(String, LuaValue)] {
    var named: [(String, LuaValue)] = []
    for (name, value) in table.entries {
      if let name = name.string {
        named.append((name, value))
      } else {
        problems.append(Problem(at: place(of: key, after: start), Wording.entriesNeedNames(key)))
      }
    }
    return named.sorted { $0.0 < $1.0 }
  }

  private mutating func adopt(_ fields: inout Fields) {
    fields.refuseTheRest()
    problems += fields.problems
  }

  /// The fields of one table, with the place to report about each.
  func fields(
    _ table: LuaTable, what: LocalizedText, at start: LuaPlace, shape: API.Shape? = nil
  ) -> Fields {
    Fields(table, what: what, at: start, of: self, shape: shape)
  }

  func place(of key: String, after start: LuaPlace) -> Place {
    guard let found = keys[start.file]?.position(of: key, after: start.line) else { return files.place(start) }
    return files.place(start.file, line: found.line, column: found.column)
  }

  func place(ofString text: String, after start: LuaPlace) -> Place? {
    keys[start.file]?.position(ofString: text, after: start.line)
      .map { files.place(start.file, line: $0.line, column: $0.column) }
  }

  /// The line of a key, or the line to begin at where it is not found.
  private func line(of key: String, after start: LuaPlace) -> LuaPlace {
    keys[start.file]?.position(of: key, after: start.line).map { LuaPlace(file: start.file, line: $0.line) } ?? start
  }
}

/// The name of the check under a key of `checks`: a key such as `no_wep` reads as `no-wep`, since hyphens would need quotes in Lua.
func checkName(ofKey key: String) -> String {
  String(decoding: key.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 }, as: UTF8.self)
}
