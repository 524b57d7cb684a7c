/// Where something stands once its findings, attestations and waivers are taken together: at an outcome, or waived.
///
/// A waiver never turns a failure into a pass. What failed and is waived stands at ``waived``, which nothing but a waiver gives.
public enum Standing: String, Sendable, Codable, CaseIterable {
  case pass
  case fail
  case error
  case unknown
  case notapplicable
  case notchecked
  case notselected
  case informational
  /// It is not met, and the hospital has accepted that, for a reason and until a day.
  case waived

  /// The standing of an outcome that no waiver covers.
  public init(_ outcome: Outcome) {
    self =
      switch outcome {
      case .pass: .pass
      case .fail: .fail
      case .error: .error
      case .unknown: .unknown
      case .notapplicable: .notapplicable
      case .notchecked: .notchecked
      case .notselected: .notselected
      case .informational: .informational
      }
  }

  /// The outcome; nil for what is waived.
  public var outcome: Outcome? { Outcome(rawValue: rawValue) }

  /// Whether nothing needs to be done now: what an outcome settles, or a waiver.
  public var isSettled: Bool { outcome?.isSettled ?? true }

  /// Rank in a combination, as that of ``Outcome``. What is waived is shown beside everything that is settled, and hides
  /// nothing that is not.
  private var rank: Int {
    guard let outcome else { return 2 * Outcome.pass.rank + 1 }
    return 2 * outcome.rank
  }

  /// The combination of two standings: associative, commutative and idempotent, since it is the maximum of a total order.
  public func combined(with other: Standing) -> Standing {
    rank >= other.rank ? self : other
  }
}

extension Sequence<Standing> {
  /// The combination of all standings; nil if there are none, for nothing is not a pass.
  public func combined() -> Standing? {
    reduce(nil) { $0?.combined(with: $1) ?? $1 }
  }
}
