import Checks
import Compliance
import Glibc
import History
import Reports
import SiteData
import Sweeps
import Wording

/// Whether a site can be swept as it is, and what would be left out. Nothing is run, and no data is read.
struct SiteExamination {
  private typealias Words = Wording.Doctor

  /// A day more than the longest month, so that a monthly sweep is not called late.
  private static let daysWithoutSweep = 32

  private let folder: SiteFolder

  init(_ folder: SiteFolder) { self.folder = folder }

  func diagnoses() -> [Diagnosis] {
    let site: OpenSite
    do throws(Failure) { site = try OpenSite.open(folder.path, Installation.find()) } catch {
      return [Diagnosis(.wrong, Words.settings, error.text)] + permissions
    }
    return settings(site) + permissions + [space, history(site)] + skipped(site)
  }

  private func settings(_ site: OpenSite) -> [Diagnosis] {
    var problems = site.settings.problems(with: site.plugins, site.catalogue)
    for case .broken(let problem) in site.plugins { problems += problem.problems }
    let now = Moment(unixSeconds: time(nil), in: site.settings.timeZone).iso
    return
      (problems.isEmpty
      ? [Diagnosis(.fine, Words.settings, Words.settingsRead(site.settings.name, plugins: site.plugins.count))]
      : problems.map { Diagnosis(.wrong, Words.settings, $0.whole) })
      + [Diagnosis(.fine, Words.timeZone, LocalizedText(verbatim: "\(site.settings.timeZone.identifier), \(now)"))]
  }

  // MARK: - Who may do what

  private var permissions: [Diagnosis] {
    var diagnoses: [Diagnosis] = []
    func look(_ path: String, forbidden: mode_t, _ state: Diagnosis.State, _ text: (String, String) -> LocalizedText) {
      guard let bits = mode(of: path), bits & forbidden != 0 else { return }
      diagnoses.append(Diagnosis(state, Words.permissions, text(path, String(bits & 0o7777, radix: 8))))
    }
    // Whoever can write here decides what is checked.
    for path in [folder.path, folder.settingsFile, folder.pluginsFolder, folder.catalogueFolder] + plugins {
      look(path, forbidden: 0o002, .wrong, Words.anyoneCanWrite)
    }
    look(folder.dataFolder, forbidden: 0o002, .doubtful, Words.anyoneCanWrite)
    look(folder.recordsFolder, forbidden: 0o077, .doubtful, Words.othersCanRead)
    look("\(folder.recordsFolder)/pseudonym.key", forbidden: 0o077, .wrong, Words.othersCanRead)
    let records = mode(of: folder.recordsFolder) == nil ? folder.path : folder.recordsFolder
    if access(records, W_OK | X_OK) != 0 {
      diagnoses.append(Diagnosis(.wrong, Words.permissions, Words.cannotWrite(records)))
    }
    if access(folder.dataFolder, R_OK | X_OK) != 0 {
      diagnoses.append(Diagnosis(.wrong, Words.permissions, Words.cannotRead(folder.dataFolder)))
    }
    return diagnoses.isEmpty ? [Diagnosis(.fine, Words.permissions, Words.permissionsAreFine)] : diagnoses
  }

  /// The folders and files of the site's own plugins.
  private var plugins: [String] {
    PluginFolder.readAll(in: folder.pluginsFolder, shownAs: folder.pluginsFolder).flatMap { files -> [String] in
      guard case .success(let files) = files else { return [] }
      return [files.folder] + files.files.keys.sorted().map { "\(files.folder)/\($0)" }
    }
  }

  private func mode(of path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode : nil
  }

  private var space: Diagnosis {
    var status = statvfs()
    guard statvfs(folder.path, &status) == 0 else {
      return Diagnosis(.wrong, Words.space, Words.cannotRead(folder.path))
    }
    let mebibytes = (Int(status.f_bavail) * Int(status.f_frsize)) >> 20
    let text = Words.freeSpace(mebibytes: mebibytes)
    return Diagnosis(mebibytes < 16 ? .wrong : mebibytes < 256 ? .doubtful : .fine, Words.space, text)
  }

  // MARK: - What was swept, and what would be

  private func history(_ site: OpenSite) -> Diagnosis {
    do throws(HistoryError) {
      let last = try SweepStore.openReadOnly(at: folder.historyFile).sweeps(last: 1).first
      guard let last else { return Diagnosis(.doubtful, Words.history, Wording.History.absent) }
      let now = Moment(unixSeconds: time(nil), in: site.settings.timeZone)
      let days = Moment(iso: last.at, in: site.settings.timeZone)?.date.days(until: now.date) ?? 0
      return Diagnosis(
        days > Self.daysWithoutSweep ? .doubtful : .fine, Words.history,
        Words.lastSweep(last.id.description, at: last.at, daysAgo: max(0, days)))
    } catch {
      return Diagnosis(error.cause == .absent ? .doubtful : .wrong, Words.history, error.problem.whole)
    }
  }

  /// The checks that a sweep would leave without an answer, each with the reason.
  private func skipped(_ site: OpenSite) -> [Diagnosis] {
    var diagnoses: [Diagnosis] = []
    var (count, optional) = (0, 0)
    let now = Moment(unixSeconds: time(nil), in: site.settings.timeZone)
    for case .plugin(let plugin) in site.plugins {
      let access = SourceAccess(
        DataFolder(path: folder.dataFolder), plugin: plugin.id, sha256: plugin.files.sha256,
        grant: site.settings.grants[plugin.id])
      let declarations = plugin.sources(site.settings.plugins[plugin.id]).declarations
      // A granted command is not run for this.
      let inputs = declarations.filter { access.command(of: $0.value) == nil }.mapValues {
        JobInput(access.open($0), of: $0, at: now)
      }
      count += plugin.checks.count
      for check in plugin.checks {
        let id = check.check.id
        if let deselection = site.settings.deselection(of: id) {
          let reason = Wording.deselected(deselection.reason)
          diagnoses.append(Diagnosis(.fine, Words.skipped, Words.leavesOut(id.description, reason)))
          continue
        }
        let found = check.sources.compactMap { inputs[$0] }
        if found.contains(where: \.isLeftOut) {
          optional += 1
        } else if let (state, problem) = found.lazy.compactMap(\.lack).first {
          diagnoses.append(Diagnosis(state, Words.skipped, Words.leavesOut(id.description, problem.whole)))
        }
      }
    }
    let run = count - diagnoses.count - optional
    return [Diagnosis(.fine, Words.checks, Words.wouldRun(run, of: count, optional: optional))] + diagnoses
  }
}

extension JobInput {
  /// Whether it is what the site need not have.
  fileprivate var isLeftOut: Bool {
    if case .leftOut = self { true } else { false }
  }

  /// What is missing; nil if nothing is.
  fileprivate var lack: (Diagnosis.State, Problem)? {
    switch self {
    case .absent(let problem): (.doubtful, problem)
    case .unreadable(let problem): (.wrong, problem)
    case .leftOut, .files, .rows: nil
    }
  }
}

extension SiteSettings {
  /// Why a check is not run, if the site says so.
  fileprivate func deselection(of id: CheckID) -> Deselection? {
    deselected.first { $0.id == id || $0.id == CheckID(whole: id.plugin) }
  }
}
