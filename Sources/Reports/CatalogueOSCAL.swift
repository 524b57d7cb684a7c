public import Compliance
import Wording

/// A guideline as an OSCAL catalog, for programs that know no word of Tenken's.
///
/// - A chapter is a group, a requirement a control, a part a control within it. Ids are ``RequirementID/oscalToken`` and
///   ``Chapter/oscalToken``, from which the ids can be told again.
/// - The official text is the prose of the part `statement`, as it stands in the source.
/// - Titles are Japanese; the English title, the class, the status and the line of the source document are properties in the
///   namespace ``OSCALNames/namespace``. A deleted requirement has OSCAL's own status `withdrawn` as well.
/// - A correspondence is a link from control to control, across catalogs that lie in one folder as ``fileName(of:)`` calls
///   them. Its `rel` is `corresponds`, `merged` or `covered`, seen from the other end `corresponds`, `merges` or `covers`;
///   for what an unresolved link may lead to, `candidate`. Its text says how sure it is, and where the source says so. The
///   mapping model of OSCAL 1.2 is not used: it wants to know which is a subset of which, and the sources do not tell.
///
/// The same catalogue gives the same bytes: UUIDs are made of ids, and the dates are those of publication.
public enum CatalogueOSCAL {
  /// The version of OSCAL, the last one before the mapping model.
  public static let version = "1.1.3"

  /// The name of a guideline's file, which links from other catalogs lead to.
  public static func fileName(of guideline: Guideline) -> String { "\(guideline.id).json" }

  /// The catalog of one guideline, ended by a newline.
  /// - Parameters:
  ///   - catalogue: the whole catalogue.
  ///   - guideline: the guideline to write.
  /// - Throws: only what `JSONEncoder` throws; nothing here gives it cause to.
  public static func text(_ catalogue: Catalogue, of guideline: Guideline) throws -> String {
    let writer = OSCALWriter(catalogue: catalogue, ends: LinkEnd.all(in: catalogue))
    return try jsonText(OSCALDocument(catalog: writer.catalog(guideline)))
  }
}

private struct OSCALWriter {
  let catalogue: Catalogue
  let ends: [RequirementID: [LinkEnd]]

  func catalog(_ guideline: Guideline) -> OSCALDocument.Catalog {
    OSCALDocument.Catalog(
      uuid: uuid(named: "\(OSCALNames.namespace)/\(guideline.id)"), metadata: metadata(guideline),
      groups: listed(ChapterSection.sections(of: guideline, in: catalogue).map(group)))
  }

  private func metadata(_ guideline: Guideline) -> OSCALDocument.Metadata {
    // A date and time with its offset is wanted; the sources tell a year, a month or a day, in Japan.
    let date = guideline.published + "-01-01".dropFirst(guideline.published.utf8.count - 4)
    let published = "\(date)T00:00:00+09:00"
    let issuer = uuid(named: "\(OSCALNames.namespace)/\(guideline.id)#issuer")
    var properties = [
      own(OSCALNames.guidelineProperty, guideline.id.description), own("title-en", guideline.title.en),
      own("edition-en", guideline.edition.en), own("issuer-en", guideline.issuer.en),
      own("published", guideline.published),
    ]
    if let later = guideline.supersededBy {
      properties += [own("superseded-by", later.ja), own("superseded-by-en", later.en)]
    }
    return OSCALDocument.Metadata(
      title: line(guideline.title.ja), published: published, lastModified: published,
      version: line(guideline.edition.ja),
      oscalVersion: CatalogueOSCAL.version, props: properties,
      roles: [OSCALDocument.Role(id: "publisher", title: "Publisher")],
      parties: [OSCALDocument.Party(uuid: issuer, type: "organization", name: line(guideline.issuer.ja))],
      responsibleParties: [OSCALDocument.ResponsibleParty(roleID: "publisher", partyUUIDs: [issuer])],
      remarks: Wording.CatalogueExport.dateRemark)
  }

  private func group(_ section: ChapterSection) -> OSCALDocument.Group {
    let chapter = section.chapter
    return OSCALDocument.Group(
      id: chapter.oscalToken, title: line(chapter.title.ja),
      props: [property("label", chapter.number), own("title-en", chapter.title.en)],
      controls: section.requirements.map(control))
  }

  private func control(_ requirement: Requirement) -> OSCALDocument.Control {
    let id = requirement.id.oscalToken
    var properties = [property("label", requirement.citation), own("title-en", requirement.title.en)]
    if let requirementClass = requirement.requirementClass {
      properties.append(own("class", requirementClass.rawValue))
    }
    properties.append(own("status", requirement.status.rawValue))
    if requirement.status == .deleted { properties.append(property("status", "withdrawn")) }
    if let source = requirement.source { properties.append(own("source", "\(source.document):\(source.line)")) }
    let links = ends[requirement.id] ?? []
    properties += links.compactMap(absence)
    return OSCALDocument.Control(
      id: id, title: line(requirement.title.ja), props: properties, links: listed(links.flatMap(self.links)),
      parts: listed(parts(of: requirement, id)),
      controls: listed(requirement.parts.compactMap { catalogue[$0] }.map(control)))
  }

  private func parts(of requirement: Requirement, _ id: String) -> [OSCALDocument.Part] {
    var parts: [OSCALDocument.Part] = []
    if let text = requirement.text { parts.append(OSCALDocument.Part(id: "\(id)_smt", name: "statement", prose: text)) }
    for (index, note) in requirement.notes.enumerated() { parts += remarks(note, "note", "\(id)_note-\(index + 1)") }
    for (index, erratum) in catalogue.errata(of: requirement.id).enumerated() {
      let text = Wording.CatalogueExport.erratum(
        printed: erratum.printed, corrected: erratum.corrected, reason: erratum.reason)
      parts += remarks(text, "erratum", "\(id)_erratum-\(index + 1)")
    }
    return parts
  }

  /// What Tenken says of a requirement, a part in each language.
  private func remarks(_ text: LocalizedText, _ name: String, _ id: String) -> [OSCALDocument.Part] {
    Language.allCases.map { language in
      OSCALDocument.Part(
        id: "\(id).\(language)", name: name, ns: OSCALNames.namespace, className: "\(language)", prose: text[language])
    }
  }

  private func links(_ end: LinkEnd) -> [OSCALDocument.Link] {
    let link = end.link
    let isCandidate = link.to == nil
    let relation =
      switch link.relation {
      case _ where isCandidate: "candidate"
      case .merged where !end.isOutgoing: "merges"
      case .covered where !end.isOutgoing: "covers"
      default: link.relation.rawValue
      }
    let text = [link.status.rawValue, link.source.map { "\($0.document):\($0.line)" }].compactMap(\.self)
    let ends = end.other.map { [$0] } ?? link.candidates
    return ends.map { end in
      OSCALDocument.Link(
        href: "\(end.guideline).json#\(end.oscalToken)", rel: relation, text: text.joined(separator: ", "))
    }
  }

  /// That there is no counterpart is said by a property, since a link must lead somewhere.
  private func absence(_ end: LinkEnd) -> OSCALDocument.Property? {
    guard end.link.relation == .none else { return nil }
    return own("no-counterpart", end.link.target?.description ?? "unspecified")
  }

  private func property(_ name: String, _ value: String) -> OSCALDocument.Property {
    OSCALDocument.Property(name: name, ns: nil, value: line(value))
  }

  private func own(_ name: String, _ value: String) -> OSCALDocument.Property {
    OSCALDocument.Property(name: name, ns: OSCALNames.namespace, value: line(value))
  }

  /// OSCAL has no empty lists: what there is none of is left out.
  private func listed<Item>(_ items: [Item]) -> [Item]? { items.isEmpty ? nil : items }

  /// Titles and values are on one line, without space around them.
  private func line(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ").trimmed
  }
}

extension String {
  fileprivate var trimmed: String {
    let start = drop(while: \.isWhitespace)
    return String(start.prefix(start.count - start.reversed().prefix(while: \.isWhitespace).count))
  }
}
