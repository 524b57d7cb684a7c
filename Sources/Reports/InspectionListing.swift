public import Compliance
import Wording

/// How the data of a site was understood, as text: each file that a plugin reads, with its encoding, its header, its columns and its rows.
public enum InspectionListing {
  /// The listing, in the order given; each line ended by a newline.
  /// - Parameters:
  ///   - sources: the sources, those of one plugin together.
  ///   - language: the language of titles and words.
  ///   - width: the columns of a line.
  ///   - style: plain, or for a terminal.
  public static func text(
    _ sources: [InspectedSource], language: Language, width: Int = 80, style: TextStyle = .plain
  ) -> String {
    var page = TextPage(width: width, style: style)
    var rest = sources[...]
    while let plugin = rest.first?.plugin {
      page.blank()
      page.put([Segment(plugin.description, .strong)])
      let own = rest.prefix { $0.plugin == plugin }
      rest = rest.dropFirst(own.count)
      for (index, source) in own.filter({ !isMissing($0) }).enumerated() {
        if index > 0 { page.blank() }
        put(source, on: &page, language)
      }
      putMissing(own.filter(isMissing), on: &page, language)
    }
    return page.text
  }

  private static func put(_ source: InspectedSource, on page: inout TextPage, _ language: Language) {
    page.put(
      phrases: [[Segment(source.id, .strong)], [Segment(source.title[language])]], gap: 2, indent: 2, hanging: 4)
    switch source.state {
    case .told(let problem): page.put([Segment(problem.line(in: language), .doubtful)], indent: 4, hanging: 6)
    case .command:
      page.put([Segment("\(source.origin): \(Words.notRun[language])", .faint)], indent: 4, hanging: 6)
    case .files(let files):
      for file in files { put(file, on: &page, language) }
    }
  }

  /// Whether there is nothing to say of a source but that there is no file of it: a hospital has few of the systems that plugins can read.
  private static func isMissing(_ source: InspectedSource) -> Bool {
    guard case .told(let problem) = source.state else { return false }
    return problem.text == Wording.absentSource(title: source.title, meant: nil)
      || problem.text == Wording.absentPattern(title: source.title)
  }

  private static func putMissing(_ sources: [InspectedSource], on page: inout TextPage, _ language: Language) {
    guard !sources.isEmpty else { return }
    page.blank()
    page.put([Segment(Words.missing[language])], indent: 2)
    let column = sources.map { DisplayWidth.of($0.id) }.max() ?? 0
    for source in sources {
      page.put(
        [Segment(source.id).padded(to: column + 2), Segment(source.origin, .faint)], indent: 4, hanging: column + 6)
    }
  }

  private typealias Words = Wording.InspectionListing

  private static func put(_ file: SourceInspection, on page: inout TextPage, _ language: Language) {
    let evidence = file.evidence
    page.put([Segment(evidence.file)], indent: 4, hanging: 6)
    var phrases = [Words.encoding(evidence.encoding)]
    if let line = file.headerLine { phrases.append(Words.header(line: line)) }
    phrases += [Words.read(evidence.records), Words.refused(evidence.refused), Words.skipped(evidence.skipped)]
    let inks: [Int: Ink] = evidence.refused > 0 ? [phrases.count - 2: .bad] : [:]
    page.put(
      phrases: phrases.enumerated().map { [Segment($1[language], inks[$0] ?? .plain)] }, gap: 3, indent: 6, hanging: 6)
    // Of a file that could not be read, nothing is known of its columns.
    if evidence.records + evidence.refused > 0 || file.hasHeader { putColumns(of: file, on: &page, language) }
    if !file.unused.isEmpty {
      page.put(
        [Segment(Words.unused[language] + " "), Segment(file.unused.joined(separator: language == .ja ? "、" : ", "))],
        indent: 6, hanging: 8)
    }
    for problem in file.problems { page.put([Segment(problem.line(in: language), .bad)], indent: 6, hanging: 8) }
    if file.problemCount > file.problems.count {
      page.put([Segment(Words.more(file.problemCount - file.problems.count)[language], .bad)], indent: 6, hanging: 8)
    }
  }

  private static func putColumns(of file: SourceInspection, on page: inout TextPage, _ language: Language) {
    let heads = [Words.column, file.hasHeader ? Words.headerInFile : nil, Words.filled]
    let rows = file.columns.map { column -> [Segment] in
      let isAbsent = file.hasHeader && column.header == nil
      let header = column.header.map { Segment($0) } ?? Segment(Words.absent[language], .doubtful)
      let filled = Segment(isAbsent ? "-" : String(column.filled), column.filled == 0 ? .doubtful : .plain)
      return [Segment(column.name)] + (file.hasHeader ? [header] : []) + [filled]
    }
    let table = [heads.compactMap { $0.map { Segment($0[language], .faint) } }] + rows
    let widths = table[0].indices.map { column in table.map { $0[column].width }.max() ?? 0 }
    for (index, row) in table.enumerated() {
      var line: [Segment] = []
      for (column, cell) in row.enumerated() {
        if column > 0 { line.append(Segment("  ")) }
        line.append(cell.padded(to: widths[column], right: column == row.count - 1))
      }
      if index > 0, let meant = file.columns[index - 1].meant {
        line.append(Segment("  " + Words.meant(meant)[language], .doubtful))
      }
      page.put(line, indent: 6, hanging: 10)
    }
  }
}
