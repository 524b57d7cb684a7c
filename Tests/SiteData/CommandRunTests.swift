import Compliance
import Glibc
import Testing

@testable import SiteData

/// Real processes, good and bad, and what is left of them: nothing.
@Suite(.serialized) struct CommandRunTests {
  private let site: Site

  init() throws { site = try Site() }

  @Test func whatAProgramPrintsIsAFile() throws {
    let output = try #require(try? run(["sh", "-c", "printf 'a\\n%s' \"$1\"", "sh", "b c;$(x)"]).get())
    #expect(output == "a\nb c;$(x)")
    #expect(try run(["true"]).get().isEmpty)
  }

  @Test func aProgramGetsNothingButItsArguments() throws {
    #expect(try run(["env"]).get() == "LC_ALL=C.UTF-8\nPATH=/usr/sbin:/usr/bin:/sbin:/bin\n")
    #expect(try run(["pwd"]).get() == "/\n")
    #expect(try run(["readlink", "/proc/self/fd/0"]).get() == "/dev/null\n")
    // Its three files, and the folder that ls reads.
    #expect(try run(["ls", "/proc/self/fd"]).get() == "0\n1\n2\n3\n")
    // Group and session are its own: fields 5 and 6 of proc(5).
    #expect(try run(["sh", "-c", "set -- $(cat /proc/$$/stat); test $5 = $$ && test $6 = $$"]).get() == "")
    #expect(try run(["sh", "-c", "grep -c '^SigBlk:.0*$' /proc/self/status"]).get() == "1\n")
  }

  @Test func aProgramHasAsMuchMemoryAsItIsGiven() throws {
    #expect(try run(["sh", "-c", "ulimit -v"]).get() == "unlimited\n")
    #expect(try run(["sh", "-c", "sh -c 'ulimit -v'"], memory: 256 << 20).get() == "262144\n")
  }

  @Test func nobodyCanChangeTheOutput() throws {
    let descriptor = try CommandRun.run(["echo", "x"], timeout: .seconds(20), mostOutput: 10, accepting: [0]).get()
    defer { close(descriptor) }
    #expect(write(descriptor, "y", 1) == -1)
    #expect(ftruncate(descriptor, 0) == -1)
  }

  @Test func aProgramThatDoesNotEndIsStoppedEvenIfItDoesNotListen() throws {
    let script = "trap '' TERM; echo why >&2; while :; do sleep 1; done"
    #expect(failure(["sh", "-c", script], seconds: 2) == .tooLong(path: "/usr/bin/sh", errors: "why"))
    #expect(childCount() == 0)
  }

  @Test func grandchildrenEndWithTheProgram() throws {
    let mark = "\(site.path)/grandchild"
    // The grandchild holds the pipe, and would for a minute.
    #expect(
      try run(["sh", "-c", "sh -c 'echo $$ > \(mark); exec sleep 60' & until test -s \(mark); do :; done; echo done"])
        .get() == "done\n")
    #expect(try ends(mark))
    let other = "\(site.path)/other"
    let script =
      "sh -c 'trap \"\" TERM; echo $$ > \(other); while :; do sleep 1; done' & until test -s \(other); do :; done; wait"
    #expect(failure(["sh", "-c", script], seconds: 3) == .tooLong(path: "/usr/bin/sh", errors: ""))
    #expect(try ends(other))
    #expect(childCount() == 0)
  }

  @Test func aProgramThatPrintsWithoutEndIsStopped() {
    #expect(failure(["yes"], output: 100_000) == .tooMuch(path: "/usr/bin/yes"))
    #expect(
      failure(["sh", "-c", "yes >&2"], seconds: 0.3).map { if case .tooLong = $0 { true } else { false } } == true)
    #expect(childCount() == 0)
  }

  @Test func theLimitHoldsToTheByte() throws {
    #expect(try run(["head", "-c", "1000", "/dev/zero"], output: 1000).get().utf8.count == 1000)
    #expect(failure(["head", "-c", "1001", "/dev/zero"], output: 1000) == .tooMuch(path: "/usr/bin/head"))
    #expect(try run(["head", "-c", "3000000", "/dev/zero"], output: 3_000_000).get().utf8.count == 3_000_000)
  }

  @Test func aStatusOtherThanTheAcceptedIsAFailure() throws {
    let script = "echo out; echo one >&2; echo two >&2; exit 3"
    #expect(failure(["sh", "-c", script]) == .status(path: "/usr/bin/sh", 3, errors: "one / two"))
    #expect(try run(["sh", "-c", script], accepting: [0, 3]).get() == "out\n")
    #expect(failure(["true"], accepting: [1]) == .status(path: "/usr/bin/true", 0, errors: ""))
    #expect(failure(["sh", "-c", "kill -KILL $$"]) == .signal(path: "/usr/bin/sh", 9, errors: ""))
  }

  @Test func aProgramThatClosesItsOutputsIsWaitedFor() throws {
    let script = "exec >&- 2>&-; sleep 0.1; exit 5"
    #expect(failure(["sh", "-c", script]) == .status(path: "/usr/bin/sh", 5, errors: ""))
  }

  @Test func aProgramThatIsNotThereOrMayNotBeRunIsNamed() throws {
    #expect(failure(["no-such-program"]) == .absent)
    #expect(failure(["/no/such/program"]) == .absent)
    try site.write("#!/bin/sh\necho x\n", to: "script")
    #expect(failure(["\(site.path)/script"]) == .notExecutable(path: "\(site.path)/script"))
    #expect(failure(["/etc"]) == .notExecutable(path: "/etc"))
    // A name is looked up in the fixed folders alone, and the first that can be run is taken.
    #expect(failure(["script"], folders: ["/nonexistent", site.path]) == .notExecutable(path: "\(site.path)/script"))
    chmod("\(site.path)/script", 0o755)
    #expect(try run(["script"], folders: [site.path, "/bin"]).get() == "x\n")
    try site.write("no program\n", to: "data")
    chmod("\(site.path)/data", 0o755)
    #expect(failure(["\(site.path)/data"]) == .notStarted(path: "\(site.path)/data", ENOEXEC))
    #expect(childCount() == 0)
  }

  @Test func theEndOfTheErrorsIsKeptAndEscaped() {
    let script =
      "i=0; while test $i -lt 3000; do echo line$i >&2; i=$((i+1)); done; printf '\\n \\033[31mred\\007\\n' >&2; exit 1"
    #expect(
      failure(["sh", "-c", script])
        == .status(path: "/usr/bin/sh", 1, errors: "line2998 / line2999 /  \\u{1b}[31mred\\u{7}"))
    var tail = ErrorTail()
    tail.append(Array(String(repeating: "あ", count: 5000).utf8)[...])
    #expect(tail.text.count == 301 && tail.text.hasPrefix("…"))
  }

  @Test func failuresAreToldInBothLanguages() {
    let command = PluginGrant.Command(
      ["sh", "-c", "echo because >&2; exit 2"], at: Place(file: "tenken.yaml", line: 3))
    let problem = command.run().refusal
    #expect(problem?.place.description == "$ sh -c 'echo because >&2; exit 2'")
    #expect(
      problem?.text.en
        == "/usr/bin/sh ended with status 2 (accepted: 0). If that is no failure, add it to accept_status "
        + "of its grant. It said: because")
    #expect(problem?.text.ja.contains("because") == true)
    #expect(SourceOrigin.command(["sh"]).program == "/usr/bin/sh")
    let absent = PluginGrant.Command(["no-such-program"], at: Place(file: "tenken.yaml"))
    #expect(absent.run().refusal?.text.en.contains("/usr/sbin, /usr/bin, /sbin, /bin") == true)
    #expect(SourceOrigin.command(["no-such-program"]).program == nil)
  }

  private func run(
    _ arguments: [String], seconds: Double = 20, output: Int = 1 << 20, memory: Int? = nil, accepting: Set<Int> = [0],
    folders: [String] = ProgramPath.folders
  ) -> Result<String, CommandFailure> {
    CommandRun.run(
      arguments, timeout: .seconds(seconds), mostOutput: output, mostMemory: memory, accepting: accepting,
      folders: folders
    ).map { descriptor in
      defer { close(descriptor) }
      var bytes = [UInt8](repeating: 0, count: output + 1)
      let count = pread(descriptor, &bytes, bytes.count, 0)
      return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }
  }

  private func failure(
    _ arguments: [String], seconds: Double = 20, output: Int = 1 << 20, memory: Int? = nil, accepting: Set<Int> = [0],
    folders: [String] = ProgramPath.folders
  ) -> CommandFailure? {
    switch run(arguments, seconds: seconds, output: output, accepting: accepting, folders: folders) {
    case .success: nil
    case .failure(let failure): failure
    }
  }

  /// The children of this thread, which are those that it started (proc(5)).
  private func childCount() -> Int {
    let name = "/proc/thread-self/children"
    let descriptor = open(name, O_RDONLY)
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 1024)
    let count = read(descriptor, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).split(separator: " ").count
  }

  /// Whether the process that wrote its number into a file ends now: it is killed, which the kernel does in its own time. As a zombie
  /// that its new parent has yet to take it has ended.
  private func ends(_ file: String) throws -> Bool {
    let number = try #require(text(of: file)).split(whereSeparator: \.isNewline)[0]
    for _ in 0..<1_000_000 {
      guard let state = text(of: "/proc/\(number)/stat"), !state.contains(") Z "), !state.contains(") X ") else {
        return true
      }
      sched_yield()
    }
    return false
  }

  private func text(of file: String) -> String? {
    let descriptor = open(file, O_RDONLY)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 1024)
    let count = read(descriptor, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }
}
