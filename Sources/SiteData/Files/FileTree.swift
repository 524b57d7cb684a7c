import Compliance
import Glibc
import Wording

/// A folder below which files are opened.
///
/// Opening follows no symbolic link below the folder (the folder itself may be one), never leaves it, and opens nothing but regular
/// files, so that no FIFO or device can hold up a sweep.
struct FileTree: Sendable {
  /// How folders on the way are found.
  enum Resolution: Sendable {
    /// By the kernel at once (openat2(2)), and name by name where it says no: for the reason, and for names that differ from what
    /// was written in Unicode normalization.
    case kernelFirst
    /// Name by name: what is left on kernels before Linux 5.6.
    case byName
  }

  private let path: String
  private let displayName: String
  private let resolution: Resolution

  /// Names a folder; nothing is opened yet.
  init(path: String, displayedAs displayName: String, resolution: Resolution = .kernelFirst) {
    self.path = path
    self.displayName = displayName
    self.resolution = resolution
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
    switch Folder.open(self.path) {
    case .success(let opened): root = opened
    case .failure(let code) where code.number == ENOENT:
      return .absent(Problem(at: Place(file: displayName), Wording.noDataFolder))
    case .failure(let code):
      return .unreadable(Problem(at: Place(file: displayName), Wording.cannotOpen(code: code.number)))
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
