import Compliance
import Wording

/// Records side by side in columns, as wide as they need and as there is room for.
struct RecordTable {
  private struct Column {
    let head: Segment
    var cells: [Segment]
    let isNumeric: Bool
    /// Whether the end of a cell tells more than its beginning, as of a path with a line.
    let keepsEnd: Bool
    var width: Int

    var isBlank: Bool { cells.allSatisfy { $0.width == 0 } }

    /// A cell within the column's width.
    func cut(_ cell: Segment) -> Segment {
      guard keepsEnd else { return cell.truncated(to: width) }
      var room = width - 1
      var start = cell.text.endIndex
      while start > cell.text.startIndex {
        let before = cell.text.index(before: start)
        room -= DisplayWidth.of(cell.text[before])
        if room < 0 { break }
        start = before
      }
      return Segment("…" + cell.text[start...], cell.ink)
    }
  }

  /// The columns of a cell, unless it is the last; what is longer is cut with ….
  private static let widest = 48
  private static let narrowest = 10
  private static let gap = 2

  private let columns: [Column]
  private let language: Language

  init(_ records: [ExploredRecord], catalogue: Catalogue, language: Language) {
    var names: [ExploredValue] = []
    var seen: Set<ExploredValue> = []
    for field in records.lazy.flatMap(\.fields) where seen.insert(field.name).inserted { names.append(field.name) }
    var columns: [Column] = []
    let places = records.map { $0.place ?? "" }
    if places.contains(where: { !$0.isEmpty }) {
      columns.append(
        Self.column(Segment(Wording.Repl.place[language], .faint), Self.shortened(places).map { Segment($0, .faint) }))
    }
    for name in names {
      let values = records.map { record in record.fields.first { $0.name == name }?.value ?? .nothing }
      columns.append(
        Self.column(
          Segment(name.inline, .strong), values.map { Segment(Self.cell($0, catalogue, language)) },
          isNumeric: values.allSatisfy(\.isNumber), keepsEnd: name == .text("place")))
    }
    self.columns = columns
    self.language = language
  }

  private static func column(
    _ head: Segment, _ cells: [Segment], isNumeric: Bool = false, keepsEnd: Bool = false
  ) -> Column {
    let natural = max(head.width, cells.map(\.width).max() ?? 0)
    return Column(head: head, cells: cells, isNumeric: isNumeric, keepsEnd: keepsEnd, width: min(natural, widest))
  }

  /// Puts the table onto a page. Columns for which there is no room are named below it.
  func put(on page: inout TextPage) {
    let (shown, others) = fitted(to: page.width)
    var columns = shown
    // What is left over goes to the last column, whose cells need no padding unless they are numbers.
    if let last = columns.indices.last, !columns[last].isNumeric {
      let used = columns.dropLast().reduce(0) { $0 + $1.width + Self.gap }
      columns[last].width = max(columns[last].width, page.width - used)
    }
    func line(_ cells: [Segment]) -> [Segment] {
      var line: [Segment] = []
      for (index, cell) in cells.enumerated() {
        let column = columns[index]
        let cut = cell.width > column.width ? column.cut(cell) : cell
        let isLast = index == columns.count - 1
        let isPadded = !isLast || column.isNumeric
        line.append(isPadded ? cut.padded(to: column.width, right: column.isNumeric) : cut)
        if !isLast { line.append(Segment(String(repeating: " ", count: Self.gap))) }
      }
      return line
    }
    page.put(line(columns.map(\.head)), hanging: 4)
    for row in columns.first?.cells.indices ?? 0..<0 { page.put(line(columns.map { $0.cells[row] }), hanging: 4) }
    if !others.isEmpty {
      let names = others.map(\.head.text).joined(separator: ", ")
      page.put([Segment(Wording.Repl.otherColumns(names)[language], .faint)], hanging: 4)
    }
  }

  /// The columns with widths that fit, the widest giving way first, and those that do not fit however narrow: blank ones, then the last.
  private func fitted(to width: Int) -> (shown: [Column], others: [Column]) {
    var shown = columns
    var others: [Column] = []
    func least() -> Int {
      shown.reduce(Self.gap * (shown.count - 1)) { $0 + min($1.width, Self.narrowest) }
    }
    while shown.count > 1, least() > width {
      others.append(shown.remove(at: shown.lastIndex(where: \.isBlank) ?? shown.count - 1))
    }
    var excess = shown.reduce(Self.gap * max(0, shown.count - 1)) { $0 + $1.width } - width
    while excess > 0, let widest = shown.indices.max(by: { shown[$0].width < shown[$1].width }) {
      shown[widest].width -= 1
      excess -= 1
    }
    return (shown, others.reversed())
  }

  /// Places as their lines alone, if all are of one file.
  private static func shortened(_ places: [String]) -> [String] {
    let split = places.map { place in
      place.lastIndex(of: ":").map { (place[..<$0], place[$0...].dropFirst()) } ?? (place[...], place[...])
    }
    guard let file = split.first?.0, split.allSatisfy({ $0.0 == file }) else { return places }
    return split.map { String($0.1) }
  }

  /// What stands in a cell: text as it is, requirements with their titles, lists as their elements.
  static func cell(_ value: ExploredValue, _ catalogue: Catalogue, _ language: Language) -> String {
    switch value {
    case .nothing: ""
    case .text(let text): text
    case .requirement(let id):
      [id.description, catalogue[id]?.title[language]].compactMap(\.self).joined(separator: "  ")
    case .list(let values, let isCut) where values.contains { $0.record != nil }:
      "(\(values.count)\(isCut ? "+" : ""))"
    case .list(let values, let isCut):
      (values.map { cell($0, catalogue, language) } + (isCut ? ["…"] : [])).joined(separator: ", ")
    default: value.inline
    }
  }
}

extension ExploredValue {
  fileprivate var isNumber: Bool {
    switch self {
    case .integer, .number: true
    default: false
    }
  }
}
