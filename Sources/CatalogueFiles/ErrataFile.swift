import Compliance
import StrictYAML
import Wording

/// The corrections to official text as `errata.yaml` has them.
struct ErrataFile: Sendable {
  /// One correction.
  struct Entry: Sendable {
    let id: Placed<RequirementID>
    let line: Placed<Int>
    let printed: Placed<String>
    let corrected: String
    let reason: LocalizedText
    let certainty: Certainty
  }

  static let shape: YAMLShape<[Entry]> = .mapping { fields in
    fields.required("errata", as: .list(of: Entry.shape))
  }
}

extension ErrataFile.Entry {
  static let shape: YAMLShape<Self> = .mapping { fields in
    let id = fields.required("id", as: .placed(.parsed(Wording.fullRequirementID()) { RequirementID($0) }))
    let line = fields.required("line", as: .placed(.integer(in: 1...Int.max)))
    let was = fields.required("was", as: .placed(.string))
    let corrected = fields.required("is", as: .string)
    let reason = fields.required("reason", as: .localizedText)
    let certainty = fields.required("certainty", as: .word(Certainty.self))
    guard let id, let line, let was, let corrected, let reason, let certainty else { return nil }
    return Self(
      id: id, line: line, printed: was, corrected: corrected, reason: reason, certainty: certainty)
  }
}
