import ArgumentParser
import CatalogueFiles
import Compliance
import Glibc
import History
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
      let opened = try OpenSite.open(site, Installation.find(), startsWorker: !due)
      let language = speech.language(of: opened.settings.language)
      let start = try Clock.now(in: opened.settings.timeZone)
      let sweep = PreparedSweep(
        opened: opened,
        selection: try step(
          { () throws(Selection.UnknownIDs) in
            try Selection(only, plugins: opened.plugins, catalogue: opened.catalogue)
          }, { .usage($0.texts) }),
        statements: try step(
          { () throws(Problems) in try SiteStatements.read(opened.folder, opened.settings) }, Failure.files),
        start: start, now: try at == nil ? start : Clock.now(in: opened.settings.timeZone, unless: at), isOfDue: due,
        workers: jobs ?? Clock.processors, isVerbose: verbose, language: language)
      if let ended = try endIfNothingIsDue(sweep.dueChecks(), sweep) {
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
      try BrokenOffSweep.store(in: store, opened, sweep.statements, key, by: lock.previous, language)
      // What is due is looked up again: the sweep that broke off, or one that held the lock, may have run it.
      let checks = try sweep.dueChecks()
      if let ended = try endIfNothingIsDue(checks, sweep) {
        exit = ended
        return
      }
      let (result, id) = try sweep.run(checks?.standing ?? [:], in: store, key)
      _ = consume lock
      let isTold = try quiet ? reportChanges(result, id, opened, language, to: destination) : false
      if !isTold { try report(result, id, opened, language, to: destination) }
      exit = result.exit
    }
    throw ExitCode(exit.rawValue)
  }

  /// Where nothing is due: says so, and gives how the last results stand.
  /// - Returns: nil if something is due, or if the sweep is not one of what is due.
  private func endIfNothingIsDue(_ checks: DueChecks?, _ sweep: PreparedSweep) throws(Failure) -> SweepExit? {
    guard let checks, checks.due.isEmpty else { return nil }
    let result = try sweep.standing(without: checks)
    if quiet { return result.exit }
    let line = Wording.Schedule.nothingDue(next: checks.next?.readable, result.exit)[sweep.language]
    // A program that reads a report gets none, for there is no sweep.
    if try reports.destination().showsText { try Terminal.out("\(line)\n") } else { Terminal.note("tenken: \(line)") }
    return result.exit
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
      let drift = try step(
        { () throws(HistoryError) in try store.drift(from: before, to: id, result: result) }, Failure.history)
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
