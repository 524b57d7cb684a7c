import Compliance
import Lua
import Workers

/// Runs short jobs one after the other in one worker, whose start would take longer than most of them: the cases of a plugin's tests.
///
/// What does not come to a plain end there runs again in a worker of its own, so the results are those of ``WorkerRunner``. It
/// belongs to one thread, as its worker does.
public final class WorkerSeries: JobRunner {
  private let runner: WorkerRunner
  private var conversation: Conversation?
  private var requests = 0

  /// A worker has so many jobs, and so much processor time in seconds for all of them.
  private static let (mostRequests, mostSeconds) = (200, 600.0)

  /// - Parameter runner: what runs jobs that have a worker of their own.
  public init(_ runner: WorkerRunner) { self.runner = runner }

  /// Runs a job.
  public func run(_ job: PluginJob) -> PluginRun {
    let (settled, open) = job.withData()
    if open.isEmpty { return runner.run(job) }
    var assembly = RunAssembly(open, of: job)
    guard send(.run(job.work(open)), job.limits) else { return again(job) }
    while case .answer(let answer)? = conversation?.next() {
      switch answer {
      case .event(let event):
        do throws(RunAssembly.Contradiction) { try assembly.take(event) } catch { return again(job) }
      case .done where assembly.unsettled.isEmpty: return assembly.run(of: job, settled)
      default: return again(job)
      }
    }
    return again(job)
  }

  private func again(_ job: PluginJob) -> PluginRun {
    conversation = nil
    return runner.run(job)
  }

  /// Runs a file.
  public func evaluate(_ script: PluginScript) -> Result<LuaValue, ScriptFailure> {
    if send(.evaluate(script), script.limits), case .answer(.value(let result))? = conversation?.next() {
      return result.mapError { ScriptFailure($0, script.limits) }
    }
    conversation = nil
    return runner.evaluate(script)
  }

  private func send(_ request: WorkerRequest, _ limits: LuaLimits) -> Bool {
    if requests >= Self.mostRequests { conversation = nil }
    if conversation == nil {
      var limits = WorkerLimits(limits)
      limits.totalSeconds = max(limits.totalSeconds, Self.mostSeconds)
      guard let worker = try? WorkerProcess(runner.program, limits) else { return false }
      conversation = Conversation(worker, runner.catalogue)
      requests = 0
    }
    requests += 1
    return conversation?.worker.send(request.message, descriptors: request.descriptors) ?? false
  }
}
