public import Compliance
public import SiteData

/// A check on the schedule, and when it last ran.
public struct ScheduledCheck: Sendable {
  /// The check.
  public let check: Check
  /// When its last result was won; nil if it has none.
  public let last: Moment?

  /// Makes an entry of the schedule.
  public init(_ check: Check, last: Moment?) {
    self.check = check
    self.last = last
  }

  /// How often it must run. What cannot be read any more counts as every day: a check is never lost by a word.
  var cadence: Cadence { Cadence(check.cadence) ?? .every(1, .day) }
}

/// Checks that will run at one moment.
public struct ComingRun: Hashable, Sendable {
  /// The moment; the first start of the timer from then on runs them.
  public let moment: Moment
  /// The checks, in the order in which they were given.
  public let checks: [CheckID]
}

extension Schedule {
  /// Whether a check is to run at a moment: it is due, or has never run, and the calendar permits it now.
  public func isDue(_ check: ScheduledCheck, at now: Moment) -> Bool {
    guard calendar.firstPermitted(from: now) == now else { return false }
    guard let last = check.last else { return true }
    return due(check.cadence, after: last).map { $0 <= now } ?? false
  }

  /// When a check runs next, if the machine is on then; nil if never.
  public func next(_ check: ScheduledCheck, from now: Moment) -> Moment? {
    guard let last = check.last else { return calendar.firstPermitted(from: now) }
    return due(check.cadence, after: last).flatMap { $0 > now ? $0 : calendar.firstPermitted(from: now) }
  }

  /// Until when the last result of a check counts; nil if it has none, or if it counts for ever.
  public func expiry(_ check: ScheduledCheck) -> Moment? {
    check.last.flatMap { expiry(check.cadence, of: $0) }
  }

  /// The next runs, each check running whenever it is due.
  /// - Parameter count: how many moments at most.
  public func comingRuns(of checks: [ScheduledCheck], from now: Moment, count: Int) -> [ComingRun] {
    var next = checks.map { self.next($0, from: now) }
    var runs: [ComingRun] = []
    while runs.count < count, let moment = next.compactMap(\.self).min() {
      let running = checks.indices.filter { next[$0] == moment }
      runs.append(ComingRun(moment: moment, checks: running.map { checks[$0].check.id }))
      for index in running { next[index] = due(checks[index].cadence, after: moment) }
    }
    return runs
  }
}
