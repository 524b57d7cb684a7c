import Compliance

/// How what is explained came to stand where it stands, as far as the history tells.
public struct PastOutcomes: Sendable {
  /// Of checks.
  public var checks: [CheckID: OutcomeHistory] = [:]
  /// Of requirements.
  public var requirements: [RequirementID: OutcomeHistory] = [:]

  /// Tells nothing yet.
  public init() {}
}

/// The history of an outcome in a document: since which sweep it is what it is, and what it was before (null if never anything else).
struct OutcomeHistoryDocument: Encodable {
  struct Sweep: Encodable {
    let id: Int64
    let at: String
  }

  let since: Sweep
  let before: Nullable<Outcome>
  let changes: Int
  let sweeps: Int
  let flapping: Bool

  init(_ history: OutcomeHistory) {
    since = Sweep(id: history.since.number, at: history.at)
    before = Nullable(history.before)
    changes = history.changes
    sweeps = history.sweeps
    flapping = history.isFlapping
  }
}
