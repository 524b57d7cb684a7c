import Authoring
import Checks
import Compliance
import FoundationEssentials
import SiteData
import Wording
import Workers

/// What luacheck, the linter of Debian's `lua-check`, finds in a plugin's Lua files.
///
/// It runs as granted commands do: without a shell, with nothing in its environment, in the folder `/`. It reads no configuration, since
/// `.luacheckrc` is code that whoever wrote the plugin could bring along, and Lua looks for modules in the folder where it is started.
enum Luacheck {
  private static let program = "luacheck"

  /// Whether it is installed.
  static var isInstalled: Bool { SourceOrigin.command([program]).program != nil }

  private static let options =
    ["--no-default-config", "--no-cache", "--no-color", "--codes", "--ranges", "--formatter", "default"]
    + LuacheckSettings.arguments + ["--"]
  /// It parses whole files, and what it makes of them is a hundred times as large; more than a plugin's can be is no plugin's.
  private static let (secondsAtMost, mebibytesAtMost) = (60.0, 512)

  /// Everything that it finds in a plugin, its tests included.
  static func problems(in plugin: PluginFiles) -> [Problem] {
    let root = absolute(plugin.folder)
    let files = plugin.files.keys.sorted() + PluginTestFiles(in: plugin.folder).readable
    let command = PluginGrant.Command(
      [program] + options + files.map { "\(root)/\($0)" }, timeoutSeconds: secondsAtMost, outputMiB: 8,
      memoryMiB: mebibytesAtMost,
      // Whether it came to its end is seen from what it printed.
      acceptedStatus: Set(0...255), at: plugin.place())
    let brokenOff = Problem(
      at: plugin.place(), Wording.luacheckBrokenOff(seconds: secondsAtMost, mebibytes: mebibytesAtMost))
    switch command.run() {
    case .files(let printed):
      let bytes = printed.first.flatMap { SealedWorker.contents(of: $0.descriptor) } ?? []
      return findings(String(decoding: bytes, as: UTF8.self), root, plugin) ?? [brokenOff]
    case .unreadable: return [brokenOff]
    case .absent, .notGranted: return []
    }
  }

  /// Its lines: `    FILE:LINE:COLUMN-COLUMN: (CODE) TEXT`. Nil without the total in the end: where memory fails it, it has nothing to say,
  /// and the status of one that found something.
  static func findings(_ text: String, _ root: String, _ plugin: PluginFiles) -> [Problem]? {
    let lines = text.split(separator: "\n")
    guard lines.last?.hasPrefix("Total: ") ?? false else { return nil }
    return lines.compactMap { line in
      let line = line.drop { $0 == " " }
      guard line.hasPrefix("\(root)/"),
        let match = line.dropFirst(root.count + 1).wholeMatch(of: /(.+?):([0-9]+):([0-9]+)-[0-9]+: (.+)/)
      else { return nil }
      let place = plugin.place(String(match.1), line: Int(match.2), column: Int(match.3))
      return Problem(at: place, Wording.luacheckFound(String(match.4)))
    }
  }

  /// The path from the root of the file system: luacheck starts in another folder, and takes no file for an option so.
  private static func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : "\(FileManager.default.currentDirectoryPath)/\(path)"
  }
}
