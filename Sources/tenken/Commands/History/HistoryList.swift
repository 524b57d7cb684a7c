import ArgumentParser
import Compliance
import History
import Reports
import SiteData
import Wording

extension HistoryCommand {
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: spoken(Wording.Command.historyListAbstract))

    @Option(help: ArgumentHelp(spoken(Wording.Command.siteHelp), valueName: "dir"))
    var site = "."

    @Option(help: ArgumentHelp(spoken(Wording.Command.lastHelp), valueName: "n"))
    var last = 20

    @OptionGroup var speech: LanguageOption

    func run() throws {
      let language = speech.language()
      try telling(language) { () throws(Failure) in
        let store = try openHistory(site)
        let sweeps = try step({ () throws(HistoryError) in try store.sweeps(last: last) }, Failure.history)
        try Terminal.out(HistoryListing.text(sweeps, language: language, width: Terminal.width, style: Terminal.style))
      }
    }
  }
}
