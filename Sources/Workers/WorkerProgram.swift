import Glibc

/// The program that workers run: this one, called in a way that makes it seal itself before it reads anything.
public struct WorkerProgram: Hashable, Sendable {
  /// The path of the executable.
  public let path: String
  /// The arguments before those that tell a worker its limits.
  public let arguments: [String]

  /// Makes the description of a program.
  public init(path: String, arguments: [String]) {
    self.path = path
    self.arguments = arguments
  }

  /// The word by which the program knows that it is to be a worker.
  public static let word = "worker"

  /// The running program.
  public static let own = WorkerProgram(path: "/proc/self/exe", arguments: [word])
}

/// What a worker may use up, whatever it does. The kernel and the host see to it.
public struct WorkerLimits: Hashable, Sendable {
  /// The bytes that the process may map in addition to its program.
  public var memory: Int
  /// The processor time in seconds that one call into foreign code may take.
  public var callSeconds: Double
  /// The processor time in seconds that the process may take in all.
  public var totalSeconds: Double
  /// The wall time in seconds in which it must either use the processor or say something.
  public var idleSeconds: Double
  /// The bytes of one message from it.
  public var message: Int

  /// Makes limits.
  public init(
    memory: Int, callSeconds: Double, totalSeconds: Double, idleSeconds: Double = 120, message: Int = 16 << 20
  ) {
    self.memory = memory
    self.callSeconds = callSeconds
    self.totalSeconds = totalSeconds
    self.idleSeconds = idleSeconds
    self.message = message
  }
}

/// How far a worker was when it ended, as it said itself: a hint for people, not a fact.
public struct WorkerPosition: Hashable, Sendable {
  /// What ran, by a number that means something to both sides.
  public var task: Int
  /// Which of its inputs was being read, from 0.
  public var source: Int
  /// Which file of that input, from 0.
  public var file: Int
  /// The line there; 0 for none.
  public var line: Int

  /// Makes a position.
  public init(task: Int, source: Int = 0, file: Int = 0, line: Int = 0) {
    self.task = task
    self.source = source
    self.file = file
    self.line = line
  }
}
