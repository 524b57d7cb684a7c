import ArgumentParser
import Checks
import Compliance
import FoundationEssentials
import SiteData
import Sweeps
import Wording

struct SiteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "site", abstract: spoken(Wording.Command.siteAbstract), subcommands: [Init.self, Check.self])
}
