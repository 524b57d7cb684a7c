import Compliance
import Crypto
import FoundationEssentials
import Glibc
import SiteData
import Wording

/// A folder of plugins, or of one plugin, on disk.
public enum PluginFolder {
  /// The bytes that the Lua files of a plugin may have in all; more are not even read.
  public static let largestPlugin = 16 << 20
  /// The longest path of a Lua file within its plugin: Lua cuts longer names in its messages.
  static let longestPath = 56
  private static let foldersWithoutCode: Set<String> = ["tests", "fixtures", "templates"]

  /// Reads every plugin of a folder, in the order of their names. A folder that does not exist holds none; one that cannot be read is a
  /// problem, since nobody could say which checks it would have had.
  /// - Parameters:
  ///   - path: where the folder is.
  ///   - shownAs: what people are told that it is called.
  /// - Returns: the plugins' files, or what is wrong with them; folders without a `plugin.lua` are passed over.
  public static func readAll(in path: String, shownAs: String) -> [Result<PluginFiles, PluginProblem>] {
    let names: [String]
    do throws(FileTree.Fault) { names = try FileTree(path: path).names() } catch {
      if case .absent = error, status(of: path) == nil { return [] }
      return refusal(shownAs, Problem(at: Place(file: shownAs), reason(error)))
    }
    return names.flatMap { name -> [Result<PluginFiles, PluginProblem>] in
      let shown = "\(shownAs)/\(name)"
      // A link that leads nowhere is there too: it is refused below, and not passed over.
      if status(of: "\(path)/\(name)/\(PluginFiles.mainFile)") == nil {
        switch (errno, status(of: "\(path)/\(name)").map { $0.st_mode & S_IFMT }) {
        case (ENOTDIR, _), (ENOENT, S_IFDIR): return []  // something beside the plugins
        // The name that was listed is not the one that is there.
        case (ENOENT, nil): return refusal(shown, Problem(at: Place(file: shown), Wording.pluginFolderName(name)))
        case (let code, _): return refusal(shown, Problem(at: Place(file: shown), Wording.cannotOpen(code: code)))
        }
      }
      guard let id = PluginID(name) else {
        return refusal(
          shown, Problem(at: Place(file: "\(shown)/\(PluginFiles.mainFile)"), Wording.pluginFolderName(name)))
      }
      return [read(id, at: "\(path)/\(name)", shownAs: shown)]
    }
  }

  /// What stands for a plugin, or for plugins, that have no id of which anybody knows.
  private static func refusal(_ shownAs: String, _ problem: Problem) -> [Result<PluginFiles, PluginProblem>] {
    PluginID("unnamed").map { id in
      [
        .failure(
          PluginProblem(files: PluginFiles(id: id, folder: shownAs, files: [:], sha256: ""), problems: [problem]))
      ]
    } ?? []
  }

  /// Reads one plugin's Lua files. Symbolic links are not followed.
  public static func read(_ id: PluginID, at path: String, shownAs: String) -> Result<PluginFiles, PluginProblem> {
    var files: [String: [UInt8]] = [:]
    var problems: [Problem] = []
    var total = 0
    func visit(_ folder: String) {
      let names: [String]
      do throws(FileTree.Fault) { names = try FileTree(path: "\(path)/\(folder)").names() } catch {
        let place = Place(file: folder.isEmpty ? shownAs : "\(shownAs)/\(folder)")
        return problems.append(Problem(at: place, reason(error)))
      }
      for name in names {
        let relative = folder.isEmpty ? name : "\(folder)/\(name)"
        let place = Place(file: "\(shownAs)/\(relative)")
        guard let found = status(of: "\(path)/\(relative)") else {
          // Gone meanwhile, or its name is no text.
          if name.contains("\u{FFFD}") { problems.append(Problem(at: place, Wording.pluginFileUnreadable)) }
          continue
        }
        switch found.st_mode & S_IFMT {
        case S_IFDIR:
          if !foldersWithoutCode.contains(relative), !name.hasPrefix(".") { visit(relative) }
        case S_IFREG where name.hasSuffix(".lua"):
          total += Int(found.st_size)
          if relative.utf8.count > longestPath {
            problems.append(Problem(at: place, Wording.pluginPathTooLong(longestPath)))
          } else if total > largestPlugin {
            problems.append(Problem(at: place, Wording.pluginTooLarge(largestPlugin)))
          } else if let data = FileManager.default.contents(atPath: "\(path)/\(relative)") {
            files[relative] = Array(data)
          } else {
            problems.append(Problem(at: place, Wording.pluginFileUnreadable))
          }
        case S_IFLNK where name.hasSuffix(".lua"):
          problems.append(Problem(at: place, Wording.pluginFileIsLink))
        default:
          break
        }
      }
    }
    visit("")
    let plugin = PluginFiles(id: id, folder: shownAs, files: files, sha256: fingerprint(of: files))
    if files[PluginFiles.mainFile] == nil, problems.isEmpty {
      problems.append(Problem(at: plugin.place(), Wording.pluginFileUnreadable))
    }
    return problems.isEmpty ? .success(plugin) : .failure(PluginProblem(files: plugin, problems: problems))
  }

  /// Why a folder cannot be listed. Where nothing is at the end of a path that exists, a link leads nowhere.
  private static func reason(_ fault: FileTree.Fault) -> LocalizedText {
    switch fault {
    case .absent: Wording.cannotOpen(code: ENOENT)
    case .refused(let problem): problem.text
    }
  }

  /// What lies at a path, links not followed; nil if there is nothing that could be told of, for which errno has
  /// the reason. FileManager's attributes would look up the
  /// names of the owner and the group, which reads two files of the system for each.
  private static func status(of path: String) -> stat? {
    var status = stat()
    return lstat(path, &status) == 0 ? status : nil
  }

  /// SHA-256 over each file's name, size and bytes in the order of the names, so that no two folders share one by moving bytes
  /// from one file to the next.
  static func fingerprint(of files: [String: [UInt8]]) -> String {
    var hash = SHA256()
    for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
      hash.update(data: Array("\(name)\n\(bytes.count)\n".utf8))
      hash.update(data: bytes)
    }
    return hexadecimal(hash.finalize())
  }

  static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}

extension PluginFiles {
  /// What is wrong with the plugin if its Lua files may have no more bytes than these; nil if they have not.
  public func problem(largest: Int) -> PluginProblem? {
    guard files.values.reduce(0, { $0 + $1.count }) > largest else { return nil }
    return PluginProblem(files: self, problems: [Problem(at: place(), Wording.pluginTooLarge(largest))])
  }
}
