public import Compliance
import StrictYAML
import Wording

/// A site's `attestations.yaml`: a list of what persons have stated.
///
/// ```yaml
/// - id: rules-2026
///   requirement: mhlw-5:6.3.C.4
///   statement: 運用管理規程を定め、承認を得た。
///   by: 佐藤 花子
///   role: 医療情報システム安全管理責任者
///   date: 2026-04-01
///   until: 2027-03-31
///   evidence:
///     - {file: documents/rules.txt, sha256: 9f86d0…}
/// ```
public enum AttestationFile {
  /// Reads the attestations of a site.
  /// - Parameters:
  ///   - path: where the file is; without one there are no attestations.
  ///   - file: the name that problems show.
  ///   - zone: the site's time zone, for entries that name none.
  /// - Throws: everything that is wrong with the file.
  public static func read(path: String, file: String, zone: SiteTimeZone) throws(Problems) -> [Attestation] {
    try StatementList.read(path: path, file: file, of: shape(zone)) { $0.id.description }
  }

  /// Reads the attestations that a text holds.
  /// - Throws: everything that is wrong with it.
  public static func read(_ bytes: [UInt8], file: String, zone: SiteTimeZone) throws(Problems) -> [Attestation] {
    try StatementList.read(bytes, file: file, of: shape(zone)) { $0.id.description }
  }

  private static func shape(_ zone: SiteTimeZone) -> YAMLShape<Attestation> {
    .mapping { fields in
      let id = fields.required("id", as: .placed(.parsed(Wording.Statements.name) { AttestationID($0) }))
      let requirement = fields.required(
        "requirement", as: .parsed(Wording.Statements.requirementID) { RequirementID($0) })
      let claim = fields.optional("claim", as: .word(Attestation.Claim.self)) ?? .met
      let statement = fields.required("statement", as: .localizedTextOrString)
      let by = fields.required("by", as: .string)
      let role = fields.required("role", as: .string)
      let days = StatementList.days(&fields, from: "date", through: "until")
      let written = fields.optional("time_zone", as: .timeZone)
      let evidence = fields.optional("evidence", as: .list(of: evidenceFile)) ?? []
      guard let id, let requirement, let statement, let by, let role, let days else { return nil }
      return Attestation(
        id: id.value, requirement: requirement, claim: claim, statement: statement, by: by, role: role,
        date: days.lowerBound, until: days.upperBound, timeZone: (written ?? zone).identifier, evidence: evidence,
        place: id.place)
    }
  }

  private static let evidenceFile: YAMLShape<EvidenceFile> = .mapping { fields in
    let file = fields.required("file", as: .parsed(Wording.Statements.evidencePath, SiteDocuments.path))
    let sha256 = fields.required("sha256", as: .parsed(Wording.Statements.sha256) { isSHA256($0) ? $0 : nil })
    guard let file, let sha256 else { return nil }
    return EvidenceFile(file: file, sha256: sha256)
  }

  /// An attestation as an entry of the file.
  static func entry(_ attestation: Attestation) -> YAMLOutline {
    var entries: [(key: String, value: YAMLOutline)] = [
      ("id", .text(attestation.id.description)), ("requirement", .text(attestation.requirement.description)),
    ]
    if attestation.claim != .met { entries.append(("claim", .text(attestation.claim.rawValue))) }
    entries += [
      ("statement", StatementList.outline(attestation.statement)), ("by", .text(attestation.by)),
      ("role", .text(attestation.role)), ("date", .text(attestation.date.description)),
      ("until", .text(attestation.until.description)), ("time_zone", .text(attestation.timeZone)),
    ]
    if !attestation.evidence.isEmpty {
      let files = attestation.evidence.map { YAMLOutline.inline([("file", $0.file), ("sha256", $0.sha256)]) }
      entries.append(("evidence", .list(files)))
    }
    return .mapping(entries)
  }
}
