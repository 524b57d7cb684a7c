public import Compliance
import Wording

/// What a plugin asks for, held against what a site grants it.
public struct GrantReview: Sendable {
  /// A source, and whether it may be opened.
  public struct Source: Sendable, Hashable {
    /// The source, as the site has it.
    public let declaration: SourceDeclaration
    /// Whether it lies in `data/` or is granted.
    public let isGranted: Bool
  }

  /// The sources in the order of their ids.
  public let sources: [Source]
  /// What the site would have to write; nil if everything is granted.
  public let wish: GrantWish?
  /// What people should know though nothing is wrong: grants that nobody asks for, and one for an older plugin.
  public let notes: [Problem]

  /// Reviews a plugin.
  /// - Parameters:
  ///   - plugin: its id.
  ///   - sha256: its code as it is now.
  ///   - declarations: its sources as the site has them.
  ///   - grant: what the site grants it, if anything.
  public init(_ plugin: PluginID, sha256: String, _ declarations: [SourceDeclaration], grant: PluginGrant?) {
    sources = declarations.sorted { $0.id < $1.id }.map { declaration in
      Source(
        declaration: declaration, isGranted: !declaration.origin.needsGrant || grant?.covers(declaration.origin) == true
      )
    }
    let missing = sources.filter { !$0.isGranted }.map(\.declaration.origin)
    wish = missing.isEmpty ? nil : GrantWish(plugin, sha256: sha256, grant: grant, origins: missing)
    var notes: [Problem] = []
    if let grant {
      if grant.pluginSHA256 != sha256 {
        notes.append(
          Problem(at: grant.place, Wording.grantIsOld(plugin.description, sha256: sha256, asksForMore: wish != nil)))
      }
      notes += grant.unused(by: sources.map(\.declaration.origin), of: plugin)
    }
    self.notes = notes
  }

  /// What is said of grants for plugins that the site does not have.
  public static func unknownPlugins(_ grants: [PluginID: PluginGrant], _ known: [PluginID]) -> [Problem] {
    grants.filter { !known.contains($0.key) }.sorted { $0.value.place < $1.value.place }.map { plugin, grant in
      let near = nearest(to: plugin.description, among: known.map(\.description))
      return Problem(at: grant.place, Wording.grantForUnknownPlugin(plugin.description, near))
    }
  }
}

extension PluginGrant {
  /// The grants that none of a plugin's sources needs, neither by its own path nor by the one behind links.
  fileprivate func unused(by origins: [SourceOrigin], of plugin: PluginID) -> [Problem] {
    let asked = origins.compactMap { if case .path(let path) = $0 { path } else { nil } }
    let reached = asked.compactMap(linkedPath)
    let paths = paths.filter { granted in !(asked + reached).contains { granted.covers($0) } }
    let commands = commands.filter { !origins.contains(.command($0.arguments)) }
    return paths.map { Problem(at: $0.place, Wording.grantIsUnused($0.pattern, plugin.description)) }
      + commands.map { Problem(at: $0.place, Wording.grantIsUnused(commandLine($0.arguments), plugin.description)) }
  }

  /// Where a granted path leads; nil if it is not granted or leads nowhere.
  private func linkedPath(_ path: String) -> String? { covers(.path(path)) ? realPath(of: path) : nil }
}
