/// A deviation that the hospital has accepted: what, why, by whom, and until when.
public struct Waiver: Hashable, Sendable {
  /// Its name in the site's file.
  public let id: WaiverID
  /// What it covers.
  public let scope: WaiverScope
  /// Why the deviation is acceptable.
  public let reason: LocalizedText
  /// Who approved it.
  public let approver: String
  /// The first day on which it counts.
  public let from: CalendarDate
  /// The last day on which it counts.
  public let until: CalendarDate
  /// The time zone of both days, as it is written.
  public let timeZone: String
  /// Where it stands in the site's file.
  public let place: Place

  /// Makes a waiver.
  public init(
    id: WaiverID, scope: WaiverScope, reason: LocalizedText, approver: String, from: CalendarDate,
    until: CalendarDate, timeZone: String, place: Place
  ) {
    self.id = id
    self.scope = scope
    self.reason = reason
    self.approver = approver
    self.from = from
    self.until = until
    self.timeZone = timeZone
    self.place = place
  }
}

/// What a waiver covers: the failures that fit everything that it names.
public struct WaiverScope: Hashable, Sendable {
  /// Only as evidence for this requirement or one of its parts; nil for whatever requirement.
  public let requirement: RequirementID?
  /// Only of this check or plugin; nil for whatever check.
  public let check: CheckID?
  /// Only about subjects of this name, in which `*` stands for any characters and `?` for one; nil for whatever subject.
  public let subject: String?

  /// Makes a scope; a requirement or a check must be there, so that nobody waives everything.
  public init?(requirement: RequirementID? = nil, check: CheckID? = nil, subject: String? = nil) {
    guard requirement != nil || check != nil else { return nil }
    self.requirement = requirement
    self.check = check
    self.subject = subject
  }

  /// Whether a check is within the scope, whatever it found.
  public func includes(_ id: CheckID) -> Bool {
    guard let check else { return true }
    return check == id || check == CheckID(whole: id.plugin)
  }

  /// Whether a whole requirement is meant, with everything that speaks of it, also if nothing does.
  public var isWholeRequirement: Bool { check == nil && subject == nil }
}

/// A waiver on the day of a sweep: whether it counts, and if not, why.
public struct WaiverReview: Hashable, Sendable {
  /// What a waiver is worth on a day.
  public enum State: String, Sendable, CaseIterable {
    /// It counts.
    case valid
    /// It counts, and no longer in 30 days.
    case expiring
    /// It does not count yet.
    case pending
    /// Its last day is past: what it covered counts as what it is.
    case expired
    /// It counts, and there is nothing that it covers.
    case unused
    /// The requirement or check that it names does not exist, or is of a guideline that is not in force.
    case orphaned
  }

  /// The waiver.
  public let waiver: Waiver
  /// What it is worth.
  public let state: State

  /// Makes a review.
  public init(waiver: Waiver, state: State) {
    self.waiver = waiver
    self.state = state
  }

  /// Whether it covers what is within its scope.
  public var counts: Bool {
    switch state {
    case .valid, .expiring, .unused: true
    case .pending, .expired, .orphaned: false
    }
  }
}
