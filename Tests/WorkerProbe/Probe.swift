import Glibc
import Workers

/// A worker that does what each message tells it, the harmless and the other.
@main
enum Probe {
  static func main() {
    if CommandLine.arguments.count == 3, CommandLine.arguments[1] == "host" {
      return startMany(Int(CommandLine.arguments[2]) ?? 0)
    }
    let worker = SealedWorker(Array(CommandLine.arguments.dropFirst(2)))
    while let message = worker.receive() {
      let words = String(decoding: message, as: UTF8.self).split(separator: " ").map(String.init)
      perform(words, worker)
    }
  }

  private static func perform(_ words: [String], _ worker: SealedWorker) {
    let count = words.count > 1 ? Int(words[1]) ?? 0 : 0
    switch words.first {
    case "echo": worker.send(Array(words.dropFirst().joined(separator: " ").utf8))
    case "large": worker.send([UInt8](repeating: 7, count: count))
    case "open": answer(worker, open(words[1], O_RDONLY) < 0 ? errno : 0)
    case "create": answer(worker, open(words[1], O_WRONLY | O_CREAT, 0o600) < 0 ? errno : 0)
    case "read":
      guard let descriptors = worker.receiveDescriptors(count) else { return answer(worker, errno) }
      for descriptor in descriptors {
        var bytes = [UInt8](repeating: 0, count: 100)
        let length = pread(descriptor, &bytes, bytes.count, 0)
        worker.send(Array(bytes.prefix(max(0, length))))
      }
    case "socket": answer(worker, socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) < 0 ? errno : 0)
    case "exec": answer(worker, execv("/bin/true", [nil]) < 0 ? errno : 0)
    case "fork":
      var process = pid_t()
      answer(worker, posix_spawn(&process, "/bin/true", nil, nil, [nil], [nil]))
    case "signal": answer(worker, kill(getppid(), SIGTERM) < 0 ? errno : 0)
    case "code":
      let page = mmap(nil, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
      answer(worker, page == MAP_FAILED ? errno : 0)
    case "shrink":
      // The page's own descriptor is closed after it is mapped; the kernel must not let another be had.
      answer(worker, ftruncate(3, 0) < 0 ? errno : 0)
    case "eat":
      var blocks: [[UInt8]] = []
      for _ in 0..<count { blocks.append([UInt8](repeating: 1, count: 1 << 20)) }
      answer(worker, Int32(blocks.count))
    case "spin":
      worker.send(Array("before".utf8))
      worker.begin(WorkerPosition(task: 3, source: 1, file: 2, line: 44))
      var number: UInt64 = 1
      while number != 0 { number = number &* 6_364_136_223_846_793_005 | 1 }
    case "sleep":
      var never = pollfd(fd: -1, events: 0, revents: 0)
      _ = poll(&never, 1, -1)
    case "crash":
      for index in 0..<count { worker.send(Array("finding \(index)".utf8)) }
      worker.begin(WorkerPosition(task: 5, line: 9))
      abort()
    case "leave": _exit(Int32(count))
    case "close":
      close(3)
      while true {}
    default: answer(worker, -1)
    }
  }

  private static func answer(_ worker: SealedWorker, _ error: Int32) { worker.send(Array("\(error)".utf8)) }

  /// Is a host that starts workers of each kind of end, and prints how many descriptors it has more, and how many children.
  private static func startMany(_ rounds: Int) {
    let limits = WorkerLimits(memory: 64 << 20, callSeconds: 0.3, totalSeconds: 60, idleSeconds: 60, message: 1 << 20)
    let probe = WorkerProgram(path: "/proc/self/exe", arguments: [WorkerProgram.word])
    func start(_ message: String?) {
      guard let worker = try? WorkerProcess(probe, limits) else { return print("no worker") }
      // Dropped without a word, if there is none.
      guard let message else { return }
      _ = worker.send(Array(message.utf8))
      while case .message = worker.receive() {}
    }
    start("leave 1")
    let before = descriptors()
    for _ in 0..<rounds {
      start("leave 1")
      start("exec")
      start(nil)
    }
    let children = waitpid(-1, nil, WNOHANG) < 0 && errno == ECHILD ? "no" : "some"
    print("\(descriptors() - before) more descriptors, \(children) children")
  }

  /// How many descriptors are open; the numbers are as low as can be.
  private static func descriptors() -> Int { (0..<Int32(1024)).count { fcntl($0, F_GETFD) >= 0 } }
}
