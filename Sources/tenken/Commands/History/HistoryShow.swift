import ArgumentParser
import Compliance
import History
import Reports
import SiteData
import Wording

extension HistoryCommand {
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: spoken(Wording.Command.historyShowAbstract))

    @Option(help: ArgumentHelp(spoken(Wording.Command.siteHelp), valueName: "dir"))
    var site = "."

    @Option(help: ArgumentHelp(spoken(Wording.Command.formatHelp)))
    var format = ReportFormat.text

    @Argument(help: ArgumentHelp(spoken(Wording.Command.sweepIDHelp), valueName: "sweep"))
    var id: Int64?

    @OptionGroup var speech: LanguageOption

    func run() throws {
      let language = speech.language()
      try telling(language) { () throws(Failure) in
        let store = try openHistory(site)
        let (wanted, result) = try storedSweep(id, in: store)
        let catalogue = try OpenSite.readCatalogue(Installation.find(), SiteFolder(site))
        let report = try SweepReport(
          result, wanted, site: site, catalogue, language, for: [format]
        ) { () throws(HistoryError) in store }
        guard format == .text else { return try Terminal.out(rendered(report, format)) }
        try Terminal.out(summary(report, .full))
        if let link = try step({ () throws(HistoryError) in try store.head(of: wanted) }, Failure.history) {
          let words = Wording.Verification.link(sha256: link.sha256, signer: link.signer)
          try Terminal.out("\n\(words[language])\n")
        }
      }
    }
  }
}
