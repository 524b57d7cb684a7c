import Compliance
import SiteData
import Wording

/// The first check of a new plugin: one that the ledger's columns suggest, and that can fail.
struct DraftCheck {
  typealias Words = Wording.Authoring

  /// A case of its tests: rows that differ from ``DraftRow`` in these cells, and the outcome of each.
  struct Case {
    let name: LocalizedText
    let rows: [[String: String]]
    let outcomes: [Outcome]
    /// The combined outcome.
    let outcome: Outcome
  }

  /// The day on which the tests take place.
  static let today = "2026-11-20"

  let name: String
  let title: LocalizedText
  let remedy: LocalizedText
  /// The lines of its parameters, if it has any.
  let parameters: [String]
  /// `each` or `all`.
  let call: String
  /// The lines of its test.
  let test: [String]
  /// Rows that it finds in order, and others; for the fixtures.
  let (passing, failing): (Case, Case)
  let cases: [Case]
  /// The columns as the check needs them.
  let columns: [LedgerColumn]

  /// The check that a ledger suggests: that somebody looked not long ago, that nothing has run out, that no key stands twice, or
  /// that a column is filled in.
  static func suggested(by ledger: LedgerProposal, _ language: Language) -> DraftCheck {
    func first(_ role: HeaderWord.Role, _ types: [ColumnType]) -> LedgerColumn? {
      ledger.columns.first { $0.role == role && types.contains($0.type) }
    }
    let retired = ledger.columns.first { $0.role == .retired && $0.type == .date && $0.isOptional }
    if let column = first(.reviewed, [.date, .datetime]) { return reviewed(column, retired, of: ledger) }
    if let column = first(.due, [.date]) ?? first(.ends, [.date]) { return due(column, retired, of: ledger, language) }
    let keys: [ColumnType] = [.keyword, .string, .integer, .mac, .ip]
    if let column = first(.key, keys), !column.isOptional { return unique(column, of: ledger) }
    // Where a column stands alone, a row without it is blank, and passed over.
    let others = ledger.columns.filter { $0.role != .retired || !$0.isOptional }
    if others.count <= 1 { return unique((others.first ?? ledger.columns[0]).asKey(), of: ledger) }
    let blank = ledger.columns.first { $0.isOptional && $0.role != .retired }
    return filled((blank ?? ledger.columns[0]).toBeFilled(), of: ledger)
  }

  // MARK: - The kinds

  private static func reviewed(_ column: LedgerColumn, _ retired: LedgerColumn?, of ledger: LedgerProposal)
    -> DraftCheck
  {
    let date = "row.\(column.name)"
    var test = ["test = function(row, parameters, context)"] + skippingRetired(retired)
    if column.isOptional {
      test += ["  if not \(date) then return tenken.fail \(LuaWriting.text(Words.dateIsBlank(column.header))) end"]
    }
    test +=
      [
        "  local days = tenken.days_between(\(date), context.today)",
        "  if days < 0 then",
      ] + returning("unknown", Words.dateLiesAhead(column.header), [date]) + [
        "  end",
        "  if days > parameters.max_days then",
      ] + returning("fail", Words.dateIsOld(column.header), [date, "days"]) + [
        "  end",
        "  return tenken.pass()",
        "end,",
      ]
    func on(_ date: String) -> [String: String] { [column.name: column.type == .datetime ? "\(date) 09:00" : date] }
    var cases = [
      Case(
        name: Words.caseLimit, rows: [on(today), on("2025-11-20"), on("2025-11-19")], outcomes: [.pass, .pass, .fail],
        outcome: .fail),
      Case(name: Words.caseFuture, rows: [on("2026-11-21")], outcomes: [.unknown], outcome: .unknown),
    ]
    if column.isOptional { cases.append(Case(name: Words.caseBlank, rows: [[:]], outcomes: [.fail], outcome: .fail)) }
    cases += retiredCases(retired, failing: on("2025-11-19"))
    return DraftCheck(
      name: "reviewed", title: Words.reviewedTitle(column.header), remedy: Words.reviewedRemedy(column.header),
      parameters: [
        "max_days = {", "  type = \"integer\", default = 365, minimum = 1, unit = \"days\",",
        "  doc = \(LuaWriting.text(Words.maxDaysDoc(column.header))),", "},",
      ],
      call: "each", test: test, passing: passing([on("2026-10-01"), on("2026-06-01")], retired, on("2024-04-01")),
      failing: failing([on("2026-10-01"), on("2024-04-01")]), cases: cases, columns: ledger.columns)
  }

  private static func due(
    _ column: LedgerColumn, _ retired: LedgerColumn?, of ledger: LedgerProposal, _ language: Language
  ) -> DraftCheck {
    let date = "row.\(column.name)"
    var test = ["test = function(row, _, context)"] + skippingRetired(retired)
    if column.isOptional, column.role == .ends {
      test += ["  -- \(Words.codeGoesOn[language])", "  if not \(date) then return tenken.notapplicable() end"]
    } else if column.isOptional {
      test += ["  if not \(date) then return tenken.unknown \(LuaWriting.text(Words.dateIsBlank(column.header))) end"]
    }
    test +=
      [
        "  if \(date) < context.today then"
      ] + returning("fail", Words.dateIsPast(column.header), [date]) + [
        "  end",
        "  return tenken.pass()",
        "end,",
      ]
    func on(_ date: String) -> [String: String] { [column.name: date] }
    var cases = [
      Case(name: Words.caseLastDay, rows: [on(today), on("2026-11-19")], outcomes: [.pass, .fail], outcome: .fail)
    ]
    if column.isOptional {
      let outcome = column.role == .ends ? Outcome.notapplicable : .unknown
      let name = column.role == .ends ? Words.caseGoesOn : Words.caseBlank
      cases.append(Case(name: name, rows: [[:]], outcomes: [outcome], outcome: outcome))
    }
    cases += retiredCases(retired, failing: on("2026-11-19"))
    return DraftCheck(
      name: "not-over", title: Words.dueTitle(column.header), remedy: Words.dueRemedy(column.header), parameters: [],
      call: "each", test: test, passing: passing([on("2027-03-31"), on("2028-03-31")], retired, on("2024-03-31")),
      failing: failing([on("2027-03-31"), on("2024-03-31")]), cases: cases, columns: ledger.columns)
  }

  private static func unique(_ column: LedgerColumn, of ledger: LedgerProposal) -> DraftCheck {
    let key = "row.\(column.name)"
    let test = [
      "test = function(rows)",
      "  local seen, outcomes = {}, {}",
      "  for i, row in ipairs(rows) do",
      "    if seen[\(key)] then",
      "      outcomes[i] = tenken.fail(\(pattern(Words.standsTwice(column.header))), \(key)):at(row)",
      "    else",
      "      seen[\(key)] = true",
      "      outcomes[i] = tenken.pass():at(row)",
      "    end",
      "  end",
      "  return outcomes",
      "end,",
    ]
    let twice = [column.name: DraftRow.value(of: column, row: 1)]
    return DraftCheck(
      name: "unique", title: Words.uniqueTitle(column.header), remedy: Words.uniqueRemedy(column.header),
      parameters: [],
      call: "all", test: test, passing: passing([[:], [:]], nil, [:]),
      failing: Case(name: Words.caseFailing, rows: [[:], twice], outcomes: [.pass, .fail], outcome: .fail), cases: [],
      columns: ledger.columns.map { $0.name == column.name ? column : $0 })
  }

  private static func filled(_ column: LedgerColumn, of ledger: LedgerProposal) -> DraftCheck {
    let test = [
      "test = function(row)",
      "  if row.\(column.name) == nil then return tenken.fail \(LuaWriting.text(Words.isBlank(column.header))) end",
      "  return tenken.pass()",
      "end,",
    ]
    return DraftCheck(
      name: "filled-in", title: Words.filledTitle(column.header), remedy: Words.filledRemedy(column.header),
      parameters: [],
      call: "each", test: test, passing: passing([[:], [:]], nil, [:]),
      failing: failing([[:], [column.name: ""]]), cases: [],
      columns: ledger.columns.map { $0.name == column.name ? column : $0 })
  }

  // MARK: - What they share

  private static func pattern(_ text: LocalizedText) -> String { LuaWriting.text(text) }

  /// The lines that return an outcome whose message shows values.
  private static func returning(_ outcome: String, _ text: LocalizedText, _ values: [String]) -> [String] {
    [
      "    return tenken.\(outcome)({", "      ja = \(LuaWriting.string(text.ja)),",
      "      en = \(LuaWriting.string(text.en)),",
      "    }, \(values.joined(separator: ", ")))",
    ]
  }

  /// What is not used any more is judged no longer.
  private static func skippingRetired(_ column: LedgerColumn?) -> [String] {
    guard let column else { return [] }
    let date = "row.\(column.name)"
    return ["  if \(date) and \(date) <= context.today then return tenken.notapplicable() end"]
  }

  private static func retiredCases(_ column: LedgerColumn?, failing row: [String: String]) -> [Case] {
    guard let column else { return [] }
    let rows = [today, "2026-11-21"].map { day in row.merging([column.name: day]) { $1 } }
    return [Case(name: Words.caseRetired, rows: rows, outcomes: [.notapplicable, .fail], outcome: .fail)]
  }

  private static func passing(_ rows: [[String: String]], _ retired: LedgerColumn?, _ old: [String: String]) -> Case {
    let gone = retired.map { [old.merging([$0.name: "2025-03-31"]) { $1 }] } ?? []
    return Case(
      name: Words.casePassing, rows: rows + gone, outcomes: rows.map { _ in .pass } + gone.map { _ in .notapplicable },
      outcome: .pass)
  }

  private static func failing(_ rows: [[String: String]]) -> Case {
    Case(name: Words.caseFailing, rows: rows, outcomes: [.pass, .fail], outcome: .fail)
  }
}

/// Rows of made-up values: never one of a ledger's own.
enum DraftRow {
  /// The text of a cell.
  /// - Parameter row: the number of the row, from 1.
  static func value(of column: LedgerColumn, row: Int) -> String {
    switch column.type {
    case .string, .keyword:
      if column.isPersonal { return Wording.Authoring.madeUpPerson(row).ja }
      return column.role == .key && column.type == .keyword ? "A-00\(row)" : Wording.Authoring.madeUpValue(row).ja
    case .integer: return "\(row)"
    case .number: return "\(row).5"
    case .boolean: return "有"
    case .date: return column.role == .due || column.role == .ends ? "2027-03-31" : "2026-10-01"
    case .datetime: return "2026-10-01 09:00"
    case .fiscalYear: return "令和8年度"
    // The addresses that documents may use (RFC 7042, RFC 5737).
    case .mac: return "00:00:5e:00:53:0\(row)"
    case .ip: return "192.0.2.\(row)"
    case .network: return "192.0.2.0/24"
    case .version: return "1.0.\(row)"
    case .list: return "\(Wording.Authoring.madeUpValue(1).ja)、\(Wording.Authoring.madeUpValue(2).ja)"
    }
  }

  /// The cells of a row of a file, in the order of the columns.
  static func cells(_ columns: [LedgerColumn], row: Int, _ own: [String: String]) -> [String] {
    columns.map { column in
      // What is not used any more says so; in the other rows it is blank.
      own[column.name] ?? (column.role == .retired && column.isOptional ? "" : value(of: column, row: row))
    }
  }

  /// The cells that a row of a test must have, in the order of the columns.
  static func needed(_ columns: [LedgerColumn], row: Int, _ own: [String: String]) -> [(name: String, text: String)] {
    columns.compactMap { column in
      if let text = own[column.name] { return (column.name, text) }
      return column.isOptional ? nil : (column.name, value(of: column, row: row))
    }
  }
}
