/// The result values of XCCDF 1.2 (NISTIR 7275 rev. 4, 6.6.4.2), spelled as there.
public enum Outcome: String, Sendable, Codable, CaseIterable {
  /// The subject satisfies the check.
  case pass
  /// It does not.
  case fail
  /// The check could not be carried out: it broke, or its data could not be read.
  case error
  /// The check ran, but what it saw does not allow an answer.
  case unknown
  /// The check does not apply to the subject.
  case notapplicable
  /// Nothing looked: the data is absent, or the check was not due.
  case notchecked
  /// The site has deselected the check.
  case notselected
  /// The check reports something that is neither good nor bad.
  case informational
}

extension Outcome {
  /// Rank in a combination: the highest wins. XCCDF 1.2's truth table for AND fixes fail > unknown > error > pass >
  /// notapplicable; `notchecked`, which that table leaves out, ranks above pass, because what nobody looked at must not
  /// pass by standing beside something that did.
  var rank: Int {
    switch self {
    case .fail: 7
    case .unknown: 6
    case .error: 5
    case .notchecked: 4
    case .pass: 3
    case .informational: 2
    case .notapplicable: 1
    case .notselected: 0
    }
  }

  /// Whether the outcome settles the matter without harm: everything but fail, error, unknown and notchecked.
  public var isSettled: Bool {
    switch self {
    case .pass, .informational, .notapplicable, .notselected: true
    case .fail, .error, .unknown, .notchecked: false
    }
  }

  /// The combination of two outcomes: associative, commutative and idempotent, since it is the maximum of a total order.
  public func combined(with other: Outcome) -> Outcome {
    rank >= other.rank ? self : other
  }
}

extension Sequence<Outcome> {
  /// The combination of all outcomes; nil if there are none, for nothing is not a pass.
  public func combined() -> Outcome? {
    reduce(nil) { $0?.combined(with: $1) ?? $1 }
  }
}

/// How many findings had which outcome.
public struct OutcomeCounts: Hashable, Sendable {
  /// By the rank of the outcome. There are eight, and a sweep holds such counts by the thousand: no room is taken from the heap.
  private var counts = SIMD8<Int>.zero

  /// Counts nothing yet.
  public init() {}

  /// The number of findings with an outcome.
  public subscript(outcome: Outcome) -> Int {
    get { counts[outcome.rank] }
    set { counts[outcome.rank] = newValue }
  }

  /// The number of all findings.
  public var total: Int { counts.wrappedSum() }

  /// The outcomes that occurred, in the order of ``Outcome/allCases``, with their numbers.
  public var occurring: [(outcome: Outcome, count: Int)] {
    Outcome.allCases.compactMap { outcome in self[outcome] == 0 ? nil : (outcome, self[outcome]) }
  }

  /// The combination of everything that was counted; nil if nothing was.
  public var combined: Outcome? { occurring.lazy.map(\.outcome).combined() }
}
