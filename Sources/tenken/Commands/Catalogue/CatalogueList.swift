import ArgumentParser
import CatalogueFiles
import Checks
import Compliance
import Reports
import SiteData
import Sweeps
import Wording

extension CatalogueCommand {
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: spoken(Wording.Command.catalogueListAbstract))

    @Option(help: ArgumentHelp(spoken(Wording.Command.guidelineHelp), valueName: "id"))
    var guideline: String?

    @Option(help: ArgumentHelp(spoken(Wording.CatalogueList.chapterHelp), valueName: "number"))
    var chapter: String?

    @Option(name: .customLong("class"), help: ArgumentHelp(spoken(Wording.CatalogueList.classHelp), valueName: "class"))
    var requirementClass: String?

    @Option(help: ArgumentHelp(spoken(Wording.CatalogueList.statusHelp), valueName: "status"))
    var status: String?

    @Flag(help: ArgumentHelp(spoken(Wording.CatalogueList.coveredHelp)))
    var covered = false

    @Flag(help: ArgumentHelp(spoken(Wording.CatalogueList.uncoveredHelp)))
    var uncovered = false

    @Option(help: ArgumentHelp(spoken(Wording.CatalogueList.siteHelp), valueName: "dir"))
    var site: String?

    @OptionGroup var speech: LanguageOption

    func run() throws {
      let language = speech.language()
      try telling(language) { () throws(Failure) in
        if covered, uncovered { throw .usage([Wording.CatalogueList.coveredAndUncovered]) }
        let installation = try Installation.find()
        let catalogue = try OpenSite.readCatalogue(installation, site.map(SiteFolder.init))
        let filter = try step(
          { () throws(RequirementFilter.Fault) in
            try RequirementFilter(
              guideline: guideline, chapter: chapter, requirementClass: requirementClass, status: status, in: catalogue)
          }, Failure.init)
        var requirements = catalogue.requirements.filter(filter.admits)
        if covered || uncovered {
          let coverage = try CountedChecks.coverage(of: catalogue, installation, site: site, language)
          requirements = requirements.filter { (coverage.extent(of: $0.id) == .none) == uncovered }
        }
        try Terminal.out(
          CatalogueListing.list(requirements, language: language, width: Terminal.width, style: Terminal.style))
      }
    }
  }
}

extension Failure {
  /// Words of the command that name nothing in the catalogue.
  init(_ fault: RequirementFilter.Fault) { self = .usage(fault.texts) }
}
