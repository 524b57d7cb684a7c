import Compliance
import StrictYAML
import Wording

/// One chapter of a guideline as its file has it.
struct ChapterFile: Sendable {
  let guideline: Placed<GuidelineID>
  let number: Placed<String>
  let title: LocalizedText
  let requirements: [Entry]

  /// A requirement, or a part of one.
  struct Entry: Sendable {
    let path: Placed<String>
    let citation: Placed<String>
    let requirementClass: RequirementClass?
    let status: RequirementStatus?
    let title: Placed<LocalizedText>
    let source: Placed<SourceLine>?
    let text: Placed<String>?
    let notes: [LocalizedText]
    let parts: [Entry]
  }

  static let shape: YAMLShape<ChapterFile> = .mapping { fields in
    let guideline = fields.required("guideline", as: .placed(.guidelineID))
    let number = fields.required("chapter", as: .placed(.string))
    let title = fields.required("title", as: .localizedText)
    let requirements = fields.required("requirements", as: .list(of: Entry.shape, mayBeEmpty: false))
    guard let guideline, let number, let title, let requirements else { return nil }
    return ChapterFile(guideline: guideline, number: number, title: title, requirements: requirements)
  }
}

extension ChapterFile.Entry {
  static let shape: YAMLShape<Self> = .mapping { fields in
    let path = fields.required("id", as: .placed(.requirementPath))
    let citation = fields.required("citation", as: .placed(.string))
    let requirementClass = fields.optional("class", as: .word(RequirementClass.self))
    let status = fields.optional("status", as: .word(RequirementStatus.self))
    let title = fields.required("title", as: .placed(.localizedText))
    let source = fields.optional("source", as: .placed(.sourceLine))
    let text = fields.optional("text", as: .placed(.string))
    let notes = fields.optional("notes", as: .list(of: .localizedText, mayBeEmpty: false))
    let parts = fields.optional("parts", as: .list(of: shape, mayBeEmpty: false))
    guard let path, let citation, let title else { return nil }
    return Self(
      path: path, citation: citation, requirementClass: requirementClass, status: status, title: title,
      source: source, text: text, notes: notes ?? [], parts: parts ?? [])
  }
}

extension YAMLShape where Value == String {
  /// The path of a requirement within its guideline.
  static var requirementPath: YAMLShape {
    .parsed(Wording.requirementPath()) { RequirementID("local:\($0)")?.path }
  }
}

extension YAMLShape where Value == SourceLine {
  /// A line of a source document.
  static var sourceLine: YAMLShape {
    .mapping { fields in
      let document = fields.required("document", as: .documentID)
      let line = fields.required("line", as: .integer(in: 1...Int.max))
      guard let document, let line else { return nil }
      return SourceLine(document: document, line: line)
    }
  }
}
