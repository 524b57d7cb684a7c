import Compliance
import Wording

/// Records side by side in columns, as wide as they need and as there is room for.
struct RecordTable {
  private struct Column {
    let head: Segment
    var cells: [Segment]
    let isNumeric: Bool
    var width: Int
  }

  /// The columns of a cell, unless it alone has the line; what is longer is cut with ….
  private static let widest = 48
  private static let narrowest = 6
  private static let gap = 2

  private let columns: [Column]

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
          isNumeric: values.allSatisfy(\.isNumber)))
    }
    self.columns = columns
  }

  private static func column(_ head: Segment, _ cells: [Segment], isNumeric: Bool = false) -> Column {
    let natural = max(head.width, cells.map(\.width).max() ?? 0)
    return Column(head: head, cells: cells, isNumeric: isNumeric, width: min(natural, widest))
  }

  /// Puts the table onto a page; false, and nothing is put, if it has too many columns for that.
  func put(on page: inout TextPage) -> Bool {
    guard var columns = fitted(to: page.width) else { return false }
    // What is left over goes to the last column, whose cells need no padding.
    if let last = columns.indices.last {
      let used = columns.dropLast().reduce(0) { $0 + $1.width + Self.gap }
      columns[last].width = max(columns[last].width, page.width - used)
    }
    func line(_ cells: [Segment]) -> [Segment] {
      var line: [Segment] = []
      for (index, cell) in cells.enumerated() {
        let column = columns[index]
        let cut = cell.width > column.width ? cell.truncated(to: column.width) : cell
        let isLast = index == columns.count - 1
        line.append(
          isLast && !column.isNumeric ? cut : cut.padded(to: isLast ? cut.width : column.width, right: column.isNumeric)
        )
        if !isLast { line.append(Segment(String(repeating: " ", count: Self.gap))) }
      }
      return line
    }
    page.put(line(columns.map(\.head)), hanging: 4)
    for row in columns.first?.cells.indices ?? 0..<0 { page.put(line(columns.map { $0.cells[row] }), hanging: 4) }
    return true
  }

  /// The columns with widths that fit: the widest give way first. Nil if they do not fit however narrow.
  private func fitted(to width: Int) -> [Column]? {
    var columns = columns
    let gaps = Self.gap * max(0, columns.count - 1)
    var excess = columns.reduce(gaps) { $0 + $1.width } - width
    while excess > 0 {
      guard let widest = columns.indices.max(by: { columns[$0].width < columns[$1].width }),
        columns[widest].width > Self.narrowest
      else { return nil }
      columns[widest].width -= 1
      excess -= 1
    }
    return columns
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
