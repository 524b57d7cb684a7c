import ArgumentParser
import CatalogueFiles
import Checks
import Compliance
import Reports
import SiteData
import Sweeps
import Wording

struct CatalogueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalogue", abstract: spoken(Wording.Command.catalogueAbstract),
    subcommands: [List.self, Show.self, Map.self, Search.self, Coverage.self, Check.self, Export.self, Import.self])
}
