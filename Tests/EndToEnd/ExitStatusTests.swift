import Foundation
import Testing

/// The exit statuses of `tenken sweep`: 0, 1 and 2 tell the result, the others (sysexits.h) why there is none.
struct ExitStatusTests {
  @Test(arguments: [
    ("return tenken.pass()", 0), ("return tenken.notapplicable()", 0), ("return tenken.informational('x')", 0),
    ("return tenken.fail('x')", 1), ("if row.name == 'one' then return tenken.fail('x') end return tenken.pass()", 1),
    ("if row.name == 'one' then return tenken.fail('x') end error('x')", 1), ("return tenken.unknown('x')", 2),
    ("error('x')", 2),
  ])
  func aSweepEndsWithItsResult(body: String, status: Int32) throws {
    let run = try Site.small(body).sweep("--only", "small", "--format", "json")
    #expect(run.status == status)
    #expect(try SweepDocument(run.output).sweep.exit == status)
    #expect(run.err.isEmpty)
  }

  @Test(arguments: [
    ["--only", "nowhere"], ["--at", "yesterday"], ["--at", "2026-02-30"], ["--at", "2026-11-20T25:00"],
    ["--jobs", "0"], ["--jobs", "-1"],
    ["--jobs", "many"], ["--format", "docx"], ["--language", "fr"], ["--nonsense"], ["surplus"],
  ])
  func wordsThatMeanNothingAreAUsageError(words: [String]) throws {
    let site = try Site.small()
    let run = try Command.run(["sweep", "--site", site.folder.path] + words)
    #expect(run.status == 64)
    #expect(run.out.isEmpty)
    #expect(!run.err.isEmpty)
    #expect(!site.exists(".tenken/history.sqlite"))
  }

  @Test func aSiteThatIsNotThereIsABadSite() throws {
    let site = try Site.nothing()
    let run = try site.sweep()
    #expect(run.status == 65)
    #expect(run.err.contains("tenken.yaml"))
    #expect(!FileManager.default.fileExists(atPath: site.folder.path))
  }

  @Test func aResultThatCannotBeWrittenIsAnOutputErrorAndIsKept() throws {
    let site = try Site.small()
    let process = Command.process(Command.program, site.sweeping(["--only", "small"]))
    process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
    let err = Pipe()
    process.standardError = err
    try process.run()
    let message = String(decoding: err.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 74)
    #expect(message.contains("No space left on device"))
    #expect(try Command.run(["history", "show", "1", "--site", site.folder.path]).status == 0)
  }

  @Test func recordsThatCannotBeWrittenAreAnOutputError() throws {
    let site = try Site.small()
    try FileManager.default.createDirectory(
      at: site.folder.appending(path: ".tenken"), withIntermediateDirectories: true)
    func sweepReadOnly() throws -> Command.Result {
      let records = site.folder.appending(path: ".tenken").path
      chmod(records, 0o500)
      defer { chmod(records, 0o700) }
      return try withoutRootsPower(site.sweeping(["--only", "small"]))
    }
    for _ in 1...2 {
      let run = try sweepReadOnly()
      #expect(run.status == 74)
      #expect(run.out.isEmpty)
      #expect(run.err.contains(".tenken/"))
      #expect(run.err.contains("ermission"), "\(run.err)")
      // The second time with records of an earlier sweep.
      #expect(try site.sweep("--only", "small").status == 0)
    }
  }

  /// Runs the command so that permissions count, also where the tester is root: without the capability to override them.
  private func withoutRootsPower(_ arguments: [String]) throws -> Command.Result {
    guard getuid() == 0 else { return try Command.run(arguments) }
    return try Command.run(
      URL(filePath: "/usr/bin/setpriv"),
      ["--bounding-set=-dac_override,-dac_read_search", Command.program.path] + arguments)
  }

  @Test func aHistoryThatIsNoneIsAnInputErrorAndIsLeftAsItIs() throws {
    let site = try Site.small()
    try site.write("not a database, but somebody's file, which must not be lost", to: ".tenken/history.sqlite")
    let run = try site.sweep("--only", "small")
    #expect(run.status == 74)
    #expect(run.err.contains(".tenken/history.sqlite"))
    #expect(
      try site.read(".tenken/history.sqlite")
        == Data("not a database, but somebody's file, which must not be lost".utf8))
  }
}
