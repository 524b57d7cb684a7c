import ArgumentParser
import CatalogueFiles
import Compliance
import History
import Reports
import SiteData
import Wording

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: spoken(Wording.Explanation.abstract),
    discussion: spoken(Wording.Explanation.discussion))

  @Argument(help: ArgumentHelp(spoken(Wording.Explanation.idsHelp), valueName: "id"))
  var ids: [String]

  @Option(help: ArgumentHelp(spoken(Wording.Command.siteHelp), valueName: "dir"))
  var site = "."

  @Option(help: ArgumentHelp(spoken(Wording.Explanation.sweepHelp), valueName: "n"))
  var sweep: Int64?

  @Flag(help: ArgumentHelp(spoken(Wording.Explanation.allHelp)))
  var all = false

  @Option(help: ArgumentHelp(spoken(Wording.Command.formatHelp)))
  var format = ReportFormat.text

  @OptionGroup var speech: LanguageOption

  func run() throws {
    let language = speech.language()
    try telling(language) { () throws(Failure) in
      let (id, result, isNewest) = try storedSweep()
      let catalogue = try OpenSite.readCatalogue(Installation.find(), SiteFolder(site))
      lazy var lookup = RequirementLookup(catalogue)
      let query = ExplanationQuery(result, catalogue) { text in
        switch lookup.find(text) {
        case .found(let ids): .found(ids)
        case .unknown(let near): .unknown(near: near.first)
        }
      }
      let explanations = try step(
        { () throws(ExplanationQuery.Unknown) in try query.explanations(of: ids) }, { .usage($0.texts) })
      switch format {
      case .text:
        let text = ExplanationText(
          result, id, catalogue: catalogue, language: language, width: Terminal.width, style: Terminal.style,
          showsSettled: all, isNewest: isNewest, site: site == "." ? nil : site)
        try Terminal.out(explanations.map(text.text).joined(separator: "\n"))
      case .json:
        try Terminal.out(
          step({ () throws(any Error) in try ExplanationJSON.text(explanations, of: result, id, catalogue, language) })
          {
            .input(Wording.Command.cannotRender("\($0)"))
          })
      }
    }
  }

  /// The sweep that was asked for, or the newest.
  private func storedSweep() throws(Failure) -> (SweepID, SweepResult, isNewest: Bool) {
    let store = try openHistory(site)
    let latest = try step({ () throws(HistoryError) in try store.sweeps(last: 1).first?.id }, Failure.history)
    guard let latest else { throw .input(Wording.History.absent) }
    let wanted = sweep.map { SweepID($0) } ?? latest
    guard let result = try step({ () throws(HistoryError) in try store.sweep(wanted) }, Failure.history) else {
      throw .usage([Wording.Command.unknownSweep(wanted.description, latest.description)])
    }
    return (wanted, result, wanted == latest)
  }
}
