import Dispatch
import Foundation
import Synchronization

/// The built command, run as people run it: in a process of its own, with nothing of the tester's environment.
struct Command {
  /// What a run left behind.
  struct Result {
    let status: Int32
    /// Whether a signal ended it; then `status` is the signal.
    let wasKilled: Bool
    let output: Data
    let errors: Data
    var out: String { String(decoding: output, as: UTF8.self) }
    var err: String { String(decoding: errors, as: UTF8.self) }
  }

  /// The command beside this test bundle: both lie in the folder that they are built in.
  static let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().appending(
    path: "tenken")

  /// The checkout that the command was built in.
  static let checkout = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Runs the command to its end.
  /// - Parameter input: what stands on its standard input.
  static func run(
    _ arguments: [String], in folder: URL? = nil, environment: [String: String] = [:], input: String? = nil
  ) throws -> Result {
    try run(program, arguments, in: folder, environment: environment, input: input)
  }

  /// Runs any program to its end, with what it writes in pipes.
  static func run(
    _ program: URL, _ arguments: [String], in folder: URL? = nil, environment: [String: String] = [:],
    input: String? = nil
  ) throws -> Result {
    let process = process(program, arguments, in: folder, environment: environment)
    if let input {
      let pipe = Pipe()
      process.standardInput = pipe
      // What a test writes is shorter than what a pipe holds.
      try pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
      try pipe.fileHandleForWriting.close()
    }
    let (out, err) = (Pipe(), Pipe())
    process.standardOutput = out
    process.standardError = err
    try process.run()
    let watchdog = Watchdog(process)
    defer { watchdog.cancel() }
    // Both pipes are emptied at a time, so that neither fills up while the other is waited for.
    let errors = Drain(err)
    let output = out.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, wasKilled: process.terminationReason == .uncaughtSignal, output: output,
      errors: errors.wait())
  }

  /// The command, ready to be started.
  static func process(
    _ program: URL = program, _ arguments: [String], in folder: URL? = nil, environment: [String: String] = [:]
  ) -> Process {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.environment = ["LC_ALL": "C", "PATH": "/usr/bin:/bin"].merging(environment) { _, new in new }
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    return process
  }
}

/// Kills a process that hangs, so that a hang is a failure of one test and not the end of all.
struct Watchdog {
  private let bite: DispatchWorkItem

  init(_ process: Process, after seconds: Int = 120) {
    let id = process.processIdentifier
    bite = DispatchWorkItem { kill(id, SIGKILL) }
    DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(seconds), execute: bite)
  }

  func cancel() { bite.cancel() }
}

/// Reads a pipe to its end on a thread of its own.
private final class Drain: Sendable {
  private let data = Mutex(Data())
  private let done = DispatchGroup()

  init(_ pipe: Pipe) {
    let handle = pipe.fileHandleForReading
    DispatchQueue.global().async(group: done) {
      let bytes = handle.readDataToEndOfFile()
      self.data.withLock { $0 = bytes }
    }
  }

  func wait() -> Data {
    done.wait()
    return data.withLock { $0 }
  }
}
