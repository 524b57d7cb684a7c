import ArgumentParser
import CatalogueFiles
import Compliance
import SiteData
import Wording

extension CatalogueCommand {
  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import", abstract: spoken(Wording.Command.catalogueImportAbstract))

    @Argument(help: ArgumentHelp(spoken(Wording.Command.importFileHelp), valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp(spoken(Wording.Command.siteHelp), valueName: "dir"))
    var site: String

    @Option(help: ArgumentHelp(spoken(Wording.Command.importGuidelineHelp), valueName: "id"))
    var guideline: String?

    @OptionGroup var speech: LanguageOption

    func run() throws {
      let language = speech.language()
      try telling(language) { () throws(Failure) in
        guard Installation.isFolder(site) else { throw .usage([Wording.Command.noSite(site)]) }
        let id = guideline.flatMap { GuidelineID($0) }
        if let guideline, id == nil {
          throw .usage([Wording.yamlExpected(Wording.guidelineID(), found: .text(guideline))])
        }
        let folder = SiteFolder(site)
        let catalogue = try OpenSite.readCatalogue(Installation.find(), folder)
        let imported = try step(
          { () throws(ImportFailure) in
            try OSCALImport.add(path: file, to: folder.catalogueFolder, existing: catalogue, as: id)
          }, Failure.init)
        for notice in imported.notices { Terminal.note("tenken: \(notice[language])") }
        let place = "\(folder.catalogueFolder)/\(imported.id)"
        try Terminal.out(
          Wording.Command.imported(
            "\(imported.id)", imported.title, requirements: imported.requirements, chapters: imported.chapters,
            folder: place)[language] + "\n")
      }
    }
  }
}

extension Failure {
  /// Why a guideline was not taken over.
  init(_ failure: ImportFailure) {
    self =
      switch failure {
      case .problems(let problems): .files(problems)
      case .refused(let text): .usage([text])
      case .unwritable(let path, let reason): .input(Wording.Command.cannotWriteFile(path, reason))
      }
  }
}
