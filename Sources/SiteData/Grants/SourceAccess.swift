public import Compliance
import Glibc
import Wording

/// All that the sources of one plugin may be opened from: the site's `data/`, and what the site grants the plugin beyond it.
public struct SourceAccess: Sendable {
  private let data: DataFolder
  private let plugin: PluginID
  private let sha256: String
  private let grant: PluginGrant?

  /// Makes the access of a plugin.
  /// - Parameters:
  ///   - data: the site's data.
  ///   - plugin: whose sources are opened.
  ///   - sha256: the plugin's code as it is now.
  ///   - grant: what the site grants it, if anything.
  public init(_ data: DataFolder, plugin: PluginID, sha256: String, grant: PluginGrant?) {
    self.data = data
    self.plugin = plugin
    self.sha256 = sha256
    self.grant = grant
  }

  /// The granted command of a source, which takes its time to run; nil for every other source.
  public func command(of declaration: SourceDeclaration) -> PluginGrant.Command? {
    guard case .command(let arguments) = declaration.origin else { return nil }
    return grant?.command(arguments)
  }

  /// Opens what a source declares; a command is run to its end first. Nothing outside `data/` is even looked at without a grant.
  public func open(_ declaration: SourceDeclaration) -> SourceInput {
    switch declaration.origin {
    case .data: return data.open(declaration)
    case .path(let path):
      guard grant?.covers(.path(path)) == true else { return notGranted(declaration) }
      return open(granted: path, declaration)
    case .command:
      guard let command = command(of: declaration) else { return notGranted(declaration) }
      return command.run()
    }
  }

  private func open(granted path: String, _ declaration: SourceDeclaration) -> SourceInput {
    let input = FileTree.openAnywhere(path, titled: declaration.title, format: declaration.format)
    // Where links lead is for the site to decide, not for whoever can place a link: the path behind them needs a grant, too.
    guard case .unreadable = input, let real = realPath(of: path), real != path else { return input }
    guard grant?.covers(.path(real)) == true else {
      let wish = GrantWish(plugin, sha256: sha256, grant: grant, origins: [.path(real)])
      return .notGranted(
        Problem(at: Place(file: path), Wording.grantEndsAtLink(path, real: real, lines: wish.sentence)))
    }
    return FileTree.openAnywhere(real, titled: declaration.title, format: declaration.format)
  }

  private func notGranted(_ declaration: SourceDeclaration) -> SourceInput {
    let wish = GrantWish(plugin, sha256: sha256, grant: grant, origins: [declaration.origin])
    let text = Wording.notGranted(
      title: declaration.title, declaration.origin.description, hasChanged: wish.isOfChangedPlugin, lines: wish.sentence
    )
    return .notGranted(Problem(at: grant?.place ?? Place(file: "tenken.yaml"), text))
  }
}

/// The path without links on the way, its last component left as it is if it is a pattern; nil if it leads nowhere.
func realPath(of path: String) -> String? {
  let (folder, name) = lastComponent(of: path)
  if FilePattern(name) == nil { return resolved(path) }
  return resolved(String(folder)).map { $0 == "/" ? "/\(name)" : "\($0)/\(name)" }
}

private func resolved(_ path: String) -> String? {
  // realpath(3) with NULL gives a string that ends with a NUL and is ours to free.
  guard let real = realpath(path, nil) else { return nil }
  defer { free(real) }
  return String(validatingCString: real)
}
