import ArgumentParser
import Compliance
import History
import Reports
import SiteData
import Wording

extension HistoryCommand {
  struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "diff", abstract: spoken(Wording.Drift.abstract), discussion: spoken(Wording.Drift.discussion))

    @Argument(help: ArgumentHelp(spoken(Wording.Drift.sweepsHelp), valueName: "sweep"))
    var sweeps: [Int64] = []

    @Option(help: ArgumentHelp(spoken(Wording.Command.siteHelp), valueName: "dir"))
    var site = "."

    @Option(help: ArgumentHelp(spoken(Wording.Command.formatHelp)))
    var format = AnswerFormat.text

    @OptionGroup var speech: LanguageOption

    func run() throws {
      let language = speech.language()
      try telling(language) { () throws(Failure) in
        guard sweeps.count <= 2 else { throw .usage([Wording.Drift.twoSweeps]) }
        let store = try openHistory(site)
        let drift = try self.drift(in: store)
        let catalogue = try OpenSite.readCatalogue(Installation.find(), SiteFolder(site))
        try Terminal.out(driftReport(drift, format, language, catalogue: catalogue))
      }
    }

    private func drift(in store: SweepStore) throws(Failure) -> SweepDrift {
      let latest = try step({ () throws(HistoryError) in try store.sweeps(last: 1).first?.id }, Failure.history)
      guard let latest else { throw .input(Wording.History.absent) }
      let after = sweeps.count == 2 ? SweepID(sweeps[1]) : latest
      let before: SweepID? =
        if let first = sweeps.first {
          SweepID(first)
        } else {
          try step({ () throws(HistoryError) in try store.comparable(before: after) }, Failure.history)
        }
      guard let before else { throw .input(Wording.Drift.nothingToCompare) }
      if let drift = try step({ () throws(HistoryError) in try store.drift(from: before, to: after) }, Failure.history)
      {
        return drift
      }
      var unknown: [LocalizedText] = []
      for id in [before, after] {
        let isStored = try step({ () throws(HistoryError) in try store.sweep(id) != nil }, Failure.history)
        if !isStored { unknown.append(Wording.Command.unknownSweep(id.description, latest.description)) }
      }
      throw .usage(unknown)
    }
  }
}

/// The changes between two sweeps.
/// - Parameter catalogue: where the titles of requirements are looked up.
func driftReport(
  _ drift: SweepDrift, _ format: AnswerFormat, _ language: Language, catalogue: Catalogue
) throws(Failure) -> String {
  guard format == .json else {
    return DriftText(drift, catalogue: catalogue, language: language, width: Terminal.width, style: Terminal.style)
      .text()
  }
  return try step({ () throws(any Error) in try DriftJSON.text(drift, language: language) }) {
    .input(Wording.Command.cannotRender("\($0)"))
  }
}
