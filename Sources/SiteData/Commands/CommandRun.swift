import CSiteData
import Glibc
import Wording

/// Why a command gave nothing that could be read.
enum CommandFailure: Error, Hashable, Sendable {
  /// No program of that name in the folders that are looked into, or at that path.
  case absent
  /// There is one, but it may not be run.
  case notExecutable(path: String)
  /// The system did not start it (errno).
  case notStarted(path: String, Int32)
  /// It ran longer than it may.
  case tooLong(path: String, errors: String)
  /// It printed more than it may.
  case tooMuch(path: String)
  /// It ended with a status that is not accepted.
  case status(path: String, Int32, errors: String)
  /// A signal ended it.
  case signal(path: String, Int32, errors: String)
  /// What it printed could not be kept (errno).
  case output(Int32)
}

/// One run of a program, from its start until nothing of it is left.
///
/// The program gets its arguments and nothing else: no shell, no standard input, no environment but a locale and a path. It has a
/// session of its own, and with it a group of processes, which is killed as a whole: when it takes too long or prints too much, and
/// also when it ends by itself and leaves something running. What it prints goes through a pipe, so that the limit holds to the byte,
/// into a file in memory that the readers of sources take like any other.
struct CommandRun {
  private let path: String
  private let process: pid_t
  private let deadline: ContinuousClock.Instant
  private let output: Int32
  private let errors: Int32
  private let file: MemoryFile
  private var tail = ErrorTail()
  private var isOutputOpen = true
  private var areErrorsOpen = true
  private var chunk = [UInt8](repeating: 0, count: 64 << 10)

  /// How long a program that was asked to end may take to clear up.
  private static let grace = Duration.seconds(1)
  /// How often a program is looked at that says nothing, in milliseconds; and one that has closed its outputs, and so is about to end.
  private static let (lookEvery, lookOften): (Int32, Int32) = (50, 1)

  /// Runs a program to its end on the calling thread.
  /// - Parameter mostMemory: the bytes of its address space, for each of its processes; nil for as many as it can get.
  /// - Returns: what it printed, as a file that nobody can change any more.
  static func run(
    _ arguments: [String], timeout: Duration, mostOutput: Int, mostMemory: Int? = nil, accepting: Set<Int>,
    folders: [String] = ProgramPath.folders
  ) -> Result<Int32, CommandFailure> {
    Result { () throws(CommandFailure) in
      var run = try start(arguments, timeout, mostOutput, mostMemory, folders)
      return try run.finish(accepting)
    }
  }

  private static func start(
    _ arguments: [String], _ timeout: Duration, _ mostOutput: Int, _ mostMemory: Int?, _ folders: [String]
  ) throws(CommandFailure) -> CommandRun {
    let path: String
    switch ProgramPath.find(arguments.first ?? "", in: folders) {
    case .absent: throw .absent
    case .notExecutable(let path): throw .notExecutable(path: path)
    case .program(let found): path = found
    }
    guard let output = Pipe(), let errors = Pipe() else { throw .notStarted(path: path, errno) }
    guard let file = MemoryFile(most: mostOutput) else { throw .output(errno) }
    var process = pid_t()
    let environment = ["LC_ALL=C.UTF-8", "PATH=\(folders.joined(separator: ":"))"]
    let error = withCStrings([path] + arguments.dropFirst()) { arguments in
      withCStrings(environment) {
        td_start(path, arguments, $0, output.writing, errors.writing, UInt64(mostMemory ?? 0), &process)
      }
    }
    output.closeWriting()
    errors.closeWriting()
    guard error == 0 else { throw .notStarted(path: path, error) }
    return CommandRun(
      path: path, process: process, deadline: .now + timeout, output: output, errors: errors, file: file)
  }

  private let pipes: [Pipe]

  private init(
    path: String, process: pid_t, deadline: ContinuousClock.Instant, output: Pipe, errors: Pipe, file: MemoryFile
  ) {
    self.path = path
    self.process = process
    self.deadline = deadline
    self.output = output.reading
    self.errors = errors.reading
    self.file = file
    pipes = [output, errors]
  }

  private mutating func finish(_ accepted: Set<Int>) throws(CommandFailure) -> Int32 {
    var failure: CommandFailure?
    while failure == nil, !td_has_ended(process) {
      wait()
      if let cause = drain() { failure = cause }
      if failure == nil, ContinuousClock.now >= deadline { failure = .tooLong(path: path, errors: tail.text) }
    }
    if failure != nil { askToEnd() }
    let status = reap()
    // Its whole group is dead, so whatever it has written is in the pipes by now.
    if failure == nil { failure = drain() }
    if let failure { throw failure }
    // The macros of wait(2), which Swift does not import.
    let (signal, exit) = (status & 0x7F, (status >> 8) & 0xFF)
    guard signal == 0 else { throw .signal(path: path, signal, errors: tail.text) }
    guard accepted.contains(Int(exit)) else { throw .status(path: path, exit, errors: tail.text) }
    do throws(SystemError) { return try file.seal() } catch { throw .output(error.number) }
  }

  private func wait() {
    var waiting = [
      pollfd(fd: output, events: Int16(POLLIN), revents: 0), pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
    ]
    // A negative descriptor is passed over (poll(2)).
    if !isOutputOpen { waiting[0].fd = -1 }
    if !areErrorsOpen { waiting[1].fd = -1 }
    _ = poll(&waiting, 2, isOutputOpen || areErrorsOpen ? Self.lookEvery : Self.lookOften)
  }

  /// Takes what is in the pipes now, and not what a program without end puts there meanwhile.
  private mutating func drain() -> CommandFailure? {
    for _ in 0..<16 where isOutputOpen {
      let count = read(output, &chunk, chunk.count)
      if count > 0 {
        switch file.append(chunk[..<count]) {
        case .written: continue
        case .full: return .tooMuch(path: path)
        case .failed(let code): return .output(code)
        }
      }
      if count == 0 { isOutputOpen = false }
      if count == 0 || errno != EINTR { break }
    }
    for _ in 0..<16 where areErrorsOpen {
      let count = read(errors, &chunk, chunk.count)
      if count > 0 {
        tail.append(chunk[..<count])
        continue
      }
      if count == 0 { areErrorsOpen = false }
      if count == 0 || errno != EINTR { break }
    }
    return nil
  }

  /// Asks the group to end, and gives it a moment.
  private func askToEnd() {
    kill(-process, SIGTERM)
    let end = ContinuousClock.now + Self.grace
    while !td_has_ended(process), ContinuousClock.now < end { usleep(5000) }
  }

  /// Kills what is left of the group, while the zombie of its leader still keeps the number, and takes the leader's status.
  private func reap() -> Int32 {
    kill(-process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status
  }
}

/// A pipe that this process reads without waiting.
private final class Pipe {
  let reading: Int32
  private(set) var writing: Int32

  init?() {
    var ends: [Int32] = [-1, -1]
    guard td_pipe(&ends) == 0 else { return nil }
    (reading, writing) = (ends[0], ends[1])
  }

  func closeWriting() {
    if writing >= 0 { close(writing) }
    writing = -1
  }

  deinit {
    close(reading)
    closeWriting()
  }
}

/// A file in memory with a limit.
private final class MemoryFile {
  enum Appended {
    case written
    case full
    case failed(Int32)
  }

  private var descriptor: Int32
  private var left: Int

  init?(most: Int) {
    descriptor = td_memory_file()
    left = most
    if descriptor < 0 { return nil }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  func append(_ bytes: ArraySlice<UInt8>) -> Appended {
    if bytes.count > left { return .full }
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 { rest = rest.dropFirst(count) } else if count == 0 || errno != EINTR { return .failed(errno) }
    }
    left -= bytes.count
    return .written
  }

  /// Hands the file over; nobody can change it any more.
  func seal() throws(SystemError) -> Int32 {
    let error = td_seal_file(descriptor)
    if error != 0 { throw SystemError(number: error) }
    defer { descriptor = -1 }
    return descriptor
  }
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
