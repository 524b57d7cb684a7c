import CatalogueFiles
import Checks
import Compliance
import Glibc
import History
import Lua
import Reports
import SiteData
import Sweeps
import Wording
import Workers

/// What Tenken needs of the machine that it runs on.
struct MachineExamination {
  private typealias Words = Wording.Doctor

  func diagnoses() -> [Diagnosis] {
    [program] + workbooks + [kernel, confinement] + installation + [clock, scheduler, snapshots, locale]
  }

  private var program: Diagnosis {
    let releases =
      [LuaState.release, "SQLite \(SweepStore.libraryRelease)"] + SourceLibraries.releases
      + [WorkbookLibrary.release].compactMap(\.self)
    return Diagnosis(
      .fine, Words.program, LocalizedText(verbatim: "tenken \(Tenken.version), " + releases.joined(separator: ", ")))
  }

  private var workbooks: [Diagnosis] {
    WorkbookLibrary.release == nil ? [Diagnosis(.doubtful, Words.workbooks, Words.noWorkbooks)] : []
  }

  private var kernel: Diagnosis {
    var name = utsname()
    uname(&name)
    // uname(2) ends each field with a NUL within its array.
    let release = withUnsafeBytes(of: &name.release) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    return Diagnosis(.fine, Words.kernel, LocalizedText(verbatim: "Linux \(release)"))
  }

  /// Tried out rather than looked up: a worker seals itself as it would for a plugin.
  private var confinement: Diagnosis {
    let limits = WorkerLimits(memory: 256 << 20, callSeconds: 5, totalSeconds: 5)
    let worker: WorkerProcess
    do throws(WorkerFailure) { worker = try WorkerProcess(.own, limits) } catch {
      return Diagnosis(.wrong, Words.confinement, Wording.workerNotStarted(errno: error.number))
    }
    if let seal = worker.waitUntilSealed() {
      return seal.landlock == 0
        ? Diagnosis(.doubtful, Words.confinement, Wording.withoutLandlock)
        : Diagnosis(.fine, Words.confinement, Words.isConfined(landlock: seal.landlock))
    }
    guard case .ended(let end) = worker.receive() else { preconditionFailure("what is not sealed has ended") }
    return Diagnosis(.wrong, Words.confinement, Words.isNotConfined("\(end)"))
  }

  private var installation: [Diagnosis] {
    do throws(Failure) {
      let installation = try Installation.find()
      let catalogue = try OpenSite.readCatalogue(installation, nil)
      let plugins = OpenSite.loadPlugins(in: installation.pluginsFolder, shownAs: installation.pluginsFolder, catalogue)
      var diagnoses = [
        Diagnosis(
          .fine, Words.catalogue,
          Words.catalogueRead(installation.catalogueFolder, requirements: catalogue.requirements.count)),
        Diagnosis(.fine, Words.plugins, Words.pluginsLoaded(plugins.count { $0.isLoaded })),
      ]
      for case .broken(let problem) in plugins {
        diagnoses += problem.problems.map { Diagnosis(.wrong, Words.plugins, $0.whole) }
      }
      return diagnoses
    } catch {
      return [Diagnosis(.wrong, Words.catalogue, error.text)]
    }
  }

  /// Dates decide what is expired or due, so a clock that nobody sets is worth a look.
  private var clock: Diagnosis {
    let now = Moment(unixSeconds: time(nil), in: .japan).iso
    return MachineClock.isKept
      ? Diagnosis(.fine, Words.clock, LocalizedText(verbatim: now))
      : Diagnosis(.doubtful, Words.clock, Words.clockIsNotKept(now))
  }

  private var scheduler: Diagnosis {
    var found: [String] = []
    if access("/run/systemd/system", F_OK) == 0 { found.append("systemd") }
    if ["/usr/sbin/cron", "/usr/sbin/crond"].contains(where: { (path: String) in access(path, X_OK) == 0 }) {
      found.append("cron")
    }
    return found.isEmpty
      ? Diagnosis(.doubtful, Words.scheduler, Words.noScheduler)
      : Diagnosis(.fine, Words.scheduler, LocalizedText(verbatim: found.joined(separator: ", ")))
  }

  private var snapshots: Diagnosis {
    guard let folder = Terminal.cacheFolder else {
      return Diagnosis(.doubtful, Words.snapshots, Words.noSnapshots)
    }
    return Diagnosis(.fine, Words.snapshots, LocalizedText(verbatim: "\(folder)/tenken"))
  }

  private var locale: Diagnosis {
    let named = ["LC_ALL", "LC_CTYPE", "LANG"].map(Terminal.value).first { !$0.isEmpty } ?? "C"
    let isUnicode = named.uppercased().contains("UTF-8") || named.uppercased().contains("UTF8")
    return isUnicode
      ? Diagnosis(.fine, Words.locale, LocalizedText(verbatim: named))
      : Diagnosis(.doubtful, Words.locale, Words.localeIsNotUnicode(named))
  }
}

extension LoadedPlugin {
  fileprivate var isLoaded: Bool {
    if case .plugin = self { true } else { false }
  }
}
