import ArgumentParser
import Checks
import Compliance
import Sweeps
import Wording

extension PluginCommand {
  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "test", abstract: spoken(Wording.Command.pluginTestAbstract))

    @OptionGroup var choice: Choice
    @OptionGroup var speech: LanguageOption

    @Flag(help: ArgumentHelp(spoken(Wording.Command.recordHelp)))
    var record = false

    @Flag(help: ArgumentHelp(spoken(Wording.Command.coverageHelp)))
    var coverage = false

    @Flag(help: ArgumentHelp(spoken(Wording.Command.mutantsHelp)))
    var mutants = false

    func run() throws {
      let language = speech.language()
      var (passed, failed, survived) = (0, 0, 0)
      try telling(language) { () throws(Failure) in
        if record, mutants { throw .usage([Wording.Command.recordOrMutants]) }
        var problems: [Problem] = []
        let (plugins, host, _) = try choice.load()
        for plugin in plugins {
          switch plugin {
          case .plugin(let plugin):
            let (tests, changes) = test(plugin, host, language)
            passed += tests.passed
            failed += tests.failures.count
            problems += tests.problems + (changes?.problems ?? [])
            for failure in tests.failures { try Terminal.out(TestListing.failure(failure, language)) }
            if record { try write(tests.recordings, of: plugin, language) }
            if coverage, let lines = tests.coverage { try Terminal.out(TestListing.coverage(lines, plugin, language)) }
            if mutants { try Terminal.out(TestListing.mutants(changes, plugin, language)) }
            survived += changes?.survivors.count ?? 0
          case .broken(let problem): problems += problem.problems
          }
        }
        if !problems.isEmpty { throw .files(Problems(problems)) }
        try Terminal.out(Wording.Command.pluginTestCount(passed: passed, failed: failed)[language] + "\n")
      }
      if failed > 0 || survived > 0 { throw ExitCode(1) }
    }

    private func test(
      _ plugin: Plugin, _ host: PluginHost, _ language: Language
    ) -> (tests: PluginTests.Report, mutants: MutationTests.Report?) {
      let folder = plugin.files.folder
      guard mutants else {
        let report = PluginTests.run(
          plugin, in: folder, runner: WorkerSeries(host.runner), catalogue: host.catalogue, isRecording: record,
          tracesLines: coverage)
        return (report, nil)
      }
      let runner = host.runner
      return MutationTests.run(
        plugin, in: folder, catalogue: host.catalogue, threads: Clock.processors, runner: { WorkerSeries(runner) },
        progress: { done, all in
          guard Terminal.isWatched, done % 50 == 0 else { return }
          Terminal.note(Wording.Command.mutantProgress(plugin.id.description, done: done, all: all)[language])
        })
    }

    private func write(_ recordings: [Recording], of plugin: Plugin, _ language: Language) throws(Failure) {
      let changed = recordings.filter(\.isChanged)
      let files = PluginTestFiles(in: plugin.files.folder)
      for recording in changed {
        do throws(Problem) { try files.write(recording) } catch {
          throw .input(Problem(at: plugin.files.place(error.place.file), error.text).whole)
        }
        let path = plugin.files.place(recording.file).description
        try Terminal.out(Wording.Command.recorded(path)[language] + "\n")
      }
      if changed.isEmpty, !recordings.isEmpty {
        try Terminal.out(Wording.Command.nothingToRecord(plugin.id.description)[language] + "\n")
      }
    }
  }
}
