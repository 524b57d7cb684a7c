import Compliance

/// How well a requirement answers a query; the lower the better. One number, so that comparing is one instruction: from the
/// highest bit down how telling the place is, how often the words are found, how early, the status, and the place in the
/// catalogue, which makes every score different.
struct SearchScore: Comparable {
  /// More hits than this make no difference.
  static let mostHits = 63
  /// How many kinds of score differ before earliness is looked at: ``kind`` is below it.
  static let kinds = (Self.tiers + 1) * (mostHits + 1)

  private static let tiers = SearchText.Rank.allCases.count
  private static let lastPosition = (1 << 20) - 1

  private let bits: UInt64

  /// - Parameters:
  ///   - isExact: whether the query names the requirement.
  ///   - rank: where the word was found that was found in the least telling place.
  ///   - hits: how often the words were found there.
  ///   - position: the bytes before the first places, all words together.
  ///   - status: what status the requirement has.
  ///   - requirement: its number.
  init(isExact: Bool, rank: Int, hits: Int, position: Int, status: RequirementStatus, requirement: Int) {
    let tier = isExact ? 0 : rank + 1
    var bits = UInt64(tier)
    bits = bits << 6 | UInt64(Self.mostHits - min(hits, Self.mostHits))
    bits = bits << 20 | UInt64(min(position, Self.lastPosition))
    bits = bits << 2 | status.searchOrder
    bits = bits << 32 | UInt64(requirement)
    self.bits = bits
  }

  /// The best score that a requirement can have of which only so much is known.
  init(atBest isExact: Bool, rank: Int, hits: Int, requirement: Int) {
    self.init(isExact: isExact, rank: rank, hits: hits, position: 0, status: .current, requirement: requirement)
  }

  /// The place and the number of hits, as one number.
  var kind: Int { Int(bits >> 54) }
  /// Whether the query names the requirement.
  var isExact: Bool { kind <= Self.mostHits }
  /// The requirement's number.
  var requirement: Int { Int(bits & 0xFFFF_FFFF) }

  static func < (a: Self, b: Self) -> Bool { a.bits < b.bits }
}

extension RequirementStatus {
  fileprivate var searchOrder: UInt64 {
    switch self {
    case .current: 0
    case .providerOnly: 1
    case .deleted: 2
    }
  }
}

/// The best scores of many, without sorting them all.
struct BestScores {
  private let limit: Int
  private var kept: [SearchScore] = []
  /// The worst of the best, once there are enough.
  private var bar: SearchScore?

  init(_ limit: Int) { self.limit = max(limit, 0) }

  /// Whether a score, and so every worse one, is too bad by now.
  func refuses(_ score: SearchScore) -> Bool { limit == 0 || bar.map { score > $0 } ?? false }

  mutating func add(_ score: SearchScore) {
    guard !refuses(score) else { return }
    kept.append(score)
    // Cut back now and then, so that each score is sorted a bounded number of times.
    if kept.count >= (bar == nil ? limit : 2 * limit) { cut() }
  }

  /// The best ones, the very best first.
  mutating func best() -> [SearchScore] {
    cut()
    return kept
  }

  private mutating func cut() {
    kept.sort()
    if kept.count >= limit {
      kept.removeLast(kept.count - limit)
      bar = kept.last
    }
  }
}
