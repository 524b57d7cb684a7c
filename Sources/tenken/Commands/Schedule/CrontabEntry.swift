import Compliance
import Glibc
import SiteData
import Wording

/// The lines of a site in the crontab(5) of the person who installs them.
struct CrontabEntry {
  private let start: TimerStart

  init(_ start: TimerStart) { self.start = start }

  /// The comment that the lines are found by again.
  private static func mark(_ site: String) -> String { "# tenken schedule: \(site)" }
  private var mark: String { Self.mark(start.site) }

  /// The line that cron runs.
  private var line: String {
    let minutes = stride(from: start.minute, to: 60, by: start.interval).map(String.init).joined(separator: ",")
    let words = ([start.program] + start.arguments).map(quoted).joined(separator: " ")
    // To cron a bare % is the end of the command.
    return
      "\(minutes) * * * * \(words.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "\\%"))"
  }

  /// Replaces the site's lines in the crontab, or adds them.
  func install(dryRun: Bool, _ language: Language) throws(Failure) {
    if dryRun { return try Terminal.out(Wording.ScheduleCommand.wouldAdd("\(mark)\n\(line)")[language] + "\n") }
    guard let table = Self.table() else { throw .input(Wording.ScheduleCommand.noCrontab) }
    try Self.replace(by: Self.lines(of: table, without: mark) + [mark, line])
    try Terminal.out(
      Wording.ScheduleCommand.crontabInstalled("\(mark)\n\(line)", undo: start.undoing)[language] + "\n")
  }

  /// Takes a site's lines out of the crontab.
  /// - Returns: the lines; none if there were none, or if there is no crontab.
  static func remove(_ site: String, dryRun: Bool) throws(Failure) -> [String] {
    let mark = mark(site)
    guard let table = table() else { return [] }
    let rest = lines(of: table, without: mark)
    let lines = lines(of: table)
    guard rest.count < lines.count, let first = lines.firstIndex(of: mark) else { return [] }
    if !dryRun { try replace(by: rest) }
    return Array(lines[first...].prefix(lines.count - rest.count))
  }

  /// The crontab as it is; nil without the program. A person without a crontab gets status 1 and no text.
  private static func table() -> String? {
    SystemProgram.run(["crontab", "-l"]).map { $0.status == 0 ? $0.output : "" }
  }

  private static func replace(by lines: [String]) throws(Failure) {
    var template = Array("/tmp/tenken-crontab.XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    let draft = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard descriptor >= 0 else {
      throw .input(Wording.Command.cannotMake(draft, SystemError(number: errno).description))
    }
    close(descriptor)
    defer { unlink(draft) }
    try OutputFile.write(lines.map { "\($0)\n" }.joined(), to: draft)
    try SystemProgram.mustRun(["crontab", draft])
  }

  private static func lines(of table: String) -> [String] {
    var lines = table.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  /// The lines of a crontab but the site's own: its comment, and the line below that cron runs.
  private static func lines(of table: String, without mark: String) -> [String] {
    var lines = lines(of: table)
    if let old = lines.firstIndex(of: mark) { lines.removeSubrange(old...min(old + 1, lines.count - 1)) }
    return lines
  }

  /// A word for the shell that cron uses.
  private func quoted(_ word: String) -> String {
    let plain = word.utf8.allSatisfy { byte in
      isalnum(Int32(byte)) != 0 && byte < 0x80 || Array("/._-:".utf8).contains(byte)
    }
    return plain
      ? word : "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
  }
}
