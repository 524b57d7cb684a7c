import ArgumentParser
import Compliance
import FoundationEssentials
import Reports
import SiteData
import Wording

/// A format of the catalogue.
enum CatalogueFormat: String, ExpressibleByArgument, CaseIterable {
  case json
  case csv
  case markdown
  case oscal
}

extension CatalogueCommand {
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export", abstract: spoken(Wording.Command.catalogueExportAbstract),
      discussion: spoken(Wording.Command.catalogueExportDiscussion))

    @Option(help: ArgumentHelp(spoken(Wording.Command.catalogueFormatHelp)))
    var format: CatalogueFormat

    @Option(parsing: .upToNextOption, help: ArgumentHelp(spoken(Wording.Command.exportGuidelineHelp), valueName: "id"))
    var guideline: [String] = []

    @Option(help: ArgumentHelp(spoken(Wording.Command.siteHelp), valueName: "dir"))
    var site: String?

    @Option(name: .shortAndLong, help: ArgumentHelp(spoken(Wording.Command.exportOutputHelp), valueName: "file"))
    var output: String?

    @OptionGroup var speech: LanguageOption

    func run() throws {
      let language = speech.language()
      try telling(language) { () throws(Failure) in
        let catalogue = try OpenSite.readCatalogue(Installation.find(), site.map(SiteFolder.init))
        let guidelines = try chosen(from: catalogue)
        if format == .oscal, guidelines.count > 1 || output.map(Installation.isFolder) ?? false {
          try writeFolder(catalogue, guidelines, language)
        } else {
          let text = try render(catalogue, guidelines, language)
          guard let output else { return try Terminal.out(text) }
          try OutputFile.write(text, to: output)
          try Terminal.out(Wording.Command.exported([output])[language] + "\n")
        }
      }
    }

    /// The guidelines that were named, in the order of the catalogue; all if none was.
    private func chosen(from catalogue: Catalogue) throws(Failure) -> [Guideline] {
      let known = catalogue.guidelines.map(\.id.description)
      let unknown = guideline.filter { !known.contains($0) }
      if !unknown.isEmpty {
        throw .usage(unknown.map { Wording.unknownGuideline($0, meant: nearest(to: $0, among: known)) })
      }
      return catalogue.guidelines.filter { guideline.isEmpty || guideline.contains($0.id.description) }
    }

    private func render(_ catalogue: Catalogue, _ guidelines: [Guideline], _ language: Language) throws(Failure)
      -> String
    {
      do {
        switch format {
        case .json: return try CatalogueJSON.text(catalogue, of: guidelines)
        case .csv: return CatalogueCSV.text(catalogue, of: guidelines, language: language)
        case .markdown: return CatalogueMarkdown.text(catalogue, of: guidelines, language: language)
        case .oscal: return try guidelines.map { try CatalogueOSCAL.text(catalogue, of: $0) }.joined()
        }
      } catch {
        throw .input(Wording.Command.cannotRender("\(error)"))
      }
    }

    private func writeFolder(_ catalogue: Catalogue, _ guidelines: [Guideline], _ language: Language) throws(Failure) {
      guard let output else { throw .usage([Wording.Command.outputFolderNeeded]) }
      do {
        try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
      } catch {
        throw .cannotMake(output, error)
      }
      var paths: [String] = []
      for guideline in guidelines {
        paths.append("\(output)/\(CatalogueOSCAL.fileName(of: guideline))")
        try OutputFile.write(try render(catalogue, [guideline], language), to: paths[paths.count - 1])
      }
      try Terminal.out(Wording.Command.exported(paths)[language] + "\n")
    }
  }
}
