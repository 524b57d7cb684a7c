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

/// A format of reports.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}

struct SweepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep", abstract: spoken(Wording.Command.sweepAbstract),
    discussion: spoken(Wording.Command.sweepDiscussion))

  @Option(help: ArgumentHelp(spoken(Wording.Command.siteHelp), valueName: "dir"))
  var site = "."

  @Option(parsing: .upToNextOption, help: ArgumentHelp(spoken(Wording.Command.onlyHelp), valueName: "id"))
  var only: [String] = []

  @Option(help: ArgumentHelp(spoken(Wording.Command.atHelp), valueName: "date"))
  var at: String?

  @Option(help: ArgumentHelp(spoken(Wording.Command.jobsHelp), valueName: "n"))
  var jobs: Int?

  @Option(help: ArgumentHelp(spoken(Wording.Command.formatHelp)))
  var format = ReportFormat.text

  @Option(name: .shortAndLong, help: ArgumentHelp(spoken(Wording.Command.outputHelp), valueName: "file"))
  var output: String?

  @Flag(name: .shortAndLong, help: ArgumentHelp(spoken(Wording.Drift.quietHelp)))
  var quiet = false

  @Flag(name: .shortAndLong, help: ArgumentHelp(spoken(Wording.Command.verboseHelp)))
  var verbose = false

  @OptionGroup var speech: LanguageOption

  func run() throws {
    var exit = SweepExit.undetermined
    try telling(speech.language()) { () throws(Failure) in
      if let jobs, jobs < 1 { throw .usage([Wording.Command.badJobs(jobs)]) }
      let opened = try OpenSite.open(site, Installation.find())
      let language = speech.language(of: opened.settings.language)
      try step({ () throws(SystemError) in try opened.folder.makeRecordsFolder() }) {
        .input(Wording.Command.cannotMake(opened.folder.recordsFolder, $0.description))
      }
      let now = try Clock.now(in: opened.settings.timeZone)
      let lock = try step(
        { () throws(SweepLock.Failure) -> SweepLock in
          try SweepLock(at: opened.folder.lockFile, holder: "pid \(getpid()), \(now.iso)")
        },
        { Failure($0, opened.folder.lockFile) })
      let (result, id) = try sweep(opened, now, language)
      _ = consume lock
      let isTold = try quiet ? reportChanges(result, id, opened, language) : false
      if !isTold { try report(result, id, opened, language) }
      exit = result.exit
    }
    throw ExitCode(exit.rawValue)
  }

  private func sweep(_ opened: OpenSite, _ start: Moment, _ language: Language) throws(Failure) -> (
    SweepResult, SweepID
  ) {
    let settings = opened.settings
    let selection = try step(
      { () throws(Selection.UnknownIDs) in try Selection(only, plugins: opened.plugins, catalogue: opened.catalogue) },
      { .usage($0.texts) })
    let at = try moment(start, settings.timeZone)
    let key = try step({ () throws(SystemError) in try opened.folder.pseudonymKey() }) {
      .input(Wording.Command.cannotMake("\(opened.folder.recordsFolder)/pseudonym.key", $0.description))
    }
    let statements = try step(
      { () throws(Problems) in try SiteStatements.read(opened.folder, settings) }, Failure.files)
    let plan = try step(
      { () throws(Problems) in
        try SweepPlan(
          opened.plugins, settings: settings, data: DataFolder(path: opened.folder.dataFolder),
          catalogue: opened.catalogue,
          selection: selection, now: at, pseudonymKey: key, access: opened.host.catalogue)
      }, Failure.files)
    let signingKey = try self.signingKey(opened)
    let store = try step({ () throws(HistoryError) in try SweepStore(at: opened.folder.historyFile) }, Failure.history)
    let isWatched = Terminal.isWatched
    let runs = SweepRunner(opened.host.runner, threads: jobs ?? Clock.processors).run(plan) { plugin in
      if isWatched { Terminal.note(Wording.Command.sweeping(plugin.description)[language]) }
    }
    if runs.lacksLandlock { Terminal.note("tenken: \(Wording.withoutLandlock[language])") }
    if verbose {
      for log in runs.logs { Terminal.note("[\(log.plugin)] \(log.text)") }
    }
    let (attestations, waivers) = statements.review(
      at: at, opened.folder, settings, opened.catalogue, opened.plugins)
    let result = Aggregation(opened.catalogue, guidelines: settings.guidelines, selection: selection).result(
      of: runs.checks, attestations: attestations, waivers: waivers, site: settings.name, at: at.iso)
    let finished = try Clock.now(in: settings.timeZone)
    let id = try step(
      { () throws(HistoryError) in
        try store.append(
          result, startedAt: start.iso, finishedAt: finished.iso,
          program: "tenken \(Tenken.version), \(LuaState.release)",
          catalogueSHA256: opened.catalogue.fingerprint, key: signingKey, keeping: settings.history.keep)
      }, Failure.history)
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

  private func moment(_ now: Moment, _ zone: SiteTimeZone) throws(Failure) -> Moment {
    guard let at else { return now }
    guard let moment = Moment(iso: at, in: zone) else { throw .usage([Wording.Command.badMoment(at)]) }
    return moment
  }

  /// Shows what changed since the last sweep of the same scope, and writes the full report where it is wanted.
  /// - Returns: false if there is no such sweep: then everything is news.
  private func reportChanges(
    _ result: SweepResult, _ id: SweepID, _ opened: OpenSite, _ language: Language
  ) throws(Failure) -> Bool {
    let store = try openHistory(site)
    guard let before = try step({ () throws(HistoryError) in try store.comparable(before: id) }, Failure.history),
      let drift = try step({ () throws(HistoryError) in try store.drift(from: before, to: id) }, Failure.history)
    else { return false }
    if let output { try OutputFile.write(fullReport(result, id, opened, language), to: output) }
    if !drift.isEmpty { try Terminal.out(driftReport(drift, format, language, catalogue: opened.catalogue)) }
    return true
  }

  private func report(_ result: SweepResult, _ id: SweepID, _ opened: OpenSite, _ language: Language) throws(Failure) {
    func summary() -> String {
      text(result, id, opened, language, detail: .summary, width: Terminal.width, style: Terminal.style)
    }
    guard let output else { return try Terminal.out(format == .json ? json(result, id, language) : summary()) }
    try OutputFile.write(fullReport(result, id, opened, language), to: output)
    try Terminal.out(summary())
    try Terminal.out(
      Wording.Command.whereToLook(report: output, history: opened.folder.historyFile, id: id.description)[language]
        + "\n")
  }

  private func fullReport(
    _ result: SweepResult, _ id: SweepID, _ opened: OpenSite, _ language: Language
  ) throws(Failure) -> String {
    try format == .json
      ? json(result, id, language) : text(result, id, opened, language, detail: .full, width: 100, style: .plain)
  }

  private func text(
    _ result: SweepResult, _ id: SweepID, _ opened: OpenSite, _ language: Language, detail: TextReport.Detail,
    width: Int, style: TextStyle
  ) -> String {
    TextReport(
      result: result, catalogue: opened.catalogue, sweepID: id, language: language, width: width, style: style,
      detail: detail, site: site == "." ? nil : site
    ).text()
  }

  private func json(_ result: SweepResult, _ id: SweepID, _ language: Language) throws(Failure) -> String {
    do { return try JSONReport.text(result, sweepID: id, language: language) } catch {
      throw .input(Wording.Command.cannotRender("\(error)"))
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
