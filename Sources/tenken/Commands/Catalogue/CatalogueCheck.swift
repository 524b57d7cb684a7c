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
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: spoken(Wording.Command.catalogueCheckAbstract))

    @Option(help: ArgumentHelp(spoken(Wording.Command.siteHelp), valueName: "dir"))
    var site: String?

    @Option(help: ArgumentHelp(spoken(Wording.Command.documentsHelp), valueName: "dir"))
    var documents: String?

    @OptionGroup var speech: LanguageOption

    func run() throws {
      let language = speech.language()
      try telling(language) { () throws(Failure) in
        let installation = try Installation.find()
        let catalogue = try OpenSite.readCatalogue(installation, site.map(SiteFolder.init), snapshots: nil)
        try Terminal.out(
          Wording.Command.catalogueInOrder(
            requirements: catalogue.requirements.count, correspondences: catalogue.correspondences.count)[language]
            + "\n")
        guard let documents else { return }
        guard Installation.isFolder(documents) else { throw .usage([Wording.Command.noSuchFolder(documents)]) }
        let verification = try step(
          { () throws(Problems) in
            try SourceVerification(catalogue: installation.catalogueFolder, documents: documents)
          }, Failure.files)
        try Terminal.out(
          Wording.Command.sourcesVerified(documents: verification.documents, texts: verification.texts)[language]
            + "\n")
      }
    }
  }
}
