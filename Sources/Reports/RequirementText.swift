import Compliance
import Wording

extension RequirementCard {
  /// The official text with its corrections in brackets, each with its number, and below it the list of them.
  func putText(on page: inout TextPage) {
    putHeading(Words.text, on: &page)
    let passages = catalogue.passages(of: requirement)
    guard !passages.isEmpty else {
      page.put([Segment(Words.noText[language], .faint)], indent: 2)
      return
    }
    var lines: [[Segment]] = [[]]
    var errata: [Erratum] = []
    for passage in passages {
      if let erratum = passage.erratum {
        errata.append(erratum)
        append("[\(errata.count): \(erratum.corrected)]", .doubtful, to: &lines)
      } else {
        append(passage.text, .plain, to: &lines)
      }
    }
    for line in lines { page.put(line, indent: 2) }
    put(errata, on: &page)
  }

  /// Adds text that may hold line breaks of its own.
  private func append(_ text: String, _ ink: Ink, to lines: inout [[Segment]]) {
    for (index, part) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      if index > 0 { lines.append([]) }
      lines[lines.count - 1].append(Segment(String(part), ink))
    }
  }

  private func put(_ errata: [Erratum], on page: inout TextPage) {
    guard !errata.isEmpty else { return }
    putHeading(Words.errata, on: &page)
    let names = [Words.printed, Words.corrected, Words.reason, Words.certaintyField].map { $0[language] }
    let column = (names.map { DisplayWidth.of($0) }.max() ?? 0) + 2
    for (index, erratum) in errata.enumerated() {
      let number = "[\(index + 1)] "
      let values = [
        erratum.printed, erratum.corrected, erratum.reason[language], Words.certainty(erratum.certainty)[language],
      ]
      for (row, (name, value)) in zip(names, values).enumerated() {
        let ink: Ink = row == 3 && erratum.certainty == .probable ? .doubtful : .plain
        page.put(
          [
            Segment(row == 0 ? number : "").padded(to: number.count), Segment(name, .faint).padded(to: column),
            Segment(value, ink),
          ], indent: 2, hanging: 2 + number.count + column)
      }
    }
  }
}
