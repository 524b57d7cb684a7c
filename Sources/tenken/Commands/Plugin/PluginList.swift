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
            try put("\(plugin.id) \(plugin.version)  \(plugin.title[language])")
            let elsewhere = plugin.sources.map(\.origin).filter(\.needsGrant).map(\.description)
            if !elsewhere.isEmpty { try put("  \(Wording.Command.readsElsewhere(elsewhere)[language])") }
            for check in plugin.checks {
              let requirements = check.check.requirements.map(\.description).joined(separator: " ")
              try put("  \(check.check.id)  \(check.check.title[language])  [\(requirements)]")
            }
          case .broken(let problem):
            try put("\(problem.files.id)  \(Wording.Command.broken[language])")
          }
        }
      }
    }

    /// One line, whatever a plugin calls itself.
    private func put(_ line: String) throws(Failure) {
      try Terminal.out(printableLine(line) + "\n")
    }
  }
}
