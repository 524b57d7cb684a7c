public import Compliance
public import SiteData

extension DueChecks {
  /// The next runs of a site, and where each check is in time.
  /// - Parameter count: how many runs at most.
  public func preview(of settings: SiteSettings, from now: Moment, count: Int) -> SchedulePreview {
    let schedule = Schedule(settings)
    let runs = schedule.comingRuns(of: scheduled, from: now, count: count).map { run in
      SchedulePreview.Run(
        at: run.moment.iso, weekday: run.moment.date.weekday, holiday: settings.calendar.holiday(on: run.moment.date),
        checks: run.checks)
    }
    let entries = scheduled.map { check in
      SchedulePreview.Entry(
        check: check.check, last: check.last?.iso, next: schedule.next(check, from: now)?.iso,
        countsUntil: schedule.expiry(check)?.iso)
    }
    return SchedulePreview(site: settings.name, at: now.iso, runs: runs, checks: entries)
  }
}
