import Checks
import Compliance
import Lua
import SiteData
import Wording

/// What a sweep will do, in the order in which its results stand: by plugin, then by check. Nothing later changes that order.
public struct SweepPlan: Sendable {
  /// One step: a plugin's job with the commands that give the rest of its inputs and the results of the checks that do not run, or a
  /// plugin that cannot run.
  enum Step: Sendable {
    case job(PluginJob, commands: [String: PluginGrant.Command], settled: [CheckRun])
    case settled([CheckRun])
  }

  let steps: [Step]
  /// Which checks the sweep was asked for.
  public let selection: Selection

  /// Plans a sweep.
  /// - Parameters:
  ///   - now: the moment that the checks see.
  ///   - pseudonymKey: the site's secret for pseudonyms.
  ///   - standing: results that stand for checks which are not to be run.
  ///   - access: what plugins may ask of the catalogue; by default only ids.
  /// - Throws: ``Problems`` with all settings that do not fit the plugins.
  public init(
    _ plugins: [LoadedPlugin], settings: SiteSettings, data: DataFolder, catalogue: Catalogue, selection: Selection,
    now: Moment, standing: [CheckID: CheckRun] = [:], pseudonymKey: [UInt8], access: CatalogueSource? = nil
  ) throws(Problems) {
    let problems = settings.problems(with: plugins, catalogue)
    if !problems.isEmpty { throw Problems(problems) }
    var steps: [Step] = []
    for plugin in plugins.sorted(by: { $0.id < $1.id }) {
      switch plugin {
      case .broken(let problem):
        guard selection.includes(broken: plugin.id) else { continue }
        let deselection = settings.deselected.first { $0.id == CheckID(whole: plugin.id) }
        steps.append(
          .settled([deselection.map(problem.notSelected) ?? standing[CheckID(whole: plugin.id)] ?? problem.run]))
      case .plugin(let plugin):
        let parameters = plugin.parameterValues(settings.plugins[plugin.id])
        let sources = plugin.sources(settings.plugins[plugin.id])
        let meant = plugin.checks.filter { selection.includes($0.check, in: catalogue) }
        let (chosen, notSelected) = settings.divide(meant)
        if meant.isEmpty { continue }
        let selected = chosen.filter { standing[$0.check.id] == nil }
        let limits = settings.limits(for: plugin.id)
        let needed = Set(selected.flatMap(\.sources))
        let reach = SourceAccess(
          data, plugin: plugin.id, sha256: plugin.files.sha256, grant: settings.grants[plugin.id])
        let wanted = sources.declarations.filter { needed.contains($0.key) }
        let commands = wanted.compactMapValues { reach.command(of: $0) }
        let job = PluginJob(
          plugin: plugin, checks: selected, parameters: parameters.values, declarations: sources.declarations,
          inputs: wanted.filter { commands[$0.key] == nil }.mapValues { JobInput(reach.open($0), of: $0, at: now) },
          now: now,
          timeZone: settings.timeZone, pseudonyms: settings.showsPersonalEvidence ? nil : Pseudonyms(key: pseudonymKey),
          limits: limits.luaLimits, seconds: settings.seconds(of: selected), keptFindings: limits.findings,
          catalogue: access ?? .byID(catalogue))
        steps.append(
          .job(
            job, commands: commands,
            settled: notSelected.map { check, reason in plugin.notSelected(check, reason) }
              + chosen.compactMap { standing[$0.check.id] }))
      }
    }
    self.steps = steps
    self.selection = selection
  }
}

extension SiteSettings {
  /// Whether the site has deselected a check or its plugin.
  func deselects(_ id: CheckID) -> Bool {
    deselected.contains { $0.id == id || $0.id == CheckID(whole: id.plugin) }
  }

  fileprivate func divide(_ checks: [PluginCheck]) -> (selected: [PluginCheck], not: [(PluginCheck, Deselection)]) {
    var selected: [PluginCheck] = []
    var not: [(PluginCheck, Deselection)] = []
    for check in checks {
      let id = check.check.id
      if let deselection = deselected.first(where: { $0.id == id || $0.id == CheckID(whole: id.plugin) }) {
        not.append((check, deselection))
      } else {
        selected.append(check)
      }
    }
    return (selected, not)
  }
}

extension Plugin {
  fileprivate func notSelected(_ check: PluginCheck, _ deselection: Deselection) -> CheckRun {
    CheckRun(
      check: check.check, outcome: .notselected,
      problem: Problem(at: deselection.place, Wording.deselected(deselection.reason)), pluginVersion: version,
      pluginSHA256: files.sha256, freshness: .notRun)
  }
}

extension PluginProblem {
  private var check: Check {
    Check(
      id: CheckID(whole: files.id), title: Wording.brokenPluginTitle, requirements: [], severity: .high,
      cadence: "1 day", remedy: Wording.brokenPluginRemedy)
  }

  /// Its result before anybody looked.
  var blankRun: CheckRun {
    CheckRun(check: check, outcome: .notchecked, pluginVersion: "", pluginSHA256: files.sha256)
  }

  /// The one result that a plugin has which could not be loaded. It names the first problem; the others are findings.
  fileprivate var run: CheckRun {
    var counts = OutcomeCounts()
    counts[.error] = problems.count
    return CheckRun(
      check: check, outcome: .error, counts: counts,
      findings: problems.map {
        Finding(subject: files.id.description, outcome: .error, message: $0.text, place: $0.place)
      },
      problem: problems.first, pluginVersion: "", pluginSHA256: files.sha256)
  }

  /// Its result where the site has deselected the plugin as a whole.
  fileprivate func notSelected(_ deselection: Deselection) -> CheckRun {
    CheckRun(
      check: check, outcome: .notselected,
      problem: Problem(at: deselection.place, Wording.deselected(deselection.reason)), pluginVersion: "",
      pluginSHA256: files.sha256, freshness: .notRun)
  }
}
