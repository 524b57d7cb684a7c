/// What attestations and waivers are worth on one day, by the catalogue and the guidelines in force. Pure functions.
public struct EvidenceReview: Sendable {
  /// How many days before its last one something is said to expire.
  public static let notice = 30

  private let day: @Sendable (_ timeZone: String) -> CalendarDate
  private let catalogue: Catalogue
  private let guidelines: Set<GuidelineID>

  /// Prepares the reviews of a moment.
  /// - Parameters:
  ///   - day: the day that it is in a time zone, as entries name theirs.
  ///   - guidelines: the guidelines in force at the site.
  public init(
    _ catalogue: Catalogue, guidelines: [GuidelineID], day: @escaping @Sendable (_ timeZone: String) -> CalendarDate
  ) {
    self.day = day
    self.catalogue = catalogue
    self.guidelines = Set(guidelines)
  }

  /// Reviews attestations. Of several about one requirement the latest that is not of a later day counts; what was stated before is
  /// superseded, also where it was good for longer. Two of the same day both count.
  /// - Parameter evidence: what lies where the documents were, attestation by attestation, in the same order.
  public func attestations(
    _ attestations: [Attestation], evidence: [[EvidenceFile.Condition]]
  ) -> [AttestationReview] {
    var latest: [RequirementID: CalendarDate] = [:]
    for attestation in attestations where attestation.date <= day(attestation.timeZone) {
      latest[attestation.requirement] = max(latest[attestation.requirement] ?? .earliest, attestation.date)
    }
    return zip(attestations, evidence).map { attestation, conditions in
      AttestationReview(
        attestation: attestation,
        state: state(of: attestation, latest: latest[attestation.requirement], conditions), evidence: conditions)
    }
  }

  private func state(
    of attestation: Attestation, latest: CalendarDate?, _ evidence: [EvidenceFile.Condition]
  ) -> AttestationReview.State {
    let day = day(attestation.timeZone)
    if !isInForce(attestation.requirement) { return .orphaned }
    if attestation.date > day { return .pending }
    if let latest, attestation.date < latest { return .superseded }
    if attestation.until < day { return .expired }
    if evidence.contains(where: { if case .missing = $0 { true } else { false } }) { return .evidenceMissing }
    if evidence.contains(where: { $0 != .unchanged }) { return .evidenceChanged }
    return expires(attestation.until, day) ? .expiring : .valid
  }

  /// Reviews waivers. Whether one is unused shows only once it has been applied.
  /// - Parameter isKnown: whether there is a check, or a plugin, of an id.
  public func waivers(_ waivers: [Waiver], isKnown: (CheckID) -> Bool) -> [WaiverReview] {
    waivers.map { waiver in
      let day = day(waiver.timeZone)
      let isOrphaned =
        waiver.scope.requirement.map { !isInForce($0) } ?? false || waiver.scope.check.map { !isKnown($0) } ?? false
      let state: WaiverReview.State =
        if isOrphaned {
          .orphaned
        } else if waiver.from > day {
          .pending
        } else if waiver.until < day {
          .expired
        } else {
          expires(waiver.until, day) ? .expiring : .valid
        }
      return WaiverReview(waiver: waiver, state: state)
    }
  }

  private func isInForce(_ id: RequirementID) -> Bool {
    guidelines.contains(id.guideline) && catalogue[id]?.status == .current
  }

  private func expires(_ until: CalendarDate, _ day: CalendarDate) -> Bool { day.days(until: until) <= Self.notice }
}
