import Compliance
import Lua
import SiteData
import Wording

/// Reads the list of cases that a test file returns.
struct TestFileReader {
  private let plugin: Plugin
  private let file: String
  private let files: PluginTestFiles
  private let manifest: ManifestReader
  private let keys: KeyPlaces
  private(set) var problems: [Problem] = []

  init(_ plugin: Plugin, file: String, source: [UInt8], among files: PluginTestFiles) {
    self.plugin = plugin
    self.file = file
    self.files = files
    keys = KeyPlaces(of: source)
    manifest = ManifestReader(
      PluginFiles(
        id: plugin.id, folder: plugin.files.folder, files: [file: source], sha256: plugin.files.sha256),
      catalogue: .empty)
  }

  mutating func read(_ value: LuaValue) -> [PluginTestCase] {
    guard let list = value.table?.list else {
      problems.append(Problem(at: plugin.files.place(file), Wording.testFileReturnsNoList(value.typeName)))
      return []
    }
    return list.enumerated().compactMap { index, value in
      guard let table = value.table, let name = table.entries[.integer(1)]?.string else {
        problems.append(Problem(at: plugin.files.place(file), Wording.testHasNoName(index + 1)))
        return nil
      }
      return readCase(name, table)
    }
  }

  private mutating func readCase(_ name: String, _ table: LuaTable) -> PluginTestCase? {
    let position = keys.position(ofString: name, after: 1)
    let place = plugin.files.place(file, line: position?.line, column: position?.column)
    var fields = manifest.fields(
      table.filteringKeys { $0 != .integer(1) }, what: Wording.itemTest(name),
      at: LuaPlace(file: file, line: position?.line ?? 1), shape: Wording.PluginAPI.test)
    let checkName = fields.take("check", as: \.string, Wording.expectedCheckName)
    let check = checkName.flatMap { name in
      plugin.checks.first { $0.check.id.name == Checks.checkName(ofKey: name) }
    }
    if let checkName, check == nil {
      let near = nearest(to: checkName, among: plugin.checks.compactMap(\.check.id.name))
      fields.report("check", Wording.unknownCheck(checkName, near))
    }
    let today = fields.take("today", as: { $0.string.flatMap { CalendarDate(iso: $0) } }, Wording.expectedDate)
    let rows = fields.takeOptional("rows", as: { Self.rows($0) }, Wording.expectedRows)
    for source in (rows ?? [:]).keys.sorted() where !plugin.sources.contains(where: { $0.id == source }) {
      fields.report(
        "rows",
        Wording.unknownSource(source, plugin.id.description, nearest(to: source, among: plugin.sources.map(\.id))))
    }
    let data = fields.takeOptional("data", as: \.string, Wording.expectedString)
    if let data {
      if SourceOrigin(file: data) != .data(data) {
        fields.report("data", Wording.testDataLeavesPlugin(data))
      } else if let obstacle = files.plugin.below(data).obstacle {
        fields.report("data", Wording.testDataRefused(obstacle.whole))
      }
    }
    let parameters = readParameters(&fields)
    let outcome = table["outcome"] == nil ? nil : fields.takeWord("outcome", Outcome.self)
    if table["outcome"] == nil { _ = fields.takeOptional("outcome", as: \.string, Wording.expectedString) }
    let golden = fields.takeOptional("golden", as: \.string, Wording.expectedHyphenatedName)
    if let golden, !isHyphenatedName(golden) { fields.report("golden", Wording.badHyphenatedName(golden)) }
    let expectTable = fields.takeOptional("expect", as: { $0.table?.list }, Wording.expectedFindings)
    let findings = expectTable.map { list in list.compactMap { readExpectation($0, &fields) } }
    if table["outcome"] == nil, table["expect"] == nil, table["golden"] == nil {
      fields.report("expect", Wording.testExpectsNothing)
    }
    if (table["rows"] == nil) == (table["data"] == nil) { fields.report("rows", Wording.rowsOrData) }
    fields.refuseTheRest()
    problems += fields.problems
    guard fields.problems.isEmpty, let check, let today else { return nil }
    return PluginTestCase(
      place: place, name: name, check: check.check.id, today: today, rows: rows, data: data, parameters: parameters,
      outcome: outcome,
      findings: findings, golden: golden)
  }

  private func readParameters(_ fields: inout Fields) -> [String: LuaValue] {
    let table = fields.takeOptional("parameters", as: \.table, Wording.expectedTable)
    var values: [String: LuaValue] = [:]
    for (key, value) in table?.entries ?? [:] {
      let name = key.string ?? key.typeName
      guard let parameter = plugin.parameters.first(where: { $0.name == name }) else {
        let near = nearest(to: name, among: plugin.parameters.map(\.name))
        fields.report("parameters", Wording.unknownParameter(name, plugin.id.description, near))
        continue
      }
      if let accepted = parameter.accepts(value) {
        values[name] = accepted
      } else {
        fields.report("parameters", Wording.parameterSettingRefused(name, parameter.type.rawValue, parameter.bounds))
      }
    }
    return values
  }

  private func readExpectation(_ value: LuaValue, _ fields: inout Fields) -> PluginTestCase.Expectation? {
    guard let table = value.table, let word = table["outcome"]?.string, let outcome = Outcome(rawValue: word) else {
      fields.report("expect", Wording.expectationNeedsOutcome)
      return nil
    }
    let known = Wording.PluginAPI.expectation.fieldNames
    for key in table.entries.keys.map({ $0.string ?? $0.typeName }).sorted() where !known.contains(key) {
      fields.report("expect", Wording.unknownField(key, Wording.itemExpectation, nearest(to: key, among: known)))
    }
    func take<T>(_ key: String, as read: (LuaValue) -> T?, _ expected: LocalizedText) -> T? {
      guard let value = table[key] else { return nil }
      if let result = read(value) { return result }
      fields.report("expect", Wording.wrongType(key, Wording.itemExpectation, expected, value.typeName))
      return nil
    }
    return PluginTestCase.Expectation(
      outcome: outcome, subject: take("subject", as: \.string, Wording.expectedString),
      message: take("message", as: \.string, Wording.expectedString),
      line: take("line", as: { $0.double.flatMap { Int(exactly: $0) } }, Wording.expectedLine),
      due: take("due", as: { Self.lastDay($0) }, Wording.expectedLastDay))
  }

  private static func lastDay(_ value: LuaValue) -> PluginTestCase.LastDay? {
    if value.boolean == false { return PluginTestCase.LastDay.none }
    return value.string.flatMap { CalendarDate(iso: $0) }.map { .on($0) }
  }

  /// The rows by source; cells are text, or integers that stand for their digits.
  private static func rows(_ value: LuaValue) -> [String: [[String: String]]]? {
    guard let table = value.table else { return nil }
    var rows: [String: [[String: String]]] = [:]
    for (key, value) in table.entries {
      guard let source = key.string, let list = value.table?.list else { return nil }
      rows[source] = []
      for row in list {
        guard let cells = row.table?.entries else { return nil }
        var texts: [String: String] = [:]
        for (column, cell) in cells {
          guard let column = column.string else { return nil }
          switch cell {
          case .string(let text): texts[column] = text
          case .integer(let number): texts[column] = String(number)
          default: return nil
          }
        }
        rows[source]?.append(texts)
      }
    }
    return rows
  }
}
