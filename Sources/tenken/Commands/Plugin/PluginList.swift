import ArgumentParser
import Checks
import Compliance
import Reports
import SiteData
import Sweeps
import Wording

extension PluginCommand {
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: spoken(Wording.Command.pluginListAbstract))

    @OptionGroup var choice: Choice
    @OptionGroup var speech: LanguageOption

    func run() throws {
      let language = speech.language()
      try telling(language) { () throws(Failure) in
        for plugin in try choice.load().plugins {
          switch plugin {
          case .plugin(let plugin):
            try Terminal.out("\(plugin.id) \(plugin.version)  \(plugin.title[language])\n")
            let elsewhere = plugin.sources.map(\.origin).filter(\.needsGrant).map(\.description)
            if !elsewhere.isEmpty { try Terminal.out("  \(Wording.Command.readsElsewhere(elsewhere)[language])\n") }
            for check in plugin.checks {
              let requirements = check.check.requirements.map(\.description).joined(separator: " ")
              try Terminal.out("  \(check.check.id)  \(check.check.title[language])  [\(requirements)]\n")
            }
          case .broken(let problem):
            try Terminal.out("\(problem.files.id)  \(Wording.Command.broken[language])\n")
          }
        }
      }
    }
  }
}
