import Glibc

extension Folder {
  /// Makes a folder in this one; one that is there already will do.
  /// - Returns: the system's error.
  func makeFolder(_ name: String) -> SystemError? {
    mkdirat(descriptor, name, 0o777) == 0 || errno == EEXIST ? nil : SystemError(number: errno)
  }

  /// Replaces a file of this folder as a whole, by way of a temporary file beside it: readers see the old bytes or the new ones, never a
  /// part. A link of that name is replaced, not followed.
  /// - Parameter mode: its permissions; nil for those of a new file.
  /// - Returns: the system's error; the file is as it was then.
  func replace(_ name: String, with content: [UInt8], mode: mode_t? = nil) -> SystemError? {
    let temporary = "\(name).\(String(UInt32.random(in: .min ... .max), radix: 36))"
    let file = openat(
      descriptor, temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode.map { $0 & 0o600 } ?? 0o666)
    guard file >= 0 else { return SystemError(number: errno) }
    defer { close(file) }
    guard Self.write(content, to: file), mode.map({ fchmod(file, $0) == 0 }) ?? true, fsync(file) == 0,
      renameat(descriptor, temporary, descriptor, name) == 0
    else {
      let cause = SystemError(number: errno)
      unlinkat(descriptor, temporary, 0)
      return cause
    }
    return nil
  }

  private static func write(_ content: [UInt8], to file: Int32) -> Bool {
    var bytes = content[...]
    while !bytes.isEmpty {
      // The buffer outlives the call, and write(2) reads at most its count.
      let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      guard count >= 0 || errno == EINTR else { return false }
      bytes = bytes.dropFirst(max(0, count))
    }
    return true
  }
}
