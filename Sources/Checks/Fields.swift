import Compliance
import Lua
import Wording

/// The fields of one table of a plugin: each is taken once, and what is left over is refused.
struct Fields {
  private let table: LuaTable
  private let what: LocalizedText
  private let start: LuaPlace
  private let reader: ManifestReader
  private let shape: Wording.PluginAPI.Shape?
  private var known: [String] = []
  private(set) var problems: [Problem] = []

  /// - Parameters:
  ///   - start: where to begin to look for the keys.
  ///   - shape: what editors are told of the table; nil if nothing.
  init(
    _ table: LuaTable, what: LocalizedText, at start: LuaPlace, of reader: ManifestReader,
    shape: Wording.PluginAPI.Shape? = nil
  ) {
    self.shape = shape
    self.table = table
    self.what = what
    self.start = start
    self.reader = reader
  }

  /// The value under a key, read as something; a missing or unreadable one is reported with what was expected.
  mutating func take<T>(_ key: String, as read: (LuaValue) -> T?, _ expected: LocalizedText) -> T? {
    if table[key] == nil {
      known.append(key)
      problems.append(Problem(at: reader.files.place(start), Wording.missingField(key, what, expected)))
      return nil
    }
    return takeOptional(key, as: read, expected)
  }

  /// The value under a key, if there is one.
  mutating func takeOptional<T>(_ key: String, as read: (LuaValue) -> T?, _ expected: LocalizedText) -> T? {
    known.append(key)
    guard let value = table[key] else { return nil }
    if let result = read(value) { return result }
    report(key, Wording.wrongType(key, what, expected, value.typeName))
    return nil
  }

  /// A text in both languages.
  mutating func takeText(_ key: String) -> LocalizedText? {
    guard let table = take(key, as: \.table, Wording.expectedText) else { return nil }
    return text(table, key)
  }

  /// A text in both languages, if there is one.
  mutating func takeOptionalText(_ key: String) -> LocalizedText? {
    guard let table = takeOptional(key, as: \.table, Wording.expectedText) else { return nil }
    return text(table, key)
  }

  private mutating func text(_ table: LuaTable, _ key: String) -> LocalizedText? {
    for name in table.entries.keys where name.string != "ja" && name.string != "en" {
      report(key, Wording.unknownLanguage(name.string ?? name.typeName, key, what))
    }
    guard let ja = table["ja"]?.string, let en = table["en"]?.string, !ja.isEmpty, !en.isEmpty else {
      report(key, Wording.languageMissing(key, what))
      return nil
    }
    return LocalizedText(ja: ja, en: en)
  }

  /// One word of a fixed choice.
  mutating func takeWord<T: RawRepresentable & CaseIterable>(_ key: String, _ type: T.Type) -> T?
  where T.RawValue == String {
    let words = T.allCases.map(\.rawValue)
    guard let text = take(key, as: \.string, Wording.expectedOneOf(words)) else { return nil }
    guard let value = T(rawValue: text) else {
      report(key, Wording.notOneOf(text, key, words, nearest(to: text, among: words)))
      return nil
    }
    return value
  }

  /// Reports about a key, at its place in the file.
  mutating func report(_ key: String, _ text: LocalizedText) {
    problems.append(Problem(at: reader.place(of: key, after: start), text))
  }

  /// Reports about a string that stands somewhere under a key.
  mutating func reportString(_ string: String, _ key: String, _ text: LocalizedText) {
    problems.append(
      Problem(at: reader.place(ofString: string, after: start) ?? reader.place(of: key, after: start), text))
  }

  /// Reports every key that nobody took.
  mutating func refuseTheRest() {
    assert(
      shape.map { Set(known).isSubset(of: $0.fieldNames) } ?? true,
      "a key is read that Wording.PluginAPI does not tell editors of: \(known)")
    for key in table.entries.keys.map({ $0.string ?? "[\($0.typeName)]" }).sorted() where !known.contains(key) {
      report(key, Wording.unknownField(key, what, nearest(to: key, among: known)))
    }
  }
}

extension LuaValue {
  /// The table, if it is one.
  var table: LuaTable? {
    if case .table(let table) = self { table } else { nil }
  }

  /// The function, if it is one.
  var function: LuaFunction? {
    if case .function(let function) = self { function } else { nil }
  }

  /// The boolean, if it is one.
  var boolean: Bool? {
    if case .boolean(let value) = self { value } else { nil }
  }

  /// The number, if it is one.
  var double: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }
}
