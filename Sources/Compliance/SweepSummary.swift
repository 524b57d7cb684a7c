/// A stored sweep on one line: which, when, how it ended, and how many checks stood where.
public struct SweepSummary: Hashable, Sendable {
  /// The number within the site's history.
  public let id: SweepID
  /// The moment that the checks saw as now, in ISO 8601 with the site's offset.
  public let at: String
  /// How it ended.
  public let exit: SweepExit
  /// How many checks stood where, with regard to waivers; checks, not findings.
  public let checks: [Standing: Int]
  /// Whether it was limited to some plugins, checks or requirements.
  public let isPartial: Bool
  /// The id of the key that its link is signed with; nil for none.
  public let signer: String?

  /// Makes a summary.
  public init(
    id: SweepID, at: String, exit: SweepExit, checks: [Standing: Int], isPartial: Bool = false, signer: String? = nil
  ) {
    self.id = id
    self.at = at
    self.exit = exit
    self.checks = checks
    self.isPartial = isPartial
    self.signer = signer
  }
}
