/// When the result of a check was won.
public enum Freshness: Hashable, Sendable {
  /// In the very sweep that holds it.
  case ran
  /// In an earlier sweep, since when the check was not due: that sweep, and the moment which its checks saw as now, in ISO 8601.
  case carried(from: SweepID, at: String)
  /// Never: the sweep did not run it, because the site has deselected it, or because it is not due and has no earlier result.
  case notRun
}

/// Which checks a sweep ran.
public enum SweepScope: String, Sendable, CaseIterable {
  /// All that the site has not deselected.
  case all
  /// Only those that were named. The last results of others may stand beside them: see ``SweepResult/beside``.
  case named
  /// Those that were due; the results of the others were carried over.
  case due
  /// Those that were finished when the sweep broke off. They were stored by the next sweep.
  case brokenOff = "broken-off"
}
