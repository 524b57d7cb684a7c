public import Compliance
import GRDB
import Glibc

/// The finished checks of a sweep while it runs, in a file beside the history: a sweep that is killed loses only what was running.
///
/// The file is a history of its own, a row for each plugin that has finished, and its name says after which stored sweep it was begun:
/// if a later one is stored by now, the sweep came to its end after all. Who writes or reads it holds the site's lock.
public struct SweepJournal: Sendable {
  private let store: SweepStore

  /// A journal that nobody closed.
  public struct Leftover: Sendable {
    /// The moment that the checks saw as now, in ISO 8601; nil if none had finished.
    public let at: String?
    /// When the sweep began, by the wall clock in ISO 8601; nil if none had finished.
    public let startedAt: String?
    /// The checks that had finished, ordered by id.
    public let checks: [CheckRun]
  }

  /// Begins a journal.
  /// - Parameters:
  ///   - folder: the folder of the history.
  ///   - last: the newest sweep of the history; nil if it has none.
  public static func begin(in folder: String, after last: SweepID?) throws(HistoryError) -> SweepJournal {
    let path = path(in: folder, after: last)
    do throws(HistoryError) {
      return SweepJournal(store: try SweepStore(journalAt: path))
    } catch {
      // Nothing has begun, so nothing broke off.
      remove(path)
      throw error
    }
  }

  /// Adds the checks of a plugin that has finished.
  /// - Parameters:
  ///   - at: the moment that the checks saw as now.
  ///   - startedAt: the wall clock when the sweep began.
  public func add(_ checks: [CheckRun], at: String, startedAt: String) throws(HistoryError) {
    let part = SweepResult(
      site: LocalizedText(verbatim: ""), at: at, checks: checks, standings: [], exit: .undetermined)
    _ = try store.append(part, startedAt: startedAt, finishedAt: startedAt, program: "", catalogueSHA256: "")
  }

  /// Ends the journal: the sweep is stored.
  public consuming func close() {
    try? store.database.close()
    Self.remove(store.path)
  }

  /// Takes up what a sweep left that broke off, and ends its journal once it has been dealt with.
  /// - Parameters:
  ///   - last: the newest sweep of the history; nil if it has none.
  ///   - deal: what is done with it. If it throws, the journal stays for the next time.
  public static func takeUp<Failure: Error>(
    in folder: String, after last: SweepID?, _ deal: (Leftover) throws(Failure) -> Void
  ) throws(Failure) {
    let path = path(in: folder, after: last)
    // One after an earlier sweep is of a sweep that was stored before it could be removed.
    for old in names(in: folder) where "\(folder)/\(old)" != path { remove("\(folder)/\(old)") }
    guard access(path, F_OK) == 0 else { return }
    try deal(leftover(at: path))
    remove(path)
  }

  /// What a journal holds. A kill may have left it without its tables: then nothing had finished.
  private static func leftover(at path: String) -> Leftover {
    do throws(HistoryError) {
      let store = try SweepStore(at: path)
      let parts = try store.sweeps(last: .max)
      var checks: [CheckRun] = []
      for part in parts { checks += try store.sweep(part.id)?.checks ?? [] }
      let startedAt = try store.startOfFirstSweep()
      try? store.database.close()
      return Leftover(at: parts.first?.at, startedAt: startedAt, checks: checks.sorted { $0.check.id < $1.check.id })
    } catch {
      return Leftover(at: nil, startedAt: nil, checks: [])
    }
  }

  private static func path(in folder: String, after last: SweepID?) -> String {
    "\(folder)/running-\(last?.number ?? 0).sqlite"
  }

  private static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      // d_name is a NUL-terminated name within the entry, which stays valid until the next readdir; it is copied at once.
      let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
        name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix("running-"), name.hasSuffix(".sqlite") { names.append(name) }
    }
    return names
  }

  private static func remove(_ path: String) {
    unlink(path)
    unlink("\(path)-journal")
  }
}
