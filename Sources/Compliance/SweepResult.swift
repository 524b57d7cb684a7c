/// The number of a stored sweep within its site's history, from 1.
public struct SweepID: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
  /// The number.
  public let number: Int64

  /// Makes an id from a number.
  public init(_ number: Int64) { self.number = number }

  /// The number as people write it.
  public var description: String { String(number) }

  /// Orders by number.
  public static func < (a: Self, b: Self) -> Bool { a.number < b.number }
}

/// How a sweep ended, for the program that started it.
public enum SweepExit: Int32, Sendable {
  /// Every selected check passed or is waived, and no attestation has lapsed.
  case met = 0
  /// At least one check failed, or an attestation has lapsed, and no waiver covers it.
  case failed = 1
  /// Nothing failed, but something could not be determined.
  case undetermined = 2
}

/// One run of the selected checks over one site at one time, aggregated.
public struct SweepResult: Sendable {
  /// The site's name.
  public let site: LocalizedText
  /// The moment that the checks saw as now, in ISO 8601 with the site's offset, such as `2026-11-21T09:00:00+09:00`.
  public let at: String
  /// The checks in plan order.
  public let checks: [CheckRun]
  /// The last results of checks that a sweep of a part was not about, but on which the standing of its requirements rests too; in plan
  /// order. They have no say in how the sweep ended.
  public let beside: [CheckRun]
  /// The requirements of the guidelines in force, in document order.
  public let standings: [RequirementStanding]
  /// What follows for requirements of guidelines that are not in force, and for those that nobody looks at, in document order.
  public let derived: [RequirementStanding]
  /// The site's attestations in the order of their file.
  public let attestations: [AttestationReview]
  /// The site's waivers in the order of their file.
  public let waivers: [WaiverReview]
  /// How it ended.
  public let exit: SweepExit
  /// The ids of plugins, checks and requirements that the sweep was limited to; empty if it was not.
  public let only: [String]
  /// Which checks it ran.
  public let scope: SweepScope

  /// Makes a result.
  public init(
    site: LocalizedText, at: String, checks: [CheckRun], beside: [CheckRun] = [], standings: [RequirementStanding],
    derived: [RequirementStanding] = [], attestations: [AttestationReview] = [], waivers: [WaiverReview] = [],
    exit: SweepExit, only: [String] = [], scope: SweepScope? = nil
  ) {
    self.site = site
    self.at = at
    self.checks = checks
    self.beside = beside
    self.standings = standings
    self.derived = derived
    self.attestations = attestations
    self.waivers = waivers
    self.exit = exit
    self.only = only
    self.scope = scope ?? (only.isEmpty ? .all : .named)
  }
}
