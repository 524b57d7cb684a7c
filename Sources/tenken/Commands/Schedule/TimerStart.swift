import Glibc
import SiteData
import Sweeps
import Wording

/// What a timer starts, and when: `sweep --due` of one site, every quarter of an hour, at minutes that are the site's own.
struct TimerStart {
  /// The program's file.
  let program: String
  /// The site's folder as an absolute path without links.
  let site: String
  /// The minute of the hour of the first start, below ``interval``.
  let minute: Int
  /// The minutes between two starts: nothing to do takes a sweep a few hundredths of a second.
  let interval = 15

  init(_ folder: SiteFolder, _ settings: SiteSettings) throws(Failure) {
    guard let site = Self.resolved(folder.path), let program = Self.resolved("/proc/self/exe") else {
      throw .input(Wording.ScheduleCommand.unfitPath(folder.path))
    }
    // A unit file or a crontab takes a line for a line.
    for path in [site, program] where path.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
      throw .usage([Wording.ScheduleCommand.unfitPath(path)])
    }
    self.site = site
    self.program = program
    minute = Schedule(settings).splay / 60 % interval
  }

  /// The arguments after the program.
  var arguments: [String] { ["sweep", "--due", "--quiet", "--site", site] }

  /// What takes the timer away again.
  var undoing: String { "tenken schedule remove --site \(site)" }

  /// The path by which a site is known to timers; one that is gone goes by the path that it had.
  static func site(of folder: SiteFolder) -> String {
    if let path = resolved(folder.path) { return path }
    if folder.path.hasPrefix("/") { return folder.path }
    return (resolved(".") ?? "") + "/" + folder.path
  }

  private static func resolved(_ path: String) -> String? {
    // realpath(3) gives a text of malloc's, which is copied and freed.
    guard let text = realpath(path, nil) else { return nil }
    defer { free(text) }
    return String(cString: text)
  }
}
