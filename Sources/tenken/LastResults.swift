import Checks
import Compliance
import History
import SiteData
import Sweeps

extension OpenSite {
  /// The last result of each check that has one in the site's history. A site without a history has never run a check.
  func lastResults(of checks: [CheckID], _ now: Moment) throws(Failure) -> [CheckID: CheckRun] {
    do throws(HistoryError) {
      // What a sweep with `--at` has seen of days to come says nothing of today.
      return try SweepStore.openReadOnly(at: folder.historyFile).lastRuns(of: checks) { at in
        Moment(iso: at, in: settings.timeZone).map { $0 <= now } ?? false
      }
    } catch {
      guard error.cause == .absent else { throw .history(error) }
      return [:]
    }
  }
}

extension DueChecks {
  /// What is due at a site, by the results in its history.
  init(_ opened: OpenSite, _ selection: Selection, _ now: Moment) throws(Failure) {
    let ids = opened.plugins.flatMap { [CheckID(whole: $0.id)] + $0.checks.map(\.check.id) }
    self.init(
      opened.plugins, settings: opened.settings, selection: selection, catalogue: opened.catalogue,
      last: try opened.lastResults(of: ids, now), now: now)
  }
}
