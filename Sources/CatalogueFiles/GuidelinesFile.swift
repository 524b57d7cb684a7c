import Compliance
import StrictYAML
import Wording

/// A guideline as `guidelines.yaml` has it.
struct GuidelineEntry: Sendable {
  let guideline: Guideline
  /// The numbers of its chapters in the order of the document, where the names of their files do not tell it.
  let chapters: [Placed<String>]?

  /// The shape of `guidelines.yaml`.
  static let file: YAMLShape<[Placed<GuidelineEntry>]> = .mapping { fields in
    fields.required("guidelines", as: .list(of: .placed(shape), mayBeEmpty: false))
  }

  private static let shape: YAMLShape<GuidelineEntry> = .mapping { fields in
    let id = fields.required("id", as: .guidelineID)
    let title = fields.required("title", as: .localizedText)
    let edition = fields.required("edition", as: .localizedText)
    let issuer = fields.required("issuer", as: .localizedText)
    let published = fields.required("published", as: .parsed(Wording.publicationDate()) { isDate($0) ? $0 : nil })
    let supersededBy = fields.optional("superseded_by", as: .localizedText)
    let chapters = fields.optional("chapters", as: .list(of: .placed(.string), mayBeEmpty: false))
    guard let id, let title, let edition, let issuer, let published else { return nil }
    let guideline = Guideline(
      id: id, title: title, edition: edition, issuer: issuer, published: published, supersededBy: supersededBy)
    return GuidelineEntry(guideline: guideline, chapters: chapters)
  }

  /// Whether a text is a year, month or day of ISO 8601: `2017`, `2017-05`, `2017-05-30`.
  static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let widths = [4, 2, 2]
    let limits = [1...9999, 1...12, 1...31]
    return parts.count <= 3
      && zip(parts, zip(widths, limits)).allSatisfy { part, rule in
        part.utf8.count == rule.0 && Int(part).map(rule.1.contains) ?? false
      }
  }
}

extension Guideline {
  /// The shape of `guidelines.yaml` without the order of chapters.
  static let file: YAMLShape<[Placed<Guideline>]> = YAMLShape { node, log in
    GuidelineEntry.file.read(node, log)?.map { Placed($0.value.guideline, at: $0.place) }
  }
}

extension YAMLShape where Value == GuidelineID {
  /// The id of a guideline.
  static var guidelineID: YAMLShape { .parsed(Wording.guidelineID()) { GuidelineID($0) } }
}
