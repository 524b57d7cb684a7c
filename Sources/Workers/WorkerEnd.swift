/// How a worker came to its end.
public enum WorkerEnd: Hashable, Sendable {
  /// One call took too long within a library function, where nothing but the end of the process stops it.
  case callTooLong
  /// The process used more processor time in all than it may.
  case totalTooLong
  /// It neither computed nor spoke for too long.
  case stoodStill
  /// It asked the kernel for what it gave up.
  case forbidden
  /// A signal ended it, such as 11 for a memory fault.
  case crashed(signal: Int32)
  /// It ended by itself before its work was done.
  case left(status: Int32)
  /// What it sent is not what a worker sends.
  case lied
  /// Its host wanted no more of it.
  case dismissed
  /// It could not give up what it must give up.
  case notSealed(step: WorkerSeal.Step, error: Int32)
}

/// What a worker gave up before it read anything.
public struct WorkerSeal: Hashable, Sendable {
  /// A step of sealing.
  public enum Step: UInt8, Sendable, CaseIterable {
    case sealed
    case parent
    case limits
    case landlock
    case filter
  }

  /// The version of Landlock that denies it all files; 0 where the kernel has none.
  public let landlock: Int
}

/// No worker could be started.
public struct WorkerFailure: Error, Hashable, Sendable {
  /// The number of the system's error.
  public let number: Int32
}
