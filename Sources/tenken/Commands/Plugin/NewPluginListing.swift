import Authoring
import Compliance
import Reports
import SiteData
import Wording

/// What was made, how the ledger was understood, and what the person should look at.
struct NewPluginListing {
  typealias Words = Wording.PluginNew

  private let draft: PluginDraft
  private let proposal: LedgerProposal
  private let path: String
  private let example: RequirementID?
  private let ledger: String?

  /// - Parameters:
  ///   - path: where the plugin is.
  ///   - example: the requirement that nobody has chosen.
  ///   - ledger: the ledger, if it lies outside the site's data.
  init(_ draft: PluginDraft, _ proposal: LedgerProposal, at path: String, example: RequirementID?, ledger: String?) {
    self.draft = draft
    self.proposal = proposal
    self.path = path
    self.example = example
    self.ledger = ledger
  }

  func lines(in language: Language) -> [String] {
    var lines = [Words.made(path, check: draft.checkID, title: draft.checkTitle)[language], ""]
    if let survey = proposal.survey {
      let found = Words.understood(
        "data/\(proposal.file)", encoding: survey.encoding, line: survey.headerLine, rows: survey.rows)
      lines += [found[language]] + table(in: language) + [""]
    }
    lines.append(Words.toLookAt[language])
    lines += notes.map { "- \($0[language])" }
    return lines + ["", Words.next(path)[language]]
  }

  private var notes: [LocalizedText] {
    var notes: [LocalizedText] = []
    if let example { notes.append(Words.exampleRequirement(example.description)) }
    if let survey = proposal.survey {
      notes.append(Words.guessedTypes)
      if survey.rows == 0 { notes.append(Words.noRows) }
      notes += proposal.columns.filter { $0.refused.count > 0 }.map {
        Words.refused(
          $0.header, type: $0.type.rawValue, count: $0.refused.count, of: $0.refused.of, lines: $0.refused.lines)
      }
      if !survey.duplicates.isEmpty { notes.append(Words.duplicates(survey.duplicates)) }
      if !survey.unnamed.isEmpty { notes.append(Words.unnamed(survey.unnamed)) }
      if !proposal.persons.isEmpty { notes.append(Words.persons(proposal.persons)) }
      if !proposal.formulas.isEmpty { notes.append(Words.formulas(proposal.formulas)) }
      if !survey.brokenLines.isEmpty { notes.append(Words.broken(survey.brokenLines)) }
    }
    if proposal.survey == nil {
      notes.append(Words.fillTemplate("\(path)/\(draft.templatePath)", to: proposal.file))
    }
    if let ledger { notes.append(Words.copyLedger(ledger, to: proposal.file)) }
    return notes
  }

  private func table(in language: Language) -> [String] {
    let separator = Wording.Report.listSeparator[language]
    let rows = proposal.columns.map { column in
      let notes = (column.isPersonal ? [Words.isPersonal] : []) + (column.repeats ? [Words.repeats] : [])
      return [column.header, column.name, column.typeWord, notes.map { $0[language] }.joined(separator: separator)]
    }
    let cells = [Words.heads.map { $0[language] }] + rows
    let widths = cells[0].indices.map { index in cells.map { NameColumns.width(of: $0[index]) }.max() ?? 0 }
    return cells.map { row in
      var line = " "
      for (cell, width) in zip(row, widths) {
        line += " \(cell)" + String(repeating: " ", count: max(0, width - NameColumns.width(of: cell)) + 1)
      }
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }
  }
}
