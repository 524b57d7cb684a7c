/// What can show best that a requirement is met. Our judgement, never the guideline's.
public enum EvidenceKind: String, Sendable, Codable, CaseIterable {
  /// What a system wrote about itself: configuration, logs, exports.
  case machine
  /// A ledger that the hospital keeps.
  case ledger
  /// Nothing that a program could judge: a document, or a person's signed statement.
  case attestation
}
