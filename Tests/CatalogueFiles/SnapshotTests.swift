import Compliance
import Foundation
import Frames
import Glibc
import Testing

@testable import CatalogueFiles

/// Catalogues that are taken from snapshots: never another than the files say, and never one that somebody else wrote.
struct SnapshotTests {
  private let folder: TemporaryFolder
  private var catalogue: String { "\(folder.path)/catalogue" }
  private var cache: String { "\(folder.path)/cache/tenken" }

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.copyItem(atPath: fixtures("valid"), toPath: "\(folder.path)/catalogue")
    try FileManager.default.copyItem(atPath: fixtures("site"), toPath: "\(folder.path)/site")
  }

  private func read(site: Bool = false, program: String = "1") throws -> Catalogue {
    try CatalogueReader.read(
      folder: catalogue, siteFolder: site ? "\(folder.path)/site" : nil,
      snapshots: Snapshots(folder: cache, program: program)
    )
  }

  /// What the files say.
  private func truth(site: Bool = false) throws -> [UInt8] {
    let base = try CatalogueReader.read(folder: catalogue)
    return try (site ? CatalogueReader.read(folder: "\(folder.path)/site", extending: base) : base).frame
  }

  private func snapshots() throws -> [String] {
    guard FileManager.default.fileExists(atPath: cache) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: cache).sorted()
  }

  private func onlySnapshot() throws -> String {
    let names = try snapshots()
    return "\(cache)/\(try #require(names.count == 1 ? names.first : nil))"
  }

  /// Puts a catalogue without requirements in the place of the snapshot, which shows when a snapshot is taken.
  private func plant(site: Bool = false, program: String = "1") throws {
    var images = [(catalogue, FolderImage(path: catalogue, shownBelow: ""))]
    if site { images.append(("\(folder.path)/site", FolderImage(path: "\(folder.path)/site", shownBelow: ""))) }
    Snapshots(folder: cache, program: program).snapshot(of: images.map { (path: $0.0, image: $0.1) })
      .store(Catalogue.empty)
  }

  private func mode(_ path: String) throws -> mode_t {
    var status = stat()
    try #require(lstat(path, &status) == 0)
    return status.st_mode & 0o7777
  }

  // MARK: - What is taken

  @Test(arguments: [false, true]) func `what was read once is taken from its snapshot`(site: Bool) throws {
    let truth = try truth(site: site)
    #expect(try read(site: site).frame == truth)
    #expect(try snapshots().count == 1)
    #expect(try read(site: site).frame == truth)
    try plant(site: site)
    #expect(try read(site: site).requirements.isEmpty)
  }

  @Test func `only this user can read what is kept`() throws {
    _ = try read()
    #expect(try mode("\(folder.path)/cache") == 0o700)
    #expect(try mode(cache) == 0o700)
    #expect(try mode(onlySnapshot()) == 0o600)
  }

  // MARK: - What changes

  @Test func `a byte in a file is seen, although size and time stay as they are`() throws {
    let file = "\(catalogue)/mhlw-5/6.5.yaml"
    let before = try FileManager.default.attributesOfItem(atPath: file)
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let words = try #require(try read().requirements.map(\.title.en).first { text.contains($0) })
    try plant()
    #expect(try read().requirements.isEmpty)
    let changed = text.replacing(words, with: words.dropLast() + (words.last == "x" ? "y" : "x"))
    try #require(changed.utf8.count == text.utf8.count && changed != text)
    try Data(changed.utf8).write(to: URL(filePath: file))
    try FileManager.default.setAttributes([.modificationDate: before[.modificationDate] as Any], ofItemAtPath: file)
    #expect(try truth() == read().frame)
    #expect(try snapshots().count == 1)
  }

  @Test func `files that come and go are seen`() throws {
    try plant()
    let stray = "\(catalogue)/stray.yaml"
    try Data().write(to: URL(filePath: stray))
    #expect(throws: Problems.self) { try read() }
    try FileManager.default.removeItem(atPath: stray)
    try plant()
    try FileManager.default.removeItem(atPath: "\(catalogue)/errata.yaml")
    #expect(try read().requirements.count > 0)
    try plant()
    try FileManager.default.createDirectory(atPath: "\(catalogue)/mhlw-6", withIntermediateDirectories: false)
    #expect(try read().requirements.count > 0)
  }

  @Test func `a file of the site is seen, and one of the catalogue below it`() throws {
    try plant(site: true)
    for path in ["site/local/network.yaml", "catalogue/mhlw-5/6.9.yaml"] {
      #expect(try read(site: true).requirements.isEmpty)
      let file = URL(filePath: "\(folder.path)/\(path)")
      try (Data(contentsOf: file) + Data("# \n".utf8)).write(to: file)
      #expect(try read(site: true).requirements.count > 0)
      try plant(site: true)
    }
  }

  @Test func `another program reads the files itself`() throws {
    try plant(program: "1")
    #expect(try read(program: "2").frame == truth())
  }

  @Test func `two states of a folder that differ in where names end are told apart`() throws {
    func key(_ names: [String]) throws -> [UInt8] {
      let other = try TemporaryFolder()
      for name in names { try other.write(name, "") }
      let image = FolderImage(path: other.path, shownBelow: "")
      return Snapshots(folder: cache, program: "1").snapshot(of: [(path: other.path, image: image)]).key
    }
    #expect(try key(["a.yaml", "b.yaml"]) == key(["a.yaml", "b.yaml"]))
    #expect(try key(["a.yaml", "b.yaml"]) != key(["a.yamlb.yaml"]))
    #expect(try key(["a/b.yaml"]) != key(["a-b.yaml"]))
    #expect(try key([]) != key(["documents.yaml"]))
  }

  @Test func `another value is taken only for its own name and its own key`() throws {
    let text = LocalizedText(ja: "点検", en: "check")
    let snapshots = Snapshots(folder: cache, program: "1")
    func value(_ kind: String, _ folders: [String], _ key: [String]) -> LocalizedText? {
      snapshots.snapshot(kind, of: folders, key: key).value()
    }
    snapshots.snapshot("checks", of: ["/a", "/b"], key: ["1", "2"]).store(text)
    #expect(value("checks", ["/a", "/b"], ["1", "2"]) == text)
    #expect(value("checks", ["/a", "/b"], ["12"]) == nil)
    #expect(value("checks", ["/a", "/b"], ["2", "1"]) == nil)
    #expect(value("checks", ["/a/b"], ["1", "2"]) == nil)
    #expect(value("others", ["/a", "/b"], ["1", "2"]) == nil)
    // A catalogue is not a text, even where the key is right.
    #expect(snapshots.snapshot("checks", of: ["/a", "/b"], key: ["1", "2"]).value(Catalogue.self) == nil)
  }

  // MARK: - What is not kept

  @Test func `a catalogue in which something is wrong is not kept`() throws {
    try Data("guideline: mhlw-5\n".utf8).write(to: URL(filePath: "\(catalogue)/mhlw-5/6.5.yaml"))
    for _ in 1...2 { #expect(throws: Problems.self) { try read() } }
    #expect(try snapshots() == [])
  }

  @Test func `the problems are those of reading the files`() throws {
    for name in ["wrong-types", "stray-files", "empty-folder", "no-documents", "broken-notation"] {
      let folder = fixtures("invalid/\(name)")
      let expected = try #require(throws: Problems.self) { try CatalogueReader.read(folder: folder) }
      let problems = try #require(throws: Problems.self) {
        try CatalogueReader.read(
          folder: folder, siteFolder: nil, snapshots: Snapshots(folder: cache, program: "1"))
      }
      #expect(problems.all == expected.all)
    }
  }

  @Test func `where nothing can be kept, the files are read`() throws {
    try folder.write("file", "")
    for path in ["\(folder.path)/file/tenken", "/proc/tenken", "\(folder.path)/not/there/at/all", "", "relative"] {
      let snapshots = Snapshots(folder: path, program: "1")
      let read = try CatalogueReader.read(folder: catalogue, siteFolder: nil, snapshots: snapshots)
      #expect(try read.frame == truth())
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["catalogue", "file", "site"])
    #expect(!FileManager.default.fileExists(atPath: "relative"))
  }

  // MARK: - What is not trusted

  @Test func `a snapshot that was cut or changed anywhere is not taken`() throws {
    let truth = try read().frame
    let path = try onlySnapshot()
    let whole = [UInt8](try Data(contentsOf: URL(filePath: path)))
    let snapshot = Snapshots(folder: cache, program: "1")
      .snapshot(of: [(path: catalogue, image: FolderImage(path: catalogue, shownBelow: ""))])
    func isTaken(_ bytes: [UInt8]) throws -> Bool {
      try Data(bytes).write(to: URL(filePath: path))
      chmod(path, 0o600)
      return snapshot.value(Catalogue.self) != nil
    }
    #expect(try isTaken(whole))
    for length in stride(from: 0, to: whole.count, by: 61) { #expect(try !isTaken(Array(whole[..<length]))) }
    #expect(try !isTaken(whole + [0]))
    for position in Array(0..<70) + Array(stride(from: 70, to: whole.count, by: 53)) {
      var bytes = whole
      bytes[position] ^= 1
      #expect(try !isTaken(bytes), "byte \(position)")
    }
    #expect(try read().frame == truth)
    #expect(try [UInt8](Data(contentsOf: URL(filePath: path))) == whole)
  }

  @Test(arguments: [0o620, 0o602, 0o666] as [mode_t])
  func `a snapshot that others may write is not taken, and replaced`(mode: mode_t) throws {
    try plant()
    chmod(try onlySnapshot(), mode)
    #expect(try read().frame == truth())
    #expect(try self.mode(onlySnapshot()) == 0o600)
  }

  @Test(arguments: [0o770, 0o707, 0o1777] as [mode_t])
  func `nothing is taken from a folder that others may write, nor put there`(mode: mode_t) throws {
    try plant()
    chmod(cache, mode)
    #expect(try read().frame == truth())
    chmod(cache, 0o700)
    #expect(try read().requirements.isEmpty)
  }

  @Test func `what others own is not taken`() throws {
    // Only root can give a file away; elsewhere there is nothing to see.
    guard geteuid() == 0 else { return }
    try plant()
    let path = try onlySnapshot()
    try #require(chown(path, 12_345, 12_345) == 0)
    #expect(try read().frame == truth())
    try plant()
    try #require(chown(cache, 12_345, 12_345) == 0)
    #expect(try read().frame == truth())
    try #require(chown("\(folder.path)/cache", 12_345, 12_345) == 0)
    try FileManager.default.removeItem(atPath: cache)
    #expect(try read().frame == truth())
    #expect(!FileManager.default.fileExists(atPath: cache))
  }

  @Test func `links are not followed, and a pipe does not hold anybody`() throws {
    try plant()
    let path = try onlySnapshot()
    try FileManager.default.moveItem(atPath: path, toPath: "\(folder.path)/elsewhere")
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "\(folder.path)/elsewhere")
    #expect(try read().frame == truth())
    try FileManager.default.removeItem(atPath: path)
    try #require(mkfifo(path, 0o600) == 0)
    #expect(try read().frame == truth())

    try plant()
    try FileManager.default.moveItem(atPath: cache, toPath: "\(folder.path)/moved")
    try FileManager.default.createSymbolicLink(atPath: cache, withDestinationPath: "\(folder.path)/moved")
    #expect(try read().frame == truth())
  }

  @Test func `a draft of a process that died is in nobody's way`() throws {
    _ = try read()
    let path = try onlySnapshot()
    let draft = "\(cache)/.\(URL(filePath: path).lastPathComponent).\(getpid())"
    try FileManager.default.moveItem(atPath: path, toPath: draft)
    _ = try read()
    #expect(try onlySnapshot() == path)
  }
}
