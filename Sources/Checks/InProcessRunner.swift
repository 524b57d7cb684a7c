import Compliance
import Lua
import SiteData
import Wording

/// Runs plugins within this process: one state a job, one pass over each source for all checks that read it.
///
/// A plugin that meets a fatal limit spends its state. The check at which that happened may only be the one that was left with nothing,
/// so it runs again in a state of its own, where the result is its own too; the others start again without it. Each round settles at
/// least one check, so the rounds end.
public struct InProcessRunner: PluginRunner {
  /// Makes a runner.
  public init() {}

  /// Runs a job on the calling thread.
  public func run(_ job: PluginJob) -> PluginRun {
    var settled: [CheckID: CheckRun] = [:]
    var log = ""
    var open: [PluginCheck] = []
    for check in job.checks {
      if let run = job.runWithoutData(check) { settled[check.check.id] = run } else { open.append(check) }
    }
    while !open.isEmpty {
      let round = JobRound(job, open)
      round.run()
      settled.merge(round.settled) { _, new in new }
      log = round.log
      for check in round.suspects {
        let alone = JobRound(job, [check])
        alone.run()
        settled.merge(alone.settled) { _, new in new }
        log = alone.log
      }
      open.removeAll { settled[$0.check.id] != nil }
    }
    return PluginRun(checks: job.checks.compactMap { settled[$0.check.id] }, log: log)
  }
}

extension PluginJob {
  /// The result of a check whose data is not there; nil if all of it is.
  fileprivate func runWithoutData(_ check: PluginCheck) -> CheckRun? {
    for source in check.sources {
      switch inputs[source] {
      case .absent(let problem)?: return result(of: check, .notchecked, problem: problem)
      case .unreadable(let problem)?: return result(of: check, .error, problem: problem)
      case .files?, .rows?: continue
      case nil:
        return result(
          of: check, .notchecked, problem: Problem(at: plugin.files.place(), Wording.sourceNotOpened(source)))
      }
    }
    return nil
  }

  func result(
    of check: PluginCheck, _ outcome: Outcome, _ collector: FindingCollector? = nil, problem: Problem? = nil,
    sources: [SourceEvidence] = [], milliseconds: Int = 0
  ) -> CheckRun {
    CheckRun(
      check: check.check, outcome: outcome, counts: collector?.counts ?? OutcomeCounts(),
      findings: collector?.findings ?? [],
      problem: problem, sources: sources, pluginVersion: plugin.version, pluginSHA256: plugin.files.sha256,
      milliseconds: milliseconds)
  }
}
