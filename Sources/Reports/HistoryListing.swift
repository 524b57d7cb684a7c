import Compliance
import Wording

/// Stored sweeps as a table, one line each.
public enum HistoryListing {
  /// The table, in the order given; each line ended by a newline.
  /// - Parameters:
  ///   - sweeps: the sweeps.
  ///   - language: the language of the heads and words.
  ///   - width: the columns of a line.
  ///   - style: plain, or for a terminal.
  public static func text(_ sweeps: [SweepSummary], language: Language, width: Int = 80, style: TextStyle = .plain)
    -> String
  {
    var page = TextPage(width: width, style: style)
    guard !sweeps.isEmpty else {
      page.put([Segment(Wording.Report.noSweeps[language])])
      return page.text
    }
    let standings = Standing.byUrgency.filter { standing in sweeps.contains { $0.checks[standing] != nil } }
    let names = [Wording.Report.number, Wording.Report.time, Wording.Report.result].map { $0[language] }
    let words = standings.map { "\($0.sign) \($0.word(in: language))" }
    let areSigned = sweeps.contains { $0.signer != nil }
    let signed = areSigned ? [Wording.Verification.signature[language]] : []
    let rows = sweeps.map { cells(of: $0, standings, areSigned, language) }
    // Where the words would not fit, their signs head the columns, and the words follow below.
    let fits = table(names + words + signed, rows).widthOfRow <= page.width
    let shown = table(names + (fits ? words : standings.map(\.sign)) + signed, rows)
    for row in shown.rows { page.put(Array(row.map { [$0] }.joined(separator: [Segment("  ")])), hanging: 4) }
    if !fits {
      page.blank()
      page.put(phrases: words.map { [Segment($0, .faint)] }, gap: 3, indent: 0, hanging: 0)
    }
    return page.text
  }

  private static func cells(
    of sweep: SweepSummary, _ standings: [Standing], _ areSigned: Bool, _ language: Language
  ) -> [Segment] {
    let numbers = standings.map { standing in
      let count = sweep.checks[standing] ?? 0
      return Segment(count == 0 ? "-" : String(count), count == 0 ? .faint : .plain)
    }
    return [
      // The site's own time; its offset is the same nearly always and would cost the width of a column.
      Segment(sweep.id.description), Segment(readableTime(sweep.at, withOffset: false)),
      Segment(Wording.Report.exit(sweep.exit)[language], ink(sweep.exit)),
    ] + numbers + (areSigned ? [Segment(sweep.signer == nil ? "-" : "✓", .faint)] : [])
  }

  private static func table(_ heads: [String], _ rows: [[Segment]]) -> (rows: [[Segment]], widthOfRow: Int) {
    let rows = [heads.map { Segment($0, .faint) }] + rows
    let columns = heads.indices.map { column in rows.map { $0[column].width }.max() ?? 0 }
    let padded = rows.map { row in
      // Time and result are read from the left, numbers from the right.
      row.indices.map { row[$0].padded(to: columns[$0], right: $0 != 1 && $0 != 2) }
    }
    return (padded, columns.reduce(0, +) + 2 * (columns.count - 1))
  }

  private static func ink(_ exit: SweepExit) -> Ink {
    switch exit {
    case .met: .good
    case .failed: .bad
    case .undetermined: .doubtful
    }
  }
}
