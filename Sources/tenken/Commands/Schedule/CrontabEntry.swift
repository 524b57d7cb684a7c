import Compliance
import Glibc
import SiteData
import Wording

/// The lines of a site in the crontab(5) of the person who installs them.
struct CrontabEntry {
  private let start: TimerStart

  init(_ start: TimerStart) { self.start = start }

  /// The comment that the lines are found by again.
  private var mark: String { "# tenken schedule: \(start.site)" }

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
    // A person without a crontab gets status 1 and no text.
    guard let listed = SystemProgram.run(["crontab", "-l"]) else { throw .input(Wording.ScheduleCommand.noCrontab) }
    let draft = "\(SiteFolder(start.site).recordsFolder)/crontab"
    try step({ () throws(SystemError) in try SiteFolder(start.site).makeRecordsFolder() }) {
      .input(Wording.Command.cannotMake(draft, $0.description))
    }
    try OutputFile.write(added(to: listed.status == 0 ? listed.output : ""), to: draft)
    defer { unlink(draft) }
    let result = SystemProgram.run(["crontab", draft])
    guard result?.status == 0 else {
      throw .input(Wording.ScheduleCommand.programFailed("crontab", status: result?.status ?? -1))
    }
    try Terminal.out(Wording.ScheduleCommand.crontabInstalled("\(mark)\n\(line)")[language] + "\n")
  }

  private func added(to crontab: String) -> String {
    var lines = crontab.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    if let old = lines.firstIndex(of: mark) { lines.removeSubrange(old...min(old + 1, lines.count - 1)) }
    return (lines + [mark, line]).joined(separator: "\n") + "\n"
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
