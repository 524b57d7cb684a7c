import Compliance
import Wording

/// What a site would have to write so that a plugin may read what it asks for.
public struct GrantWish: Sendable {
  private let plugin: PluginID
  private let sha256: String
  private let grant: PluginGrant?
  private let paths: [String]
  private let commands: [[String]]

  /// - Parameter origins: what is not granted.
  init(_ plugin: PluginID, sha256: String, grant: PluginGrant?, origins: [SourceOrigin]) {
    self.plugin = plugin
    self.sha256 = sha256
    self.grant = grant
    paths = unique(origins.compactMap { if case .path(let path) = $0 { path } else { nil } })
    commands = unique(origins.compactMap { if case .command(let arguments) = $0 { arguments } else { nil } })
  }

  /// Whether the plugin is not the one that was granted something.
  var isOfChangedPlugin: Bool { grant.map { $0.pluginSHA256 != sha256 } ?? false }

  /// The lines within a sentence.
  var sentence: LocalizedText {
    let lists = [
      paths.isEmpty ? nil : "paths: [\(paths.map(yamlScalar).joined(separator: ", "))]",
      commands.isEmpty ? nil : "commands: [\(commands.map(Self.list).joined(separator: ", "))]",
    ].compactMap(\.self).joined(separator: ", ")
    guard let grant else {
      return Wording.linesBelowGrants("\(plugin): {plugin_sha256: \(sha256), \(lists)}")
    }
    return Wording.linesInGrant(lists, at: grant.place, newHash: isOfChangedPlugin ? sha256 : nil)
  }

  /// The whole `grants:` of the plugin as it would have to be: what is granted already, and what is missing.
  public var yaml: String {
    var lines = ["grants:", "  \(plugin):", "    plugin_sha256: \(sha256)"]
    let paths = unique((grant?.paths.map(\.pattern) ?? []) + paths)
    if !paths.isEmpty { lines += ["    paths:"] + paths.map { "      - \(yamlScalar($0))" } }
    let granted = grant?.commands ?? []
    let commands = granted.map(\.yaml) + commands.map { ["- \(Self.list($0))"] }
    if !commands.isEmpty { lines += ["    commands:"] + commands.joined().map { "      \($0)" } }
    return lines.joined(separator: "\n") + "\n"
  }

  static func list(_ arguments: [String]) -> String { "[\(arguments.map(yamlScalar).joined(separator: ", "))]" }
}

extension PluginGrant.Command {
  /// The lines of the grant, without those conditions that are the usual ones.
  fileprivate var yaml: [String] {
    let usual = PluginGrant.Command(arguments, at: place)
    let conditions: [String?] = [
      timeoutSeconds == usual.timeoutSeconds ? nil : "timeout_seconds: \(timeoutSeconds)",
      outputMiB == usual.outputMiB ? nil : "output_mib: \(outputMiB)",
      acceptedStatus == usual.acceptedStatus
        ? nil : "accept_status: [\(acceptedStatus.sorted().map(String.init).joined(separator: ", "))]",
    ]
    let set = conditions.compactMap(\.self)
    if set.isEmpty { return ["- \(GrantWish.list(arguments))"] }
    return ["- command: \(GrantWish.list(arguments))"] + set.map { "  \($0)" }
  }
}

/// The elements, each once, where it stands first.
private func unique<Element: Hashable>(_ elements: [Element]) -> [Element] {
  var seen: Set<Element> = []
  return elements.filter { seen.insert($0).inserted }
}
