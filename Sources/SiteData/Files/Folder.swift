import CSiteData
import Compliance
import Glibc
import Wording

/// An open folder. Everything in it is looked up relative to its descriptor, so that no path can be changed under way.
final class Folder {
  /// A name in the folder, with the bytes by which the system knows it: they need not be UTF-8.
  struct Entry {
    let name: String
    let bytes: [CChar]

    init(_ name: String) {
      self.name = name
      bytes = name.utf8CString.map { $0 }
    }

    init(bytes: [CChar]) {
      self.bytes = bytes
      name = String(decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }

  /// What looking up a name gave.
  enum LookUp<Found> {
    case entered(Found, name: String)
    /// There is no such name; perhaps one that is nearly the same.
    case absent(similar: String?)
    case refused(LocalizedText)
  }

  /// Why a file is not opened.
  enum Refusal: Error {
    case gone
    case refused(LocalizedText)
  }

  let descriptor: Int32

  private init(owning descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }

  /// Opens a folder by its path.
  static func open(_ path: String) -> Result<Folder, SystemError> {
    let descriptor = Glibc.open(path, td_names_only | O_DIRECTORY | O_CLOEXEC)
    return descriptor < 0 ? .failure(SystemError(number: errno)) : .success(Folder(owning: descriptor))
  }

  /// Opens the folder at the end of a way of folders, all at once and with the names as they are written; nil if the kernel does not
  /// know how to, or if there is anything on the way that is no folder of that name. Links are not followed.
  func descend(_ names: ArraySlice<String>) -> Folder? {
    let inner = td_open_folder_beneath(descriptor, names.joined(separator: "/"))
    return inner < 0 ? nil : Folder(owning: inner)
  }

  /// Opens a folder in this one. As with ``descend(_:)``, it need not be readable as long as nobody asks for its entries (O_PATH).
  func enter(_ name: String) -> LookUp<Folder> {
    guard let entry = find(name) else { return .absent(similar: similar(to: name)) }
    switch kind(of: entry) {
    case .failure(let code): return .refused(Wording.cannotOpen(code: code.number))
    case .success(S_IFLNK): return .refused(Wording.symbolicLinkForFolder)
    case .success(S_IFDIR): break
    case .success: return .refused(Wording.notAFolder)
    }
    let inner = openat(descriptor, entry.bytes, td_names_only | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    if inner < 0 { return .refused(Wording.cannotOpen(code: errno)) }
    return .entered(Folder(owning: inner), name: entry.name)
  }

  /// Opens a regular file in this folder.
  func openFile(_ name: String) -> LookUp<Int32> {
    guard let entry = find(name) else { return .absent(similar: similar(to: name)) }
    switch openFile(entry) {
    case .success(let file): return .entered(file, name: entry.name)
    case .failure(.gone): return .absent(similar: nil)
    case .failure(.refused(let text)): return .refused(text)
    }
  }

  /// Opens a regular file in this folder.
  func openFile(_ entry: Entry) -> Result<Int32, Refusal> {
    // Looked at before it is opened, because opening alone makes some devices act; and again afterwards, because the name
    // may have come to mean something else in between. O_NONBLOCK keeps a FIFO from waiting for its writer.
    switch kind(of: entry) {
    case .failure(let code) where code.number == ENOENT: return .failure(.gone)
    case .failure(let code): return .failure(.refused(Wording.cannotOpen(code: code.number)))
    case .success(let kind):
      if let text = Self.refusal(kind) { return .failure(.refused(text)) }
    }
    let file = openat(descriptor, entry.bytes, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    if file < 0 { return .failure(errno == ENOENT ? .gone : .refused(Wording.cannotOpen(code: errno))) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(file)
      return .failure(.refused(Wording.notAFile))
    }
    return .success(file)
  }

  /// Whether an entry is a folder.
  func isFolder(_ entry: Entry) -> Bool {
    if case .success(S_IFDIR) = kind(of: entry) { true } else { false }
  }

  /// Whether there is a file of a name that is not empty.
  func holdsSomething(_ name: String) -> Bool {
    var status = stat()
    return fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && status.st_size > 0
  }

  /// Everything in the folder but `.` and `..`, by the bytes of the names.
  func entries() -> Result<[Entry], SystemError> {
    // fdopendir takes its descriptor over, so it gets one of its own, which begins at the first entry.
    let own = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard own >= 0 else { return .failure(SystemError(number: errno)) }
    guard let stream = fdopendir(own) else {
      let code = errno
      close(own)
      return .failure(SystemError(number: code))
    }
    defer { closedir(stream) }
    var entries: [Entry] = []
    errno = 0
    // The entry that readdir points to is valid until the next call on the stream, and its name ends with a NUL (POSIX).
    while let next = readdir(stream) {
      let entry = Entry(
        bytes: withUnsafeBytes(of: next.pointee.d_name) { name in
          name.prefix { $0 != 0 }.map { CChar(bitPattern: $0) } + [0]
        })
      if entry.name != ".", entry.name != ".." { entries.append(entry) }
    }
    if errno != 0 { return .failure(SystemError(number: errno)) }
    return .success(entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) })
  }

  /// The entry of a name, or the only one that differs from it in Unicode normalization: macOS writes が as か and a mark.
  private func find(_ name: String) -> Entry? {
    let exact = Entry(name)
    if case .failure(let code) = kind(of: exact), code.number == ENOENT {
      // Equality of strings is canonical equivalence.
      let equal = (try? entries().get())?.filter { $0.name == name } ?? []
      return equal.count == 1 ? equal[0] : nil
    }
    return exact
  }

  private func similar(to name: String) -> String? {
    guard let entries = try? entries().get() else { return nil }
    return nearest(to: name, among: entries.map(\.name))
  }

  private func kind(of entry: Entry) -> Result<mode_t, SystemError> {
    var status = stat()
    guard fstatat(descriptor, entry.bytes, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      return .failure(SystemError(number: errno))
    }
    return .success(status.st_mode & S_IFMT)
  }

  private static func refusal(_ kind: mode_t) -> LocalizedText? {
    switch kind {
    case S_IFREG: nil
    case S_IFLNK: Wording.symbolicLink
    case S_IFDIR: Wording.folderInsteadOfFile
    default: Wording.notAFile
    }
  }
}
