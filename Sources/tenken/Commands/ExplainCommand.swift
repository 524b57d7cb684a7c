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
  var format = AnswerFormat.text

  @OptionGroup var speech: LanguageOption

  func run() throws {
    let language = speech.language()
    try telling(language) { () throws(Failure) in
      let store = try openHistory(site)
      let (id, result, isNewest) = try storedSweep(store)
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
      let past = try step({ () throws(HistoryError) in try store.past(of: explanations, until: id) }, Failure.history)
      switch format {
      case .text:
        let text = ExplanationText(
          result, id, catalogue: catalogue, language: language, width: Terminal.width, style: Terminal.style,
          showsSettled: all, isNewest: isNewest, past: past, site: site == "." ? nil : site)
        try Terminal.out(explanations.map(text.text).joined(separator: "\n"))
      case .json:
        try Terminal.out(
          step({ () throws(any Error) in
            try ExplanationJSON.text(explanations, of: result, id, catalogue, language, past: past)
          }) {
            .input(Wording.Command.cannotRender("\($0)"))
          })
      }
    }
  }

  /// The sweep that was asked for, or the newest.
  private func storedSweep(_ store: SweepStore) throws(Failure) -> (SweepID, SweepResult, isNewest: Bool) {
    let latest = try step({ () throws(HistoryError) in try store.sweeps(last: 1).first?.id }, Failure.history)
    guard let latest else { throw .input(Wording.History.absent) }
    let wanted = sweep.map { SweepID($0) } ?? latest
    guard let result = try step({ () throws(HistoryError) in try store.sweep(wanted) }, Failure.history) else {
      throw .usage([Wording.Command.unknownSweep(wanted.description, latest.description)])
    }
    return (wanted, result, wanted == latest)
  }
}

extension SweepStore {
  /// How what is explained came to be so.
  fileprivate func past(of explanations: [Explanation], until sweep: SweepID) throws(HistoryError) -> PastOutcomes {
    var past = PastOutcomes()
    for explanation in explanations {
      switch explanation {
      case .requirement(let explained):
        let id = explained.requirement.id
        past.requirements[id] = try outcomes(of: id, until: sweep)
      case .check(let run): past.checks[run.check.id] = try outcomes(of: run.check.id, until: sweep)
      case .plugin, .findings, .attestation, .waiver: continue
      }
    }
    return past
  }
}
