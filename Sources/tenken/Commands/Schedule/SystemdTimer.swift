import Compliance
import Glibc
import SiteData
import Wording

/// A timer of systemd for a site and the service that it starts (systemd.timer(5), systemd.service(5)).
struct SystemdTimer {
  private let start: TimerStart
  private let hospital: LocalizedText
  private let units: TimerUnits
  /// Whether the units go into systemd's own folder, where it finds them.
  private let isInPlace: Bool

  init(_ start: TimerStart, _ settings: SiteSettings, isUsers: Bool, folder: String?) {
    self.start = start
    hospital = settings.name
    units = TimerUnits(site: start.site, isUsers: isUsers, folder: folder)
    isInPlace = folder == nil
  }

  /// Whether systemd runs this machine (sd_booted(3)).
  static var isRunning: Bool { Installation.isFolder("/run/systemd/system") }

  private var service: String {
    let words = ([start.program] + start.arguments).map(quoted).joined(separator: " ")
    return """
      # Written by `tenken schedule install`, which writes it anew each time.
      [Unit]
      Description=\(description)

      [Service]
      Type=oneshot
      ExecStart=\(words)
      # Findings (1, 2) are no failure of the service, nor is another sweep that is running (75).
      SuccessExitStatus=1 2 75
      Nice=10
      IOSchedulingClass=idle
      \(owner.map { "User=\($0)\n" } ?? "")
      """
  }

  private var timer: String {
    """
    # Written by `tenken schedule install`, which writes it anew each time.
    [Unit]
    Description=\(description)

    [Timer]
    OnCalendar=*-*-* *:\(start.minute < 10 ? "0" : "")\(start.minute)/\(start.interval):00
    AccuracySec=1min
    # After the machine was off: at once.
    Persistent=true

    [Install]
    WantedBy=timers.target

    """
  }

  private var description: String {
    let name = hospital.en.unicodeScalars.map { $0.value < 0x20 ? " " : String($0) }.joined()
    return "Tenken: what is due at \(doubled("%", in: name))"
  }

  /// Who owns the site's folder, so that a service of the system does not leave files of root's there; nil for root and for a person's
  /// own units.
  private var owner: String? {
    var status = stat()
    guard !units.isUsers, stat(start.site, &status) == 0, status.st_uid != 0, let entry = getpwuid(status.st_uid) else {
      return nil
    }
    // pw_name is a NUL-terminated text that lives until the next getpw call; it is copied at once.
    return String(cString: entry.pointee.pw_name)
  }

  /// A word of ExecStart: in quotes, with systemd's own signs doubled.
  private func quoted(_ word: String) -> String {
    let escaped = word.unicodeScalars.map { #""\"#.unicodeScalars.contains($0) ? "\\\($0)" : String($0) }.joined()
    return "\"\(doubled("$", in: doubled("%", in: escaped)))\""
  }

  private func doubled(_ sign: Character, in text: String) -> String {
    text.split(separator: sign, omittingEmptySubsequences: false).joined(separator: "\(sign)\(sign)")
  }

  /// Writes both units and starts the timer; in another folder than systemd's own, only writes them.
  func install(dryRun: Bool, _ language: Language) throws(Failure) {
    let files = zip(units.files, [service, timer])
    if dryRun {
      let text = files.map { "# \($0)\n\($1)" }.joined(separator: "\n")
      return try Terminal.out(Wording.ScheduleCommand.wouldWrite(text)[language] + "\n")
    }
    if units.isUsers, isInPlace { makeFolders(units.folder) }
    for (path, text) in files { try OutputFile.write(text, to: path) }
    let steps = [units.systemctl + ["daemon-reload"], units.systemctl + ["enable", "--now", "\(units.name).timer"]]
    let starts = isInPlace && Self.isRunning
    if starts { for words in steps { try SystemProgram.mustRun(words) } }
    try Terminal.out(
      Wording.ScheduleCommand.unitsInstalled(
        units.files, steps: steps.map { $0.joined(separator: " ") }, done: starts,
        undo: start.undoing + (isInPlace ? "" : " --unit-folder \(units.folder)"), isUsers: units.isUsers)[language]
        + "\n")
  }

  /// Takes a site's units away, wherever they are among these, and stops their timers.
  /// - Returns: the files that were there.
  static func remove(_ places: [TimerUnits], dryRun: Bool) throws(Failure) -> [String] {
    var removed: [String] = []
    for units in places {
      let present = units.files.filter { access($0, F_OK) == 0 }
      removed += present
      if dryRun || present.isEmpty { continue }
      let isInPlace = [TimerUnits.systemFolder, TimerUnits.userFolder].contains(units.folder)
      if isInPlace, isRunning {
        try SystemProgram.mustRun(units.systemctl + ["disable", "--now", "\(units.name).timer"])
      }
      for path in present where unlink(path) != 0 {
        throw .input(Wording.ScheduleCommand.cannotRemove(path, SystemError(number: errno).description))
      }
      if isInPlace, isRunning { try SystemProgram.mustRun(units.systemctl + ["daemon-reload"]) }
    }
    return removed
  }

  private func makeFolders(_ path: String) {
    // Whether they are there is told by the writing.
    var made = ""
    for part in path.split(separator: "/") {
      made += "/\(part)"
      mkdir(made, 0o755)
    }
  }
}
