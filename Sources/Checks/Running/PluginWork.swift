import Compliance
import Lua
import SiteData
import Wording

/// What running some checks of a plugin takes, and nothing that only its host needs to know: this is what crosses to a worker.
struct PluginWork: Sendable {
  /// The plugin's code.
  let files: PluginFiles
  /// The tests to run, in plan order.
  let tests: [PlannedTest]
  /// The parameters' values, as the tests see them.
  let parameters: [String: LuaValue]
  /// The sources as the site has them, by id.
  let declarations: [String: SourceDeclaration]
  /// What stands behind each source, opened by the host.
  let inputs: [String: JobInput]
  /// The moment that tests see as now.
  let now: Moment
  /// The site's time zone.
  let timeZone: SiteTimeZone
  /// What stands in for personal values; nil where the site asks to see them.
  let pseudonyms: Pseudonyms?
  /// What the plugin may use up.
  let limits: LuaLimits
  /// The processor time in seconds that is left of what the plugin may take, if it has run before.
  let secondsLeft: Double
  /// How much of what a check finds is kept, for settled outcomes and as much for others.
  let kept: FindingQuota.Share
  /// What the plugin may ask of the catalogue.
  let catalogue: CatalogueSource
  /// The part of a source to which the work is limited; nil for all of every source.
  var slice: WorkSlice?
  /// Whether to say which lines of the plugin ran.
  var tracesLines = false

  /// How many findings of each check are kept.
  var quota: FindingQuota { slice?.quota ?? FindingQuota(settled: kept, others: kept) }

  /// The ids of the sources in the order in which positions count them.
  var sourceIDs: [String] { declarations.keys.sorted() }

  func reader(of declaration: SourceDeclaration) -> RecordReader? {
    switch inputs[declaration.id] {
    case .files(let files)?:
      RecordReader(
        declaration, files: files, timeZone: timeZone, pseudonyms: pseudonyms, today: now.date,
        slice: slice.flatMap { $0.source == declaration.id ? $0.slice : nil })
    case .rows(let rows)?: RecordReader(declaration, rows: rows, timeZone: timeZone, pseudonyms: pseudonyms)
    case .absent?, .leftOut?, .unreadable?, nil: nil
    }
  }
}

/// A part of the records of one source.
struct WorkSlice: Hashable, Sendable {
  /// The id of the source.
  let source: String
  /// The part of its only file.
  let slice: FileSlice
  /// How many findings of each check are of use: as many as are missing of those to be kept.
  let quota: FindingQuota
}

/// A check's test as the plugin's process needs to know it.
struct PlannedTest: Hashable, Sendable {
  /// The check.
  let id: CheckID
  /// How the test is called.
  let call: PluginCheck.Call
  /// The id of the source whose records it is called with.
  let source: String
  /// What else it sees.
  let companions: [PluginCheck.Companion]
  /// Where it is defined.
  let place: Place
  /// How long it may take.
  let seconds: CheckSeconds

  init(
    id: CheckID, call: PluginCheck.Call, source: String, companions: [PluginCheck.Companion], place: Place,
    seconds: CheckSeconds
  ) {
    self.id = id
    self.call = call
    self.source = source
    self.companions = companions
    self.place = place
    self.seconds = seconds
  }

  init(_ check: PluginCheck, _ seconds: CheckSeconds) {
    self.init(
      id: check.check.id, call: check.call, source: check.source, companions: check.companions, place: check.place,
      seconds: seconds)
  }

  /// The ids of all sources that it reads, the one it is called with first.
  var sources: [String] { [source] + companions.map(\.source).filter { $0 != source } }
}

extension PluginJob {
  /// How much of what each check finds is kept.
  var kept: FindingQuota.Share {
    // By all checks that the plugin has, so that a check keeps the same whichever others run.
    FindingQuota.Share(findings: keptFindings, bytes: keptBytes / max(1, plugin.checks.count))
  }

  /// The work of some of its checks.
  /// - Parameter secondsLeft: what is left of the plugin's time; nil for all of it.
  func work(_ checks: [PluginCheck], secondsLeft: Double? = nil) -> PluginWork {
    let needed = Set(checks.flatMap(\.sources))
    let usual = CheckSeconds(call: limits.callSeconds, all: limits.checkSeconds)
    let tests = checks.map { PlannedTest($0, seconds[$0.check.id] ?? usual) }
    return PluginWork(
      files: plugin.files, tests: tests, parameters: parameters,
      declarations: declarations.filter { needed.contains($0.key) },
      inputs: inputs.filter { needed.contains($0.key) }, now: now, timeZone: timeZone, pseudonyms: pseudonyms,
      limits: limits, secondsLeft: secondsLeft ?? limits.totalSeconds, kept: kept, catalogue: catalogue,
      tracesLines: tracesLines)
  }

  /// The checks whose data is there; the results of the others come first.
  func withData() -> (settled: [CheckRun], open: [PluginCheck]) {
    var settled: [CheckRun] = []
    var open: [PluginCheck] = []
    for check in checks {
      if let settlement = settlementWithoutData(check) {
        settled.append(result(of: check, settlement))
      } else {
        open.append(check)
      }
    }
    return (settled, open)
  }

  /// The result of a check whose data is not there; nil if all of it is.
  private func settlementWithoutData(_ check: PluginCheck) -> Settlement? {
    for source in check.sources {
      if case .leftOut(let problem)? = inputs[source] {
        return Settlement(outcome: .notselected, problem: Problem(at: problem.place, Wording.leftOut(problem.text)))
      }
    }
    for source in check.sources {
      switch inputs[source] {
      case .absent(let problem)?: return Settlement(outcome: .notchecked, problem: problem)
      case .unreadable(let problem)?: return Settlement(outcome: .error, problem: problem)
      case .files?, .rows?, .leftOut?: continue
      case nil:
        let problem = Problem(at: plugin.files.place(), Wording.sourceNotOpened(source))
        return Settlement(outcome: .notchecked, problem: problem)
      }
    }
    return nil
  }

  func result(of check: PluginCheck, _ settlement: Settlement, _ findings: [Finding] = []) -> CheckRun {
    CheckRun(
      check: check.check, outcome: settlement.outcome, counts: settlement.counts, findings: findings,
      problem: settlement.problem, sources: settlement.sources, pluginVersion: plugin.version,
      pluginSHA256: plugin.files.sha256, parameters: parameterText, milliseconds: settlement.milliseconds)
  }
}
