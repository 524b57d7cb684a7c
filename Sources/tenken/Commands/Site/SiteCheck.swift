import ArgumentParser
import Checks
import Compliance
import SiteData
import Sweeps
import Wording

extension SiteCommand {
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: spoken(Wording.Command.siteCheckAbstract))

    @Argument(help: ArgumentHelp(spoken(Wording.Command.siteHelp), valueName: "dir"))
    var folder = "."

    @OptionGroup var speech: LanguageOption

    func run() throws {
      try telling(speech.language()) { () throws(Failure) in
        let site = try OpenSite.open(folder, Installation.find())
        let language = speech.language(of: site.settings.language)
        for note in notes(on: site) { try Terminal.out(note.line(in: language) + "\n") }
        var problems = site.settings.problems(with: site.plugins, site.catalogue)
        for case .broken(let problem) in site.plugins { problems += problem.problems }
        if !problems.isEmpty { throw .files(Problems(problems)) }
        try Terminal.out(
          Wording.Command.siteInOrder(folder, plugins: site.plugins.count)[language] + "\n")
      }
    }

    /// What is no mistake, but worth a look: sources without a grant, and grants without a source.
    private func notes(on site: OpenSite) -> [Problem] {
      var notes = GrantReview.unknownPlugins(site.settings.grants, site.plugins.map(\.id))
      for case .plugin(let plugin) in site.plugins {
        let settings = site.settings
        let declarations = plugin.sources(settings.plugins[plugin.id]).declarations
        let grant = settings.grants[plugin.id]
        let review = GrantReview(
          plugin.id, sha256: plugin.files.sha256, Array(declarations.values), grant: grant)
        notes += review.notes
        let missing = review.sources.filter { !$0.isGranted }.map(\.declaration.origin.description)
        if !missing.isEmpty {
          let place = grant?.place ?? Place(file: "tenken.yaml")
          notes.append(Problem(at: place, Wording.Command.sourcesNotGranted(plugin.id.description, missing)))
        }
      }
      return notes
    }
  }
}
