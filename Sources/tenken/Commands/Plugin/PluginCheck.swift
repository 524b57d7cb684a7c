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
        for plugin in try choice.load().plugins {
          switch plugin {
          case .plugin(let plugin):
            try Terminal.out(
              Wording.Command.pluginInOrder(plugin.id.description, checks: plugin.checks.count)[language] + "\n")
          case .broken(let problem): problems += problem.problems
          }
        }
        if !problems.isEmpty { throw .files(Problems(problems)) }
      }
    }
  }
}
