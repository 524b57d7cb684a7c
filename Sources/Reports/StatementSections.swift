import Compliance
import Wording

/// Attestations and waivers in a report: those that somebody must see to first, and what the others come to.
extension TextReport {
  func putStatements(on page: inout TextPage) {
    // A sweep of a part is about the part: there, what its requirements do not rest on is left out.
    let counted = Set(result.standings.flatMap(\.by))
    let isWhole = result.only.isEmpty
    let attestations = result.attestations.filter { review in
      (detail == .full || review.needsAttention)
        && (isWhole || counted.contains(.attestation(review.attestation.id)))
    }
    let waivers = result.waivers.filter { review in
      (detail == .full || review.needsAttention) && (isWhole || counted.contains(.waiver(review.waiver.id)))
    }
    guard isWhole ? !result.attestations.isEmpty || !result.waivers.isEmpty : !attestations.isEmpty || !waivers.isEmpty
    else { return }
    let lines = StatementLines(result, catalogue, language, showsAll: detail == .full)
    page.blank()
    page.put([Segment(Wording.Statements.heading[language], .strong)])
    for review in attestations.sorted(by: { $0.state.urgency < $1.state.urgency }) {
      lines.put(review, indent: 2, on: &page)
    }
    for review in waivers.sorted(by: { $0.state.urgency < $1.state.urgency }) {
      lines.put(review, indent: 2, on: &page)
    }
    guard isWhole else { return }
    let inForce = Wording.Statements.inForce(
      attestations: result.attestations.count { $0.state == .valid || $0.state == .expiring },
      waivers: result.waivers.count(where: \.counts))
    page.put([Segment(inForce[language], .faint)], indent: 2)
  }
}

/// The lines of attestations and waivers, wherever they are shown.
struct StatementLines {
  private typealias Words = Wording.Statements

  private let result: SweepResult
  private let catalogue: Catalogue
  private let language: Language
  /// Whether evidence is shown also where nothing is wrong with it.
  private let showsAll: Bool
  private let today: CalendarDate

  init(_ result: SweepResult, _ catalogue: Catalogue, _ language: Language, showsAll: Bool) {
    self.result = result
    self.catalogue = catalogue
    self.language = language
    self.showsAll = showsAll
    today = CalendarDate(iso: result.at.prefix(10)) ?? .earliest
  }

  func put(_ review: AttestationReview, indent: Int, on page: inout TextPage) {
    let attestation = review.attestation
    let state = Words.state(review.state, until: attestation.until, daysLeft: today.days(until: attestation.until))
    page.put(
      [
        Segment("\(review.state.sign) \(state[language])", review.state.ink), Segment("  "),
        Segment(attestation.requirement.description, .strong), Segment("  "),
        Segment(catalogue[attestation.requirement]?.title[language] ?? ""),
      ], indent: indent, hanging: indent + 2, edge: Segment("attestation:\(attestation.id)", .faint))
    page.put([Segment(attestation.statement[language])], indent: indent + 2, hanging: indent + 4)
    let stated = Words.statedBy(attestation, daysAgo: attestation.date.days(until: today))
    page.put(
      [Segment(stated[language], .faint)], indent: indent + 2, hanging: indent + 4,
      edge: Segment(attestation.place.description, .faint))
    for (document, condition) in zip(attestation.evidence, review.evidence) where showsAll || condition != .unchanged {
      let ink: Ink = condition == .unchanged ? .faint : .bad
      page.put(
        [Segment(Words.evidence(document, condition)[language], ink)], indent: indent + 2, hanging: indent + 4)
    }
  }

  func put(_ review: WaiverReview, indent: Int, on page: inout TextPage) {
    let waiver = review.waiver
    let state = Words.state(review.state, until: waiver.until, daysLeft: today.days(until: waiver.until))
    page.put(
      [
        Segment("\(review.state.sign) \(state[language])", review.state.ink), Segment("  "),
        Segment(waiver.scope.words, .strong),
      ], indent: indent, hanging: indent + 2, edge: Segment("waiver:\(waiver.id)", .faint))
    page.put([Segment(waiver.reason[language])], indent: indent + 2, hanging: indent + 4)
    page.put(
      [Segment(Words.approvedBy(waiver)[language], .faint)], indent: indent + 2, hanging: indent + 4,
      edge: Segment(waiver.place.description, .faint))
  }

  /// The waivers that cover something, each with its reason.
  func put(_ waivers: [WaiverID], covering count: Int, indent: Int, on page: inout TextPage) {
    for id in waivers {
      guard let waiver = result.waivers.first(where: { $0.waiver.id == id })?.waiver else { continue }
      page.put(
        [
          Segment("\(Standing.waived.sign) \(Words.waivedBecause(count)[language]): ", Standing.waived.ink),
          Segment(waiver.reason[language]), Segment("  "), Segment(Words.approvedBy(waiver)[language], .faint),
        ], indent: indent, hanging: indent + 2, edge: Segment("waiver:\(id)", .faint))
    }
  }
}

extension WaiverScope {
  /// What is covered, in ids.
  var words: String {
    [requirement?.description, check?.description, subject].compactMap(\.self).joined(separator: "  ")
  }
}

extension AttestationReview {
  /// Whether a person must do something about it, now or within the notice.
  var needsAttention: Bool { state != .valid && state != .superseded && state != .pending }
}

extension AttestationReview.State {
  var sign: String {
    switch self {
    case .valid: Outcome.pass.sign
    case .expiring, .orphaned: Outcome.error.sign
    case .pending, .superseded: Outcome.notapplicable.sign
    case .expired, .evidenceMissing, .evidenceChanged: Outcome.fail.sign
    }
  }

  var ink: Ink {
    switch self {
    case .valid: .good
    case .expiring, .orphaned: .doubtful
    case .pending, .superseded: .faint
    case .expired, .evidenceMissing, .evidenceChanged: .bad
    }
  }

  /// Its place in a list of what must be seen to.
  var urgency: Int {
    switch self {
    case .expired: 0
    case .evidenceMissing: 1
    case .evidenceChanged: 2
    case .expiring: 3
    case .orphaned: 4
    case .valid: 5
    case .pending: 6
    case .superseded: 7
    }
  }
}

extension WaiverReview {
  /// Whether a person must do something about it, now or within the notice.
  var needsAttention: Bool { state != .valid && state != .pending }
}

extension WaiverReview.State {
  var sign: String {
    switch self {
    case .valid: Standing.waived.sign
    case .expired, .expiring, .orphaned, .unused: Outcome.error.sign
    case .pending: Outcome.notapplicable.sign
    }
  }

  var ink: Ink {
    switch self {
    case .valid, .expired, .expiring, .orphaned, .unused: .doubtful
    case .pending: .faint
    }
  }

  /// Its place in a list of what must be seen to.
  var urgency: Int {
    switch self {
    case .expired: 0
    case .expiring: 1
    case .orphaned: 2
    case .unused: 3
    case .valid: 4
    case .pending: 5
    }
  }
}
