import Compliance
import Glibc
import Wording

/// A folder below which files are opened.
///
/// Opening follows no symbolic link below the folder (the folder itself may be one), never leaves it, and opens nothing but regular
/// files, so that no FIFO or device can hold up a sweep.
public struct FileTree: Sendable {
  /// How folders on the way are found.
  enum Resolution: Sendable {
    /// By the kernel at once (openat2(2)), and name by name where it says no: for the reason, and for names that differ from what
    /// was written in Unicode normalization.
    case kernelFirst
    /// Name by name: what is left on kernels before Linux 5.6.
    case byName
  }

  private let path: String
  /// What people call the folder at the path.
  private let name: String
  private let resolution: Resolution
  /// The way from the folder to that below it whose files these are; empty if they are its own.
  private var way: [String] = []
  private var displayName: String { Self.path(name, way[...]) }

  /// Names a folder, below which places begin with no name of its own; nothing is opened yet.
  public init(path: String) { self.init(path: path, displayedAs: "") }

  init(path: String, displayedAs displayName: String, resolution: Resolution = .kernelFirst) {
    self.path = path
    name = displayName
    self.resolution = resolution
  }

  /// A folder below this one, to which no symbolic link leads. Places in it begin with the way to it.
  public func below(_ path: String) -> FileTree {
    var inner = self
    inner.way += path.split(separator: "/").map(String.init)
    return inner
  }

  /// A place in the folder.
  func place(_ file: String? = nil) -> Place { Place(file: Self.path(name, way[...] + [file].compactMap(\.self))) }

  private static func path(_ name: String, _ way: ArraySlice<String>) -> String {
    ((name.isEmpty ? [] : [name]) + way).joined(separator: "/")
  }

  /// Why there is nothing to read or write.
  public enum Fault: Error {
    /// There is no such file or folder.
    case absent
    /// There is something that must not or cannot be opened.
    case refused(Problem)
  }

  /// Opens the folder itself.
  /// - Parameter isMaking: whether folders on the way to it that are not there are made.
  func root(isMaking: Bool = false) throws(Fault) -> Folder {
    var folder: Folder
    switch Folder.open(path) {
    case .success(let opened): folder = opened
    case .failure(let code) where code.number == ENOENT: throw .absent
    case .failure(let code):
      throw .refused(Problem(at: Place(file: displayName), Wording.cannotOpen(code: code.number)))
    }
    for (index, name) in way.enumerated() {
      let place = Place(file: Self.path(self.name, way[...index]))
      guard Self.isName(name) else { throw .refused(Problem(at: place, Wording.badSourcePath)) }
      if isMaking, let cause = folder.makeFolder(name) {
        throw .refused(Problem(at: place, Wording.cannotWrite(cause.description)))
      }
      switch folder.enter(name) {
      case .entered(let inner, _): folder = inner
      case .absent: throw .absent
      case .refused(let text): throw .refused(Problem(at: place, text))
      }
    }
    return folder
  }

  /// Opens a file, or every file that a pattern matches, by a path relative to the folder. A pattern passes over folders; if any other
  /// match cannot be opened, all of it is unreadable, because a part would pass for all.
  /// - Parameter format: what the files are; a database must not have unfinished work beside it.
  func open(_ path: String, titled title: LocalizedText, format: SourceFormat? = nil) -> SourceInput {
    let components = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let place = Place(file: "\(displayName)/\(path)")
    guard let last = components.last, components.allSatisfy(Self.isName) else {
      return .unreadable(Problem(at: place, Wording.badSourcePath))
    }
    let root: Folder
    do throws(Fault) { root = try self.root() } catch {
      switch error {
      case .absent: return .absent(Problem(at: Place(file: displayName), Wording.noDataFolder))
      case .refused(let problem): return .unreadable(problem)
      }
    }
    let search = FileSearch(title: title, place: place, unfinished: format?.unfinished ?? [])
    switch descend(components.dropLast(), from: root, search) {
    case .stopped(let input): return input
    case .reached(let folder, let displayed):
      if let pattern = FilePattern(last) { return search.openAll(pattern, in: folder, displayed) }
      return search.open(last, in: folder, displayed)
    }
  }

  /// Opens a file anywhere on the machine, by its absolute path.
  static func openAnywhere(_ path: String, titled title: LocalizedText, format: SourceFormat? = nil) -> SourceInput {
    FileTree(path: "/", displayedAs: "").open(String(path.dropFirst()), titled: title, format: format)
  }

  private enum Descent {
    case reached(Folder, displayed: String)
    case stopped(SourceInput)
  }

  private func descend(_ names: ArraySlice<String>, from root: Folder, _ search: FileSearch) -> Descent {
    if resolution == .kernelFirst, !names.isEmpty, let inner = root.descend(names) {
      return .reached(inner, displayed: ([displayName] + names).joined(separator: "/"))
    }
    var folder = root
    var displayed = displayName
    for name in names {
      switch folder.enter(name) {
      case .entered(let inner, let found):
        folder = inner
        displayed += "/\(found)"
      case .absent(let similar): return .stopped(search.absent(similar.map { "\(displayed)/\($0)" }))
      case .refused(let text): return .stopped(.unreadable(Problem(at: Place(file: "\(displayed)/\(name)"), text)))
      }
    }
    return .reached(folder, displayed: displayed)
  }

  /// Whether a component of a path is the name of something in a folder, and not a way out of it.
  private static func isName(_ component: String) -> Bool {
    !component.isEmpty && component != "." && component != ".." && !component.utf8.contains(0)
  }
}

/// The search for the files of one source, in the folder where they must be.
private struct FileSearch {
  let title: LocalizedText
  /// Where the source should be, as it was declared.
  let place: Place
  /// The endings of files that hold what is not yet in a file of that name.
  let unfinished: [String]

  func absent(_ meant: String?) -> SourceInput {
    .absent(Problem(at: place, Wording.absentSource(title: title, meant: meant)))
  }

  func open(_ name: String, in folder: Folder, _ displayed: String) -> SourceInput {
    switch folder.openFile(name) {
    case .entered(let descriptor, let found):
      let file = SourceFile(name: "\(displayed)/\(found)", owning: descriptor)
      return work(besides: found, in: folder).map { .unreadable(Problem(at: Place(file: file.name), $0)) }
        ?? .files([file])
    case .absent(let similar): return absent(similar.map { "\(displayed)/\($0)" })
    case .refused(let text): return .unreadable(Problem(at: Place(file: "\(displayed)/\(name)"), text))
    }
  }

  /// What to say of a file beside which there is more that belongs into it.
  private func work(besides name: String, in folder: Folder) -> LocalizedText? {
    unfinished.first { folder.holdsSomething("\(name)\($0)") }.map { Wording.unfinishedDatabase("\(name)\($0)") }
  }

  func openAll(_ pattern: FilePattern, in folder: Folder, _ displayed: String) -> SourceInput {
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
      case .success(let descriptor):
        files.append(SourceFile(name: name, owning: descriptor))
        if let text = work(besides: entry.name, in: folder) { problems.append(Problem(at: Place(file: name), text)) }
      case .failure(.gone): continue
      case .failure(.refused(let text)): problems.append(Problem(at: Place(file: name), text))
      }
    }
    if let first = problems.first {
      let others = problems.dropFirst().map { $0.place.file }
      let text = others.isEmpty ? first.text : Wording.sentences([first.text, Wording.likewise(others)])
      return .unreadable(Problem(at: first.place, text))
    }
    return files.isEmpty ? .absent(Problem(at: place, Wording.absentPattern(title: title))) : .files(files)
  }
}
