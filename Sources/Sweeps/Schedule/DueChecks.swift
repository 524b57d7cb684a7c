import Checks
public import Compliance
public import SiteData
import Wording

/// The checks of a site on one day, by whether they are due: what a sweep runs, and which earlier results stand for the rest.
public struct DueChecks: Sendable {
  /// The checks that are to be run now, in plan order.
  public let due: [CheckID]
  /// For every other check its last result, or why it has none that counts.
  public let standing: [CheckID: CheckRun]
  /// Every check with the moment of its last result, in plan order.
  public let scheduled: [ScheduledCheck]
  /// The moment of the next run after now; nil if nothing will ever be due.
  public let next: Moment?

  /// Divides the checks that a site has selected.
  /// - Parameters:
  ///   - plugins: every plugin of the site.
  ///   - last: the last result of each check that has one, carried over.
  public init(
    _ plugins: [LoadedPlugin], settings: SiteSettings, selection: Selection = .all, catalogue: Catalogue,
    last: [CheckID: CheckRun], now: Moment
  ) {
    let schedule = Schedule(settings)
    var due: [CheckID] = []
    var standing: [CheckID: CheckRun] = [:]
    var scheduled: [ScheduledCheck] = []
    var next: Moment?
    for plugin in plugins.sorted(by: { $0.id < $1.id }) {
      for (run, place) in plugin.blankRuns(meant: selection, catalogue, settings.plugins[plugin.id])
      where !settings.deselects(run.check.id) {
        // A result of other code or other parameters is none of this check's.
        let earlier = last[run.check.id].flatMap { $0.isComparable(to: run) ? $0 : nil }
        let check = ScheduledCheck(run.check, last: earlier?.moment(in: settings.timeZone))
        scheduled.append(check)
        if schedule.isDue(check, at: now) {
          due.append(run.check.id)
        } else {
          if let coming = schedule.next(check, from: now.adding(seconds: 1)) {
            next = next.map { min($0, coming) } ?? coming
          }
          let expiry = schedule.expiry(check)
          standing[run.check.id] =
            if let earlier, let last = check.last {
              if let expiry, expiry <= now { earlier.tooOld(since: last, place) } else { earlier.withoutWaivers }
            } else {
              run.with(.notchecked, Problem(at: place, Wording.Schedule.notRunYet), .notRun)
            }
        }
      }
    }
    self.due = due
    self.standing = standing
    self.scheduled = scheduled
    self.next = next
  }
}

extension LoadedPlugin {
  /// Its checks that are meant, as runs without a result, with the place of each.
  func blankRuns(meant selection: Selection, _ catalogue: Catalogue, _ settings: PluginSettings?) -> [(
    run: CheckRun, place: Place
  )] {
    switch self {
    case .broken(let problem):
      return selection.includes(broken: id) ? [(problem.blankRun, problem.files.place())] : []
    case .plugin(let plugin):
      let parameters = plugin.parameterText(settings)
      return plugin.checks.filter { selection.includes($0.check, in: catalogue) }.map { check in
        (
          CheckRun(
            check: check.check, outcome: .notchecked, pluginVersion: plugin.version, pluginSHA256: plugin.files.sha256,
            parameters: parameters),
          check.place
        )
      }
    }
  }
}

extension CheckRun {
  /// Whether a result is of the same code and parameters. Where the code was not run, such as for want of data, there are none.
  func isComparable(to run: CheckRun) -> Bool {
    pluginSHA256 == run.pluginSHA256 && (parameters.isEmpty || parameters == run.parameters)
  }

  /// The moment whose data the result is of, if it was carried over.
  func moment(in zone: SiteTimeZone) -> Moment? {
    guard case .carried(_, let at) = freshness else { return nil }
    return Moment(iso: at, in: zone)
  }

  /// What the check itself saw: the waivers of today are taken in anew.
  var withoutWaivers: CheckRun {
    var run = self
    run.standing = Standing(outcome)
    run.waived = 0
    run.waivers = []
    for index in run.findings.indices {
      run.findings[index].waivers = []
      run.findings[index].isWaived = false
    }
    return run
  }

  /// A result that no longer counts. What it found is in the sweep that it comes from; it says nothing of today.
  func tooOld(since last: Moment, _ place: Place) -> CheckRun {
    with(.unknown, Problem(at: place, Wording.Schedule.tooOld(last.date.description, every: check.cadence)), freshness)
  }

  func with(_ outcome: Outcome, _ problem: Problem, _ freshness: Freshness) -> CheckRun {
    CheckRun(
      check: check, outcome: outcome, problem: problem, pluginVersion: pluginVersion, pluginSHA256: pluginSHA256,
      parameters: parameters, freshness: freshness)
  }
}
