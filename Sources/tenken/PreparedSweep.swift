import CatalogueFiles
import Checks
import Compliance
import History
import Lua
import Reports
import SiteData
import Sweeps
import Wording

/// A sweep that everything has been read for, and that has not run yet.
struct PreparedSweep {
  let opened: OpenSite
  let selection: Selection
  let statements: SiteStatements
  /// The wall clock when the command began.
  let start: Moment
  /// The moment that checks see as now.
  let now: Moment
  /// Whether only what is due is run.
  let isOfDue: Bool
  /// How many workers run at a time.
  let workers: Int
  /// Whether what plugins print is shown.
  let isVerbose: Bool
  let language: Language

  /// What is due, by the history as it is now; nil for a sweep of whatever was selected.
  func dueChecks() throws(Failure) -> DueChecks? { isOfDue ? try DueChecks(opened, selection, now) : nil }

  /// How the last results stand where nothing is due. Nothing is written and nothing is run for it.
  func standing(without due: DueChecks) throws(Failure) -> SweepResult {
    // No check runs, so none needs the key.
    let plan = try plan(due.standing, key: [])
    let runs = SweepRunner(opened.host.runner, threads: 1).run(plan)
    return opened.conclude(runs.checks, statements, at: now, selection: selection, scope: .due)
  }

  /// Runs the checks and stores the sweep.
  /// - Parameters:
  ///   - standing: the results that stand for checks which are not due.
  ///   - signingKey: what signs the sweep, if anything does.
  func run(
    _ standing: [CheckID: CheckRun], in store: SweepStore, _ signingKey: SigningKey?
  ) throws(Failure) -> (result: SweepResult, id: SweepID) {
    let key = try step({ () throws(SystemError) in try opened.folder.pseudonymKey() }) {
      .input(Wording.Command.cannotMake("\(opened.folder.recordsFolder)/pseudonym.key", $0.description))
    }
    let plan = try plan(standing, key: key)
    let beside = try resultsBeside()
    let journal = try step(
      { () throws(HistoryError) in
        try SweepJournal.begin(in: opened.folder.recordsFolder, after: store.sweeps(last: 1).first?.id)
      }, Failure.history)
    let isWatched = Terminal.isWatched
    let language = language
    let (at, startedAt) = (now.iso, start.iso)
    let runs = SweepRunner(opened.host.runner.using(workers: workers), threads: workers).run(plan) { plugin in
      if isWatched { Terminal.note(Wording.Command.sweeping(plugin.description)[language]) }
    } finished: { checks in
      // Without room for the journal there will be none for the history, which then says so.
      try? journal.add(checks, at: at, startedAt: startedAt)
    }
    if runs.lacksLandlock { Terminal.note("tenken: \(Wording.withoutLandlock[language])") }
    if isVerbose {
      for log in runs.logs {
        // Each line is marked, so that none poses as another plugin's.
        for line in printableLines(log.text).split(separator: "\n") { Terminal.note("[\(log.plugin)] \(line)") }
      }
    }
    let result = opened.conclude(
      runs.checks, beside: beside, statements, at: now, selection: selection, scope: isOfDue ? .due : nil)
    let id = try stored(result, in: store, signingKey)
    journal.close()
    return (result, id)
  }

  private func stored(
    _ result: SweepResult, in store: SweepStore, _ signingKey: SigningKey?
  ) throws(Failure) -> SweepID {
    let finished = try Clock.now(in: opened.settings.timeZone)
    return try step(
      { () throws(HistoryError) in
        try store.append(
          result, startedAt: start.iso, finishedAt: finished.iso,
          program: "tenken \(Tenken.version), \(LuaState.release)",
          catalogueSHA256: opened.catalogue.fingerprint, key: signingKey, keeping: opened.settings.history.keep)
      }, Failure.history)
  }

  /// What a sweep of a part needs of the rest.
  private func resultsBeside() throws(Failure) -> [CheckRun] {
    let beside = ResultsBeside(
      opened.plugins, settings: opened.settings, selection: selection, catalogue: opened.catalogue)
    guard !beside.checks.isEmpty else { return [] }
    return beside.results(try opened.lastResults(of: beside.checks, now), now: now)
  }

  private func plan(_ standing: [CheckID: CheckRun], key: [UInt8]) throws(Failure) -> SweepPlan {
    try step(
      { () throws(Problems) in
        try SweepPlan(
          opened.plugins, settings: opened.settings, data: DataFolder(path: opened.folder.dataFolder),
          catalogue: opened.catalogue, selection: selection, now: now, standing: standing, pseudonymKey: key,
          access: opened.host.catalogue)
      }, Failure.files)
  }
}
