import Foundation
import Testing

/// `schedule show` and `schedule install`, with programs of the tests' own in place of crontab and systemctl.
struct ScheduleTests {
  private func schedule(_ site: Site, _ arguments: String..., path: String? = nil) throws -> Command.Result {
    try Command.run(
      ["schedule"] + arguments + ["--site", site.folder.path],
      environment: path.map { ["PATH": "\($0):/usr/bin:/bin", "HOME": site.around.path] } ?? [:])
  }

  /// A folder with a program `crontab` that keeps its table in a file beside it.
  private func fakeCrontab(_ site: Site, _ table: String?) throws -> (folder: String, table: URL) {
    let folder = site.around.appending(path: "bin")
    let file = site.around.appending(path: "table")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    if let table { try Data(table.utf8).write(to: file) }
    let script = """
      #!/bin/sh
      if [ "$1" = -l ]; then [ -e '\(file.path)' ] || { echo "no crontab for nobody" >&2; exit 1; }; cat '\(file.path)'
      else cp "$1" '\(file.path)'; fi
      """
    let program = folder.appending(path: "crontab")
    try Data(script.utf8).write(to: program)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
    return (folder.path, file)
  }

  @Test func showsTheNextRunsAndEachCheck() throws {
    let site = try Site.small()
    _ = try site.sweep()
    let shown = try schedule(site, "show", "--at", "2026-11-20T10:00", "--next", "3")
    #expect(shown.status == 0, "\(shown.err)")
    let lines = shown.out.split(separator: "\n")
    #expect(lines.filter { $0.contains("2026-11-21 00:") && $0.contains("Sat") }.count == 1)
    #expect(lines.contains { $0.contains("Mon (Labour Thanksgiving Day)") })
    #expect(lines.contains { $0.contains("last 2026-11-20 09:00  every day") })
    #expect(lines.contains { $0.contains("small/check") })
    let json = try schedule(site, "show", "--at", "2026-11-20T10:00", "--next", "40", "--format", "json")
    let document = try #require(try JSONSerialization.jsonObject(with: json.output) as? [String: Any])
    #expect(document["schema"] as? String == "tenken.schedule/1")
    #expect((document["runs"] as? [Any])?.count == 40)
    #expect(try schedule(site, "show", "--next", "0").status == 64)
  }

  @Test func aSiteThatNeverRanIsDueAtOnce() throws {
    let site = try Site.small()
    let shown = try schedule(site, "show", "--at", "2026-11-20T10:00", "--next", "1")
    #expect(shown.out.contains("2026-11-20 10:00 Fri"))
    #expect(shown.out.contains("not run yet"))
    #expect(!site.exists(".tenken"))
  }

  @Test func aCrontabKeepsItsOtherLinesAndGetsOursOnce() throws {
    let site = try Site.small()
    let cron = try fakeCrontab(site, "MAILTO=it@example.jp\n0 1 * * * backup\n")
    for _ in 1...2 {
      let run = try schedule(site, "install", "--crontab", path: cron.folder)
      #expect(run.status == 0, "\(run.err)")
      #expect(run.out.contains("tenken schedule remove --site \(site.folder.path)"))
    }
    let lines = try String(contentsOf: cron.table, encoding: .utf8).split(separator: "\n").map(String.init)
    #expect(lines.prefix(2) == ["MAILTO=it@example.jp", "0 1 * * * backup"])
    try #require(lines.count == 4)
    #expect(lines[2] == "# tenken schedule: \(site.folder.path)")
    let words = lines[3].split(separator: " ").map(String.init)
    let minutes = words[0].split(separator: ",").compactMap { Int($0) }
    #expect(minutes.count == 4 && minutes[1] - minutes[0] == 15 && minutes[0] < 15)
    #expect(words[1...4] == ["*", "*", "*", "*"])
    #expect(words[6...].contains("--due") && words.last == site.folder.path)
    #expect(!site.exists(".tenken/crontab"))
    // The line is one that a shell runs.
    let line = Array(words[5...]).joined(separator: " ")
    let run = try Command.run(URL(filePath: "/bin/sh"), ["-c", "\(line) --at 2026-11-20T09:00"])
    #expect((0...2).contains(run.status), "\(run.err)")
    #expect(site.exists(".tenken/history.sqlite"))
  }

  @Test func aPersonWithoutACrontabGetsOne() throws {
    let site = try Site.small()
    let cron = try fakeCrontab(site, nil)
    #expect(
      try schedule(site, "install", "--crontab", "--dry-run", path: cron.folder).out.contains("# tenken schedule: "))
    #expect(!FileManager.default.fileExists(atPath: cron.table.path))
    #expect(try schedule(site, "install", "--crontab", path: cron.folder).status == 0)
    #expect(try String(contentsOf: cron.table, encoding: .utf8).split(separator: "\n").count == 2)
  }

  @Test func unitsAreWrittenIntoTheFolderThatIsNamed() throws {
    let site = try Site.small()
    let units = site.around.appending(path: "units").path
    try FileManager.default.createDirectory(atPath: units, withIntermediateDirectories: true)
    let dry = try schedule(site, "install", "--unit-folder", units, "--dry-run")
    #expect(dry.status == 0 && dry.out.contains("OnCalendar="))
    #expect(try FileManager.default.contentsOfDirectory(atPath: units) == [])
    let run = try schedule(site, "install", "--unit-folder", units)
    #expect(run.status == 0, "\(run.err)")
    let names = try FileManager.default.contentsOfDirectory(atPath: units).sorted()
    #expect(names.count == 2 && names[0].hasPrefix("tenken-site-") && names[0].hasSuffix(".service"))
    #expect(
      run.out.contains("systemctl enable --now \(names[1])")
        && run.out.contains("tenken schedule remove --site \(site.folder.path) --unit-folder \(units)"))
    let service = try String(contentsOfFile: "\(units)/\(names[0])", encoding: .utf8)
    #expect(service.contains("ExecStart=\"\(Command.program.path)\" \"sweep\" \"--due\""))
    #expect(service.contains("\"\(site.folder.path)\""))
    let timer = try String(contentsOfFile: "\(units)/\(names[1])", encoding: .utf8)
    #expect(timer.contains("Persistent=true") && timer.contains("/15:00"))
    // Again: the same files.
    _ = try schedule(site, "install", "--unit-folder", units)
    #expect(try FileManager.default.contentsOfDirectory(atPath: units).sorted() == names)
  }

  @Test func whatWasInstalledIsTakenAwayAgain() throws {
    let site = try Site.small()
    let cron = try fakeCrontab(site, "MAILTO=it@example.jp\n0 1 * * * backup\n")
    #expect(try schedule(site, "install", "--crontab", path: cron.folder).status == 0)
    let installed = try Data(contentsOf: cron.table)
    let dry = try schedule(site, "remove", "--dry-run", path: cron.folder)
    #expect(dry.status == 0 && dry.out.contains("would be removed") && dry.out.contains("--due"))
    #expect(try Data(contentsOf: cron.table) == installed)
    let run = try schedule(site, "remove", path: cron.folder)
    #expect(run.status == 0, "\(run.err)")
    #expect(run.out.contains("Removed from your crontab:") && run.out.contains("--due"))
    #expect(try String(contentsOf: cron.table, encoding: .utf8) == "MAILTO=it@example.jp\n0 1 * * * backup\n")
    let again = try schedule(site, "remove", path: cron.folder)
    #expect(again.status == 0 && again.out.contains("No timer and no crontab line is installed for"))
  }

  @Test func unitsAreTakenAwayAlsoWhenTheSiteIsGone() throws {
    let site = try Site.small()
    let units = site.around.appending(path: "units").path
    try FileManager.default.createDirectory(atPath: units, withIntermediateDirectories: true)
    try Data("[Unit]\n".utf8).write(to: URL(filePath: "\(units)/other.service"))
    #expect(try schedule(site, "install", "--unit-folder", units).status == 0)
    try FileManager.default.removeItem(at: site.folder)
    let run = try schedule(site, "remove", "--unit-folder", units)
    #expect(run.status == 0, "\(run.err)")
    #expect(run.out.contains(".service") && run.out.contains(".timer"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: units) == ["other.service"])
  }

  @Test func whatCannotBeInstalledIsToldAndLeavesNothing() throws {
    let site = try Site.small()
    let absent = try schedule(site, "install", "--unit-folder", site.around.path + "/absent")
    #expect(absent.status == 74 && absent.err.contains("/absent/"))
    #expect(try schedule(site, "install", "--crontab", "--systemd").status == 64)
    #expect(try schedule(site, "install", "--crontab", "--user").status == 64)
    let empty = site.around.appending(path: "empty").path
    try FileManager.default.createDirectory(atPath: empty, withIntermediateDirectories: true)
    let none = try Command.run(
      ["schedule", "install", "--crontab", "--site", site.folder.path], environment: ["PATH": empty])
    #expect(none.status == 74 && none.err.contains("apt install cron"))
  }
}
