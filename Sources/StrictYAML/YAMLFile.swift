import Compliance
import Glibc
import Wording

extension YAMLDocument {
  /// Reads a file from disk. That it cannot be read is one of its ``problems``.
  /// - Parameters:
  ///   - path: where the file is.
  ///   - file: the name that problems show.
  public init(path: String, file: String) {
    switch contents(of: path) {
    case .success(let bytes): self.init(file: file, bytes: bytes)
    case .failure(let fault): self.init(file: file, problem: Wording.fileUnreadable(fault.reason))
    }
  }
}

private struct FileFault: Error {
  let reason: Wording.FileFault

  init(errno code: Int32) {
    reason =
      switch code {
      case ENOENT, ENOTDIR: .absent
      case EACCES, EPERM: .forbidden
      default: .system(String(cString: strerror(code)))  // POSIX: strerror never returns null.
      }
  }

  static let notAFile = FileFault(.notAFile)

  private init(_ reason: Wording.FileFault) { self.reason = reason }
}

/// The bytes of a regular file, up to one more than a document may have, so that its size tells on it.
private func contents(of path: String) -> Result<[UInt8], FileFault> {
  // Without O_NONBLOCK a named pipe would hold the program until somebody wrote into it.
  let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
  guard descriptor >= 0 else { return .failure(FileFault(errno: errno)) }
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0 else { return .failure(FileFault(errno: errno)) }
  guard status.st_mode & S_IFMT == S_IFREG else { return .failure(.notAFile) }

  var code: Int32 = 0
  let capacity = min(Int(status.st_size), YAMLDocument.largestSize) + 1
  let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
    // `read` initialises at most the bytes that are left of the buffer, and says how many; `count` adds these up.
    while count < capacity {
      let got = read(descriptor, buffer.baseAddress.map { $0 + count }, capacity - count)
      if got > 0 {
        count += got
      } else if got == 0 || errno != EINTR {
        code = got == 0 ? 0 : errno
        break
      }
    }
  }
  return code == 0 ? .success(bytes) : .failure(FileFault(errno: code))
}
