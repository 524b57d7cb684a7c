import Glibc

/// The lock that keeps two sweeps of one site apart. The kernel releases it when its holder ends, however it ends.
public struct SweepLock: ~Copyable {
  private let descriptor: Int32
  /// What the one wrote about itself who held the lock before; empty if nobody did.
  public let previous: String

  /// Why a lock was not had.
  public enum Failure: Error, Sendable {
    /// Another sweep holds it; the text is what that one wrote about itself.
    case held(by: String)
    /// The lock file could not be opened.
    case unavailable(errno: Int32)
  }

  /// Takes the lock at once, or not at all.
  /// - Parameters:
  ///   - path: the lock file; it is made if it is not there, and stays.
  ///   - holder: what others are told about this sweep.
  public init(at path: String, holder: String) throws(Failure) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw .unavailable(errno: errno) }
    let code = flock(descriptor, LOCK_EX | LOCK_NB) == 0 ? 0 : errno
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    let written = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    guard code == 0 else {
      close(descriptor)
      throw code == EWOULDBLOCK ? .held(by: written) : .unavailable(errno: code)
    }
    // What is written is only for people; the lock holds without it.
    let text = Array(holder.utf8)
    ftruncate(descriptor, 0)
    _ = write(descriptor, text, text.count)
    self.descriptor = descriptor
    previous = written
  }

  deinit {
    // A process that another thread is just starting still has a copy of the descriptor, and closing ours leaves its lock.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}
