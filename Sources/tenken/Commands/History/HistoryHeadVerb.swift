import ArgumentParser
import Compliance
import History
import Reports
import SiteData
import Wording

extension HistoryCommand {
  struct Head: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "head", abstract: spoken(Wording.Command.historyHeadAbstract))

    @Option(help: ArgumentHelp(spoken(Wording.Command.siteHelp), valueName: "dir"))
    var site = "."

    @Option(help: ArgumentHelp(spoken(Wording.Command.headSweepHelp), valueName: "n"))
    var sweep: Int64?

    @Option(name: .shortAndLong, help: ArgumentHelp(spoken(Wording.Command.outputFileHelp), valueName: "file"))
    var output: String?

    @OptionGroup var speech: LanguageOption

    func run() throws {
      let language = speech.language()
      try telling(language) { () throws(Failure) in
        let store = try openHistory(site)
        let head = try step(
          { () throws(HistoryError) in try store.head(of: sweep.map { SweepID($0) }) }, Failure.history)
        guard let head else {
          let latest = try step({ () throws(HistoryError) in try store.sweeps(last: 1).first?.id }, Failure.history)
          throw .usage([Wording.Command.unknownSweep(sweep.map(String.init) ?? "", latest?.description)])
        }
        let name = try? OpenSite.readSettings(SiteFolder(site)).name[language]
        let text = head.text(site: name ?? site)
        if let output { try OutputFile.write(text, to: output) } else { try Terminal.out(text) }
      }
    }
  }
}
