import Compliance
import Glibc
import SiteData
import Wording

/// A timer of systemd for a site and the service that it starts (systemd.timer(5), systemd.service(5)).
struct SystemdTimer {
  private let start: TimerStart
  private let hospital: LocalizedText
  private let isUsers: Bool
  /// The folder that was asked for; nil for systemd's own.
  private let givenFolder: String?

  init(_ start: TimerStart, _ settings: SiteSettings, isUsers: Bool, folder: String?) {
    self.start = start
    hospital = settings.name
    self.isUsers = isUsers
    givenFolder = folder
  }

  /// Whether systemd runs this machine (sd_booted(3)).
  static var isRunning: Bool { Installation.isFolder("/run/systemd/system") }

  /// Names the units: the last part of the site's path for people, and a hash of the path, so that sites have units of their own.
  private var name: String {
    let part = start.site.split(separator: "/").last.map(String.init) ?? ""
    let readable = part.lowercased().utf8.filter { isalnum(Int32($0)) != 0 && $0 < 0x80 || $0 == UInt8(ascii: "-") }
    // FNV-1a, 32 bits.
    let hash = start.site.utf8.reduce(0x811C_9DC5 as UInt32) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
    let digits = String(hash, radix: 16)
    let words = [
      "tenken", String(decoding: readable, as: UTF8.self), String(repeating: "0", count: 8 - digits.count) + digits,
    ]
    return words.filter { !$0.isEmpty }.joined(separator: "-")
  }

  private var folder: String {
    if let givenFolder { return givenFolder }
    guard isUsers else { return "/etc/systemd/system" }
    let configuration = Terminal.value("XDG_CONFIG_HOME")
    return (configuration.hasPrefix("/") ? configuration : "\(Terminal.value("HOME"))/.config") + "/systemd/user"
  }

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
    guard !isUsers, stat(start.site, &status) == 0, status.st_uid != 0, let entry = getpwuid(status.st_uid) else {
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
    let files = [("\(folder)/\(name).service", service), ("\(folder)/\(name).timer", timer)]
    if dryRun {
      let text = files.map { "# \($0)\n\($1)" }.joined(separator: "\n")
      return try Terminal.out(Wording.ScheduleCommand.wouldWrite(text)[language] + "\n")
    }
    if isUsers, givenFolder == nil { makeFolders(folder) }
    for (path, text) in files { try OutputFile.write(text, to: path) }
    let systemctl = ["systemctl"] + (isUsers ? ["--user"] : [])
    let steps = [systemctl + ["daemon-reload"], systemctl + ["enable", "--now", "\(name).timer"]]
    let undo = [
      (systemctl + ["disable", "--now", "\(name).timer"]).joined(separator: " "),
      "rm \(files.map(\.0).joined(separator: " "))",
    ]
    let starts = givenFolder == nil && Self.isRunning
    if starts {
      for words in steps {
        let result = SystemProgram.run(words)
        guard result?.status == 0 else {
          throw .input(
            Wording.ScheduleCommand.programFailed(words.joined(separator: " "), status: result?.status ?? -1))
        }
      }
    }
    try Terminal.out(
      Wording.ScheduleCommand.unitsInstalled(
        files.map(\.0), steps: steps.map { $0.joined(separator: " ") }, done: starts, undo: undo, isUsers: isUsers)[
          language] + "\n")
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
