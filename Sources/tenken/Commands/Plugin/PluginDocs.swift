import ArgumentParser
import Checks
import Compliance
import FoundationEssentials
import Reports
import SiteData
import Sweeps
import Wording

extension PluginCommand {
  struct Docs: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "docs", abstract: spoken(Wording.PluginPage.abstract),
      discussion: spoken(Wording.PluginPage.discussion))

    enum Format: String, ExpressibleByArgument, CaseIterable {
      case markdown
      case html
    }

    @OptionGroup var choice: Choice

    @Option(help: ArgumentHelp(spoken(Wording.PluginPage.formatHelp)))
    var format = Format.markdown

    @Option(help: ArgumentHelp(spoken(Wording.PluginPage.outputHelp), valueName: "dir"))
    var output: String?

    @OptionGroup var speech: LanguageOption

    func run() throws {
      let language = speech.language()
      try telling(language) { () throws(Failure) in
        // The templates come as workbooks, too.
        if output != nil { try Failure.unlessThereAreWorkbooks() }
        let (plugins, host, _) = try choice.load()
        var problems: [Problem] = []
        var described: [PluginDescription] = []
        for plugin in plugins {
          switch plugin {
          case .plugin(let plugin): described.append(plugin.description)
          case .broken(let broken): problems += broken.problems
          }
        }
        if output == nil, format == .html, described.count > 1 {
          throw .usage([Wording.PluginPage.outputForPagesNeeded])
        }
        for plugin in described {
          if let output {
            try write(plugin, host.catalogue.access.catalogue, to: "\(output)/\(plugin.id)", language)
          } else {
            try Terminal.out(text(of: PluginPage(plugin, host.catalogue.access.catalogue, language: language)))
          }
        }
        if !problems.isEmpty { throw .files(Problems(problems)) }
      }
    }

    private func text(of page: PluginPage) -> String { format == .html ? page.html : page.markdownText }

    /// Writes the pages of a plugin in both languages, and the templates of its ledgers.
    private func write(
      _ plugin: PluginDescription, _ catalogue: Catalogue, to folder: String, _ language: Language
    ) throws(Failure) {
      try make("\(folder)/templates")
      let ending = format == .html ? "html" : "md"
      for (tongue, name) in [(Language.en, "reference.\(ending)"), (.ja, "reference.ja.\(ending)")] {
        try write(
          Array(text(of: PluginPage(plugin, catalogue, language: tongue)).utf8), to: "\(folder)/\(name)", language)
      }
      for template in plugin.sources.compactMap(LedgerTemplate.init) {
        let path = "\(folder)/templates/\(template.name)"
        try write(Array(template.csv.utf8), to: "\(path).csv", language)
        let workbook = try step(
          { () throws(LedgerSheetFailure) in try template.workbook() },
          { .input(Wording.Command.cannotWriteFile("\(path).xlsx", SystemError(number: $0.code).description)) })
        try write(workbook, to: "\(path).xlsx", language)
      }
    }

    private func write(_ bytes: [UInt8], to path: String, _ language: Language) throws(Failure) {
      try OutputFile.write(bytes, to: path)
      try Terminal.out(Wording.PluginNew.wrote(path)[language] + "\n")
    }

    private func make(_ folder: String) throws(Failure) {
      do { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) } catch {
        throw .cannotMake(folder, error)
      }
    }
  }
}
