import Compliance
import Lua
import SiteData
import Synchronization
import Wording
import Workers

/// Changes a plugin's code, one small change after the other, and sees whether its tests notice.
public struct MutationTests: Sendable {
  /// A change that no test noticed.
  public struct Survivor: Sendable, Hashable {
    /// The change.
    public let mutation: Mutation
    /// Whether a case runs the code at all.
    public let isRun: Bool
  }

  /// What became of all changes.
  public struct Report: Sendable, Hashable {
    /// How many changes were tried.
    public var mutants = 0
    /// How many survived on lines that say why.
    public var excused = 0
    /// The others that survived, in the order of the files and their text.
    public var survivors: [Survivor] = []
    /// What is wrong with the comments that excuse changes.
    public var problems: [Problem] = []
  }

  private let plugin: Plugin
  private let suite: PluginTestSuite
  private let catalogue: CatalogueSource
  private let baseline: [Baseline]
  /// The lines that every case runs that runs any: those of the plugin's files themselves, outside functions.
  private let loaded: PluginLines

  /// A case with what it gave of the plugin as it is.
  private struct Baseline: Sendable {
    let test: PluginTestCase
    let ran: PluginLines
    let hasProblem: Bool
  }

  /// Runs the tests on the plugin as it is, and if they pass, on each change.
  /// - Parameters:
  ///   - threads: how many changes to try at a time.
  ///   - runner: makes what runs the plugin's code on one thread.
  ///   - progress: is told, on any thread, how many changes of how many have been tried.
  /// - Returns: what the tests gave, and what became of the changes; nil for these if the tests are not in order.
  public static func run(
    _ plugin: Plugin, in folder: String, catalogue: CatalogueSource, threads: Int,
    runner: @escaping @Sendable () -> any JobRunner,
    progress: @escaping @Sendable (_ done: Int, _ all: Int) -> Void = { _, _ in }
  ) -> (tests: PluginTests.Report, mutants: Report?) {
    let suite = PluginTestSuite(plugin, in: folder, runner: runner(), catalogue: catalogue)
    var tests = PluginTests.Report(problems: suite.problems)
    let results = inLanes(suite.cases.count, threads: threads, runner) { index, runner in
      suite.run(suite.cases[index], runner, tracesLines: true)
    }
    var baseline: [Baseline] = []
    var trace = LineTrace()
    for (test, result) in zip(suite.cases, results) {
      tests.take(result, of: test)
      trace.formUnion(result.trace)
      baseline.append(Baseline(test: test, ran: result.trace.ran, hasProblem: result.run?.problem != nil))
    }
    tests.coverage = LineCoverage(trace)
    guard tests.failures.isEmpty, tests.problems.isEmpty else { return (tests, nil) }
    return (tests, MutationTests(suite, catalogue, baseline).run(threads, runner, progress))
  }

  private init(_ suite: PluginTestSuite, _ catalogue: CatalogueSource, _ baseline: [Baseline]) {
    plugin = suite.plugin
    self.suite = suite
    self.catalogue = catalogue
    // Whoever runs less is more likely to be about the line in question.
    self.baseline = baseline.enumerated().sorted {
      ($0.element.ran.count, $0.offset) < ($1.element.ran.count, $1.offset)
    }
    .map(\.element)
    let all = baseline.map(\.ran).filter { $0.count > 0 }
    loaded = all.dropFirst().reduce(all.first ?? PluginLines()) { $0.intersection($1) }
  }

  private func run(
    _ threads: Int, _ runner: @escaping @Sendable () -> any JobRunner,
    _ progress: @escaping @Sendable (Int, Int) -> Void
  ) -> Report {
    var report = Report()
    var mutations: [Mutation] = []
    var excuses: [String: [MutationExcuse]] = [:]
    for (name, source) in plugin.files.files.sorted(by: { $0.key < $1.key }) {
      do throws(LuaTextFault) {
        let text = try LuaText(name, source)
        mutations += MutationFinder.mutations(of: text, in: plugin.files)
        excuses[name] = MutationExcuse.all(in: text, of: plugin.files)
      } catch {
        report.problems.append(Problem(at: plugin.files.place(name, line: error.line), Wording.textNotTakenApart))
      }
    }
    let all = mutations
    let done = Mutex(0)
    let survive = Self.inLanes(all.count, threads: threads, runner) { index, runner in
      defer {
        progress(
          done.withLock {
            $0 += 1; return $0
          }, all.count)
      }
      return survives(all[index], runner)
    }
    report.mutants = all.count
    var used: Set<Place> = []
    for (mutation, survives) in zip(all, survive) where survives {
      let excuse = excuses[mutation.file]?.first { $0.line == mutation.place.line }
      if let excuse {
        report.excused += 1
        used.insert(excuse.place)
      } else {
        report.survivors.append(Survivor(mutation: mutation, isRun: !cases(for: mutation).isEmpty))
      }
    }
    for excuse in excuses.sorted(by: { $0.key < $1.key }).flatMap(\.value) {
      if let problem = excuse.problem {
        report.problems.append(problem)
      } else if !used.contains(excuse.place) {
        report.problems.append(Problem(at: excuse.place, Wording.excuseExcusesNothing))
      }
    }
    return report
  }

  private func cases(for mutation: Mutation) -> [Baseline] {
    baseline.filter { $0.ran.contains(anyOf: mutation.lines, in: mutation.file) }
  }

  /// What the plugin may use up while its code is changed: a change that makes it run on and on is noticed soon.
  private static let limits: LuaLimits = {
    var limits = LuaLimits()
    limits.callSeconds /= 4
    limits.totalSeconds = 20
    return limits
  }()

  /// Whether no case notices a change.
  private func survives(_ mutation: Mutation, _ runner: any JobRunner) -> Bool {
    guard let changed = changed(by: mutation, runner) else { return false }
    return !cases(for: mutation).contains { baseline in
      let result = suite.run(baseline.test, runner, as: changed, limits: Self.limits)
      // Whoever expects an error has not expected this one.
      return !result.reasons.isEmpty || (result.run?.problem != nil) != baseline.hasProblem
    }
  }

  /// The plugin after a change; nil if it does not load any more.
  private func changed(by mutation: Mutation, _ runner: any JobRunner) -> Plugin? {
    let files = mutation.applied(to: plugin.files)
    guard loaded.contains(anyOf: mutation.lines, in: mutation.file) else {
      // The table that the plugin returns is the same, so it need not be read again.
      return Plugin(
        id: plugin.id, version: plugin.version, title: plugin.title, about: plugin.about, parameters: plugin.parameters,
        sources: plugin.sources, checks: plugin.checks, files: files)
    }
    guard
      case .success(let value) = runner.evaluate(PluginScript(main: files, limits: Self.limits, catalogue: catalogue))
    else { return nil }
    var reader = ManifestReader(files, catalogue: catalogue.access.catalogue)
    return reader.read(value)
  }

  /// Does something with each number below a count on several threads, each with a runner of its own, and gives the results in order.
  private static func inLanes<Result: Sendable>(
    _ count: Int, threads: Int, _ runner: @escaping @Sendable () -> any JobRunner,
    _ body: @escaping @Sendable (Int, any JobRunner) -> Result
  ) -> [Result] {
    let next = Mutex(0)
    let lanes = mapOnThreads(Array(0..<max(1, threads)), threads: threads) { _ in
      let runner = runner()
      var done: [(Int, Result)] = []
      while case let index = next.withLock({
        $0 += 1; return $0 - 1
      }), index < count {
        done.append((index, body(index, runner)))
      }
      return done
    }
    return lanes.joined().sorted { $0.0 < $1.0 }.map(\.1)
  }
}
