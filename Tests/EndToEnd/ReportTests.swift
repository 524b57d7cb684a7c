import Foundation
import Testing

/// The reports of stored sweeps: where they go, and that they are those of the sweep itself.
struct ReportTests {
  private static let formats = [
    "text", "json", "html", "markdown", "csv", "xlsx", "junit", "sarif", "oscal", "prometheus",
  ]

  private func report(_ site: Site, _ arguments: String..., environment: [String: String] = [:]) throws
    -> Command.Result
  {
    try Command.run(["report", "--site", site.folder.path] + arguments, environment: environment)
  }

  private func files(in folder: URL) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return Dictionary(
      uniqueKeysWithValues: try names.map { ($0, try Data(contentsOf: folder.appending(path: $0))) })
  }

  @Test func aStoredSweepIsReportedAsTheSweepItselfDid() throws {
    let site = try Site.sample()
    let (then, now) = (site.around.appending(path: "then"), site.around.appending(path: "now"))
    let swept = try Command.run(site.sweeping(["--output", then.path, "--format"] + Self.formats))
    #expect(swept.status == 1)
    // A later sweep must not show in the report of the earlier one.
    #expect(try site.sweep("--only", "wireless-lan").status == 1)
    let again = try Command.run(
      ["report", "--site", site.folder.path, "--sweep", "1", "--output", now.path, "--format"] + Self.formats)
    #expect(again.status == 0)
    let written = try files(in: then)
    #expect(written.count == Self.formats.count)
    #expect(try files(in: now) == written)
    for name in written.keys {
      #expect(swept.out.contains("\(then.path)/\(name)"))
      #expect(again.out.contains("\(now.path)/\(name)"))
    }
    let shown = try report(site, "--sweep", "1", "--format", "json")
    #expect(shown.output == written["sweep.json"])
  }

  @Test func theSiteSaysTheLanguageOfReportsToo() throws {
    let site = try Site.small("return tenken.fail { ja = '不備', en = 'fault' }")
    try site.write("name: {ja: 小病院, en: Small}\nguidelines: [mhlw-5]\nlanguage: ja\n", to: "tenken.yaml")
    let swept = try site.sweep("--only", "small", "--format", "csv")
    #expect(swept.out.contains("不備"))
    #expect(try report(site, "--format", "csv").output == swept.output)
    // Settings that were broken since do not keep anybody from the report.
    try site.write("name: [", to: "tenken.yaml")
    #expect(try report(site, "--format", "csv", environment: ["LC_ALL": "ja_JP.UTF-8"]).output == swept.output)
  }

  @Test func theNameOfTheFileTellsTheFormat() throws {
    let site = try Site.small()
    let file = site.around.appending(path: "report.md")
    #expect(try site.sweep("--only", "small", "--output", file.path).status == 0)
    #expect(try String(contentsOf: file, encoding: .utf8).hasPrefix("# Small"))
    #expect(try report(site, "--format", "csv", "--output", file.path).status == 0)
    #expect(try Data(contentsOf: file).starts(with: [0xEF, 0xBB, 0xBF]))
  }

  @Test func whatIsNoFileIsNotReplaced() throws {
    let site = try Site.small()
    #expect(try site.sweep("--only", "small").status == 0)
    let pipe = site.around.appending(path: "pipe.csv").path
    try #require(mkfifo(pipe, 0o600) == 0)
    let link = site.around.appending(path: "link.csv").path
    try #require(symlink(pipe, link) == 0)
    for path in [pipe, link] {
      let run = try report(site, "--output", path)
      #expect(run.status == 74 && run.err.contains("\(path) is no regular file, so it is not replaced."), "\(run.err)")
    }
    var status = stat()
    #expect(lstat(pipe, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
    #expect(lstat(link, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
  }

  @Test func severalFormatsNeedAFolder() throws {
    let site = try Site.small()
    let run = try site.sweep("--only", "small", "--format", "json", "csv")
    #expect(run.status == 64)
    #expect(run.err.contains("--output"))
    // Nothing was swept for reports that cannot be written.
    #expect(!site.exists(".tenken/history.sqlite"))
    try site.write("", to: "file")
    let blocked = try site.sweep(
      "--only", "small", "--format", "json", "csv", "--output", site.folder.appending(path: "file").path)
    #expect(blocked.status == 74)
  }

  @Test func theEvidenceBookAndTheWorkSheetAreDocuments() throws {
    let site = try Site.small("return tenken.fail('x')")
    let folder = site.around.appending(path: "documents")
    // The work sheet needs no sweep, the evidence book does.
    let sheet = try report(site, "--document", "service-agreement", "--format", "csv", "--language", "ja")
    #expect(sheet.status == 0)
    #expect(sheet.out.contains("医療機関等と合意する") && !sheet.out.contains("充足状況は"))
    #expect(try report(site, "--document", "evidence-book").status == 74)
    #expect(try site.sweep("--only", "small").status == 1)
    for document in ["evidence-book", "service-agreement"] {
      let run = try report(
        site, "--document", document, "--format", "html", "xlsx", "markdown", "csv", "--output", folder.path)
      #expect(run.status == 0, "\(run.err)")
      for ending in ["html", "xlsx", "md", "csv"] {
        #expect(run.out.contains("\(folder.path)/\(document).\(ending)"))
      }
    }
    let written = try files(in: folder)
    #expect(written.count == 8)
    #expect(written["evidence-book.xlsx"]?.starts(with: Data("PK".utf8)) == true)
    #expect(written["evidence-book.md"].map { String(decoding: $0, as: UTF8.self) }?.contains("small/check") == true)
    let impossible = try report(site, "--document", "evidence-book", "--format", "sarif")
    #expect(impossible.status == 64)
    #expect(impossible.err.contains("sarif") && impossible.err.contains("xlsx"))
  }

  @Test func anUnknownSweepIsSaid() throws {
    let site = try Site.small()
    #expect(try report(site).status == 74)
    #expect(try site.sweep("--only", "small").status == 0)
    let run = try report(site, "--sweep", "7")
    #expect(run.status == 64)
    #expect(run.err.contains("7") && run.err.contains("newest is 1"))
    #expect(run.out.isEmpty)
  }
}
