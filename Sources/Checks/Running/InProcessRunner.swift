import Compliance
import Lua
import Workers

/// Runs plugins within this process: one state a job, one pass over each source for all checks that read it.
///
/// It gives the same results as a worker, but it cannot stop a plugin that hides in a library function, nor survive a fault of the Lua
/// library. It is for the tests of the host, and for places that have no processes.
public struct InProcessRunner: PluginRunner {
  /// Makes a runner.
  public init() {}

  /// Runs a job on the calling thread.
  public func run(_ job: PluginJob) -> PluginRun {
    let (settled, open) = job.withData()
    let listener = AssemblingListener(RunAssembly(open, of: job))
    job.work(open).run(telling: listener)
    return listener.assembly.run(of: job, settled)
  }

  /// Runs a file on the calling thread.
  public func evaluate(_ script: PluginScript) -> Result<LuaValue, ScriptFailure> {
    Result { () throws(LuaError) in try script.evaluate() }.mapError { ScriptFailure($0, script.limits) }
  }
}

private final class AssemblingListener: RunListener {
  private(set) var assembly: RunAssembly

  init(_ assembly: RunAssembly) { self.assembly = assembly }

  func take(_ event: RunEvent) {
    do throws(RunAssembly.Contradiction) { try assembly.take(event) } catch {
      preconditionFailure("the rounds contradict themselves: \(event)")
    }
  }

  func begin(_ position: RunPosition) {}
  func end() {}
  func read(source: Int, file: Int) {}
  func watch(_ checks: [Int]) -> CallWatch? { nil }
}
