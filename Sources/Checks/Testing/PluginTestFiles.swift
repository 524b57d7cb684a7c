import Compliance
import SiteData
import Wording

/// The files of a plugin's tests. Nothing is read or written through a symbolic link (the plugin's folder itself may be one), and nothing but
/// regular files of a bounded size is read.
public struct PluginTestFiles: Sendable {
  /// Where the cases are, below the plugin's folder.
  static let folder = "tests"
  /// The bytes that the Lua files may have in all, and a golden file alone.
  static let largest = PluginFolder.largestPlugin

  /// The plugin's folder.
  let plugin: FileTree

  /// Names the tests of the plugin in a folder.
  public init(in folder: String) { plugin = FileTree(path: folder) }

  /// A Lua file by its path below the plugin's folder, with its bytes.
  typealias Source = (file: String, bytes: [UInt8])

  /// The files `tests/*.lua`, in the order of their names, and what is wrong with those that are not read.
  func sources() -> (files: [Source], problems: [Problem]) {
    let tests = plugin.below(Self.folder)
    var (files, problems): ([Source], [Problem]) = ([], [])
    var left = Self.largest
    let (names, problem) = names(in: Self.folder)
    if let problem { problems.append(problem) }
    for name in names where name.hasSuffix(".lua") {
      let file = "\(Self.folder)/\(name)"
      do throws(FileTree.Fault) {
        if let bytes = try tests.bytes(of: name, atMost: left) {
          files.append((file, bytes))
          left -= bytes.count
        } else {
          problems.append(Problem(at: Place(file: file), Wording.testsTooLarge(Self.largest)))
        }
      } catch {
        problems.append(error.problem(with: file))
      }
    }
    return (files, problems)
  }

  /// The paths below the plugin's folder of those files `tests/*.lua` that can be read.
  public var readable: [String] { sources().files.map(\.file) }

  /// The names in a folder below the plugin's; none where there is no such folder.
  func names(in folder: String) -> (names: [String], problem: Problem?) {
    do throws(FileTree.Fault) { return (try plugin.below(folder).names(), nil) } catch {
      if case .refused(let problem) = error { return ([], problem) }
      return ([], nil)
    }
  }

  /// Writes a golden file.
  /// - Throws: what is wrong, with the place below the plugin's folder.
  public func write(_ recording: Recording) throws(Problem) {
    do throws(FileTree.Fault) {
      try plugin.below(GoldenFile.folder).replace(GoldenFile.fileName(recording.name), with: Array(recording.text.utf8))
    } catch {
      throw error.problem(with: recording.file)
    }
  }
}

extension FileTree.Fault {
  /// What is said of it.
  /// - Parameter file: the file that was wanted.
  func problem(with file: String) -> Problem {
    switch self {
    case .absent: Problem(at: Place(file: file), Wording.pluginFileUnreadable)
    case .refused(let problem): problem
    }
  }
}
