import Compliance
import StrictYAML

/// What can show that requirements are met, as `evidence.yaml` has it.
struct EvidenceFile: Sendable {
  /// The requirements of one guideline by kind.
  struct Entry: Sendable {
    let guideline: Placed<GuidelineID>
    let paths: [(kind: EvidenceKind, path: Placed<String>)]
  }

  static let shape: YAMLShape<[Entry]> = .mapping { fields in
    fields.required("evidence", as: .list(of: Entry.shape))
  }
}

extension EvidenceFile.Entry {
  static let shape: YAMLShape<Self> = .mapping { fields in
    let guideline = fields.required("guideline", as: .placed(.guidelineID))
    let paths = EvidenceKind.allCases.flatMap { kind in
      (fields.optional(kind.rawValue, as: .list(of: .placed(.requirementPath))) ?? []).map { (kind, $0) }
    }
    return guideline.map { Self(guideline: $0, paths: paths) }
  }
}
