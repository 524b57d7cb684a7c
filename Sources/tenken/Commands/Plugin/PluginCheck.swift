import ArgumentParser
import Checks
import Compliance
import Reports
import SiteData
import Sweeps
import Wording

extension PluginCommand {
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: spoken(Wording.Command.pluginCheckAbstract))

    @OptionGroup var choice: Choice
    @OptionGroup var speech: LanguageOption

    func run() throws {
      let language = speech.language()
      try telling(language) { () throws(Failure) in
        var problems: [Problem] = []
        let (plugins, _, settings) = try choice.load()
        for plugin in plugins {
          switch plugin {
          case .plugin(let plugin):
            let title = Wording.Command.pluginInOrder(plugin.id.description, checks: plugin.checks.count)[language]
            let lines = [title] + SourceListing(plugin, settings).lines(in: language)
            try Terminal.out(lines.joined(separator: "\n") + "\n")
          case .broken(let problem): problems += problem.problems
          }
        }
        if choice.folders.isEmpty, let settings {
          for note in GrantReview.unknownPlugins(settings.grants, plugins.map(\.id)) {
            try Terminal.out(note.line(in: language) + "\n")
          }
        }
        if !problems.isEmpty { throw .files(Problems(problems)) }
      }
    }
  }
}
