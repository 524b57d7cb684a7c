import Compliance
import Wording

extension Expiry {
  /// What ends, in a few words: what a person stated or accepted by its name, what a check looked at by its subject.
  func name(_ catalogue: Catalogue, in language: Language) -> String {
    typealias Persons = Wording.PersonsEvidence
    switch matter {
    case .attestation(let attestation):
      let citation = catalogue.citation(attestation.requirement, in: language)
      return "\(Persons.attestation[language]) \(attestation.id): \(citation)"
    case .waiver(let waiver): return "\(Persons.waiver[language]) \(waiver.id): \(waiver.reason[language].onOneLine)"
    case .finding(let finding, let check): return "\(finding.subject): \(check.title[language])"
    }
  }

  /// How long it lasts.
  func left(in language: Language) -> String { Wording.Statements.left(until, daysLeft: daysLeft)[language] }

  /// Where it is written.
  var place: Place? {
    switch matter {
    case .attestation(let attestation): attestation.place
    case .waiver(let waiver): waiver.place
    case .finding(let finding, _): finding.place
    }
  }
}
