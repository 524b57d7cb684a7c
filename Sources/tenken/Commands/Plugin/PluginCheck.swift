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
        let (plugins, host, settings) = try choice.load()
        let lints = Luacheck.isInstalled
        if !lints, !plugins.isEmpty { Terminal.note(Wording.luacheckAbsent[language]) }
        for plugin in plugins {
          switch plugin {
          case .plugin(let plugin):
            let found =
              PluginReview.problems(
                of: plugin, in: plugin.files.folder, runner: WorkerSeries(host.runner), catalogue: host.catalogue)
              + (lints ? Luacheck.problems(in: plugin.files) : [])
            problems += found
            let title =
              found.isEmpty
              ? Wording.Command.pluginInOrder(plugin.id.description, checks: plugin.checks.count)
              : Wording.Command.pluginLoads(plugin.id.description, checks: plugin.checks.count)
            let lines = [title[language]] + SourceListing(plugin, settings).lines(in: language)
            try Terminal.out(lines.joined(separator: "\n") + "\n")
          case .broken(let problem):
            problems += problem.problems + (lints ? Luacheck.problems(in: problem.files) : [])
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
