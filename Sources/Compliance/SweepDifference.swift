/// Something that makes two sweeps unlike, so that what changed may come from it and not from the hospital.
public enum SweepDifference: Hashable, Sendable {
  /// They were limited to different plugins, checks or requirements.
  case selection(before: [String], after: [String])
  /// One of them broke off, and has only what it had finished.
  case brokenOff(SweepID)
  /// Another program ran them.
  case program(before: String, after: String)
  /// The catalogue has changed.
  case catalogue
  /// The plugin's code has changed, with its version before and after.
  case plugin(PluginID, before: String, after: String)
  /// The plugin's parameters have changed: JSON objects.
  case parameters(PluginID, before: String, after: String)
  /// A source's header has other columns that the plugin declares.
  case columns(PluginID, source: String, file: String, added: [String], removed: [String])
  /// Not all findings of the check were kept, so that its subjects cannot be compared in full.
  case findingsNotKept(CheckID)
  /// The check was not run before.
  case checkAdded(CheckID)

  static func between(
    _ before: StoredSweep, _ after: StoredSweep, _ pairs: [(before: CheckRun, after: CheckRun)]
  ) -> [SweepDifference] {
    var differences: [SweepDifference] = []
    if before.result.only != after.result.only {
      differences.append(.selection(before: before.result.only, after: after.result.only))
    }
    for sweep in [before, after] where sweep.result.scope == .brokenOff { differences.append(.brokenOff(sweep.id)) }
    if before.program != after.program {
      differences.append(.program(before: before.program, after: after.program))
    }
    if before.catalogueSHA256 != after.catalogueSHA256 { differences.append(.catalogue) }
    // What is of a plugin is told once, not for each of its checks.
    var told: Set<SweepDifference> = []
    for (was, now) in pairs {
      for difference in ofRuns(was, now) where told.insert(difference).inserted { differences.append(difference) }
    }
    if before.result.only == after.result.only, before.result.scope != .brokenOff {
      let known = Set(pairs.map(\.after.check.id))
      differences += after.result.checks.filter { !known.contains($0.check.id) && $0.outcome != .notselected }
        .map { .checkAdded($0.check.id) }
    }
    return differences
  }

  private static func ofRuns(_ was: CheckRun, _ now: CheckRun) -> [SweepDifference] {
    let plugin = now.check.id.plugin
    var differences: [SweepDifference] = []
    if was.pluginSHA256 != now.pluginSHA256 {
      differences.append(.plugin(plugin, before: was.pluginVersion, after: now.pluginVersion))
    }
    // Empty where the plugin's code was not run.
    if was.parameters != now.parameters, !was.parameters.isEmpty, !now.parameters.isEmpty {
      differences.append(.parameters(plugin, before: was.parameters, after: now.parameters))
    }
    for source in now.sources {
      let earlier = was.sources.first { $0.source == source.source && $0.file == source.file }
      guard let earlier, earlier.columns != source.columns, !earlier.columns.isEmpty, !source.columns.isEmpty else {
        continue
      }
      differences.append(
        .columns(
          plugin, source: source.source, file: source.file,
          added: source.columns.filter { !earlier.columns.contains($0) },
          removed: earlier.columns.filter { !source.columns.contains($0) }))
    }
    if now.findings.count < now.counts.total || was.findings.count < was.counts.total {
      differences.append(.findingsNotKept(now.check.id))
    }
    return differences
  }
}
