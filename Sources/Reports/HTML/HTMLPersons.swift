import Compliance
import Wording

/// What persons have stated and accepted, and what of it will lapse.
extension HTMLPage {
  private typealias Persons = Wording.PersonsEvidence

  var attestations: [AttestationID: AttestationReview] {
    Dictionary(result.attestations.map { ($0.attestation.id, $0) }) { first, _ in first }
  }

  /// The card of what has lapsed or will end within 30 days: statements of persons, and what checks looked at.
  func putExpiring(on html: inout HTMLText) {
    let attestations = result.attestations.filter(\.needsAttention).sorted { $0.state.urgency < $1.state.urgency }
    let waivers = result.waivers.filter(\.needsAttention).sorted { $0.state.urgency < $1.state.urgency }
    let findings = result.expiring.filter { if case .finding = $0.matter { true } else { false } }
    let count = attestations.count + waivers.count + findings.count
    html.element("div", ["id": "expiring"]) { html in
      html.element("h3") { html in
        html.put(Words.expiring[language])
        html.element("b", text: "\(count)")
      }
      guard count > 0 else { return html.element("p", ["class": "none"], text: Words.noneExpiring[language]) }
      html.element("ul") { html in
        for review in attestations {
          html.element("li") { html in
            putState(report.state(of: review), review.state.ink, on: &html)
            putLink(to: review.attestation.id, on: &html)
          }
        }
        for review in waivers {
          html.element("li") { html in
            putState(report.state(of: review), review.state.ink, on: &html)
            putLink(to: review.waiver.id, on: &html)
          }
        }
        for expiry in findings.prefix(Self.shownExpiries) {
          html.element("li") { html in
            putState(expiry.left(in: language), .doubtful, on: &html)
            guard case .finding(let finding, let check) = expiry.matter else { return }
            html.put("\(budget.shortened(finding.subject)): ")
            putLink(to: check, on: &html)
          }
        }
        if findings.count > Self.shownExpiries {
          html.element("li", ["class": "soft"], text: Words.further(findings.count - Self.shownExpiries)[language])
        }
      }
    }
  }

  /// How many subjects that end soon are shown; each check has all of its own.
  private static let shownExpiries = 20

  func putPersonsEvidence(on html: inout HTMLText) {
    section("persons", Wording.Statements.heading, on: &html) { html in
      if result.attestations.isEmpty, result.waivers.isEmpty {
        html.element("p", ["class": "soft"], text: Persons.none[language])
      }
      for review in result.attestations { put(review, on: &html) }
      for review in result.waivers { put(review, on: &html) }
    }
  }

  private func put(_ review: AttestationReview, on html: inout HTMLText) {
    let attestation = review.attestation
    html.element("div", ["class": "person", "id": Self.anchor(attestation.id)]) { html in
      html.element("h3") { html in
        putState(report.state(of: review), review.state.ink, on: &html)
        html.put("\(Persons.attestation[language]): \(attestation.id)")
      }
      html.element("dl") { html in
        put(Wording.SweepReport.requirement, on: &html) { putLink(to: attestation.requirement, on: &$0) }
        put(Persons.statement, on: &html) { $0.put(lines: attestation.statement[language]) }
        put(Persons.responsible, on: &html) { $0.put(Persons.by(attestation.by, attestation.role)[language]) }
        put(Persons.termHead, on: &html) { $0.put(Persons.term(attestation.date, attestation.until)[language]) }
        if !attestation.evidence.isEmpty {
          put(Persons.documents, on: &html) { html in
            for (index, (file, condition)) in zip(attestation.evidence, review.evidence).enumerated() {
              if index > 0 { html.element("br") }
              html.put("\(Wording.Statements.evidence(file, condition)[language])  ")
              html.element("span", ["class": "code"], text: "SHA-256 \(file.sha256)")
            }
          }
        }
        putPlace(attestation.place, on: &html)
      }
    }
  }

  private func put(_ review: WaiverReview, on html: inout HTMLText) {
    let waiver = review.waiver
    html.element("div", ["class": "person", "id": Self.anchor(waiver.id)]) { html in
      html.element("h3") { html in
        putState(report.state(of: review), review.state.ink, on: &html)
        html.put("\(Persons.waiver[language]): \(waiver.id)")
      }
      html.element("dl") { html in
        put(Persons.scope, on: &html) { html in
          if let requirement = waiver.scope.requirement { putLink(to: requirement, on: &html) }
          if let check = waiver.scope.check { html.put("  \(check)") }
          if let subject = waiver.scope.subject { html.put("  \(subject)") }
        }
        put(Persons.reason, on: &html) { $0.put(lines: waiver.reason[language]) }
        put(Persons.approver, on: &html) { $0.put(waiver.approver) }
        put(Persons.termHead, on: &html) { $0.put(Persons.term(waiver.from, waiver.until)[language]) }
        putPlace(waiver.place, on: &html)
      }
    }
  }

  private func put(_ head: LocalizedText, on html: inout HTMLText, _ content: (inout HTMLText) -> Void) {
    html.element("dt", text: head[language])
    html.element("dd") { content(&$0) }
  }

  private func putPlace(_ place: Place, on html: inout HTMLText) {
    put(Wording.SweepReport.place, on: &html) { $0.element("span", ["class": "code"], text: place.description) }
  }

  private func putState(_ words: String, _ ink: Ink, on html: inout HTMLText) {
    html.element("span", ["class": "badge \(ink.look)"], text: words)
    html.put(" ")
  }

  func putLink(to id: AttestationID, on html: inout HTMLText) {
    html.element("a", ["href": "#\(Self.anchor(id))"], text: "\(Persons.attestation[language]): \(id)")
  }

  func putLink(to id: WaiverID, on html: inout HTMLText) {
    html.element("a", ["href": "#\(Self.anchor(id))"], text: "\(Persons.waiver[language]): \(id)")
  }

  static func anchor(_ id: AttestationID) -> String { "attestation-\(id)" }
  static func anchor(_ id: WaiverID) -> String { "waiver-\(id)" }
}
