import Glibc

/// A folder in which only this user can have put what is there: neither it nor a file in it is taken if somebody else owns it or
/// may write to it, or if it is a link. Whatever fails, fails silently: what is kept here can be made again.
struct PrivateFolder: Sendable {
  private let path: String

  /// Names a folder by its whole path; it need not be there.
  init(_ path: String) { self.path = path }

  /// The bytes of a file; nil if there is none that may be trusted.
  func read(_ name: String, atMost limit: Int) -> [UInt8]? {
    guard let folder = open() else { return nil }
    defer { close(folder) }
    // Without O_NONBLOCK a named pipe would hold the program.
    let file = openat(folder, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    guard let status = Self.status(of: file, kind: S_IFREG), 1...limit ~= Int(status.st_size) else { return nil }
    let size = Int(status.st_size)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      // `read` initialises at most the bytes that are left of the buffer, and says how many; `count` adds these up.
      while count < size {
        let got = Glibc.read(file, buffer.baseAddress.map { $0 + count }, size - count)
        if got > 0 { count += got } else if got == 0 || errno != EINTR { break }
      }
    }
    return bytes.count == size ? bytes : nil
  }

  /// Puts a file in the place of the one before; a reader sees the one or the other. Makes the folder, and the one that it is in.
  func write(_ bytes: [UInt8], as name: String) {
    make()
    guard let folder = open() else { return }
    defer { close(folder) }
    // Of this process alone; what one before it with the same number left behind is of no use.
    let draft = ".\(name).\(getpid())"
    unlinkat(folder, draft, 0)
    let file = openat(folder, draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { return }
    let isWritten = Self.write(bytes, to: file)
    let isClosed = close(file) == 0
    if !isWritten || !isClosed || renameat(folder, draft, folder, name) != 0 { unlinkat(folder, draft, 0) }
  }

  /// Makes the folder in what belongs to this user, and nothing in what belongs to others: a program that runs as root must not
  /// leave folders of root's in somebody's home.
  private func make() {
    guard path.hasPrefix("/") else { return }
    let parent = path.folder
    for (outer, new) in [(parent.folder, parent), (parent, path)] {
      var status = stat()
      guard stat(outer, &status) == 0, status.st_uid == geteuid() else { continue }
      mkdir(new, 0o700)
    }
  }

  private func open() -> Int32? {
    guard path.hasPrefix("/") else { return nil }
    let folder = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
    guard folder >= 0 else { return nil }
    guard Self.status(of: folder, kind: S_IFDIR) != nil else {
      close(folder)
      return nil
    }
    return folder
  }

  /// The status of what nobody else can have written; nil for anything else.
  private static func status(of descriptor: Int32, kind: mode_t) -> stat? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == kind, status.st_uid == geteuid(),
      status.st_mode & (S_IWGRP | S_IWOTH) == 0
    else { return nil }
    return status
  }

  private static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        // write(2) reads `rest.count` bytes of the array that this closure holds.
        let count = Glibc.write(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count > 0 { rest = rest.dropFirst(count) } else if count == 0 || errno != EINTR { return false }
      }
      return true
    }
  }
}

extension String {
  /// The path of what holds what a path names.
  fileprivate var folder: String {
    guard let slash = lastIndex(of: "/") else { return "." }
    return slash == startIndex ? "/" : String(self[..<slash])
  }
}
