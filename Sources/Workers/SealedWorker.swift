import CConfinement
import Glibc

/// The worker's own side: a process that has sealed itself and now serves its host.
///
/// It belongs to the only thread of the process.
public final class SealedWorker {
  /// The descriptors that a worker finds open.
  static let socket: Int32 = 3
  static let page: Int32 = 4

  private let page: ProgressPage

  /// Seals this process and says so to the host. Nothing has been read before, and nothing is when sealing fails: then the process ends.
  /// - Parameter arguments: what the host wrote behind the word that makes a worker.
  public init(_ arguments: [String]) {
    guard arguments.count == 3, let parent = pid_t(arguments[0]), let memory = UInt64(arguments[1]),
      let seconds = UInt64(arguments[2]),
      let page = try? ProgressPage(Self.page, isWritable: true)
    else {
      // Somebody typed the hidden word by hand: there is nobody to serve.
      _exit(64)
    }
    self.page = page
    close(Self.page)
    var limits = tc_limits(memory: memory, cpu_seconds: seconds)
    let seal = tc_seal_process(&limits, parent)
    send(
      [UInt8(truncatingIfNeeded: seal.failed.rawValue), UInt8(clamping: seal.landlock_abi)]
        + MessageStream.header(Int(seal.error)))
    flush()
    if seal.failed != TC_SEALED { _exit(71) }
  }

  // MARK: - Messages

  /// Waits for the host's next message; nil when the host wants nothing more.
  public func receive() -> [UInt8]? {
    flush()
    guard let header = read(4) else { return nil }
    return read(MessageStream.length(header))
  }

  /// Takes descriptors that the host sends after a message.
  public func receiveDescriptors(_ count: Int) -> [Int32]? {
    var descriptors = [Int32](repeating: -1, count: count)
    return count == 0 || tc_receive_descriptors(Self.socket, &descriptors, count) == 0 ? descriptors : nil
  }

  /// Reads a whole file that the host handed over; nil if it cannot be read.
  public static func contents(of descriptor: Int32) -> [UInt8]? {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    var bytes = [UInt8](repeating: 0, count: status.st_size)
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeMutableBytes { buffer in
        // Slicing checks the bounds; the pointer does not leave the closure.
        let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
        return pread(descriptor, rest.baseAddress, rest.count, done)
      }
      if count == 0 || (count < 0 && errno != EINTR) { return nil }
      done += max(0, count)
    }
    return bytes
  }

  /// Says something. It may wait in the shared page, where the host finds it even if this process ends at once.
  public func send(_ message: [UInt8]) {
    let framed = MessageStream.framed(message)
    if page.append(framed) { return }
    flush()
    if page.append(framed) { return }
    write(framed)
    page.passed(framed.count)
  }

  /// Writes what waits.
  public func flush() {
    let isDone = page.flush { bytes in
      write(bytes)
      return true
    }
    // `write` ends the process when it cannot write.
    precondition(isDone)
  }

  // MARK: - Positions

  /// Notes that a call into foreign code begins.
  public func begin(_ position: WorkerPosition) { page.begin(position) }

  /// Notes that it has ended.
  public func end() { page.end() }

  /// Notes which file of which source the calls that follow are about.
  public func move(source: Int, file: Int) { page.move(source: source, file: file) }

  /// Makes C functions that note calls of some tasks.
  public func watch(tasks: [Int]) -> CallWatch { CallWatch(page, tasks) }

  // MARK: - Bytes

  private func read(_ count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let more = bytes.withUnsafeMutableBytes { buffer in
        // Slicing checks the bounds; the pointer does not leave the closure.
        let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
        return Glibc.read(Self.socket, rest.baseAddress, rest.count)
      }
      if more == 0 || (more < 0 && errno != EINTR) { return nil }
      done += max(0, more)
    }
    return bytes
  }

  private func write(_ bytes: [UInt8]) { bytes.withUnsafeBytes { write($0) } }

  private func write(_ bytes: UnsafeRawBufferPointer) {
    var done = 0
    while done < bytes.count {
      // Slicing checks the bounds; the caller's buffer outlives the call.
      let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
      let count = Glibc.write(Self.socket, rest.baseAddress, rest.count)
      // A host that is gone needs no answer; SIGPIPE would say the same less clearly.
      if count < 0 && errno != EINTR { _exit(74) }
      done += max(0, count)
    }
  }
}
