import Foundation
import Testing

/// What the guides tell people to do who have never written Lua: done in an empty folder, block by block, in their order.
struct GuideTests {
  @Test(arguments: [("GUIDE.md", "en"), ("GUIDE.ja.md", "ja")])
  func eachBlockDoesWhatTheGuideSays(name: String, language: String) throws {
    let guide = try Guide(String(contentsOf: Command.checkout.appending(path: "Plugins/\(name)"), encoding: .utf8))
    #expect(guide.blocks.count > 8)
    let reader = try Reader(language)
    for block in guide.blocks {
      switch block.step {
      case .type(let lines):
        for line in lines {
          let shown = try reader.type(line.command)
          #expect(
            Guide.shows(line.shown, shown),
            "\(name):\(block.line): \(line.command)\nexpected:\n\(line.shown.joined(separator: "\n"))\nshown:\n\(shown)"
          )
        }
      case .write(let file, let text): try reader.write(text, to: file)
      case .edit(let file, let lines):
        let isThere = try reader.edit(file, lines)
        #expect(isThere, "\(name):\(block.line): \(file) has no such lines")
      }
    }
  }

  @Test func bothGuidesTellTheSame() throws {
    func steps(_ name: String) throws -> [Guide.Step] {
      try Guide(String(contentsOf: Command.checkout.appending(path: "Plugins/\(name)"), encoding: .utf8)).blocks.map(
        \.step)
    }
    let (english, japanese) = (try steps("GUIDE.md"), try steps("GUIDE.ja.md"))
    try #require(english.count == japanese.count)
    for (one, other) in zip(english, japanese) {
      switch (one, other) {
      case (.type(let one), .type(let other)): #expect(one.map(\.command) == other.map(\.command))
      case (.write(let one, _), .write(let other, _)), (.edit(let one, _), .edit(let other, _)): #expect(one == other)
      default: Issue.record("\(one) in one guide is \(other) in the other")
      }
    }
  }

  @Test func whatIsShownMayLeaveOutLinesAndTexts() {
    #expect(Guide.shows(["a", "…", "d"], "a\nb\nc\nd\n"))
    #expect(Guide.shows(["a", "…", "d"], "a\nd\n"))
    #expect(Guide.shows(["[…] 1.0 …"], "[x] 1.0 y\n"))
    #expect(!Guide.shows(["[…] 1.0 …"], "[x] 1a0 y\n"))
    #expect(!Guide.shows(["a"], "a\nb\n"))
    #expect(!Guide.shows([], "a\n"))
    #expect(Guide.shows([], ""))
  }

  @Test func aBlockThatNobodyWouldTryIsRefused() {
    #expect(throws: Guide.Fault.self) { try Guide("```lua\nx = 1\n```\n") }
    #expect(throws: Guide.Fault.self) { try Guide("```console\nx = 1\n```\n") }
    #expect(throws: Guide.Fault.self) { try Guide("```console\n$ ls\n") }
  }
}

/// Somebody who does what a guide says, in a folder of their own.
private final class Reader {
  private let home: Site
  private var folder: URL
  private let environment: [String: String]
  private var lastStatus: Int32 = 0

  init(_ language: String) throws {
    home = try Site.nothing()
    folder = home.around
    let programs = home.around.appending(path: ".programs")
    try FileManager.default.createDirectory(at: programs, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: programs.appending(path: "tenken"), withDestinationURL: Command.program)
    environment = [
      "PATH": "\(programs.path):/usr/bin:/bin", "HOME": home.around.path,
      "LC_ALL": language == "ja" ? "ja_JP.UTF-8" : "C.UTF-8",
    ]
  }

  /// Types a command, and gives what the terminal shows. The next command can ask for its status.
  func type(_ command: String) throws -> String {
    let place = home.around.appending(path: ".place")
    // The folder that a command changes to is where the next begins.
    let script = "(exit \(lastStatus))\n\(command)\nstatus=$?; pwd >'\(place.path)'; exit $status"
    let result = try Command.run(
      URL(filePath: "/bin/bash"), ["-c", "exec 2>&1; \(script)"], in: folder, environment: environment)
    lastStatus = result.status
    folder = URL(
      filePath: try String(contentsOf: place, encoding: .utf8).trimmingCharacters(in: .newlines),
      directoryHint: .isDirectory)
    return result.out
  }

  func write(_ text: String, to file: String) throws {
    let file = folder.appending(path: file)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Puts lines in the place of those between the same first and last.
  /// - Returns: false if the file has no such lines.
  func edit(_ file: String, _ lines: [String]) throws -> Bool {
    let file = folder.appending(path: file)
    var text = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
    guard let first = text.firstIndex(of: lines[0]),
      let last = text[(first + 1)...].firstIndex(of: lines[lines.count - 1])
    else { return false }
    text.replaceSubrange(first...last, with: lines)
    try Data(text.joined(separator: "\n").utf8).write(to: file)
    return true
  }
}
