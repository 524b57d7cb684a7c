import Foundation
import Testing

/// A history that cannot be written, or not even read: a clear error, and what was stored stays as it was.
struct UnusableHistoryTests {
  /// Whether this process may make a file system of its own (as root, or where people may have namespaces).
  private static let mayMount = (try? Command.run(URL(filePath: "/usr/bin/unshare"), ["-rm", "true"]).status) == 0

  @Test(.enabled(if: mayMount)) func aFullDiskIsToldAndHarmsNothing() throws {
    let site = try Site.sample()
    #expect(try site.sweep().status == 1)
    let records = site.folder.appending(path: ".tenken").path
    let kept = site.around.appending(path: "kept").path
    let show = ["history", "show", "--site", site.folder.path, "--format", "json", "1"]
    let before = try Command.run(show)
    let program = Command.program.path
    let sweep = site.sweeping().map { "'\($0)'" }.joined(separator: " ")
    let shown = show.map { "'\($0)'" }.joined(separator: " ")
    // A file system that holds the history, and a few pages more.
    let script = """
      set -e
      cp -a '\(records)' '\(kept)'
      size=$(($(du -sk '\(kept)' | cut -f1) + 24))
      mount -t tmpfs -o size=${size}k tmpfs '\(records)'
      cp -a '\(kept)/.' '\(records)'
      set +e
      '\(program)' \(sweep) >/dev/null 2>'\(site.around.path)/errors'
      echo $? >'\(site.around.path)/status'
      '\(program)' \(shown)
      """
    let run = try Command.run(URL(filePath: "/usr/bin/unshare"), ["-rm", "sh", "-c", script])
    let status = try String(contentsOf: site.around.appending(path: "status"), encoding: .utf8)
    let errors = try String(contentsOf: site.around.appending(path: "errors"), encoding: .utf8)
    #expect(status == "74\n", "\(run.err)")
    #expect(errors.contains("because the disk is full"), "\(errors)")
    #expect(run.output == before.output)
    // Outside, on the real disk, everything is as before.
    #expect(try site.sweep().status == 1)
  }

  @Test(.enabled(if: mayMount)) func aReadOnlyFileSystemIsToldAndWhatIsThereCanBeRead() throws {
    let site = try Site.small()
    #expect(try site.sweep("--only", "small").status == 0)
    let records = site.folder.appending(path: ".tenken").path
    let sweep = site.sweeping(["--only", "small"]).map { "'\($0)'" }.joined(separator: " ")
    let script = """
      mount --bind '\(records)' '\(records)' && mount -o remount,bind,ro '\(records)' || exit 99
      '\(Command.program.path)' \(sweep) || exit $?
      """
    let run = try Command.run(URL(filePath: "/usr/bin/unshare"), ["-rm", "sh", "-c", script])
    #expect(run.status == 74, "\(run.err)")
    #expect(run.err.contains("Read-only file system"), "\(run.err)")
    let due = """
      mount --bind '\(records)' '\(records)' && mount -o remount,bind,ro '\(records)' || exit 99
      '\(Command.program.path)' \(sweep) --due
      """
    // Nothing is due, so nothing needs to be written.
    #expect(try Command.run(URL(filePath: "/usr/bin/unshare"), ["-rm", "sh", "-c", due]).status == 0)
  }

  @Test(arguments: [[], ["--due"]]) func aDamagedHistoryIsToldAndLeftAlone(arguments: [String]) throws {
    let site = try Site.small()
    #expect(try site.sweep("--only", "small").status == 0)
    var bytes = try site.read(".tenken/history.sqlite")
    // The first page names the tables; without it nothing can be read.
    bytes.replaceSubrange(100..<4096, with: Data(repeating: 0x55, count: 3996))
    try site.write(bytes, to: ".tenken/history.sqlite")
    let run = try Command.run(site.sweeping(["--only", "small"] + arguments))
    #expect(run.status == 74)
    #expect(run.err.contains("history.sqlite") && run.err.contains("damaged"), "\(run.err)")
    #expect(try site.read(".tenken/history.sqlite") == bytes)
  }
}
