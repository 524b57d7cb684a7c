import Checks
public import Compliance
public import SiteData
import Wording

/// The checks that a sweep of a part is not about, but on which its requirements rest too: their last results stand beside those of the
/// sweep.
public struct ResultsBeside: Sendable {
  private let blank: [(run: CheckRun, place: Place)]
  private let schedule: Schedule
  private let zone: SiteTimeZone

  /// Finds the checks: those that look at the same requirements, or at other parts of them. A sweep of all has none.
  /// - Parameter plugins: every plugin of the site.
  public init(_ plugins: [LoadedPlugin], settings: SiteSettings, selection: Selection, catalogue: Catalogue) {
    schedule = Schedule(settings)
    zone = settings.timeZone
    guard !selection.isAll else {
      blank = []
      return
    }
    let all = plugins.flatMap { $0.blankRuns(meant: .all, catalogue, settings.plugins[$0.id]) }
      .filter { !settings.deselects($0.run.check.id) }
    let wholes = selection.wholes(
      of: all.map(\.run.check).filter { selection.includes($0, in: catalogue) }, catalogue)
    blank = all.filter { run, _ in
      !selection.includes(run.check, in: catalogue)
        && run.check.requirements.contains { wholes.contains(catalogue.whole(of: $0)) }
    }.sorted { $0.run.check.id < $1.run.check.id }
  }

  /// The checks, in plan order.
  public var checks: [CheckID] { blank.map(\.run.check.id) }

  /// Where they stand: at their last result, or without one that counts at `notchecked` or `unknown`.
  /// - Parameter last: the last result of each check that has one, carried over.
  public func results(_ last: [CheckID: CheckRun], now: Moment) -> [CheckRun] {
    blank.map { run, place in
      guard let earlier = last[run.check.id], earlier.isComparable(to: run), let won = earlier.moment(in: zone) else {
        return run.with(.notchecked, Problem(at: place, Wording.Schedule.noResult), .notRun)
      }
      if let expiry = schedule.expiry(ScheduledCheck(run.check, last: won)), expiry <= now {
        return earlier.tooOld(since: won, place)
      }
      return earlier.withoutWaivers
    }
  }
}
