import ArgumentParser
import CatalogueFiles
import Compliance
import Reports
import SiteData
import Wording

extension CatalogueCommand {
  struct Coverage: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "coverage", abstract: spoken(Wording.CatalogueCoverage.abstract),
      discussion: spoken(Wording.CatalogueCoverage.discussion))

    @Option(help: ArgumentHelp(spoken(Wording.Command.guidelineHelp), valueName: "id"))
    var guideline: String?

    @Option(help: ArgumentHelp(spoken(Wording.CatalogueList.siteHelp), valueName: "dir"))
    var site: String?

    @OptionGroup var speech: LanguageOption

    func run() throws {
      let language = speech.language()
      try telling(language) { () throws(Failure) in
        let installation = try Installation.find()
        let catalogue = try OpenSite.readCatalogue(installation, site.map(SiteFolder.init))
        let filter = try step(
          { () throws(RequirementFilter.Fault) in try RequirementFilter(guideline: guideline, in: catalogue) },
          Failure.init)
        let coverage = try CountedChecks.coverage(of: catalogue, installation, site: site, language)
        try Terminal.out(
          CoverageListing.text(
            catalogue, guidelines: catalogue.guidelines.filter { filter.admits($0.id) }, coverage: coverage,
            language: language, width: Terminal.width, style: Terminal.style))
      }
    }
  }
}
