import Compliance
import SiteData
import Sweeps

extension OpenSite {
  /// What follows from the runs of checks and from what persons stated, on the day of a sweep.
  /// - Parameters:
  ///   - beside: the last results of checks that a sweep of a part is not about, but its requirements are.
  ///   - now: the moment of the sweep.
  ///   - scope: which checks were run; nil for all, or those of the selection.
  func conclude(
    _ checks: [CheckRun], beside: [CheckRun] = [], _ statements: SiteStatements, at now: Moment,
    selection: Selection = .all, scope: SweepScope? = nil
  ) -> SweepResult {
    let (attestations, waivers) = statements.review(at: now, folder, settings, catalogue, plugins)
    return Aggregation(catalogue, guidelines: settings.guidelines, selection: selection).result(
      of: checks, beside: beside, attestations: attestations, waivers: waivers, site: settings.name, at: now.iso,
      scope: scope)
  }
}
