public import Compliance

/// What a site lets one plugin read beyond its `data/`.
public struct PluginGrant: Hashable, Sendable {
  /// A file elsewhere, or the files of a folder that match a pattern.
  public struct Path: Hashable, Sendable {
    /// The absolute path; `*` and `?` may stand in its last component.
    public var pattern: String
    /// Where it is granted.
    public var place: Place

    /// Makes a granted path.
    public init(_ pattern: String, at place: Place) {
      self.pattern = pattern
      self.place = place
    }
  }

  /// A command, word for word.
  public struct Command: Hashable, Sendable {
    /// The program and its arguments.
    public var arguments: [String]
    /// How long it may run, in seconds.
    public var timeoutSeconds: Double
    /// The MiB that it may print.
    public var outputMiB: Int
    /// The MiB that each of its processes may have; nil for no limit.
    public var memoryMiB: Int?
    /// The exit statuses with which its output counts.
    public var acceptedStatus: Set<Int>
    /// Where it is granted.
    public var place: Place

    /// Makes a granted command.
    public init(
      _ arguments: [String], timeoutSeconds: Double = 30, outputMiB: Int = 64, memoryMiB: Int? = nil,
      acceptedStatus: Set<Int> = [0], at place: Place
    ) {
      self.arguments = arguments
      self.timeoutSeconds = timeoutSeconds
      self.outputMiB = outputMiB
      self.memoryMiB = memoryMiB
      self.acceptedStatus = acceptedStatus
      self.place = place
    }
  }

  /// SHA-256 of the plugin's code at the time of the grant, in lower-case hexadecimal.
  public var pluginSHA256: String
  /// The files.
  public var paths: [Path]
  /// The commands.
  public var commands: [Command]
  /// Where the plugin is named.
  public var place: Place

  /// Makes a grant.
  public init(pluginSHA256: String, paths: [Path] = [], commands: [Command] = [], at place: Place) {
    self.pluginSHA256 = pluginSHA256
    self.paths = paths
    self.commands = commands
    self.place = place
  }

  /// The granted command with just these arguments; nil if there is none.
  public func command(_ arguments: [String]) -> Command? { commands.first { $0.arguments == arguments } }

  /// Whether a source may be opened. A granted pattern covers the single files that match it; a pattern that a plugin asks for is
  /// covered by the same pattern alone, since nobody could say what else it would match.
  public func covers(_ origin: SourceOrigin) -> Bool {
    switch origin {
    case .data: true
    case .path(let path): paths.contains { $0.covers(path) }
    case .command(let arguments): command(arguments) != nil
    }
  }
}

extension PluginGrant.Path {
  /// Whether this grant is one for what a plugin asks.
  func covers(_ path: String) -> Bool {
    if pattern == path { return true }
    let (granted, asked) = (lastComponent(of: pattern), lastComponent(of: path))
    guard granted.folder == asked.folder, FilePattern(asked.name) == nil, let matching = FilePattern(granted.name)
    else {
      return false
    }
    return matching.matches(String(asked.name))
  }
}

/// The folder of an absolute path, with the `/` behind it, and the name in it.
func lastComponent(of path: String) -> (folder: Substring, name: Substring) {
  let slash = path.lastIndex(of: "/") ?? path.startIndex
  let name = path.index(after: slash)
  return (path[..<name], path[name...])
}
