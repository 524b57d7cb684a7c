import ArgumentParser
import Compliance
import History
import Reports
import SiteData
import Wording

struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: spoken(Wording.Command.historyAbstract), subcommands: [List.self, Show.self])
}

func openHistory(_ site: String) throws(Failure) -> SweepStore {
  try step(
    { () throws(HistoryError) in try SweepStore.openReadOnly(at: SiteFolder(site).historyFile) }, Failure.history)
}
