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
    static let configuration = CommandConfiguration(commandName: "list", abstract: spoken(Wording.Command.catalogueListAbstract))

    @Option(help: ArgumentHelp(spoken(Wording.Command.guidelineHelp), valueName: "id"))
    var guideline: String?

    @OptionGroup var speech: LanguageOption

    func run() throws {
      let language = speech.language()
      try telling(language) { () throws(Failure) in
        let catalogue = try OpenSite.readCatalogue(Installation.find(), nil)
        var wanted: GuidelineID?
        if let guideline {
          guard let id = GuidelineID(guideline), catalogue.guideline(id) != nil else {
            let near = nearest(to: guideline, among: catalogue.guidelines.map(\.id.description))
            throw .usage([Wording.unknownGuideline(guideline, meant: near)])
          }
          wanted = id
        }
        let requirements = catalogue.requirements.filter { wanted == nil || $0.id.guideline == wanted }
        try Terminal.out(
          CatalogueListing.list(requirements, language: language, width: Terminal.width, style: Terminal.style))
      }
    }
  }
}
