public import Compliance
import Glibc
import Wording

/// Files that people name, read whole and only if they are files: no pipe, device or folder.
public enum RegularFile {
  /// The bytes of a file.
  /// - Parameters:
  ///   - path: where the file is.
  ///   - file: the name that the problem shows.
  ///   - limit: how many bytes are read; what lies behind them is not.
  /// - Throws: the reason why it cannot be read.
  public static func bytes(path: String, file: String, atMost limit: Int) throws(Problem) -> [UInt8] {
    switch contents(of: path, atMost: limit) {
    case .success(let bytes): return bytes
    case .failure(let fault): throw Problem(at: Place(file: file), Wording.fileUnreadable(fault.reason))
    }
  }

  /// The bytes that come next of an open file.
  /// - Parameters:
  ///   - descriptor: the file, which stays open.
  ///   - limit: how many bytes are read; what lies behind them is not.
  /// - Returns: the bytes, or the system's error (errno).
  public static func read(_ descriptor: Int32, atMost limit: Int) -> (bytes: [UInt8], errno: Int32) {
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      // `read` initialises at most the bytes that are left of the buffer, and says how many; `count` adds these up.
      while count < limit {
        let got = Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, limit - count)
        if got > 0 {
          count += got
        } else if got == 0 || errno != EINTR {
          code = got == 0 ? 0 : errno
          break
        }
      }
    }
    return (bytes, code)
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

private func contents(of path: String, atMost limit: Int) -> Result<[UInt8], FileFault> {
  // Without O_NONBLOCK a named pipe would hold the program until somebody wrote into it.
  let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
  guard descriptor >= 0 else { return .failure(FileFault(errno: errno)) }
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0 else { return .failure(FileFault(errno: errno)) }
  guard status.st_mode & S_IFMT == S_IFREG else { return .failure(.notAFile) }

  let (bytes, code) = RegularFile.read(descriptor, atMost: min(Int(status.st_size) + 1, limit))
  return code == 0 ? .success(bytes) : .failure(FileFault(errno: code))
}
