import Foundation
import Testing

struct SiteInitTests {
  private func make(_ words: String...) throws -> Command.Result { try Command.run(["site", "init"] + words) }

  @Test func aNewSiteCanBeSweptAtOnce() throws {
    let site = try Site.nothing()
    let made = try make(site.folder.path)
    #expect(made.status == 0)
    #expect(made.out.contains(site.folder.path))
    #expect(try site.sweep().status == 2)
  }

  @Test(arguments: [[], ["--sample"]]) func anEmptyFolderIsFilled(words: [String]) throws {
    let site = try Site.nothing()
    try FileManager.default.createDirectory(at: site.folder, withIntermediateDirectories: true)
    #expect(try Command.run(["site", "init", site.folder.path] + words).status == 0)
    #expect(site.exists("tenken.yaml"))
  }

  @Test(arguments: [[], ["--sample"]]) func aFolderWithSomethingInItIsLeftAsItIs(words: [String]) throws {
    let site = try Site.nothing()
    try site.write("mine", to: ".hidden")
    let made = try Command.run(["site", "init", site.folder.path] + words)
    #expect(made.status == 64)
    #expect(made.err.contains(site.folder.path))
    #expect(try FileManager.default.contentsOfDirectory(atPath: site.folder.path) == [".hidden"])
    #expect(try site.read(".hidden") == Data("mine".utf8))
  }

  @Test(arguments: [[], ["--sample"]]) func aFileInThePlaceOfTheFolderIsLeftAsItIs(words: [String]) throws {
    let site = try Site.nothing()
    try Data("mine".utf8).write(to: site.folder)
    let made = try Command.run(["site", "init", site.folder.path] + words)
    #expect([64, 74].contains(made.status))
    #expect(try Data(contentsOf: site.folder) == Data("mine".utf8))
    // Nor can anything be made below it, and the system's own words say why.
    let below = try Command.run(["site", "init", site.folder.path + "/below"] + words)
    #expect(below.status == 74 && below.err.contains("Not a directory"), "\(below.err)")
    #expect(!below.err.contains("NSCocoa"))
  }

  @Test func aLinkToAnEmptyFolderStaysALink() throws {
    let site = try Site.nothing()
    let real = site.around.appending(path: "real")
    try FileManager.default.createDirectory(at: real, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(at: site.folder, withDestinationURL: real)
    #expect(try make("--sample", site.folder.path).status == 0)
    #expect(FileManager.default.fileExists(atPath: real.appending(path: "tenken.yaml").path))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: site.folder.path) == real.path)
  }
}
