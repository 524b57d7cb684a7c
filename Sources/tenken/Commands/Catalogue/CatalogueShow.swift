import ArgumentParser
import CatalogueFiles
import Checks
import Compliance
import Reports
import SiteData
import Sweeps
import Wording

extension CatalogueCommand {
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: spoken(Wording.Command.catalogueShowAbstract))

    @Argument(help: ArgumentHelp(spoken(Wording.Command.requirementHelp), valueName: "id"))
    var ids: [String]

    @Option(help: ArgumentHelp(spoken(Wording.Command.siteHelp), valueName: "dir"))
    var site: String?

    @OptionGroup var speech: LanguageOption

    func run() throws {
      let language = speech.language()
      try telling(language) { () throws(Failure) in
        let installation = try Installation.find()
        let folder = site.map(SiteFolder.init)
        let catalogue = try OpenSite.readCatalogue(installation, folder)
        let lookup = RequirementLookup(catalogue)
        var found: [RequirementID] = []
        var unknown: [LocalizedText] = []
        for text in ids {
          switch lookup.find(text) {
          case .found(let ids): found += ids
          case .unknown(let near):
            if let question = QuestionNumber(text) {
              unknown.append(
                Wording.questionNotInCatalogue(text, number: question.number, volume: question.volume))
              continue
            }
            unknown.append(Wording.unknownRequirement(text, near.first?.description))
          }
        }
        if !unknown.isEmpty { throw .usage(unknown) }
        var plugins = PluginFolder.readAll(in: installation.pluginsFolder, shownAs: "Plugins")
        if let folder { plugins += PluginFolder.readAll(in: folder.pluginsFolder, shownAs: "plugins") }
        let checks = PluginHost(catalogue).load(plugins).flatMap(\.checks).map(\.check)
        for (index, id) in found.enumerated() {
          guard let requirement = catalogue[id] else { continue }
          let evidence = checks.filter { check in
            check.requirements.contains { catalogue.isWithin($0, id) }
          }.map { ($0.id, $0.title) }
          if index > 0 { try Terminal.out("\n") }
          try Terminal.out(
            CatalogueListing.card(
              requirement, in: catalogue, checks: evidence, language: language, width: Terminal.width,
              style: Terminal.style))
        }
      }
    }
  }
}
