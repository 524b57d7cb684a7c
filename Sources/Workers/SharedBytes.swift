import CConfinement
import Glibc
import Synchronization

/// Bytes that workers may read, made when the first of them asks, and then the same for all: a file in memory that nobody can change.
public final class SharedBytes: Sendable {
  private let make: @Sendable () -> [UInt8]
  private let file = Mutex<Int32?>(nil)

  /// Says how the bytes are made.
  public init(_ make: @escaping @Sendable () -> [UInt8]) { self.make = make }

  deinit {
    file.withLock { file in
      if let file { close(file) }
    }
  }

  /// A descriptor of the bytes, open as long as this object lives.
  /// - Throws: the system's error if there is no memory or no descriptor for them.
  public func descriptor() throws(WorkerFailure) -> Int32 {
    let descriptor = file.withLock { file in
      if let file { return file }
      let bytes = make()
      let made = tc_memory_file(bytes, bytes.count)
      if made >= 0 { file = made }
      return made >= 0 ? made : -errno
    }
    guard descriptor >= 0 else { throw WorkerFailure(number: -descriptor) }
    return descriptor
  }
}
