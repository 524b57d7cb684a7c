import Compliance
import StrictYAML
import Wording

/// Makes a guideline of an OSCAL catalog.
struct OSCALConversion {
  /// The parts of controls that are for assessors; the requirement is told without them.
  private static let assessmentParts: Set<String> = [
    "assessment-objective", "assessment-method", "objective", "assessment",
  ]

  private let guideline: GuidelineID
  private let catalog: OSCALCatalog
  private let log: ProblemLog
  /// The guideline that Tenken exported the catalog from.
  private let origin: GuidelineID?
  private var prose: OSCALProse
  private var places: [String: Place] = [:]
  private var citations: Set<String> = []
  private var chapters: Set<String> = []
  private var occurrences: [String: Int] = [:]
  private var leftOut = 0

  /// - Parameters:
  ///   - guideline: the id that the guideline is to have.
  ///   - place: where a fault of the whole file is.
  /// - Returns: the guideline and what is to be said of it; nil only if a problem was reported.
  static func convert(
    _ catalog: OSCALCatalog, to guideline: GuidelineID, at place: Place, _ log: ProblemLog
  ) -> (draft: GuidelineDraft, notices: [LocalizedText])? {
    var conversion = OSCALConversion(catalog, guideline, log)
    return conversion.run(place)
  }

  private init(_ catalog: OSCALCatalog, _ guideline: GuidelineID, _ log: ProblemLog) {
    self.guideline = guideline
    self.catalog = catalog
    self.log = log
    origin = catalog.metadata.properties.own(OSCALNames.guidelineProperty).flatMap { GuidelineID($0) }
    prose = OSCALProse(catalog.parameters)
  }

  private mutating func run(_ place: Place) -> (draft: GuidelineDraft, notices: [LocalizedText])? {
    let metadata = catalog.metadata
    let published =
      metadata.properties.own("published")
      ?? String((metadata.published ?? metadata.lastModified).prefix { $0 != "T" })
    let later = metadata.properties.own("superseded-by").map { localized($0, "superseded-by-en", metadata.properties) }
    if !GuidelineEntry.isDate(published) {
      log.report(at: place, Wording.yamlExpected(Wording.publicationDate(), found: .text(published)))
    }
    var draft = GuidelineDraft(
      guideline: Guideline(
        id: guideline, title: localized(metadata.title, "title-en", metadata.properties),
        edition: localized(metadata.version, "edition-en", metadata.properties),
        issuer: metadata.issuer.map { localized($0, "issuer-en", metadata.properties) } ?? Wording.unknownIssuer(),
        published: published, supersededBy: later),
      chapters: [])
    for group in catalog.groups { draft.chapters.append(chapter(of: group)) }
    for id in prose.endlessParameters.sorted() { log.report(at: place, Wording.endlessParameter(id)) }
    nameFiles(of: &draft.chapters)
    return log.problems.isEmpty ? (draft, notices) : nil
  }

  private var notices: [LocalizedText] {
    var notices: [LocalizedText] = []
    if leftOut > 0 { notices.append(Wording.assessmentPartsLeftOut(leftOut)) }
    if catalog.links > 0 { notices.append(Wording.linksLeftOut(catalog.links)) }
    if catalog.resources > 0 { notices.append(Wording.resourcesLeftOut(catalog.resources)) }
    if !prose.unknownParameters.isEmpty { notices.append(Wording.unknownParameters(prose.unknownParameters.sorted())) }
    return notices
  }

  private mutating func chapter(of group: OSCALCatalog.Group) -> GuidelineDraft.Chapter {
    let title = group.titles.isEmpty ? catalog.metadata.title : group.titles.joined(separator: " / ")
    let own = group.id.flatMap { Chapter.named(oscalToken: $0) }.flatMap { $0.guideline == origin ? $0.number : nil }
    let name = own ?? group.id ?? group.titles.last.map(onOneLine) ?? guideline.description
    // Groups need no ids, and titles such as 'General' come again.
    let number = distinct(name)
    return GuidelineDraft.Chapter(
      file: fileName(of: number), number: number, title: localized(title, "title-en", group.properties),
      requirements: group.controls.compactMap { requirement(of: $0) })
  }

  private mutating func distinct(_ name: String) -> String {
    var number = name
    while !chapters.insert(number).inserted {
      occurrences[name, default: 1] += 1
      number = "\(name) (\(occurrences[name, default: 1]))"
    }
    return number
  }

  private mutating func requirement(of control: OSCALCatalog.Control) -> GuidelineDraft.Requirement? {
    let path = path(of: control.id)
    if let first = places[path] {
      log.report(at: control.place, Wording.duplicateID(path, first: first))
    } else {
      places[path] = control.place
    }
    let parts = control.parts.filter { !Self.assessmentParts.contains($0.name) }
    leftOut += control.parts.count - parts.count
    let properties = control.properties
    let isWithdrawn = properties.contains {
      $0.name == "status" && $0.isStandard && $0.value.lowercased() == "withdrawn"
    }
    return GuidelineDraft.Requirement(
      path: path, citation: citation(properties.label ?? control.id, path),
      requirementClass: properties.own("class").flatMap { RequirementClass(rawValue: $0) },
      status: properties.own("status").flatMap { RequirementStatus(rawValue: $0) }
        ?? (isWithdrawn ? .deleted : .current),
      title: localized(control.title, "title-en", properties),
      text: prose.text(of: parts.filter { !$0.isNote }), notes: notes(parts.filter(\.isNote)),
      parts: control.controls.compactMap { requirement(of: $0) })
  }

  /// The notes and errata of a requirement that Tenken exported: each stands there in Japanese, then in English.
  private func notes(_ parts: [OSCALCatalog.Part]) -> [LocalizedText] {
    let (ja, en) = (parts.filter { $0.className == "ja" }, parts.filter { $0.className == "en" })
    return zip(ja, en).compactMap { ja, en in
      guard let ja = ja.prose, let en = en.prose else { return nil }
      return LocalizedText(ja: ja, en: en)
    }
  }

  /// The id of a control as the path of a requirement: an underscore becomes a hyphen, a character outside of ASCII its
  /// number. An id that Tenken gave becomes what it was.
  private func path(of token: String) -> String {
    if let origin, let id = RequirementID(oscalToken: token), id.guideline == origin { return id.path }
    var path = ""
    for scalar in token.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-": path.unicodeScalars.append(scalar)
      case "." where path.last != "." && !path.isEmpty: path += "."
      case "_", ".": path += "-"
      default: path += "u" + String(scalar.value, radix: 16, uppercase: true)
      }
    }
    return path.last == "." ? path + "-" : path
  }

  /// The label, with the id behind it if another control has the same.
  private mutating func citation(_ label: String, _ path: String) -> String {
    let label = onOneLine(label)
    let citation = citations.contains(label) ? "\(label) [\(path)]" : label
    citations.insert(citation)
    return citation
  }

  private func localized(
    _ text: String, _ english: String, _ properties: [OSCALCatalog.Property]
  ) -> LocalizedText {
    let text = onOneLine(text)
    return LocalizedText(ja: text, en: properties.own(english) ?? text)
  }

  private func fileName(of number: String) -> String {
    let name = String(
      number.unicodeScalars.map { scalar -> Character in
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-": Character(scalar)
        case ".": "."
        default: "-"
        }
      }.prefix(60))
    return name.first == "." || name.isEmpty ? "group\(name)" : name
  }

  /// Chapters are read in the natural order of their files' names: where that is not their own order, or where two have one
  /// name, all are numbered.
  private func nameFiles(of chapters: inout [GuidelineDraft.Chapter]) {
    let names = chapters.map { "\($0.file).yaml" }
    let areDistinct = Set(names.map { $0.lowercased() }).count == names.count
    if areDistinct, zip(names, names.dropFirst()).allSatisfy(naturallyPrecedes) { return }
    let digits = String(chapters.count).count
    for index in chapters.indices {
      let number = String(index + 1)
      chapters[index].file = String(repeating: "0", count: digits - number.count) + number + "-" + chapters[index].file
    }
  }
}

extension OSCALCatalog.Part {
  /// Whether it is a note or an erratum that Tenken exported.
  fileprivate var isNote: Bool { ["note", "erratum"].contains(name) && namespace == OSCALNames.namespace }
}
