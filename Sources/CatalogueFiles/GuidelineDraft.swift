import Compliance
import StrictYAML

/// A guideline with its requirements before it is written down.
struct GuidelineDraft {
  /// A chapter, which is one file.
  struct Chapter {
    /// The name of the file without `.yaml`.
    var file: String
    let number: String
    let title: LocalizedText
    let requirements: [Requirement]
  }

  /// A requirement with its parts.
  struct Requirement {
    let path: String
    let citation: String
    let requirementClass: RequirementClass?
    let status: RequirementStatus
    let title: LocalizedText
    let text: String?
    let notes: [LocalizedText]
    let parts: [Requirement]
  }

  let guideline: Guideline
  var chapters: [Chapter]
}

extension GuidelineDraft {
  /// The entry of `guidelines.yaml`.
  var outline: YAMLOutline {
    var entries: [(key: String, value: YAMLOutline)] = [
      ("id", .text(guideline.id.description)),
      ("title", outlined(guideline.title)),
      ("edition", outlined(guideline.edition)),
      ("issuer", outlined(guideline.issuer)),
      ("published", .text(guideline.published)),
    ]
    if let later = guideline.supersededBy { entries.append(("superseded_by", outlined(later))) }
    return .mapping(entries)
  }

  /// The content of a chapter's file.
  func outline(of chapter: Chapter) -> YAMLOutline {
    .mapping([
      ("guideline", .text(guideline.id.description)),
      ("chapter", .text(chapter.number)),
      ("title", outlined(chapter.title)),
      ("requirements", .list(chapter.requirements.map { $0.outline(below: nil) })),
    ])
  }
}

extension GuidelineDraft.Requirement {
  /// The entry of a chapter's file, without what the requirement has from the one that it is a part of.
  fileprivate func outline(below parent: Self?) -> YAMLOutline {
    var entries: [(key: String, value: YAMLOutline)] = [("id", .text(path)), ("citation", .text(citation))]
    if let requirementClass, requirementClass != parent?.requirementClass {
      entries.append(("class", .text(requirementClass.rawValue)))
    }
    if status != parent?.status ?? .current { entries.append(("status", .text(status.rawValue))) }
    entries.append(("title", outlined(title)))
    if let text { entries.append(("text", .text(text))) }
    if !notes.isEmpty { entries.append(("notes", .list(notes.map(outlined)))) }
    if !parts.isEmpty { entries.append(("parts", .list(parts.map { $0.outline(below: self) }))) }
    return .mapping(entries)
  }

  /// The bytes that this one and its parts take in a file, at the least.
  var leastSize: Int {
    let texts = [path, citation, title.ja, title.en, text ?? ""]
    return texts.reduce(0) { $0 + $1.utf8.count } + parts.reduce(0) { $0 + $1.leastSize }
  }

  /// This one and all its parts.
  var count: Int { parts.reduce(1) { $0 + $1.count } }
}

private func outlined(_ text: LocalizedText) -> YAMLOutline {
  .inline([("ja", text.ja), ("en", text.en)])
}
