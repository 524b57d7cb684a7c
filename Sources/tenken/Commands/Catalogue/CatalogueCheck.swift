import ArgumentParser
import CatalogueFiles
import Checks
import Compliance
import Reports
import SiteData
import Sweeps
import Wording

extension CatalogueCommand {
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "check", abstract: spoken(Wording.Command.catalogueCheckAbstract))

    @Option(help: ArgumentHelp(spoken(Wording.Command.siteHelp), valueName: "dir"))
    var site: String?

    @OptionGroup var speech: LanguageOption

    func run() throws {
      let language = speech.language()
      try telling(language) { () throws(Failure) in
        let catalogue = try OpenSite.readCatalogue(Installation.find(), site.map(SiteFolder.init))
        try Terminal.out(
          Wording.Command.catalogueInOrder(
            requirements: catalogue.requirements.count, correspondences: catalogue.correspondences.count)[language] + "\n")
      }
    }
  }
}
