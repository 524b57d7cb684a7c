import Checks
import Compliance
import SiteData
import Synchronization
import Workers

/// What running a plan gave, before anything is concluded from it.
public struct SweepRuns: Sendable {
  /// The checks in plan order.
  public let checks: [CheckRun]
  /// What plugins printed, by plugin in plan order; plugins that printed nothing are left out.
  public let logs: [(plugin: PluginID, text: String)]
  /// Whether plugins were confined without Landlock, because the kernel has none.
  public let lacksLandlock: Bool
}

/// Runs the steps of a plan on a number of threads. The results stand in the plan's order, whatever the number.
public struct SweepRunner<Runner: PluginRunner>: Sendable {
  private let runner: Runner
  private let threads: Int

  /// Makes a runner of plans.
  /// - Parameters:
  ///   - runner: runs one plugin's job.
  ///   - threads: how many jobs run at a time, at least 1.
  public init(_ runner: Runner, threads: Int) {
    self.runner = runner
    self.threads = threads
  }

  /// Runs a plan to its end.
  /// - Parameters:
  ///   - progress: is told of each plugin before its job begins, from any thread.
  ///   - finished: is given what a plugin's job gave as soon as it has ended, from any thread; not the last one, with which the run ends.
  public func run(
    _ plan: SweepPlan, progress: @escaping @Sendable (PluginID) -> Void = { _ in },
    finished: @escaping @Sendable ([CheckRun]) -> Void = { _ in }
  ) -> SweepRuns {
    let runner = runner
    let left = Atomic(plan.steps.count { $0.runs })
    let runs = mapOnThreads(plan.steps, threads: threads) { step in
      switch step {
      case .settled(let checks): return PluginRun(checks: checks, log: "")
      case .job(let job, let commands, let settled):
        if job.checks.isEmpty { return PluginRun(checks: settled.sorted { $0.check.id < $1.check.id }, log: "") }
        progress(job.plugin.id)
        let run = runner.run(job.running(commands))
        if left.subtract(1, ordering: .relaxed).newValue > 0 { finished(run.checks) }
        return PluginRun(
          checks: (run.checks + settled).sorted { $0.check.id < $1.check.id }, log: run.log,
          lacksLandlock: run.lacksLandlock)
      }
    }
    let logs = runs.compactMap { run in run.log.isEmpty ? nil : run.checks.first.map { ($0.check.id.plugin, run.log) } }
    return SweepRuns(checks: runs.flatMap(\.checks), logs: logs, lacksLandlock: runs.contains(where: \.lacksLandlock))
  }
}

extension SweepPlan.Step {
  /// Whether something is run for it.
  fileprivate var runs: Bool { if case .job(let job, _, _) = self { !job.checks.isEmpty } else { false } }
}

extension PluginJob {
  /// The job with what its commands print.
  fileprivate func running(_ commands: [String: PluginGrant.Command]) -> PluginJob {
    var inputs: [String: JobInput] = [:]
    for (id, command) in commands {
      if let declaration = declarations[id] { inputs[id] = JobInput(command.run(), of: declaration) }
    }
    return adding(inputs)
  }
}
