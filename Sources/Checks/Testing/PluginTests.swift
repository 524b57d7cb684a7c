import Compliance
import Lua
import SiteData
import Wording

/// Runs the tests that a plugin brings along, in the same sandbox as its checks.
public enum PluginTests {
  /// A case that did not go as it expected.
  public struct Failure: Sendable, Hashable {
    /// Where the case stands.
    public let place: Place
    /// What the case is called.
    public let name: String
    /// What was different.
    public let reasons: [LocalizedText]
  }

  /// What running a plugin's tests gave.
  public struct Report: Sendable, Hashable {
    /// The number of cases that went as expected.
    public var passed = 0
    /// The cases that did not.
    public var failures: [Failure] = []
    /// What is wrong with the test files themselves.
    public var problems: [Problem] = []
    /// What the cases with a golden file gave, in the order of the cases.
    public var recordings: [Recording] = []
    /// Which lines the cases ran, if that was asked for.
    public var coverage: LineCoverage?

    mutating func take(_ result: PluginTestCase.Result, of test: PluginTestCase) {
      if let recording = result.recording { recordings.append(recording) }
      if result.reasons.isEmpty {
        passed += 1
      } else {
        failures.append(Failure(place: test.place, name: test.name, reasons: result.reasons))
      }
    }
  }

  /// Runs all cases of `tests/*.lua`, in the order of the files' names and of the cases in them. A plugin without a case is a problem.
  /// - Parameters:
  ///   - plugin: the loaded plugin.
  ///   - folder: the path of its folder.
  ///   - runner: what runs the plugin's code.
  ///   - catalogue: what the plugin may ask of the catalogue.
  ///   - isRecording: whether what differs from a golden file is recorded instead of being a failure.
  ///   - tracesLines: whether to say which lines ran.
  public static func run(
    _ plugin: Plugin, in folder: String, runner: some JobRunner, catalogue: CatalogueSource, isRecording: Bool = false,
    tracesLines: Bool = false
  ) -> Report {
    let suite = PluginTestSuite(plugin, in: folder, runner: runner, catalogue: catalogue)
    var report = Report(problems: suite.problems)
    var trace = LineTrace()
    for test in suite.cases {
      let result = suite.run(test, runner, tracesLines: tracesLines, isRecording: isRecording)
      trace.formUnion(result.trace)
      report.take(result, of: test)
    }
    if tracesLines { report.coverage = LineCoverage(trace) }
    return report
  }
}

/// The cases of a plugin's tests, read and ready to run.
struct PluginTestSuite: Sendable {
  let plugin: Plugin
  let files: PluginTestFiles
  let catalogue: CatalogueSource
  private(set) var cases: [PluginTestCase] = []
  /// What is wrong with the files.
  private(set) var problems: [Problem] = []

  /// Reads the cases of `tests/*.lua` with what they are compared with.
  init(_ plugin: Plugin, in folder: String, runner: some JobRunner, catalogue: CatalogueSource) {
    self.plugin = plugin
    files = PluginTestFiles(in: folder)
    self.catalogue = catalogue
    let sources = files.sources()
    problems = sources.problems.map(placed)
    for source in sources.files { read(source, runner) }
    if cases.isEmpty, problems.isEmpty {
      problems.append(Problem(at: plugin.files.place(PluginTestFiles.folder), Wording.pluginHasNoTests))
    }
    let golden = files.names(in: GoldenFile.folder)
    // What is in the way of both is told of once.
    if let problem = golden.problem, !sources.problems.contains(problem) { problems.append(placed(problem)) }
    problems += GoldenFile.problems(of: cases, in: plugin.files, files: golden.names)
  }

  /// A problem with its place as people see it.
  private func placed(_ problem: Problem) -> Problem {
    Problem(at: plugin.files.place(problem.place.file), problem.text)
  }

  private mutating func read(_ source: PluginTestFiles.Source, _ runner: some JobRunner) {
    let (file, bytes) = source
    do {
      let script = PluginScript(plugin.files, name: file, source: bytes, limits: LuaLimits(), catalogue: catalogue)
      let value = try runner.evaluate(script).get()
      var reader = TestFileReader(plugin, file: file, source: bytes, among: files)
      cases += reader.read(value)
      problems += inReadingOrder(reader.problems)
    } catch {
      problems.append(Problem(at: plugin.files.place(error.file ?? file, line: error.line), error.text))
    }
  }

  /// Runs a case.
  /// - Parameters:
  ///   - changed: the plugin with other code, if it is that which is to run.
  ///   - limits: what the plugin may use up.
  func run(
    _ test: PluginTestCase, _ runner: some JobRunner, as changed: Plugin? = nil, limits: LuaLimits = LuaLimits(),
    tracesLines: Bool = false, isRecording: Bool = false
  ) -> PluginTestCase.Result {
    let plugin = changed ?? plugin
    guard let check = plugin.checks.first(where: { $0.check.id == test.check }),
      var job = test.job(check, of: plugin, in: files, limits: limits, catalogue)
    else { return PluginTestCase.Result(reasons: [Wording.testNotFound]) }
    job.tracesLines = tracesLines
    let run = runner.run(job)
    guard let result = run.checks.first else { return PluginTestCase.Result(reasons: [Wording.testNotFound]) }
    var reasons = test.differences(from: result)
    var recording: Recording?
    if let name = test.golden {
      let golden = GoldenFile(name, in: files)
      let found = GoldenFile.text(of: result)
      if isRecording {
        let (made, problem) = golden.recording(found)
        recording = made
        if let problem { reasons.append(problem) }
      } else {
        reasons += golden.differences(from: found)
      }
    }
    return PluginTestCase.Result(reasons: reasons, run: result, trace: run.trace, recording: recording)
  }
}
