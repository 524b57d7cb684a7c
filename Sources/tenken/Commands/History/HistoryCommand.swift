import ArgumentParser
import Compliance
import History
import Reports
import SiteData
import Wording

struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: spoken(Wording.Command.historyAbstract),
    subcommands: [List.self, Show.self, Diff.self, Verify.self, Head.self, Key.self])
}

func openHistory(_ site: String) throws(Failure) -> SweepStore {
  try step(
    { () throws(HistoryError) in try SweepStore.openReadOnly(at: SiteFolder(site).historyFile) }, Failure.history)
}

/// Where a site's signing key is.
func signingKeyFile(of folder: SiteFolder) throws(Failure) -> KeyFile {
  KeyFile(try OpenSite.readSettings(folder).history.key ?? folder.signingKeyFile)
}
