import Glibc
import Wording

/// A program of the system that is run because somebody asked for it in so many words: crontab(1), systemctl(1). What it says of
/// problems goes to standard error.
enum SystemProgram {
  /// Runs a program that is found in `PATH` to its end.
  /// - Returns: its status, or 128 and the signal that ended it, and what it printed; nil if it could not be started.
  static func run(_ arguments: [String]) -> (status: Int32, output: String)? {
    guard let name = arguments.first else { return nil }
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[0]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    // What these programs go by; nothing else of this process is their business.
    let names = ["PATH", "HOME", "USER", "LOGNAME", "LANG", "LC_ALL", "XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS"]
    let environment = names.compactMap { name in
      let value = Terminal.value(name)
      return value.isEmpty ? nil : "\(name)=\(value)"
    }
    var process = pid_t()
    let error = withCStrings(arguments) { arguments in
      withCStrings(environment) { posix_spawnp(&process, name, &actions, nil, arguments, $0) }
    }
    close(ends[1])
    guard error == 0 else { return nil }
    var output: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while case let count = read(ends[0], &chunk, chunk.count), count > 0 || count < 0 && errno == EINTR {
      output += chunk.prefix(max(0, count))
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    // The macros of wait(2), which Swift does not import.
    let signal = status & 0x7F
    return (signal == 0 ? status >> 8 & 0xFF : 128 + signal, String(decoding: output, as: UTF8.self))
  }

  /// Runs a program that must succeed.
  static func mustRun(_ arguments: [String]) throws(Failure) {
    let result = run(arguments)
    guard result?.status == 0 else {
      throw .input(
        Wording.ScheduleCommand.programFailed(arguments.joined(separator: " "), status: result?.status ?? -1))
    }
  }

  /// Texts as C has them, for the time of a call.
  private static func withCStrings<Result>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = texts.map { strdup($0) }
    // Freed after the only use; posix_spawn does not keep them.
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
  }
}
