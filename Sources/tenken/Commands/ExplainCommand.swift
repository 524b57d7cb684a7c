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
      let latest = try step({ () throws(HistoryError) in try store.sweeps(last: 1).first?.id }, Failure.history)
      guard let latest else { throw .input(Wording.History.absent) }
      let catalogue = try OpenSite.readCatalogue(Installation.find(), SiteFolder(site))
      let lookup = Lookup(catalogue)
      var (id, result) = try storedSweep(sweep.map { SweepID($0) } ?? latest, latest, store)
      var found = Self.explained(ids, in: result, catalogue, lookup)
      // The newest may be of a part that has nothing to do with what is asked for.
      if sweep == nil, !result.only.isEmpty, !found.isComplete, let whole = try newestWhole(store) {
        let (wholeID, wholeResult) = try storedSweep(whole, latest, store)
        let other = Self.explained(ids, in: wholeResult, catalogue, lookup)
        if other.isComplete { (id, result, found) = (wholeID, wholeResult, other) }
      }
      let explanations = try step({ () throws(ExplanationQuery.Unknown) in try found.get() }, { .usage($0.texts) })
      let isNewest = id == latest
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

  private static func explained(
    _ words: [String], in result: SweepResult, _ catalogue: Catalogue, _ lookup: Lookup
  ) -> Result<[Explanation], ExplanationQuery.Unknown> {
    let query = ExplanationQuery(result, catalogue, requirements: lookup.answer)
    return Result { () throws(ExplanationQuery.Unknown) in try query.explanations(of: words) }
  }

  private func storedSweep(
    _ wanted: SweepID, _ latest: SweepID, _ store: SweepStore
  ) throws(Failure) -> (SweepID, SweepResult) {
    guard let result = try step({ () throws(HistoryError) in try store.sweep(wanted) }, Failure.history) else {
      throw .usage([Wording.Command.unknownSweep(wanted.description, latest.description)])
    }
    return (wanted, result)
  }

  /// How many sweeps of a part may lie before one of all that is looked for.
  private static let lookedThrough = 100

  private func newestWhole(_ store: SweepStore) throws(Failure) -> SweepID? {
    try step({ () throws(HistoryError) in try store.sweeps(last: Self.lookedThrough) }, Failure.history)
      .first { !$0.isPartial }?.id
  }
}

/// Looks requirements up, once somebody asks for one.
private final class Lookup {
  private let catalogue: Catalogue
  private lazy var requirements = RequirementLookup(catalogue)

  init(_ catalogue: Catalogue) { self.catalogue = catalogue }

  func answer(_ text: String) -> ExplanationQuery.Answer {
    switch requirements.find(text) {
    case .found(let ids): .found(ids)
    case .unknown(let near): .unknown(near: near.first)
    }
  }
}

extension Result<[Explanation], ExplanationQuery.Unknown> {
  /// Whether a sweep says something of everything that was asked for.
  fileprivate var isComplete: Bool {
    guard case .success(let explanations) = self else { return false }
    return explanations.allSatisfy { explanation in
      guard case .requirement(let explained) = explanation else { return true }
      return explained.standing != nil || explained.derived != nil
    }
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
