import Compliance
import Wording

/// What opening a source gave.
public enum SourceInput: Sendable {
  /// There is no such file, or no file of a matching name.
  case absent(Problem)
  /// The site does not let the plugin read it.
  case notGranted(Problem)
  /// There is something of that name that must not or cannot be read, or a command that did not do its work.
  case unreadable(Problem)
  /// The files, at least one, in the order of their names.
  case files([SourceFile])
}

/// The folder `data/` of a site, as the only way to its files.
///
/// Opening follows no symbolic link below the folder (the folder itself may be one: whoever keeps the site decides where its
/// data lies), never leaves it, and opens nothing but regular files, so that no FIFO or device can hold up a sweep.
public struct DataFolder: Sendable {
  private let tree: FileTree

  /// Names a folder; nothing is opened yet.
  /// - Parameters:
  ///   - path: where it is.
  ///   - displayName: how places in it begin, as people know it.
  public init(path: String, displayedAs displayName: String = "data") {
    tree = FileTree(path: path, displayedAs: displayName)
  }

  /// The folder of a tree.
  public init(_ tree: FileTree) { self.tree = tree }

  /// Opens the file that a source declares, or every file that its pattern matches. A pattern passes over folders; if any
  /// other match cannot be opened, the source as a whole is unreadable, because a part of it would pass for all.
  /// A source from elsewhere is not granted here; ``SourceAccess`` opens those.
  public func open(_ declaration: SourceDeclaration) -> SourceInput {
    guard case .data(let path) = declaration.origin else {
      let place = Place(file: declaration.origin.description)
      return .notGranted(Problem(at: place, Wording.sourceIsElsewhere(title: declaration.title)))
    }
    return tree.open(path, titled: declaration.title, format: declaration.format)
  }

  /// Opens what was recorded of a source in a folder of fixtures. A path elsewhere stands below the folder as it stands below `/`
  /// (`etc/ssh/sshd_config`), and what a command printed in `commands/`, under the id of the source (`commands/interfaces.txt`).
  public func openRecorded(_ declaration: SourceDeclaration) -> SourceInput {
    switch declaration.origin {
    case .data(let path): tree.open(path, titled: declaration.title, format: declaration.format)
    case .path(let path): tree.open(String(path.dropFirst()), titled: declaration.title, format: declaration.format)
    case .command: tree.open("commands/\(declaration.id).txt", titled: declaration.title, format: declaration.format)
    }
  }
}
