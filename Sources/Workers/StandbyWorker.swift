import Synchronization

/// A worker that is started before there is anything for it to do, so that whoever wants one need not wait for its start.
///
/// The thread that makes it must live as long as the worker that is taken from it: see ``WorkerProcess``.
public final class StandbyWorker: Sendable {
  private let limits: WorkerLimits
  private let worker: Mutex<WorkerProcess?>

  /// Starts a worker. If there is none to be had, nobody gets one here.
  public init(_ program: WorkerProgram = .own, _ limits: WorkerLimits) {
    self.limits = limits
    worker = Mutex(try? WorkerProcess(program, limits))
  }

  /// The worker, for the first who asks; nil for who comes later, or wants other limits.
  public func take(_ limits: WorkerLimits) -> WorkerProcess? {
    guard limits == self.limits else { return nil }
    return worker.withLock { $0.take() }
  }
}
