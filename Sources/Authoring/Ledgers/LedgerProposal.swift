public import Compliance
public import SiteData
import Wording

/// A ledger as the source of a plugin: what a ledger of the hospital suggests, or an example.
public struct LedgerProposal: Sendable {
  /// What people call it.
  public let title: LocalizedText
  /// Its file below a site's `data/`.
  public let file: String
  /// The format that the file's name tells.
  public let format: SourceFormat
  /// Its columns, from left to right; never empty.
  public let columns: [LedgerColumn]
  /// What was found in the ledger; nil for an example.
  public let survey: LedgerSurvey?
  /// The headers of columns that were left out: they tell who persons are, and could not be shown as pseudonyms.
  public let persons: [String]
  /// The headers of columns that were left out because a spreadsheet would take them for formulas.
  public let formulas: [String]

  /// A small ledger of devices, to be changed into what is meant.
  public static func example(for plugin: PluginID) -> LedgerProposal {
    LedgerProposal(
      title: Wording.Authoring.exampleLedger, file: "\(plugin)/ledger.csv", format: .csv,
      columns: [
        LedgerColumn("number", "管理番号", .keyword, role: .key), LedgerColumn("name", "名称", .string),
        LedgerColumn("location", "設置場所", .string, isOptional: true),
        LedgerColumn("person", "担当者", .string, isOptional: true, isPersonal: true),
        LedgerColumn("checked_on", "最終点検日", .date, isOptional: true, role: .reviewed),
        LedgerColumn("retired_on", "撤去日", .date, isOptional: true, role: .retired),
      ], survey: nil, persons: [], formulas: [])
  }

  /// What a ledger suggests; nil if it has no column that could be declared.
  /// - Parameters:
  ///   - survey: what was found in it.
  ///   - file: where it lies, or will lie, below a site's `data/`.
  ///   - title: what people call it.
  public init?(of survey: LedgerSurvey, file: String, format: SourceFormat, title: LocalizedText) {
    var names: Set<String> = []
    var columns: [LedgerColumn] = []
    var (persons, formulas) = ([String](), [String]())
    for (index, column) in survey.columns.enumerated() {
      let word = HeaderWord.of(column.folded)
      let namesPersons = HeaderWord.namesPersons(column.folded)
      var type = ColumnType.guessed(of: column, hint: word?.type)
      if let sign = column.header.unicodeScalars.first, "=+-@＝＋－＠".unicodeScalars.contains(sign) {
        formulas.append(column.header)
        continue
      }
      // The number of a person is a person's name too.
      if namesPersons, type == .integer || type == .number || type == .list { type = .string }
      if !type.isTextual, type != .boolean, HeaderWord.namesBirthDays(column.folded) {
        persons.append(column.header)
        continue
      }
      let proposed = word?.name ?? Self.identifier(column.header) ?? "column\(index + 1)"
      var name = proposed
      var count = 2
      while !names.insert(name).inserted {
        name = "\(proposed)_\(count)"
        count += 1
      }
      let refused = column.values - (column.readable[type] ?? 0)
      columns.append(
        LedgerColumn(
          name, column.header, type, isOptional: column.blanks > 0 || column.values == 0,
          isPersonal: namesPersons && type.isTextual, repeats: column.dittos > 0,
          role: word?.role ?? HeaderWord.role(ofUnknown: column.folded),
          refused: (refused, column.values, refused == 0 ? [] : column.refused[type] ?? [])))
    }
    guard !columns.isEmpty else { return nil }
    self.init(
      title: title, file: file, format: format, columns: columns, survey: survey, persons: persons, formulas: formulas)
  }

  private init(
    title: LocalizedText, file: String, format: SourceFormat, columns: [LedgerColumn], survey: LedgerSurvey?,
    persons: [String], formulas: [String]
  ) {
    self.title = title
    self.file = file
    self.format = format
    self.columns = columns
    self.survey = survey
    self.persons = persons
    self.formulas = formulas
  }

  /// Whether a header, in the form in which headers are compared, is one that ledgers are known to have.
  public static func isKnownHeader(_ folded: String) -> Bool { HeaderWord.of(folded) != nil }

  /// The column that tells one record from another, for findings; persons' names last.
  var subject: LedgerColumn? {
    let keys = columns.filter { $0.role == .key && $0.type.isTextual && $0.type != .list }
    return keys.first { !$0.isPersonal && !$0.isOptional } ?? keys.first { !$0.isPersonal } ?? keys.first
  }

  /// A header of ASCII letters as a name in Lua: `SamAccountName` as `sam_account_name`. Nil for what makes none.
  static func identifier(_ header: String) -> String? {
    var name = ""
    var previous: Unicode.Scalar?
    for scalar in header.unicodeScalars {
      guard scalar.isASCII else { return nil }
      let isUpper = ("A"..."Z").contains(scalar)
      let isWord = isUpper || ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
      if isWord {
        let followsSmall = previous.map { ("a"..."z").contains($0) || ("0"..."9").contains($0) } ?? false
        if isUpper, followsSmall { name += "_" }
        name += String(scalar).lowercased()
      } else if !name.isEmpty, !name.hasSuffix("_") {
        name += "_"
      }
      previous = scalar
    }
    while name.hasSuffix("_") { name.removeLast() }
    guard let first = name.first, name.count <= 40 else { return nil }
    if first.isNumber { name = "n" + name }
    return LuaWriting.reservedWords.contains(name) ? name + "_" : name
  }
}
