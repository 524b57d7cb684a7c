import Compliance
import StrictYAML
import Wording

extension Guideline {
  /// The shape of `guidelines.yaml`.
  static let file: YAMLShape<[Placed<Guideline>]> = .mapping { fields in
    fields.required("guidelines", as: .list(of: .placed(guideline), mayBeEmpty: false))
  }

  private static let guideline: YAMLShape<Guideline> = .mapping { fields in
    let id = fields.required("id", as: .guidelineID)
    let title = fields.required("title", as: .localizedText)
    let edition = fields.required("edition", as: .localizedText)
    let issuer = fields.required("issuer", as: .localizedText)
    let published = fields.required("published", as: .parsed(Wording.publicationDate()) { isDate($0) ? $0 : nil })
    let supersededBy = fields.optional("superseded_by", as: .localizedText)
    guard let id, let title, let edition, let issuer, let published else { return nil }
    return Guideline(
      id: id, title: title, edition: edition, issuer: issuer, published: published, supersededBy: supersededBy)
  }

  /// Whether a text is a year, month or day of ISO 8601: `2017`, `2017-05`, `2017-05-30`.
  private static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let widths = [4, 2, 2]
    let limits = [1...9999, 1...12, 1...31]
    return parts.count <= 3
      && zip(parts, zip(widths, limits)).allSatisfy { part, rule in
        part.utf8.count == rule.0 && Int(part).map(rule.1.contains) ?? false
      }
  }
}

extension YAMLShape where Value == GuidelineID {
  /// The id of a guideline.
  static var guidelineID: YAMLShape { .parsed(Wording.guidelineID()) { GuidelineID($0) } }
}
