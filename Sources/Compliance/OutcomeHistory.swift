/// How something came to stand where it stands in a sweep.
public struct OutcomeHistory: Hashable, Sendable {
  /// What it is in that sweep; without regard to waivers.
  public let outcome: Outcome
  /// The first of the sweeps without a break that found the same.
  public let since: SweepID
  /// The moment of that sweep.
  public let at: String
  /// What it was before; nil if every sweep that looked found the same.
  public let before: Outcome?
  /// How often it changed between settled and open within the last sweeps that looked.
  public let changes: Int
  /// How many those are, at most ``Flapping/sweeps``.
  public let sweeps: Int

  /// Makes a history.
  public init(outcome: Outcome, since: SweepID, at: String, before: Outcome?, changes: Int, sweeps: Int) {
    self.outcome = outcome
    self.since = since
    self.at = at
    self.before = before
    self.changes = changes
    self.sweeps = sweeps
  }

  /// Whether it goes back and forth: see ``Flapping``.
  public var isFlapping: Bool { changes >= Flapping.changes }
}
