import Compliance
import Glibc
import Wording

/// What opening a source gave.
public enum SourceInput: Sendable {
  /// There is no such file, or no file of a matching name.
  case absent(Problem)
  /// There is something of that name that must not or cannot be read.
  case unreadable(Problem)
  /// The files, at least one, in the order of their names.
  case files([SourceFile])
}

/// The folder `data/` of a site, as the only way to its files.
///
/// Opening follows no symbolic link below the folder (the folder itself may be one: whoever keeps the site decides where its
/// data lies), never leaves it, and opens nothing but regular files, so that no FIFO or device can hold up a sweep.
public struct DataFolder: Sendable {
  private let path: String
  private let displayName: String

  /// Names a folder; nothing is opened yet.
  /// - Parameters:
  ///   - path: where it is.
  ///   - displayName: how places in it begin, as people know it.
  public init(path: String, displayedAs displayName: String = "data") {
    self.path = path
    self.displayName = displayName
  }

  /// Opens the file that a source declares, or every file that its pattern matches. A pattern passes over folders; if any
  /// other match cannot be opened, the source as a whole is unreadable, because a part of it would pass for all.
  public func open(_ declaration: SourceDeclaration) -> SourceInput {
    let place = Place(file: "\(displayName)/\(declaration.file)")
    let components = declaration.file.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard let last = components.last, components.allSatisfy({ Self.isName($0) }) else {
      return .unreadable(Problem(at: place, Wording.badSourcePath))
    }
    var folder: Folder
    switch Folder.open(path) {
    case .success(let root): folder = root
    case .failure(let code) where code.number == ENOENT:
      return .absent(Problem(at: Place(file: displayName), Wording.noDataFolder))
    case .failure(let code):
      return .unreadable(Problem(at: Place(file: displayName), Wording.cannotOpen(code: code.number)))
    }
    var displayed = displayName
    for component in components.dropLast() {
      switch folder.enter(component) {
      case .entered(let inner, let name):
        folder = inner
        displayed += "/\(name)"
      case .absent(let similar):
        let meant = similar.map { "\(displayed)/\($0)" }
        return .absent(Problem(at: place, Wording.absentSource(title: declaration.title, meant: meant)))
      case .refused(let text):
        return .unreadable(Problem(at: Place(file: "\(displayed)/\(component)"), text))
      }
    }
    if let pattern = FilePattern(last) {
      return openAll(pattern, in: folder, displayed, declaration, place)
    }
    switch folder.openFile(last) {
    case .entered(let descriptor, let name):
      return .files([SourceFile(name: "\(displayed)/\(name)", owning: descriptor)])
    case .absent(let similar):
      let meant = similar.map { "\(displayed)/\($0)" }
      return .absent(Problem(at: place, Wording.absentSource(title: declaration.title, meant: meant)))
    case .refused(let text):
      return .unreadable(Problem(at: Place(file: "\(displayed)/\(last)"), text))
    }
  }

  private func openAll(
    _ pattern: FilePattern, in folder: Folder, _ displayed: String, _ declaration: SourceDeclaration, _ place: Place
  ) -> SourceInput {
    var files: [SourceFile] = []
    var problems: [Problem] = []
    let entries: [Folder.Entry]
    switch folder.entries() {
    case .success(let all): entries = all
    case .failure(let code):
      return .unreadable(Problem(at: Place(file: displayed), Wording.cannotOpen(code: code.number)))
    }
    for entry in entries where pattern.matches(entry.name) && !folder.isFolder(entry) {
      let name = "\(displayed)/\(entry.name)"
      switch folder.openFile(entry) {
      case .success(let descriptor): files.append(SourceFile(name: name, owning: descriptor))
      case .failure(.gone): continue
      case .failure(.refused(let text)): problems.append(Problem(at: Place(file: name), text))
      }
    }
    if let first = problems.first {
      let others = problems.dropFirst().map { $0.place.file }
      let text = others.isEmpty ? first.text : Wording.sentences([first.text, Wording.likewise(others)])
      return .unreadable(Problem(at: first.place, text))
    }
    guard !files.isEmpty else {
      return .absent(Problem(at: place, Wording.absentPattern(title: declaration.title)))
    }
    return .files(files)
  }

  /// Whether a component of a path is the name of something in a folder, and not a way out of it.
  private static func isName(_ component: String) -> Bool {
    !component.isEmpty && component != "." && component != ".." && !component.utf8.contains(0)
  }
}
