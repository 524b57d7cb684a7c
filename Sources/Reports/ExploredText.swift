import Compliance
import Wording

/// What people have asked for while exploring, as text: requirements as cards, records as tables, other data as Lua writes it.
public struct ExploredText {
  private let catalogue: Catalogue
  private let language: Language
  private let width: Int
  private let style: TextStyle
  private let checks: (RequirementID) -> [(id: CheckID, title: LocalizedText)]

  /// Says how values are shown.
  /// - Parameters:
  ///   - catalogue: where requirements are.
  ///   - language: the language of titles and words.
  ///   - width: the columns of a line.
  ///   - style: plain, or for a terminal.
  ///   - checks: the checks that give evidence for a requirement, for its card.
  public init(
    _ catalogue: Catalogue, language: Language, width: Int, style: TextStyle,
    checks: @escaping (RequirementID) -> [(id: CheckID, title: LocalizedText)]
  ) {
    self.catalogue = catalogue
    self.language = language
    self.width = width
    self.style = style
    self.checks = checks
  }

  /// A value, each line ended by a newline.
  public func text(_ value: ExploredValue) -> String {
    switch value {
    case .requirement(let id):
      guard let requirement = catalogue[id] else { return id.description + "\n" }
      return CatalogueListing.card(
        requirement, in: catalogue, checks: checks(id), language: language, width: width, style: style)
    case .list(let values, let isCut):
      return list(values) + (isCut ? note(Wording.Repl.more(than: values.count)) : "")
    case .record(let record):
      var page = TextPage(width: width, style: style)
      put(record, on: &page)
      return page.text
    default:
      return LuaText(width: width, style: style).text(value)
    }
  }

  private func list(_ values: [ExploredValue]) -> String {
    if values.isEmpty { return note(Wording.Repl.emptyList) }
    let ids = values.compactMap(\.requirement)
    if ids.count == values.count {
      return CatalogueListing.list(
        ids.compactMap { catalogue[$0] }, language: language, width: width, style: style)
    }
    let records = values.compactMap(\.record)
    guard records.count == values.count else {
      return LuaText(width: width, style: style).text(.list(values, isCut: false))
    }
    var page = TextPage(width: width, style: style)
    put(records, on: &page)
    return page.text
  }

  private func note(_ text: LocalizedText) -> String {
    var page = TextPage(width: width, style: style)
    page.put([Segment(text[language], .faint)])
    return page.text
  }

  // MARK: - Records

  private func put(_ records: [ExploredRecord], on page: inout TextPage) {
    RecordTable(records, catalogue: catalogue, language: language).put(on: &page)
  }

  /// A record by itself: a field a line, and lists of records below as tables.
  private func put(_ record: ExploredRecord, on page: inout TextPage) {
    if let place = record.place { page.put([Segment(place, .faint)]) }
    let fields = record.fields.filter { !$0.value.isTable }
    let column = (fields.map { DisplayWidth.of(visible($0.name.inline)) }.max() ?? 0) + 2
    for field in fields {
      let name = Segment(field.name.inline, .faint).padded(to: column)
      guard case .text(let text) = field.value, !text.isEmpty else {
        page.put([name, Segment(RecordTable.cell(field.value, catalogue, language))], hanging: min(column, 24))
        continue
      }
      page.put(lines: text, after: [name], indent: 0, hanging: min(column, 24))
    }
    if record.isCut { page.put([Segment(Wording.Repl.moreFields[language], .faint)]) }
    for field in record.fields where field.value.isTable {
      guard case .list(let values, let isCut) = field.value else { continue }
      page.blank()
      page.put([Segment("\(field.name.inline) (\(values.count)\(isCut ? "+" : ""))", .strong)])
      put(values.compactMap(\.record), on: &page)
    }
  }
}

extension ExploredValue {
  var requirement: RequirementID? {
    if case .requirement(let id) = self { id } else { nil }
  }

  var record: ExploredRecord? {
    if case .record(let record) = self { record } else { nil }
  }

  /// Whether it is best shown as a table.
  fileprivate var isTable: Bool {
    guard case .list(let values, _) = self, !values.isEmpty else { return false }
    return values.allSatisfy { $0.record != nil }
  }
}
