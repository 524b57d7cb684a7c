import Compliance
import Glibc
import Wording

/// The files of a signing key: the key for its owner alone, and beside it, with `.pub` behind its name, the public half.
public struct KeyFile: Sendable {
  /// The path of the key.
  public let path: String
  /// The path of its public half.
  public var publicPath: String { "\(path).pub" }

  /// Names the files.
  public init(_ path: String) { self.path = path }

  /// Reads the key; nil if there is no such file.
  /// - Throws: the problem of a file that cannot be read, that others may read, or that is no key.
  public func key() throws(Problem) -> SigningKey? {
    guard let (text, mode) = try read(path) else { return nil }
    guard mode & 0o077 == 0 else { throw problem(Wording.History.keyIsOpen(path)) }
    guard let key = SigningKey(pem: text) else { throw problem(Wording.History.notAKey) }
    return key
  }

  /// Reads a public key; nil if there is no such file.
  /// - Parameter path: the file.
  public static func verifyingKey(at path: String) throws(Problem) -> VerifyingKey? {
    guard let (text, _) = try KeyFile(path).read(path) else { return nil }
    guard let key = VerifyingKey(pem: text) else { throw Problem(at: Place(file: path), Wording.History.notAPublicKey) }
    return key
  }

  /// Makes a key and writes both files; a file that is there is never written over.
  public func make() throws(Problem) -> SigningKey {
    let key = SigningKey()
    try write(key.pem, to: path, mode: 0o600)
    try write(key.verifying.pem, to: publicPath, mode: 0o644)
    return key
  }

  private func problem(_ text: LocalizedText) -> Problem { Problem(at: Place(file: path), text) }

  private func failure(_ code: Int32, _ path: String) -> Problem {
    // strerror gives a NUL-terminated text that lives at least until the thread's next call; it is copied at once.
    Problem(at: Place(file: path), Wording.History.keyNotAccessible(String(cString: strerror(code))))
  }

  private func read(_ path: String) throws(Problem) -> (text: String, mode: mode_t)? {
    // Without O_NONBLOCK a named pipe would hold the program.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    if descriptor < 0 {
      if errno == ENOENT { return nil }
      throw failure(errno, path)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(errno, path) }
    // Keys are a few hundred bytes; more is something else.
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    guard count >= 0 else { throw failure(errno, path) }
    return (String(decoding: bytes.prefix(count), as: UTF8.self), status.st_mode)
  }

  private func write(_ text: String, to path: String, mode: mode_t) throws(Problem) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw failure(errno, path) }
    defer { close(descriptor) }
    let bytes = Array(text.utf8)
    guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
      let code = errno
      unlink(path)
      throw failure(code == 0 ? ENOSPC : code, path)
    }
  }
}
