import Checks
import Compliance
import History
import SiteData
import Sweeps

extension DueChecks {
  /// What is due at a site, by the results in its history. A site without a history has never run a check.
  init(_ opened: OpenSite, _ selection: Selection, _ now: Moment) throws(Failure) {
    let zone = opened.settings.timeZone
    let ids = opened.plugins.flatMap { [CheckID(whole: $0.id)] + $0.checks.map(\.check.id) }
    let last: [CheckID: CheckRun]
    do throws(HistoryError) {
      // What a sweep with `--at` has seen of days to come says nothing of today.
      last = try SweepStore.openReadOnly(at: opened.folder.historyFile).lastRuns(of: ids) { at in
        Moment(iso: at, in: zone).map { $0 <= now } ?? false
      }
    } catch {
      guard error.cause == .absent else { throw .history(error) }
      last = [:]
    }
    self.init(
      opened.plugins, settings: opened.settings, selection: selection, catalogue: opened.catalogue, last: last, now: now
    )
  }
}
