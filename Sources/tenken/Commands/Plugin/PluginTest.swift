import ArgumentParser
import Checks
import Compliance
import Reports
import SiteData
import Sweeps
import Wording

extension PluginCommand {
  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "test", abstract: spoken(Wording.Command.pluginTestAbstract))

    @OptionGroup var choice: Choice
    @OptionGroup var speech: LanguageOption

    func run() throws {
      let language = speech.language()
      var failed = 0
      try telling(language) { () throws(Failure) in
        var passed = 0
        var problems: [Problem] = []
        let (plugins, host, _) = try choice.load()
        for plugin in plugins {
          switch plugin {
          case .plugin(let plugin):
            let report = PluginTests.run(
              plugin, in: plugin.files.folder, runner: host.runner, catalogue: host.catalogue)
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
        try Terminal.out(Wording.Command.pluginTestCount(passed: passed, failed: failed)[language] + "\n")
      }
      if failed > 0 { throw ExitCode(1) }
    }
  }
}
