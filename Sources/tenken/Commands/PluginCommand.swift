import ArgumentParser
import Checks
import Compliance
import Reports
import SiteData
import Sweeps
import Wording

struct PluginCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plugin", abstract: spoken(Wording.Command.pluginAbstract), subcommands: [List.self, Check.self, Test.self])

  /// The plugins that a command is about: folders that were named, or all that come with Tenken and the site.
  struct Choice: ParsableArguments {
    @Option(help: ArgumentHelp(spoken(Wording.Command.siteHelp), valueName: "dir"))
    var site: String?

    @Argument(help: ArgumentHelp(spoken(Wording.Command.pluginFoldersHelp), valueName: "dir"))
    var folders: [String] = []

    func load() throws(Failure) -> [LoadedPlugin] {
      let installation = try Installation.find()
      let site = site.map(SiteFolder.init)
      let catalogue = try OpenSite.readCatalogue(installation, site)
      if folders.isEmpty {
        return OpenSite.loadPlugins(in: installation.pluginsFolder, shownAs: installation.pluginsFolder, catalogue)
          + (site.map { OpenSite.loadPlugins(in: $0.pluginsFolder, shownAs: $0.pluginsFolder, catalogue) } ?? [])
      }
      return try folders.map { folder throws(Failure) in
        let path = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        let name = path.split(separator: "/").last.map(String.init) ?? path
        guard let id = PluginID(name) else { throw .usage([Wording.pluginFolderName(name)]) }
        return OpenSite.load(PluginFolder.read(id, at: path, shownAs: path), catalogue)
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: spoken(Wording.Command.pluginListAbstract))

    @OptionGroup var choice: Choice
    @OptionGroup var speech: LanguageOption

    func run() throws {
      let language = speech.language()
      try telling(language) { () throws(Failure) in
        for plugin in try choice.load() {
          switch plugin {
          case .plugin(let plugin):
            try Terminal.out("\(plugin.id) \(plugin.version)  \(plugin.title[language])\n")
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

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "check", abstract: spoken(Wording.Command.pluginCheckAbstract))

    @OptionGroup var choice: Choice
    @OptionGroup var speech: LanguageOption

    func run() throws {
      let language = speech.language()
      try telling(language) { () throws(Failure) in
        var problems: [Problem] = []
        for plugin in try choice.load() {
          switch plugin {
          case .plugin(let plugin):
            try Terminal.out(Wording.Command.pluginInOrder(plugin.id.description, checks: plugin.checks.count)[language] + "\n")
          case .broken(let problem): problems += problem.problems
          }
        }
        if !problems.isEmpty { throw .files(Problems(problems)) }
      }
    }
  }

  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "test", abstract: spoken(Wording.Command.pluginTestAbstract))

    @OptionGroup var choice: Choice
    @OptionGroup var speech: LanguageOption

    func run() throws {
      let language = speech.language()
      var failed = 0
      try telling(language) { () throws(Failure) in
        var passed = 0
        var problems: [Problem] = []
        for plugin in try choice.load() {
          switch plugin {
          case .plugin(let plugin):
            let report = PluginTests.run(plugin, in: plugin.files.folder)
            problems += report.problems
            passed += report.passed
            for failure in report.failures {
              try Terminal.out("✗ \(failure.place)  \(failure.name)\n")
              for line in failure.reasons { try Terminal.out("    \(line[language])\n") }
            }
            failed += report.failures.count
          case .broken(let problem): problems += problem.problems
          }
        }
        if !problems.isEmpty { throw .files(Problems(problems)) }
        try Terminal.out("\(passed) passed, \(failed) failed\n")
      }
      if failed > 0 { throw ExitCode(1) }
    }
  }
}
