import Compliance
import Lua
import SiteData

/// The files of a plugin's folder that make up its code, read once and then passed on as a value.
public struct PluginFiles: Sendable, Hashable {
  /// The plugin's id: the name of its folder.
  public let id: PluginID
  /// The folder as people see it, such as `Plugins/wireless-lan`.
  public let folder: String
  /// The bytes of each Lua file by its path within the folder; `plugin.lua` is the main one.
  public let files: [String: [UInt8]]
  /// SHA-256 over the names and bytes of these files, in lower-case hexadecimal.
  public let sha256: String

  /// The main file.
  public static let mainFile = "plugin.lua"

  /// The place of a file of the plugin, as people see it.
  public func place(_ file: String = PluginFiles.mainFile, line: Int? = nil, column: Int? = nil) -> Place {
    Place(file: "\(folder)/\(file)", line: line, column: column)
  }

  /// The place of a line of the plugin's code.
  func place(_ place: LuaPlace) -> Place { self.place(place.file, line: place.line) }
}

/// A plugin whose table has been read and found in order. A value: its functions are found again in the state that runs them.
public struct Plugin: Sendable, Hashable {
  /// The id.
  public let id: PluginID
  /// The version that it gives itself.
  public let version: String
  /// What people call it.
  public let title: LocalizedText
  /// What it says of itself.
  public let about: LocalizedText?
  /// The parameters with their defaults, by name.
  public let parameters: [Parameter]
  /// The sources that its checks read, by id.
  public let sources: [SourceDeclaration]
  /// The checks, by id.
  public let checks: [PluginCheck]
  /// The code.
  public let files: PluginFiles
}

/// A check with what the runner needs to know of it.
public struct PluginCheck: Sendable, Hashable {
  /// How a test is called.
  public enum Call: Sendable, Hashable {
    /// Once a record.
    case each
    /// Once with all records.
    case all
  }

  /// One more source that the test sees.
  public struct Companion: Sendable, Hashable {
    /// The name in the context.
    public let name: String
    /// The source's id.
    public let source: String
    /// What its records are looked up by; nil for a plain list.
    public let index: Index?
  }

  /// How a test looks up records of a companion.
  public struct Index: Sendable, Hashable {
    /// What becomes of several records with one key. The raw values are the words of the plugin contract.
    public enum Duplicates: String, Sendable, CaseIterable {
      /// The key leads to the list of all.
      case all
      /// The key leads to the first.
      case first
      /// The key leads to the first, and each further one is an error.
      case error
    }

    /// The column whose value is the key.
    public let column: String
    /// What becomes of several records with one key.
    public let duplicates: Duplicates
  }

  /// What everybody above knows of it.
  public let check: Check
  /// How its test is called.
  public let call: Call
  /// The id of the source whose records it is called with.
  public let source: String
  /// What else it sees, by name.
  public let companions: [Companion]
  /// Where its test is defined.
  public let place: Place

  /// The ids of all sources that it reads, the one it is called with first.
  public var sources: [String] { [source] + companions.map(\.source).filter { $0 != source } }
}

/// A plugin that could not be loaded: what is wrong with it, all at once.
public struct PluginProblem: Sendable, Hashable, Error {
  /// The plugin's files, as far as they could be read.
  public let files: PluginFiles
  /// What is wrong; never empty.
  public let problems: [Problem]

  /// Makes the problem of a plugin.
  public init(files: PluginFiles, problems: [Problem]) {
    self.files = files
    self.problems = problems
  }
}
