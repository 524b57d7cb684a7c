import Compliance
import Glibc
import Testing

@testable import Checks

@Suite struct PluginFolderTests {
  private func read(_ folder: TemporaryFolder) throws -> Result<PluginFiles, PluginProblem> {
    PluginFolder.read(try trialID(), at: folder.path, shownAs: "plugins/trial")
  }

  private func told(_ folder: TemporaryFolder) throws -> [String] {
    switch try read(folder) {
    case .success: []
    case .failure(let problem): problem.problems.map { $0.line(in: .en) }
    }
  }

  @Test func `code is the Lua files, and nothing of tests, fixtures, templates and hidden folders`() throws {
    let folder = try TemporaryFolder()
    for name in [
      "plugin.lua", "one.lua", "deep/er/two.lua", "deep/tests/three.lua", "README.md", "tests/a.lua", "fixtures/b.lua",
      "templates/c.lua", ".git/d.lua", "x.csv",
    ] {
      try folder.write("-- \(name)", to: name)
    }
    let files = try read(folder).get()
    #expect(files.files.keys.sorted() == ["deep/er/two.lua", "deep/tests/three.lua", "one.lua", "plugin.lua"])
    #expect(files.files["one.lua"] == Array("-- one.lua".utf8))
    #expect(files.folder == "plugins/trial")
  }

  @Test func `the hash changes with a name, with a byte and with where a file ends, and with nothing else`() throws {
    let base = ["plugin.lua": "return 1", "m.lua": "x"]
    let hash = { (files: [String: String]) in PluginFolder.fingerprint(of: files.mapValues { Array($0.utf8) }) }
    let others = [
      ["plugin.lua": "return 2", "m.lua": "x"], ["plugin.lua": "return 1", "n.lua": "x"], ["plugin.lua": "return 1"],
      ["plugin.lua": "return 1x", "m.lua": ""], ["plugin.lua": "return 1", "m.lua": "x", "z.lua": ""], [:],
    ]
    #expect(Set(([base] + others).map(hash)).count == others.count + 1)
    #expect(
      hash(base) == hash(base) && hash(base).count == 64 && hash(base).allSatisfy { "0123456789abcdef".contains($0) })
    let folder = try TemporaryFolder()
    for (name, text) in base { try folder.write(text, to: name) }
    #expect(try read(folder).get().sha256 == hash(base))
    try folder.write("anything", to: "tests/t.lua")
    #expect(try read(folder).get().sha256 == hash(base))
  }

  @Test func `a symbolic link is refused`() throws {
    let folder = try TemporaryFolder()
    try folder.write("return 1", to: "plugin.lua")
    try folder.write("return 2", to: "fixtures/outside.lua")
    try folder.link("link.lua", to: "\(folder.path)/fixtures/outside.lua")
    try folder.link("passwd.lua", to: "/etc/passwd")
    #expect(
      try told(folder) == [
        "plugins/trial/link.lua: Symbolic links are not followed. Put the file itself here.",
        "plugins/trial/passwd.lua: Symbolic links are not followed. Put the file itself here.",
      ])
    let main = try TemporaryFolder()
    try main.link("plugin.lua", to: "/nowhere")
    #expect(try told(main) == ["plugins/trial/plugin.lua: Symbolic links are not followed. Put the file itself here."])
  }

  @Test func `a folder behind a link holds no code`() throws {
    let folder = try TemporaryFolder()
    try folder.write("return 1", to: "plugin.lua")
    try folder.write("return 2", to: "fixtures/m.lua")
    try folder.link("sub", to: "\(folder.path)/fixtures")
    #expect(try read(folder).get().files.keys.sorted() == ["plugin.lua"])
  }

  @Test func `a plugin of sixteen megabytes is taken, one byte more is not`() throws {
    let folder = try TemporaryFolder()
    try folder.write([UInt8](repeating: 0x20, count: PluginFolder.largestPlugin - 5), to: "a.lua")
    try folder.write("-----", to: "plugin.lua")
    #expect(try told(folder) == [])
    try folder.write("------", to: "plugin.lua")
    #expect(try told(folder) == ["plugins/trial/plugin.lua: The plugin's Lua files are larger than 16384 KiB in all."])
  }

  @Test func `a path that Lua would cut is refused`() throws {
    let folder = try TemporaryFolder()
    try folder.write("return 1", to: "plugin.lua")
    let longest = "sub/" + String(repeating: "x", count: 48) + ".lua"
    #expect(longest.utf8.count == 56)
    try folder.write("return 1", to: longest)
    #expect(try told(folder) == [])
    try folder.write("return 1", to: "y" + longest)
    #expect(
      try told(folder) == ["plugins/trial/y\(longest): The path is too long (at most 56 bytes within the plugin)."])
  }

  @Test func `a folder without a main file is told, when it is asked for`() throws {
    #expect(
      try told(try TemporaryFolder()) == [
        "plugins/trial/plugin.lua: The file cannot be read. Check that it may be read."
      ])
  }

  @Test func `a folder of plugins is read in order, and a bad one does not hide the others`() throws {
    let folder = try TemporaryFolder()
    for name in ["wireless-lan", "a1", "Bad_Name"] { try folder.write("return 1", to: "\(name)/plugin.lua") }
    try folder.write("# notes", to: "notes/README.md")
    try folder.write("x", to: "README.md")
    try folder.makeFolder("dangling")
    try folder.link("dangling/plugin.lua", to: "/nowhere")
    let results = PluginFolder.readAll(in: folder.path, shownAs: "plugins")
    let lines = results.map { result in
      switch result {
      case .success(let files): files.folder
      case .failure(let problem): problem.problems.map { $0.line(in: .en) }.joined()
      }
    }
    #expect(
      lines == [
        "plugins/Bad_Name/plugin.lua: The plugin folder 'Bad_Name' cannot be used. Name it with lower-case words joined by hyphens, such as wireless-lan.",
        "plugins/a1", "plugins/dangling/plugin.lua: Symbolic links are not followed. Put the file itself here.",
        "plugins/wireless-lan",
      ])
    #expect(PluginFolder.readAll(in: "\(folder.path)/missing", shownAs: "x").isEmpty)
  }

  @Test func `what cannot be read as plugins is told, and not taken for none`() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "file")
    try folder.link("dangling", to: "/nowhere")
    try folder.link("linked", to: "\(folder.path)/plugins")
    try folder.write("return 1", to: "plugins/good/plugin.lua")
    try folder.link("plugins/gone", to: "/nowhere")
    try makeFolder(in: "\(folder.path)/plugins/", bytes: [0x62, 0xFF])
    func told(_ name: String) -> [String] {
      PluginFolder.readAll(in: "\(folder.path)/\(name)", shownAs: name).map { result in
        switch result {
        case .success(let files): files.folder
        case .failure(let problem): problem.problems.map { $0.line(in: .en) }.joined(separator: "\n")
        }
      }
    }
    #expect(told("file").count == 1 && told("file")[0].hasPrefix("file: "))
    #expect(told("dangling").count == 1 && told("dangling")[0].hasPrefix("dangling: "))
    #expect(told("missing").isEmpty)
    for name in ["plugins", "linked"] {
      let lines = told(name)
      #expect(lines.count == 3 && lines.contains("\(name)/good"), "\(lines)")
      #expect(
        lines.contains { $0.hasPrefix("\(name)/gone: ") } && lines.contains { $0.hasPrefix("\(name)/b\u{FFFD}: ") })
    }
  }

  /// Makes a folder whose name need not be text.
  private func makeFolder(in path: String, bytes: [UInt8]) throws {
    let name = (Array(path.utf8) + bytes + [0]).map { CChar(bitPattern: $0) }
    try #require(mkdir(name, 0o755) == 0)
  }

  @Test func `a module of a folder is required by dots, and a dot in its name makes it none`() throws {
    let main = "local tenken = require 'tenken' error(require 'a.b' .. tostring(pcall(require, 'c.d')))"
    let modules = ["a/b.lua": "return 'folder'", "a.b.lua": "return 'dotted'", "c.d.lua": "return 'dotted'"]
    #expect(try problems(of: main, modules: modules) == ["Plugins/trial/plugin.lua:1: Lua error: folderfalse"])
  }
}
