import Foundation
import Testing

/// Rule 4: what is not below the site's `data/` is not read.
struct DataBoundaryTests {
  private static let secret = "name,person\n極秘の中身,\n"

  private func site() throws -> Site {
    let site = try Site.small("return tenken.fail('%s', row.name)")
    try Data(Self.secret.utf8).write(to: site.around.appending(path: "secret.csv"))
    return site
  }

  private func expectRefused(_ site: Site, _ outcome: String = "error") throws {
    let run = try site.sweep("--only", "small", "--format", "json")
    let result = try SweepDocument(run.output)
    #expect(result.checks.map(\.outcome) == [outcome])
    #expect(result.checks.first?.problem != nil)
    #expect(result.sweep.exit == 2)
    for data in [run.output, run.errors, try site.read(".tenken/history.sqlite")] {
      #expect(data.range(of: Data("極秘".utf8)) == nil)
    }
  }

  @Test func theLedgerIsReadWhereItIsAFile() throws {
    let site = try site()
    try site.write(Self.secret, to: "data/ledger.csv")
    #expect(try site.sweep("--only", "small").out.contains("極秘の中身"))
  }

  @Test func aLinkOutOfTheSiteIsNotFollowed() throws {
    let site = try site()
    try site.remove("data/ledger.csv")
    try FileManager.default.createSymbolicLink(
      at: site.folder.appending(path: "data/ledger.csv"), withDestinationURL: site.around.appending(path: "secret.csv"))
    try expectRefused(site)
  }

  @Test func aLinkedFolderIsNotEntered() throws {
    let site = try site()
    try site.addPlugin("small", "return tenken.fail('%s', row.name)", file: "inner/secret.csv")
    try FileManager.default.createSymbolicLink(
      at: site.folder.appending(path: "data/inner"), withDestinationURL: site.around)
    try expectRefused(site)
  }

  @Test func aLinkAmongTheFilesOfAPatternIsNotFollowed() throws {
    let site = try site()
    try site.addPlugin("small", "return tenken.fail('%s', row.name)", file: "*.csv")
    try FileManager.default.createSymbolicLink(
      at: site.folder.appending(path: "data/more.csv"), withDestinationURL: site.around.appending(path: "secret.csv"))
    try expectRefused(site)
  }

  @Test func aPluginThatNamesAPathOutsideIsNotLoaded() throws {
    let site = try site()
    let paths = [
      "../secret.csv", "/etc/passwd", "inner/../../secret.csv", "./../secret.csv", "..\\\\secret.csv",
      "*/../../secret.csv", "", "..",
    ]
    for (number, path) in paths.enumerated() {
      try site.addPlugin("p\(number)", "return tenken.fail('%s', row.name)", file: path)
    }
    let run = try site.sweep("--format", "json")
    let result = try SweepDocument(run.output)
    for (number, path) in paths.enumerated() {
      #expect(result[check: "p\(number)"]?.problem?.place == "plugins/p\(number)/plugin.lua:3", "\(path)")
    }
    #expect(!run.out.contains("極秘"))
    #expect(!run.out.contains("root:"))
  }

  @Test func aSettingThatNamesAPathOutsideIsRefused() throws {
    let site = try site()
    try site.write(
      "name: x\nguidelines: [mhlw-5]\nplugins:\n  small:\n    sources: {ledger: {file: ../secret.csv}}\n",
      to: "tenken.yaml")
    let run = try site.sweep("--only", "small")
    #expect(run.status == 65)
    #expect(run.err.contains("tenken.yaml:5:"))
    #expect(!run.out.contains("極秘"))
  }

  @Test func whatIsNoFileIsNotWaitedFor() throws {
    let site = try site()
    try site.remove("data/ledger.csv")
    #expect(mkfifo(site.folder.appending(path: "data/ledger.csv").path, 0o600) == 0)
    try expectRefused(site)
  }
}
