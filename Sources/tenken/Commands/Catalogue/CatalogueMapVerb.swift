import ArgumentParser
import CatalogueFiles
import Compliance
import Reports
import SiteData
import Sweeps
import Wording

extension CatalogueCommand {
  struct Map: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "map", abstract: spoken(Wording.CatalogueMap.abstract),
      discussion: spoken(Wording.CatalogueMap.discussion))

    enum Format: String, ExpressibleByArgument, CaseIterable {
      case text
      case json
    }

    @Argument(help: ArgumentHelp(spoken(Wording.Command.requirementHelp), valueName: "id"))
    var ids: [String]

    @Option(help: ArgumentHelp(spoken(Wording.CatalogueMap.toHelp), valueName: "guideline"))
    var to: String?

    @Option(help: ArgumentHelp(spoken(Wording.Command.siteHelp), valueName: "dir"))
    var site: String?

    @Option(help: ArgumentHelp(spoken(Wording.Command.formatHelp)))
    var format = Format.text

    @OptionGroup var speech: LanguageOption

    func run() throws {
      let language = speech.language()
      try telling(language) { () throws(Failure) in
        let catalogue = try OpenSite.readCatalogue(Installation.find(), site.map(SiteFolder.init))
        let target = try self.target(in: catalogue)
        let map = CatalogueMap(catalogue)
        let mappings = try requirements(in: catalogue, target).flatMap { id in
          (target.map { [$0] } ?? catalogue.guidelines.map(\.id).filter { $0 != id.guideline })
            .map { map.mapping(of: id, to: $0) }
        }
        switch format {
        case .text:
          try Terminal.out(
            CatalogueMapListing.text(
              mappings, in: catalogue, language: language, width: Terminal.width, style: Terminal.style))
        case .json:
          try Terminal.out(
            step({ () throws(any Error) in try CatalogueMapJSON.text(mappings, in: catalogue) }) {
              .input(Wording.Command.cannotRender("\($0)"))
            })
        }
      }
    }

    private func target(in catalogue: Catalogue) throws(Failure) -> GuidelineID? {
      guard let to else { return nil }
      if let id = GuidelineID(to), catalogue.guideline(id) != nil { return id }
      let near = nearest(to: to, among: catalogue.guidelines.map(\.id.description))
      throw .usage([Wording.unknownGuideline(to, meant: near)])
    }

    /// The requirements that were asked for. Where a citation names several, those of the target are not meant.
    private func requirements(in catalogue: Catalogue, _ target: GuidelineID?) throws(Failure) -> [RequirementID] {
      let lookup = RequirementLookup(catalogue)
      var found: [RequirementID] = []
      var wrong: [LocalizedText] = []
      for text in ids {
        switch lookup.find(text) {
        case .found(let ids):
          let others = ids.filter { $0.guideline != target }
          if let target, others.isEmpty { wrong.append(Wording.CatalogueMap.itself(text, target.description)) }
          found += others.filter { !found.contains($0) }
        case .unknown(let near): wrong.append(Wording.unknownRequirement(text, near.first?.description))
        }
      }
      if !wrong.isEmpty { throw .usage(wrong) }
      return found
    }
  }
}
