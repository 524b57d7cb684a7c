public import SiteData

/// A column of a ledger as a plugin would declare it.
public struct LedgerColumn: Sendable, Hashable {
  /// The name for it in Lua.
  public let name: String
  /// The header in the ledger.
  public let header: String
  /// How its values are read.
  public let type: ColumnType
  /// Whether cells are blank.
  public let isOptional: Bool
  /// Whether it names persons.
  public let isPersonal: Bool
  /// Whether cells say that they are the same as the one above.
  public let repeats: Bool
  /// What it is to the first check.
  let role: HeaderWord.Role?
  /// How many of its values cannot be read as its type, of how many, and the lines of the first.
  public let refused: (count: Int, of: Int, lines: [Int])

  /// The type as a plugin writes it: with a `?` where cells are blank.
  public var typeWord: String { type.rawValue + (isOptional ? "?" : "") }

  init(
    _ name: String, _ header: String, _ type: ColumnType, isOptional: Bool = false, isPersonal: Bool = false,
    repeats: Bool = false, role: HeaderWord.Role? = nil,
    refused: (count: Int, of: Int, lines: [Int]) = (0, 0, [])
  ) {
    self.name = name
    self.header = header
    self.type = type
    self.isOptional = isOptional
    self.isPersonal = isPersonal
    self.repeats = repeats
    self.role = role
    self.refused = refused
  }

  /// Equal where everything that is declared is.
  public static func == (a: Self, b: Self) -> Bool { a.declared == b.declared }

  /// Hashes what is declared.
  public func hash(into hasher: inout Hasher) { hasher.combine(declared) }

  private var declared: [String] { [name, header, typeWord, "\(isPersonal)", "\(repeats)"] }

  /// The same as a column that tells one record from another: what is no text for that is read as text.
  func asKey() -> LedgerColumn {
    let isKey = [.keyword, .string, .integer, .mac, .ip].contains(type)
    return LedgerColumn(name, header, isKey ? type : .string, isPersonal: isPersonal)
  }

  /// The same as a column that is to be filled in, and nothing else to a check.
  func toBeFilled() -> LedgerColumn {
    LedgerColumn(
      name, header, type, isOptional: true, isPersonal: isPersonal, repeats: repeats, role: nil, refused: refused)
  }
}

extension ColumnType {
  /// The type of the values of a column.
  /// - Parameter hint: the one that its header tells of; it counts if the values can be read so.
  static func guessed(of column: LedgerSurvey.Column, hint: ColumnType?) -> ColumnType {
    let textual: [ColumnType] = [.keyword, .version, .string, .list]
    if let hint, column.values == 0 || textual.contains(hint) || column.mostly(hint) { return hint }
    guard column.values > 0 else { return .string }
    if column.zeros == 0 {
      if column.mostly(.integer) { return .integer }
      if column.mostly(.number) { return .number }
    }
    let kinds: [ColumnType] = [.datetime, .date, .mac, .ip, .network, .fiscalYear, .boolean]
    // Codes with leading zeros can be read as much else.
    if column.zeros * 2 < column.values, let kind = kinds.first(where: column.mostly) { return kind }
    if column.lists * 3 >= column.values { return .list }
    // A few words again and again are terms.
    if column.values >= 6, column.distinct <= 12, column.distinct * 3 <= column.values { return .keyword }
    return .string
  }
}

extension LedgerSurvey.Column {
  /// Whether the values are of a type: all of a few, nine tenths of many. The rest are then mistakes to be told of.
  fileprivate func mostly(_ type: ColumnType) -> Bool {
    let count = readable[type] ?? 0
    return values < 10 ? count == values : count * 10 >= values * 9
  }
}
