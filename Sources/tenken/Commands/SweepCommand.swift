import ArgumentParser
import CatalogueFiles
import Checks
import Compliance
import Glibc
import History
import Lua
import Reports
import SiteData
import Sweeps
import Wording

struct SweepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep", abstract: spoken(Wording.Command.sweepAbstract),
    discussion: spoken(Wording.Command.sweepDiscussion))

  @Option(help: ArgumentHelp(spoken(Wording.Command.siteHelp), valueName: "dir"))
  var site = "."

  @Option(parsing: .upToNextOption, help: ArgumentHelp(spoken(Wording.Command.onlyHelp), valueName: "id"))
  var only: [String] = []

  @Flag(help: ArgumentHelp(spoken(Wording.Command.dueHelp)))
  var due = false

  @Option(help: ArgumentHelp(spoken(Wording.Command.atHelp), valueName: "date"))
  var at: String?

  @Option(help: ArgumentHelp(spoken(Wording.Command.jobsHelp), valueName: "n"))
  var jobs: Int?

  @OptionGroup var reports: ReportOptions

  @Flag(name: .shortAndLong, help: ArgumentHelp(spoken(Wording.Drift.quietHelp)))
  var quiet = false

  @Flag(name: .shortAndLong, help: ArgumentHelp(spoken(Wording.Command.verboseHelp)))
  var verbose = false

  @OptionGroup var speech: LanguageOption

  func run() throws {
    var exit = SweepExit.undetermined
    try telling(speech.language()) { () throws(Failure) in
      if let jobs, jobs < 1 { throw .usage([Wording.Command.badJobs(jobs)]) }
      let destination = try reports.destination()
      let opened = try OpenSite.open(site, Installation.find())
      let language = speech.language(of: opened.settings.language)
      let start = try Clock.now(in: opened.settings.timeZone)
      let now = try at == nil ? start : Clock.now(in: opened.settings.timeZone, unless: at)
      let selection = try step(
        { () throws(Selection.UnknownIDs) in
          try Selection(only, plugins: opened.plugins, catalogue: opened.catalogue)
        }, { .usage($0.texts) })
      let statements = try step(
        { () throws(Problems) in try SiteStatements.read(opened.folder, opened.settings) }, Failure.files)
      if due,
        let ended = try endIfNothingIsDue(
          DueChecks(opened, selection, now), opened, selection, now, statements, language)
      {
        exit = ended
        return
      }
      try step({ () throws(SystemError) in try opened.folder.makeRecordsFolder() }) {
        .input(Wording.Command.cannotMake(opened.folder.recordsFolder, $0.description))
      }
      let lock = try step(
        { () throws(SweepLock.Failure) -> SweepLock in
          try SweepLock(at: opened.folder.lockFile, holder: "pid \(getpid()), \(start.iso)")
        },
        { Failure($0, opened.folder.lockFile) })
      let store = try step(
        { () throws(HistoryError) in try SweepStore(at: opened.folder.historyFile) }, Failure.history)
      let key = try signingKey(opened)
      try BrokenOffSweep.store(in: store, opened, statements, key, by: lock.previous, language)
      // What is due is looked up again: the sweep that broke off, or one that held the lock, may have run it.
      let checks = due ? try DueChecks(opened, selection, now) : nil
      if let checks, let ended = try endIfNothingIsDue(checks, opened, selection, now, statements, language) {
        exit = ended
        return
      }
      let (result, id) = try sweep(
        opened, selection, start, now, statements, checks?.standing ?? [:], store, key, language)
      _ = consume lock
      let isTold = try quiet ? reportChanges(result, id, opened, language, to: destination) : false
      if !isTold { try report(result, id, opened, language, to: destination) }
      exit = result.exit
    }
    throw ExitCode(exit.rawValue)
  }

  /// Where nothing is due: says so, and gives how the last results stand. Nothing is written and nothing is run for it.
  /// - Returns: nil if something is due.
  private func endIfNothingIsDue(
    _ checks: DueChecks, _ opened: OpenSite, _ selection: Selection, _ now: Moment, _ statements: SiteStatements,
    _ language: Language
  ) throws(Failure) -> SweepExit? {
    guard checks.due.isEmpty else { return nil }
    // No check runs, so none needs the key.
    let plan = try plan(opened, selection, now, checks.standing, key: [])
    let runs = SweepRunner(opened.host.runner, threads: 1).run(plan)
    let result = opened.conclude(runs.checks, statements, at: now, selection: selection, scope: .due)
    if quiet { return result.exit }
    let line = Wording.Schedule.nothingDue(next: checks.next?.readable, result.exit)[language]
    // A program that reads a report gets none, for there is no sweep.
    if try reports.destination().showsText { try Terminal.out("\(line)\n") } else { Terminal.note("tenken: \(line)") }
    return result.exit
  }

  private func plan(
    _ opened: OpenSite, _ selection: Selection, _ now: Moment, _ standing: [CheckID: CheckRun], key: [UInt8]
  ) throws(Failure) -> SweepPlan {
    try step(
      { () throws(Problems) in
        try SweepPlan(
          opened.plugins, settings: opened.settings, data: DataFolder(path: opened.folder.dataFolder),
          catalogue: opened.catalogue, selection: selection, now: now, standing: standing, pseudonymKey: key,
          access: opened.host.catalogue)
      }, Failure.files)
  }

  private func sweep(
    _ opened: OpenSite, _ selection: Selection, _ start: Moment, _ now: Moment, _ statements: SiteStatements,
    _ standing: [CheckID: CheckRun], _ store: SweepStore, _ signingKey: SigningKey?, _ language: Language
  ) throws(Failure) -> (SweepResult, SweepID) {
    let key = try step({ () throws(SystemError) in try opened.folder.pseudonymKey() }) {
      .input(Wording.Command.cannotMake("\(opened.folder.recordsFolder)/pseudonym.key", $0.description))
    }
    let plan = try plan(opened, selection, now, standing, key: key)
    let journal = try step(
      { () throws(HistoryError) in
        try SweepJournal.begin(in: opened.folder.recordsFolder, after: store.sweeps(last: 1).first?.id)
      }, Failure.history)
    let isWatched = Terminal.isWatched
    let workers = jobs ?? Clock.processors
    let runs = SweepRunner(opened.host.runner.using(workers: workers), threads: workers).run(plan) { plugin in
      if isWatched { Terminal.note(Wording.Command.sweeping(plugin.description)[language]) }
    } finished: { checks in
      // Without room for the journal there will be none for the history, which then says so.
      try? journal.add(checks, at: now.iso, startedAt: start.iso)
    }
    if runs.lacksLandlock { Terminal.note("tenken: \(Wording.withoutLandlock[language])") }
    if verbose {
      for log in runs.logs { Terminal.note("[\(log.plugin)] \(log.text)") }
    }
    let result = opened.conclude(
      runs.checks, statements, at: now, selection: selection, scope: due ? .due : nil)
    let finished = try Clock.now(in: opened.settings.timeZone)
    let id = try step(
      { () throws(HistoryError) in
        try store.append(
          result, startedAt: start.iso, finishedAt: finished.iso,
          program: "tenken \(Tenken.version), \(LuaState.release)",
          catalogueSHA256: opened.catalogue.fingerprint, key: signingKey, keeping: opened.settings.history.keep)
      }, Failure.history)
    journal.close()
    return (result, id)
  }

  /// The key that signs the sweep, if there is one. A key that the settings name must be there, before anything is run.
  private func signingKey(_ opened: OpenSite) throws(Failure) -> SigningKey? {
    let settings = opened.settings.history
    let file = KeyFile(settings.key ?? opened.folder.signingKeyFile)
    let key = try step({ () throws(Problem) in try file.key() }) { .files(Problems([$0])) }
    if key == nil, let place = settings.keyPlace {
      throw .files(Problems([Problem(at: place, Wording.History.keyAbsent)]))
    }
    return key
  }

  /// Shows what changed since the last sweep of the same scope, and writes the full report where it is wanted.
  /// - Returns: false if there is no such sweep: then everything is news.
  private func reportChanges(
    _ result: SweepResult, _ id: SweepID, _ opened: OpenSite, _ language: Language, to destination: ReportDestination
  ) throws(Failure) -> Bool {
    let store = try openHistory(site)
    guard let before = try step({ () throws(HistoryError) in try store.comparable(before: id) }, Failure.history),
      let drift = try step({ () throws(HistoryError) in try store.drift(from: before, to: id) }, Failure.history)
    else { return false }
    if !destination.isScreen {
      _ = try destination.write(sweepReport(result, id, opened, language, for: destination.formats))
    }
    let format: AnswerFormat = destination.formats == [.json] ? .json : .text
    if !drift.isEmpty { try Terminal.out(driftReport(drift, format, language, catalogue: opened.catalogue)) }
    return true
  }

  private func report(
    _ result: SweepResult, _ id: SweepID, _ opened: OpenSite, _ language: Language, to destination: ReportDestination
  ) throws(Failure) {
    let report = try sweepReport(result, id, opened, language, for: destination.formats)
    let files = try destination.write(report)
    guard !files.isEmpty else { return }
    try Terminal.out(
      summary(report)
        + Wording.Command.whereToLook(reports: files, history: opened.folder.historyFile, id: id.description)[language]
        + "\n")
  }

  private func sweepReport(
    _ result: SweepResult, _ id: SweepID, _ opened: OpenSite, _ language: Language, for formats: [ReportFormat]
  ) throws(Failure) -> SweepReport {
    try SweepReport(result, id, site: site, opened.catalogue, language, for: formats) { () throws(HistoryError) in
      try SweepStore.openReadOnly(at: opened.folder.historyFile)
    }
  }
}

extension Failure {
  init(_ failure: SweepLock.Failure, _ path: String) {
    switch failure {
    case .held(let holder): self = .busy(holder)
    case .unavailable(let code): self = .input(Wording.Command.cannotMake(path, SystemError(number: code).description))
    }
  }
}
