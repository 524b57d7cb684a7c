/// Something that will end soon.
public struct Expiry: Hashable, Sendable {
  /// What ends.
  public enum Matter: Hashable, Sendable {
    /// What a person stated.
    case attestation(Attestation)
    /// A deviation that was accepted.
    case waiver(Waiver)
    /// What a check looked at: a medium, a certificate, the support of a device.
    case finding(Finding, Check)
  }

  /// What it is.
  public let matter: Matter
  /// The last day.
  public let until: CalendarDate
  /// How many days are left after the day of the sweep; 0 on the last day.
  public let daysLeft: Int
}

extension SweepResult {
  /// The day of the sweep at the site.
  public var day: CalendarDate { CalendarDate(iso: at.prefix(10)) ?? .earliest }

  /// What will end within ``EvidenceReview/notice`` days of the sweep, the first to end first. What has ended is not among it: that has
  /// failed already. A sweep of a part is about the part: what its requirements do not rest on is left out.
  public var expiring: [Expiry] {
    let day = day
    func expiry(_ matter: Expiry.Matter, _ until: CalendarDate) -> Expiry {
      Expiry(matter: matter, until: until, daysLeft: day.days(until: until))
    }
    let counted = only.isEmpty ? nil : Set(standings.flatMap(\.by))
    func isMeant(_ id: EvidenceID) -> Bool { counted?.contains(id) ?? true }
    var all = attestations.filter { $0.state == .expiring && isMeant(.attestation($0.attestation.id)) }.map {
      expiry(.attestation($0.attestation), $0.attestation.until)
    }
    all += waivers.filter { $0.state == .expiring && isMeant(.waiver($0.waiver.id)) }.map {
      expiry(.waiver($0.waiver), $0.waiver.until)
    }
    for run in checks {
      for finding in run.findings {
        guard let due = finding.due, 0...EvidenceReview.notice ~= day.days(until: due) else { continue }
        all.append(expiry(.finding(finding, run.check), due))
      }
    }
    // Equal days keep the order of persons' statements, then of the plan.
    return all.enumerated().sorted { ($0.element.until, $0.offset) < ($1.element.until, $1.offset) }.map(\.element)
  }
}
