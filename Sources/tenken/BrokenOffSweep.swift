import CatalogueFiles
import Compliance
import History
import Lua
import SiteData
import Sweeps
import Wording

/// What remains of a sweep that did not come to its end: killed, or the machine went off.
enum BrokenOffSweep {
  /// Stores the checks that such a sweep had finished as a sweep of a part, and says so; does nothing if the last one came to its end.
  /// - Parameters:
  ///   - key: what signs the sweep, if there is one.
  ///   - holder: what it wrote about itself into the lock.
  static func store(
    in store: SweepStore, _ opened: OpenSite, _ statements: SiteStatements, _ key: SigningKey?, by holder: String,
    _ language: Language
  ) throws(Failure) {
    try step(
      { () throws(HistoryError) in
        let last = try store.sweeps(last: 1).first?.id
        try SweepJournal.takeUp(in: opened.folder.recordsFolder, after: last) { (leftover) throws(HistoryError) in
          var stored: (checks: Int, id: SweepID)?
          if let at = leftover.at, let startedAt = leftover.startedAt,
            let moment = Moment(iso: at, in: opened.settings.timeZone)
          {
            let result = opened.conclude(leftover.checks, statements, at: moment, scope: .brokenOff)
            let id = try store.append(
              result, startedAt: startedAt, finishedAt: startedAt,
              program: "tenken \(Tenken.version), \(LuaState.release)",
              catalogueSHA256: opened.catalogue.fingerprint, key: key)
            stored = (leftover.checks.count, id)
          }
          Terminal.note("tenken: \(Wording.Schedule.brokeOff(holder, stored: stored)[language])")
        }
      }, Failure.history)
  }
}
