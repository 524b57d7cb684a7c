import Foundation
import Glibc
import Testing

@testable import Workers

/// Workers that the tests start: the probe for what a sealed process can do, the shell for what no worker would send.
@Suite(.serialized, .timeLimit(.minutes(5))) struct WorkerProcessTests {
  private static let probe = WorkerProgram(
    path: Bundle.main.executableURL.map { url in
      url.deletingLastPathComponent().appendingPathComponent("WorkerProbe").path
    } ?? "", arguments: [WorkerProgram.word])

  private func limits(call: Double = 0.3, total: Double = 60, idle: Double = 60, message: Int = 1 << 20) -> WorkerLimits
  {
    WorkerLimits(memory: 64 << 20, callSeconds: call, totalSeconds: total, idleSeconds: idle, message: message)
  }

  /// Everything that a worker says after one message, and its end.
  private func talk(
    _ message: String, _ limits: WorkerLimits? = nil, descriptors: [Int32] = []
  ) throws -> (said: [String], end: WorkerEnd, position: WorkerPosition?) {
    let worker = try WorkerProcess(Self.probe, limits ?? self.limits())
    _ = worker.send(Array(message.utf8), descriptors: descriptors)
    _ = worker.send(Array("leave 0".utf8))
    return listen(to: worker)
  }

  private func listen(to worker: WorkerProcess) -> (said: [String], end: WorkerEnd, position: WorkerPosition?) {
    var said: [String] = []
    while true {
      switch worker.receive() {
      case .message(let message): said.append(String(decoding: message, as: UTF8.self))
      case .ended(let end): return (said, end, worker.position)
      }
    }
  }

  private func shell(_ script: String, _ limits: WorkerLimits? = nil) throws -> WorkerEnd {
    let program = WorkerProgram(path: "/bin/sh", arguments: ["-c", script])
    return listen(to: try WorkerProcess(program, limits ?? self.limits())).end
  }

  // MARK: - What works

  @Test func `a worker answers, and ends when it is told to`() throws {
    let (said, end, position) = try talk("echo 無線 LAN")
    #expect(said == ["無線 LAN"] && end == .left(status: 0) && position == nil)
  }

  @Test func `a worker that stands by is for the first who wants just that`() throws {
    let standby = StandbyWorker(Self.probe, limits())
    #expect(standby.take(limits(call: 0.4)) === nil)
    let worker = try #require(standby.take(limits()))
    #expect(standby.take(limits()) === nil)
    #expect(worker.send(Array("echo here".utf8)) && worker.send(Array("leave 0".utf8)))
    let (said, end, _) = listen(to: worker)
    #expect(said == ["here"] && end == .left(status: 0))
  }

  @Test func `where no worker can be started none stands by`() {
    #expect(StandbyWorker(WorkerProgram(path: "/no/such", arguments: []), limits()).take(limits()) === nil)
  }

  @Test func `messages of every size arrive whole`() throws {
    let worker = try WorkerProcess(Self.probe, limits(message: 1 << 20))
    for size in [0, 1, 65_531, 65_532, 65_533, 65_536, 200_000, 1 << 20] {
      #expect(worker.send(Array("large \(size)".utf8)))
      #expect(worker.receive() == .message([UInt8](repeating: 7, count: size)))
    }
    #expect(worker.seal != nil)
  }

  @Test func `a worker reads the files that it is handed, more than one message carries`() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try "handed".write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    let descriptor = open(file.path, O_RDONLY)
    defer { close(descriptor) }
    let (said, end, _) = try talk("read 300", descriptors: [Int32](repeating: descriptor, count: 300))
    #expect(said.count == 300)
    #expect(Set(said) == ["handed"])
    #expect(end == .left(status: 0))
  }

  // MARK: - What the seal denies

  @Test(arguments: ["open /etc/passwd", "open /proc/self/maps", "create /tmp/tenken-probe"])
  func `no file can be opened`(_ message: String) throws {
    #expect(try talk(message).said == ["\(EPERM)"])
    #expect(!FileManager.default.fileExists(atPath: "/tmp/tenken-probe"))
  }

  @Test(arguments: ["socket", "exec", "fork", "signal", "code", "shrink"])
  func `a socket, a program, a process, a signal, new code: each ends the worker`(_ message: String) throws {
    let (said, end, _) = try talk(message)
    #expect(said.isEmpty && end == .forbidden)
  }

  @Test func `memory ends at the limit`() throws {
    let (said, end, _) = try talk("eat 10000")
    #expect(said.isEmpty)
    #expect(end != .left(status: 0))
    #expect(try talk("eat 10").said == ["10"])
  }

  // MARK: - How workers end

  @Test func `a call that nothing stops is ended, and what came before it is kept`() throws {
    let (said, end, position) = try talk("spin")
    #expect(said.first == "before" && end == .callTooLong)
    #expect(position == WorkerPosition(task: 3, source: 1, file: 2, line: 44))
  }

  @Test func `a worker that crashes loses nothing that it said`() throws {
    for count in [0, 1, 100, 30_000] {
      let (said, end, position) = try talk("crash \(count)")
      #expect(said == (0..<count).map { "finding \($0)" } && end == .crashed(signal: SIGABRT))
      #expect(position == WorkerPosition(task: 5, line: 9))
    }
  }

  @Test func `a worker that stands still is ended`() throws {
    #expect(try talk("sleep", limits(idle: 0.2)).end == .stoodStill)
  }

  @Test func `a worker that closes its socket and goes on is ended`() throws {
    #expect(try talk("close").end == .crashed(signal: SIGKILL))
  }

  @Test func `a worker that leaves is told by its status`() throws {
    #expect(try talk("leave 7").end == .left(status: 7))
  }

  // MARK: - What no worker sends

  @Test func `lies are lies`() throws {
    // Too long a first word; a first word of another size; an unknown step; noise.
    #expect(try shell(#"printf '\377\377\377\177' >&3; exec sleep 60"#) == .lied)
    #expect(try shell(#"printf '\001\000\000\000\000' >&3; exec sleep 60"#) == .lied)
    #expect(try shell(#"printf '\006\000\000\000\011\000\000\000\000\000' >&3; exec sleep 60"#) == .lied)
    #expect(try shell(#"head -c 100000 /dev/urandom >&3; exec sleep 60"#) == .lied)
  }

  @Test func `a message that ends too early is no message`() throws {
    #expect(
      try shell(#"printf '\006\000\000\000\000\000\000\000\000\000\005\000\000\000ab' >&3"#) == .left(status: 0))
  }

  @Test func `a worker that was not sealed says so`() throws {
    #expect(
      try shell(#"printf '\006\000\000\000\004\000\001\000\000\000' >&3; exit 71"#)
        == .notSealed(step: .filter, error: 1))
  }

  @Test func `a program that is not there is a failure`() throws {
    #expect(throws: WorkerFailure(number: ENOENT)) {
      try WorkerProcess(WorkerProgram(path: "/no/such/program", arguments: []), limits())
    }
  }

  @Test func `a worker has its socket and its page and no other descriptor`() throws {
    // The shell's own listing of /proc/self/fd has one more, for the folder.
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    let held = (0..<20).map { _ in dup(1) }
    defer { for descriptor in held { close(descriptor) } }
    _ = try shell(
      "for i in /proc/$$/fd/*; do echo ${i##*/}; done | sort -n | tr '\\n' ' ' > \(file.path); env >> \(file.path)")
    let seen = try String(contentsOf: file, encoding: .utf8)
    #expect(seen.hasPrefix("0 1 2 3 4 "))
    #expect(!seen.contains("HOME=") && seen.contains("LC_ALL=C"))
  }

  /// In a host of their own, since tests of other suites open and close descriptors, too.
  @Test func `many workers leave no process and no descriptor`() throws {
    let host = Process()
    host.executableURL = URL(filePath: Self.probe.path)
    host.arguments = ["host", "20"]
    let output = Pipe()
    host.standardOutput = output
    try host.run()
    let told = try output.fileHandleForReading.readToEnd() ?? Data()
    host.waitUntilExit()
    #expect(String(decoding: told, as: UTF8.self) == "0 more descriptors, no children\n")
  }
}
