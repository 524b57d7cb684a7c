import Compliance
import Wording

/// The header row of a table: which of its cells are the declared columns.
struct TableHeader {
  /// For each declared column the position of its cell in a row; nil if the column is absent.
  let positions: [Int?]
  /// For each declared column the header as it stands in the file, or the one that was looked for.
  let titles: [String]
  /// The number of cells up to the last header.
  let width: Int
  /// How it is told of.
  let detected: DetectedHeader
}

/// Looks for the header among the first rows of a table.
struct HeaderSearch {
  /// The rows, blank ones not counted, among which the header must be: reports have a few lines of title above their table.
  static let rowLimit = 20

  /// What became of a row.
  enum Answer {
    case header(TableHeader)
    /// A line above the header.
    case title
    case failed(Problem)
  }

  /// What a row would be as the header.
  private struct Candidate {
    let line: Int
    let cells: [String]
    let missing: [Int]
  }

  private let columns: [SourceDeclaration.Column]
  /// For each column the forms of its headers, the preferred first and the column's own name last.
  private let forms: [[String]]
  private let file: String
  private var rows = 0
  private var best: Candidate?
  /// Every cell that was looked at with its line, for a did-you-mean.
  private var seen: [String] = []
  /// What else went wrong in the rows that were looked at.
  private var faults: [LocalizedText] = []

  init(_ columns: [SourceDeclaration.Column], file: String) {
    self.columns = columns
    self.file = file
    forms = columns.map { ($0.headers + [$0.name]).map(headerFolded) }
  }

  /// Whether any row but blank ones was looked at.
  var hasSeenRows: Bool { rows > 0 }

  /// Looks at the next row that is not blank.
  /// - Parameter cells: the decoded cells, empty where they could not be decoded.
  mutating func look(at cells: [String], line: Int) -> Answer {
    rows += 1
    let folded = cells.map(headerFolded)
    var positions = [Int?](repeating: nil, count: columns.count)
    var titles: [String] = columns.map { $0.headers.first ?? $0.name }
    var duplicates: [String] = []
    for (column, forms) in forms.enumerated() {
      guard let form = forms.first(where: { folded.contains($0) }), let position = folded.firstIndex(of: form) else {
        continue
      }
      positions[column] = position
      titles[column] = shownHeader(cells[position])
      if folded.lastIndex(of: form) != position, !duplicates.contains(titles[column]) {
        duplicates.append(titles[column])
      }
    }
    let missing = columns.indices.filter { positions[$0] == nil && !columns[$0].isOptional }
    if missing.isEmpty, positions.contains(where: { $0 != nil }) {
      if !duplicates.isEmpty {
        return .failed(Problem(at: Place(file: file, line: line), Wording.duplicateHeaders(duplicates)))
      }
      let width = (folded.lastIndex { !$0.isEmpty } ?? -1) + 1
      let taken = Set(positions.compactMap(\.self))
      let unused = cells.indices.filter { !taken.contains($0) }.map { shownHeader(cells[$0]) }.filter { !$0.isEmpty }
      let detected = DetectedHeader(
        line: line, titles: positions.indices.map { positions[$0] == nil ? nil : titles[$0] }, unused: unused)
      return .header(TableHeader(positions: positions, titles: titles, width: width, detected: detected))
    }
    if best.map({ missing.count < $0.missing.count }) ?? true {
      best = Candidate(line: line, cells: cells, missing: missing)
    }
    seen.append(contentsOf: cells.filter { !$0.isEmpty })
    return rows < Self.rowLimit ? .title : .failed(failure())
  }

  /// Passes over a row whose cells cannot be told apart or decoded.
  mutating func lookAtBroken(_ fault: LocalizedText) -> Answer {
    rows += 1
    noteFault(fault)
    return rows < Self.rowLimit ? .title : .failed(failure())
  }

  /// Keeps what is wrong with a row that could have been the header.
  mutating func noteFault(_ fault: LocalizedText) {
    if !faults.contains(fault) { faults.append(fault) }
  }

  /// The problem of a table without a header.
  func failure() -> Problem {
    let required = columns.indices.filter { !columns[$0].isOptional }
    var texts: [LocalizedText]
    var line: Int?
    if let best, best.missing.count * 2 <= required.count, best.missing.count < required.count {
      line = best.line
      let titles = best.cells.map(shownHeader).filter { !$0.isEmpty }
      texts = [
        Wording.missingHeaders(best.missing.map { name($0) }), Wording.headersThatStand(Array(titles.prefix(40))),
      ]
      texts += best.missing.compactMap { suggestion($0, among: best.cells) }
    } else {
      // Cells are not shown: without a header they may be anything, also what identifies a patient.
      let wanted = required.isEmpty ? Array(columns.indices) : required
      texts = [Wording.noHeader(wanted.map { name($0) }, rows: Self.rowLimit)]
      texts += wanted.compactMap { suggestion($0, among: seen) }
    }
    return Problem(at: Place(file: file, line: line), Wording.sentences(texts + faults.prefix(3)))
  }

  /// How people know a column: its first header.
  private func name(_ column: Int) -> String {
    columns[column].headers.first ?? columns[column].name
  }

  /// The cell that may have been meant as a column's header.
  private func suggestion(_ column: Int, among cells: [String]) -> LocalizedText? {
    let taken = Set(forms.indices.filter { $0 != column }.flatMap { forms[$0] })
    var candidates: [String: String] = [:]
    for cell in cells where !taken.contains(headerFolded(cell)) { candidates[headerFolded(cell)] = cell }
    for form in forms[column] {
      guard let match = nearest(to: form, among: candidates.keys.sorted()), let cell = candidates[match] else {
        continue
      }
      return Wording.headerSuggestion(wanted: name(column), found: shownHeader(cell))
    }
    return nil
  }
}

/// A header as a message can show it, on one line.
func shownHeader(_ text: String) -> String {
  shown(text.utf8.map { isSpace($0) ? 0x20 : $0 }).split(separator: " ").joined(separator: " ")
}
