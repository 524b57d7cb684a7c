import Foundation
import Glibc
import Testing

/// The command at a terminal of its own: a pseudo-terminal that the test types at and looks at.
final class Terminal {
  private let process: Process
  private let master: FileHandle
  private let watchdog: Watchdog
  private var shown = Data()
  private var seen = 0

  /// Starts the command.
  init(_ arguments: [String], rows: UInt16 = 24, columns: UInt16 = 80, environment: [String: String] = [:]) throws {
    var (main, other): (Int32, Int32) = (-1, -1)
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    try #require(openpty(&main, &other, nil, nil, &size) == 0)
    master = FileHandle(fileDescriptor: main, closeOnDealloc: true)
    let terminal = FileHandle(fileDescriptor: other, closeOnDealloc: true)
    // setsid makes the terminal the command's own, so that Ctrl-C reaches it as a signal.
    process = Command.process(
      URL(filePath: "/usr/bin/setsid"), ["--ctty", "--wait", Command.program.path] + arguments,
      environment: ["TERM": "xterm", "NO_COLOR": "1", "LC_ALL": "C.UTF-8"].merging(environment) { _, new in new })
    process.standardInput = terminal
    process.standardOutput = terminal
    process.standardError = terminal
    try process.run()
    watchdog = Watchdog(process, after: 60)
    try terminal.close()
  }

  deinit {
    watchdog.cancel()
    if process.isRunning { process.terminate() }
  }

  /// Types keys.
  func type(_ keys: String) throws { try master.write(contentsOf: Data(keys.utf8)) }

  /// Waits until a text is shown behind what was waited for before, and gives what was shown up to its end.
  @discardableResult
  func wait(for text: String) throws -> String {
    while true {
      let fresh = shown[seen...]
      if let range = fresh.range(of: Data(text.utf8)) {
        defer { seen = range.upperBound }
        return String(decoding: fresh[..<range.upperBound], as: UTF8.self)
      }
      let bytes = next()
      try #require(!bytes.isEmpty, "nothing more before '\(text)': \(String(decoding: fresh, as: UTF8.self))")
      shown += bytes
    }
  }

  /// Waits until the command ends.
  func end() -> Int32 {
    while !next().isEmpty {}
    if process.isRunning { process.terminate() }
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// What is shown next; nothing once nobody has the terminal open, or if nothing is shown for as long as no command may be silent.
  private func next() -> ArraySlice<UInt8> {
    var waiting = pollfd(fd: master.fileDescriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, Self.patience) > 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(master.fileDescriptor, &bytes, bytes.count)
    return bytes.prefix(max(0, count))
  }

  /// In milliseconds: a bound on a test that would wait for ever, and never what a test depends on.
  private static let patience: Int32 = 30_000
}
