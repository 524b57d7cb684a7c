import CatalogueFiles
import Checks
import Compliance
import History
import SiteData
import Sweeps
import Wording

/// Answers what a session of the REPL asks, from the catalogue, the plugins and the site as they were read last.
final class SessionDesk: SessionHost {
  private let folder: SiteFolder?
  private let installation: Installation
  let language: Language

  private(set) var catalogue: Catalogue
  private(set) var plugins: [LoadedPlugin]
  private(set) var host: PluginHost
  private var site: OpenSite?
  /// How often everything has been read.
  private(set) var readings = 1

  /// Reads everything.
  /// - Parameter folder: the site's, if there is a site.
  init(_ folder: SiteFolder?, _ installation: Installation, _ language: Language) throws(Failure) {
    self.folder = folder
    self.installation = installation
    self.language = language
    (catalogue, plugins, host, site) = try Self.read(folder, installation)
  }

  /// Reads everything again, such as plugins that were edited. If something cannot be read, all stays as it was.
  func reload() throws(Failure) {
    (catalogue, plugins, host, site) = try Self.read(folder, installation)
    readings += 1
  }

  private static func read(
    _ folder: SiteFolder?, _ installation: Installation
  ) throws(Failure) -> (Catalogue, [LoadedPlugin], PluginHost, OpenSite?) {
    if let folder {
      let site = try OpenSite.open(folder.path, installation)
      return (site.catalogue, site.plugins, site.host, site)
    }
    let catalogue = try OpenSite.readCatalogue(installation, nil)
    let host = PluginHost(catalogue)
    let plugins = host.load(PluginFolder.readAll(in: installation.pluginsFolder, shownAs: "Plugins"))
    return (catalogue, plugins, host, nil)
  }

  /// What the site is called; nil where there is none.
  var siteName: LocalizedText? { site?.settings.name }

  /// The checks of all plugins that could be loaded.
  var checks: [Check] { plugins.flatMap { $0.checks.map(\.check) } }

  /// The checks that give evidence for a requirement or one of its parts.
  func checks(of id: RequirementID) -> [(id: CheckID, title: LocalizedText)] {
    checks.filter { check in check.requirements.contains { catalogue.isWithin($0, id) } }.map { ($0.id, $0.title) }
  }

  /// Every source that checks read, with its plugin, by its whole name.
  var sources: [(name: String, plugin: Plugin, declaration: SourceDeclaration)] {
    plugins.flatMap { loaded -> [(name: String, plugin: Plugin, declaration: SourceDeclaration)] in
      guard case .plugin(let plugin) = loaded else { return [] }
      let declarations = plugin.sources(site?.settings.plugins[plugin.id]).declarations
      return declarations.sorted { $0.key < $1.key }.map { ("\(plugin.id)/\($0.key)", plugin, $0.value) }
    }
  }

  // MARK: - Questions

  func answer(_ question: SessionQuestion) -> SessionAnswer {
    do throws(Refusal) {
      switch question.topic {
      case .guidelines: return .value(.list(catalogue.guidelines.map { describe($0) }))
      case .checks: return .value(.list(checks.map { describe($0) }))
      case .sources: return .value(.list(sources.map { describe($0.name, $0.declaration) }))
      case .requirement: throw unknownRequirement(question.text)
      case .uncovered: return .value(texts(try uncovered(question.text)))
      case .run: return .value(try runs(question.text, question.rows))
      case .sweep: return .value(try sweep(question.text))
      case .history: return .value(try history(question.text))
      case .source: return .source(try source(question.text))
      }
    } catch { return .refused(error.text) }
  }

  /// Why there is no answer.
  private struct Refusal: Error {
    let text: LocalizedText

    init(_ text: LocalizedText) { self.text = text }

  }

  private func asked<Value>(_ work: () throws(Failure) -> Value) throws(Refusal) -> Value {
    do throws(Failure) { return try work() } catch { throw Refusal(error.text) }
  }

  private func unknownRequirement(_ text: String) -> Refusal {
    if let question = QuestionNumber(text) {
      return Refusal(Wording.questionNotInCatalogue(text, number: question.number, volume: question.volume))
    }
    guard case .unknown(let near) = RequirementLookup(catalogue).find(text) else {
      return Refusal(Wording.unknownRequirement(text, nil))
    }
    return Refusal(Wording.unknownRequirement(text, near.first?.description))
  }

  // MARK: - The catalogue and the plugins

  private func describe(_ guideline: Guideline) -> ExploredValue {
    let count = catalogue.requirements.count { $0.id.guideline == guideline.id }
    return .fields([
      "id": .text(guideline.id.description), "title": .text(guideline.title[language]),
      "edition": .text(guideline.edition[language]), "requirements": .integer(Int64(count)),
    ])
  }

  private func describe(_ check: Check) -> ExploredValue {
    .fields([
      "id": .text(check.id.description), "title": .text(check.title[language]),
      "severity": .text(check.severity.rawValue), "every": .text("\(check.cadence)"),
      "requirements": texts(check.requirements.map(\.description)),
    ])
  }

  private func describe(_ name: String, _ source: SourceDeclaration) -> ExploredValue {
    .fields([
      "id": .text(name), "title": .text(source.title[language]), "from": .text(source.origin.description),
      "columns": texts(source.columns.map(\.name)),
    ])
  }

  private func texts(_ texts: [String]) -> ExploredValue { .list(texts.map { .text($0) }, isCut: false) }

  private func uncovered(_ guideline: String) throws(Refusal) -> [String] {
    let filter = try asked { () throws(Failure) in
      try step(
        { () throws(RequirementFilter.Fault) in try RequirementFilter(guideline: guideline, in: catalogue) },
        Failure.init)
    }
    let coverage = Coverage(catalogue, checks)
    let wanted = catalogue.requirements.filter { filter.admits($0) && $0.parent == nil && $0.status == .current }
    return wanted.flatMap { coverage.gaps(in: $0.id) }.filter { coverage.watch(of: $0) != .attestable }
      .map(\.description)
  }

  // MARK: - The site

  private func opened() throws(Refusal) -> OpenSite {
    guard let site else { throw Refusal(Wording.Repl.noSite) }
    return site
  }

  private func now(_ site: OpenSite) throws(Refusal) -> Moment {
    try asked { () throws(Failure) in try Clock.now(in: site.settings.timeZone) }
  }

  private func pseudonymKey(_ site: OpenSite) throws(Refusal) -> [UInt8] {
    try asked { () throws(Failure) in
      try step(
        { () throws(SystemError) in
          try site.folder.makeRecordsFolder()
          return try site.folder.pseudonymKey()
        }) { .input(Wording.Command.cannotMake("\(site.folder.recordsFolder)/pseudonym.key", $0.description)) }
    }
  }

  private func source(_ name: String) throws(Refusal) -> SessionSource {
    let site = try opened()
    let sources = sources
    let meant = sources.filter { $0.name == name || $0.declaration.id == name }
    guard let found = meant.first else {
      let names = sources.flatMap { [$0.name, $0.declaration.id] }
      throw Refusal(Wording.Repl.unknownSource(name, meant: nearest(to: name, among: names)))
    }
    if meant.count > 1 { throw Refusal(Wording.Repl.ambiguousSource(name, among: meant.map(\.name))) }
    let plugin = found.plugin
    let access = SourceAccess(
      DataFolder(path: site.folder.dataFolder), plugin: plugin.id, sha256: plugin.files.sha256,
      grant: site.settings.grants[plugin.id])
    switch access.open(found.declaration) {
    case .absent(let problem), .notGranted(let problem), .unreadable(let problem): throw Refusal(problem.whole)
    case .files(let files):
      let showsPersons = site.settings.showsPersonalEvidence
      return SessionSource(
        name: found.name, declaration: found.declaration, files: files, now: try now(site),
        timeZone: site.settings.timeZone,
        pseudonyms: showsPersons ? nil : Pseudonyms(key: try pseudonymKey(site)))
    }
  }

  private func sweep(_ number: String) throws(Refusal) -> ExploredValue {
    let path = try opened().folder.path
    let wanted = try number.isEmpty ? nil : integer(number)
    let (id, result) = try asked { () throws(Failure) in
      let store = try openHistory(path)
      let latest = try step({ () throws(HistoryError) in try store.sweeps(last: 1).first?.id }, Failure.history)
      guard let id = wanted.map({ SweepID($0) }) ?? latest,
        let result = try step({ () throws(HistoryError) in try store.sweep(id) }, Failure.history)
      else { throw Failure.usage([Wording.Command.unknownSweep(number, latest?.description)]) }
      return (id, result)
    }
    return ExploredValue(result, id, language)
  }

  private func history(_ count: String) throws(Refusal) -> ExploredValue {
    let path = try opened().folder.path
    let count = try integer(count)
    let sweeps = try asked { () throws(Failure) in
      let store = try openHistory(path)
      return try step({ () throws(HistoryError) in try store.sweeps(last: Int(clamping: count)) }, Failure.history)
    }
    return .list(sweeps.map { ExploredValue($0) })
  }

  private func integer(_ text: String) throws(Refusal) -> Int64 {
    guard let number = Int64(text) else { throw Refusal(Wording.Repl.notANumber(text)) }
    return number
  }

  // MARK: - Runs

  private func runs(_ id: String, _ rows: [String: [[String: String]]]) throws(Refusal) -> ExploredValue {
    let runs = try rows.isEmpty ? runsOnSite(id) : [run(id, on: rows)]
    let values = runs.map { ExploredValue($0, language) }
    if let only = values.first, values.count == 1 { return only }
    return .list(values)
  }

  /// What a sweep would give, without keeping it.
  private func runsOnSite(_ ids: String) throws(Refusal) -> [CheckRun] {
    let site = try opened()
    let (now, key) = (try now(site), try pseudonymKey(site))
    let plan = try asked { () throws(Failure) in
      let selection = try step(
        { () throws(Selection.UnknownIDs) in try Selection([ids], plugins: plugins, catalogue: catalogue) },
        { .usage($0.texts) })
      return try step(
        { () throws(Problems) in
          try SweepPlan(
            plugins, settings: site.settings, data: DataFolder(path: site.folder.dataFolder), catalogue: catalogue,
            selection: selection, now: now, pseudonymKey: key, access: host.catalogue)
        }, Failure.files)
    }
    return SweepRunner(host.runner, threads: Clock.processors).run(plan).checks
  }

  /// A check on given rows. What else it reads is empty; nothing of the site is looked at but its parameters.
  private func run(_ id: String, on rows: [String: [[String: String]]]) throws(Refusal) -> CheckRun {
    let (plugin, check) = try self.check(id)
    let given = Dictionary(rows.map { ($0.key.isEmpty ? check.source : $0.key, $0.value) }) { first, _ in first }
    for name in given.keys.sorted() where !check.sources.contains(name) {
      throw Refusal(Wording.Repl.sourceNotRead(name, by: id, meant: nearest(to: name, among: check.sources)))
    }
    let settings = site?.settings
    let zone = settings?.timeZone ?? .japan
    let job = PluginJob(
      plugin: plugin, checks: [check], parameters: plugin.parameterValues(settings?.plugins[plugin.id]).values,
      declarations: plugin.sources(settings?.plugins[plugin.id]).declarations,
      inputs: Dictionary(check.sources.map { ($0, JobInput.rows(given[$0] ?? [])) }) { first, _ in first },
      now: try asked { () throws(Failure) in try Clock.now(in: zone) }, timeZone: zone, pseudonyms: nil,
      limits: Session.limits, keptFindings: 10_000, catalogue: host.catalogue)
    guard let run = host.runner.run(job).checks.first else { throw Refusal(Wording.testNotFound) }
    return run
  }

  private func check(_ text: String) throws(Refusal) -> (Plugin, PluginCheck) {
    for case .plugin(let plugin) in plugins {
      if let check = plugin.checks.first(where: { $0.check.id.description == text }) { return (plugin, check) }
    }
    if let id = CheckID(text)?.plugin {
      for case .broken(let problem) in plugins where problem.files.id == id {
        throw Refusal(Wording.Repl.brokenPlugin(id.description, problem.problems.first?.line(in: language) ?? ""))
      }
    }
    throw Refusal(Wording.Repl.unknownCheck(text, meant: nearest(to: text, among: checks.map(\.id.description))))
  }
}
