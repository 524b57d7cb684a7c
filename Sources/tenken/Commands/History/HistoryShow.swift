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
        let latest = try step({ () throws(HistoryError) in try store.sweeps(last: 1).first?.id }, Failure.history)
        guard let wanted = id.map({ SweepID($0) }) ?? latest,
          let result = try step({ () throws(HistoryError) in try store.sweep(wanted) }, Failure.history)
        else { throw .usage([Wording.Command.unknownSweep(id.map(String.init) ?? "", latest?.description)]) }
        let catalogue = try OpenSite.readCatalogue(Installation.find(), SiteFolder(site))
        switch format {
        case .text:
          try Terminal.out(
            TextReport(
              result: result, catalogue: catalogue, sweepID: wanted, language: language, width: Terminal.width,
              style: Terminal.style, detail: .full, site: site == "." ? nil : site
            ).text())
          if let link = try step({ () throws(HistoryError) in try store.head(of: wanted) }, Failure.history) {
            let words = Wording.Verification.link(sha256: link.sha256, signer: link.signer)
            try Terminal.out("\n\(words[language])\n")
          }
        case .json:
          let json: String
          do { json = try JSONReport.text(result, sweepID: wanted, language: language) } catch {
            throw .input(Wording.Command.cannotRender("\(error)"))
          }
          try Terminal.out(json)
        }
      }
    }
  }
}
