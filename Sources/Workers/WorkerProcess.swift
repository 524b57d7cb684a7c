import CConfinement
import Glibc

/// A worker as its host sees it: a process that is sealed before it is told anything, and is believed nothing.
///
/// It belongs to the thread that started it and must end before that thread does, because the kernel kills it then.
/// When the last reference to it goes, it is killed and waited for, so that neither a process nor a descriptor is left.
public final class WorkerProcess {
  /// What comes from a worker.
  public enum Event: Equatable {
    /// Bytes that it sent as one message.
    case message([UInt8])
    /// Nothing will come any more. Everything that it had sent came before.
    case ended(WorkerEnd)
  }

  /// What it gave up; known once it has said its first word.
  public private(set) var seal: WorkerSeal?

  private let process: pid_t
  private let socket: Int32
  private let page: ProgressPage
  private var stream: MessageStream
  private var clock: WorkerClock
  private var received = 0
  private var verdict: WorkerEnd?
  private var end: WorkerEnd?
  private var chunk = [UInt8](repeating: 0, count: 64 << 10)

  /// How often a worker that says nothing is looked at, in milliseconds.
  private static let lookEvery: Int32 = 50

  /// Starts a worker.
  /// - Throws: the system's error if no process, socket or memory is to be had.
  public init(_ program: WorkerProgram = .own, _ limits: WorkerLimits) throws(WorkerFailure) {
    var sockets: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &sockets) == 0 else {
      throw WorkerFailure(number: errno)
    }
    let shared = tc_progress_create()
    defer {
      close(sockets[1])
      if shared >= 0 { close(shared) }
    }
    do throws(WorkerFailure) {
      guard shared >= 0 else { throw WorkerFailure(number: errno) }
      page = try ProgressPage(shared, isWritable: false)
      process = try spawn(program, limits, socket: sockets[1], page: shared)
    } catch {
      close(sockets[0])
      throw error
    }
    socket = sockets[0]
    stream = MessageStream(longest: limits.message)
    clock = WorkerClock(process, limits)
  }

  deinit {
    if end == nil { _ = reap() }
    close(socket)
  }

  /// Sends a message, and with it open descriptors, which stay open here.
  /// - Returns: false if the worker takes no more; `receive` tells why.
  public func send(_ message: [UInt8], descriptors: [Int32] = []) -> Bool {
    guard verdict == nil, write(MessageStream.framed(message)) else { return false }
    return descriptors.isEmpty || tc_send_descriptors(socket, descriptors, descriptors.count) == 0
  }

  /// Sends nothing but descriptors, for which the worker waits.
  public func send(descriptors: [Int32]) -> Bool {
    verdict == nil && tc_send_descriptors(socket, descriptors, descriptors.count) == 0
  }

  /// Waits for the next message, or for the end. Kills a worker that uses up too much or sends what no worker sends.
  /// - Parameter look: is called while there is nothing to give back, again and again; it may interrupt or stop the worker.
  public func receive(_ look: () -> Void = {}) -> Event {
    while true {
      look()
      switch stream.next() {
      case .message(let message):
        if seal != nil { return .message(message) }
        if !takeSeal(message) { stop(.lied) }
      case .tooLong:
        stop(.lied)
      case .incomplete:
        if let end { return .ended(end) }
        fill()
      }
      if verdict != nil, end == nil { finish() }
    }
  }

  /// Waits for its first word, and tells what it has given up; nil if it ended before, which `receive` tells.
  public func waitUntilSealed() -> WorkerSeal? {
    while seal == nil, end == nil {
      switch stream.next() {
      case .message(let message) where takeSeal(message): break
      case .message, .tooLong: stop(.lied)
      case .incomplete: fill()
      }
      if verdict != nil, end == nil { finish() }
    }
    return seal
  }

  /// The processor time in seconds that it had used when it was last looked at.
  public var secondsUsed: Double { clock.secondsUsed }

  /// Where it was when it ended, if it was within a call.
  public var position: WorkerPosition? {
    let raw = page.position
    guard raw.calls % 2 == 1 else { return nil }
    return WorkerPosition(task: Int(raw.task), source: Int(raw.source), file: Int(raw.file), line: Int(raw.line))
  }

  /// Tells it to leave what it is at (SIGINT). Only a worker that expects this survives it.
  public func interrupt() {
    // The process has not been waited for, so the number is still its own.
    if end == nil { kill(process, SIGINT) }
  }

  /// Ends it because of what it sent: the host that reads the messages found no sense in them. Nothing more comes but its end.
  public func stop(_ reason: WorkerEnd) {
    if verdict == nil { verdict = reason }
    if end == nil { kill(process, SIGKILL) }
    if reason == .lied, end != nil { (end, stream) = (.lied, MessageStream(longest: 0)) }
  }

  // MARK: - The first word

  private func takeSeal(_ message: [UInt8]) -> Bool {
    guard message.count == 6, let step = WorkerSeal.Step(rawValue: message[0]) else { return false }
    let error = Int32(truncatingIfNeeded: MessageStream.length(message[2...]))
    if step == .sealed {
      seal = WorkerSeal(landlock: Int(message[1]))
    } else {
      stop(.notSealed(step: step, error: error))
    }
    return true
  }

  // MARK: - Bytes

  private func fill() {
    var waiting = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
    let ready = poll(&waiting, 1, Self.lookEvery)
    if let limit = clock.exceeded(at: page.position) { return stop(limit) }
    guard ready > 0 else { return }
    let count = read(socket, &chunk, chunk.count)
    if count > 0 {
      received += count
      clock.heard()
      stream.append(chunk[..<count])
    } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
      finish()
    }
  }

  private func write(_ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        // Slicing checks the bounds; the pointer does not leave the closure.
        let rest = UnsafeRawBufferPointer(rebasing: buffer[sent...])
        return Glibc.send(socket, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
      }
      if count > 0 {
        sent += count
        clock.heard()
      } else if errno == EAGAIN {
        var waiting = pollfd(fd: socket, events: Int16(POLLOUT), revents: 0)
        _ = poll(&waiting, 1, Self.lookEvery)
        if let limit = clock.exceeded(at: page.position) {
          stop(limit)
          return false
        }
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }

  // MARK: - The end

  private func finish() {
    let status = reap()
    // What came over the socket comes first, then what the worker did not live to write. All of it is there by now; waiting for an
    // end of the stream would be waiting for whoever else may hold the socket.
    while true {
      let count = recv(socket, &chunk, chunk.count, Int32(MSG_DONTWAIT))
      if count > 0 {
        received += count
        stream.append(chunk[..<count])
      } else if count == 0 || errno != EINTR {
        break
      }
    }
    stream.append(page.rest(after: received))
    end = verdict ?? Self.end(of: status)
    if end == .lied { stream = MessageStream(longest: 0) }
  }

  /// Kills the process, if it still runs, and takes its status, so that no zombie is left.
  private func reap() -> Int32 {
    kill(process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status
  }

  private static func end(of status: Int32) -> WorkerEnd {
    // The macros of wait(2), which Swift does not import.
    let signal = status & 0x7F
    switch signal {
    case 0: return .left(status: (status >> 8) & 0xFF)
    case SIGSYS: return .forbidden
    case SIGXCPU: return .totalTooLong
    default: return .crashed(signal: signal)
    }
  }
}

/// Starts a program as a worker: the socket and the shared page are its 3 and 4, and its environment is empty but for what keeps
/// libraries from looking around.
private func spawn(
  _ program: WorkerProgram, _ limits: WorkerLimits, socket: Int32, page: Int32
) throws(WorkerFailure) -> pid_t {
  let arguments =
    [program.path] + program.arguments
    + [String(getpid()), String(limits.memory), String(Int(limits.totalSeconds.rounded(.up)) + 1)]
  var process = pid_t()
  let error = withCStrings(arguments) { arguments in
    withCStrings(["LC_ALL=C", "SWIFT_BACKTRACE=enable=no"]) { environment in
      tc_spawn(program.path, arguments, environment, [socket, page], 2, &process)
    }
  }
  guard error == 0 else { throw WorkerFailure(number: error) }
  return process
}

/// Calls a function with an array of C strings that ends with a null pointer, as exec(3) wants it.
private func withCStrings<Result>(
  _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  var pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) }
  pointers.append(nil)
  // The copies live until the call has ended, and nobody keeps them.
  defer { for pointer in pointers { free(pointer) } }
  return pointers.withUnsafeBufferPointer { buffer in
    // The array has at least the null pointer, so it has an address.
    guard let start = buffer.baseAddress else { preconditionFailure("an array that is not empty has no address") }
    return body(start)
  }
}
