import Compliance
import StrictYAML
import Wording

/// Puts what the files hold together to one catalogue, and reports what does not hold between them.
struct CatalogueAssembly {
  private let base: Catalogue?
  private let damaged: Set<String>
  private let log: ProblemLog
  /// The known documents; no place for those that only the extended catalogue names.
  private var documents: [String: Place?] = [:]
  private var guidelines: [Guideline] = []
  private var guidelinePlaces: [GuidelineID: Place] = [:]
  /// The guidelines that were declared twice, which was reported.
  private var refused: Set<GuidelineID> = []
  private var chapters: [Chapter] = []
  private var requirements: [Requirement] = []
  private var places: [RequirementID: Place] = [:]
  private var citations: [String: Place] = [:]
  private var correspondences: [Correspondence] = []
  private var links: Set<Correspondence> = []
  private var errata: [Erratum] = []
  private var evidence: [RequirementID: EvidenceKind] = [:]

  /// - Parameters:
  ///   - contents: what the files hold.
  ///   - base: the catalogue that a site adds its own requirements to; nil for a catalogue of its own.
  ///   - log: takes the problems.
  init(of contents: CatalogueContents, extending base: Catalogue?, _ log: ProblemLog) {
    self.base = base
    self.log = log
    damaged = contents.damaged
    for requirement in base?.requirements ?? [] {
      if let source = requirement.source { documents.updateValue(nil, forKey: source.document) }
    }
    for document in contents.documents { add(document) }
    for guideline in contents.guidelines { add(guideline) }
    for chapter in contents.chapters { add(chapter) }
    for file in contents.correspondences { add(file) }
    add(contents.errata)
    for entry in contents.evidence { add(entry) }
  }

  /// Everything together, behind what it extends. Only to be taken if no problem was reported: only then are the ids
  /// unique.
  var catalogue: Catalogue {
    Catalogue(
      guidelines: (base?.guidelines ?? []) + guidelines,
      requirements: (base?.requirements ?? []) + requirements,
      correspondences: (base?.correspondences ?? []) + correspondences,
      chapters: (base?.chapters ?? []) + chapters,
      errata: (base?.errata ?? []) + errata,
      evidence: (base?.evidence ?? [:]).merging(evidence) { shipped, _ in shipped })
  }

  private mutating func add(_ document: Placed<SourceDocument>) {
    if let first = documents[document.value.id] {
      log.report(at: document.place, Wording.duplicateID(document.value.id, first: first))
    } else {
      documents[document.value.id] = document.place
    }
  }

  private mutating func add(_ guideline: Placed<Guideline>) {
    let id = guideline.value.id
    if guidelinePlaces[id] != nil || base?.guideline(id) != nil {
      refused.insert(id)
      log.report(at: guideline.place, Wording.duplicateID("\(id)", first: guidelinePlaces[id]))
    } else {
      guidelinePlaces[id] = guideline.place
      guidelines.append(guideline.value)
    }
  }

  private mutating func add(_ file: ChapterFile) {
    let guideline = declared(file.guideline)
    if base?.guideline(file.guideline.value) != nil, !refused.contains(file.guideline.value) {
      log.report(at: file.guideline.place, Wording.chapterOfShippedGuideline("\(file.guideline.value)"))
    }
    chapters.append(Chapter(guideline: file.guideline.value, number: file.number.value, title: file.title))
    for entry in file.requirements {
      add(entry, to: file.guideline.value, guideline, chapter: file.number.value, below: nil)
    }
  }

  /// Adds a requirement and, behind it, its parts.
  private mutating func add(
    _ entry: ChapterFile.Entry, to guidelineID: GuidelineID, _ guideline: Guideline?, chapter: String,
    below parent: Requirement?
  ) {
    // Every path in the file was accepted by `RequirementID`, so each of these ids exists.
    guard let id = RequirementID(guidelineID, path: entry.path.value) else { return }
    let requirement = Requirement(
      id: id, citation: entry.citation.value,
      requirementClass: entry.requirementClass ?? parent?.requirementClass,
      status: entry.status ?? parent?.status ?? .current,
      title: entry.title.value, text: entry.text?.value, parent: parent?.id,
      parts: entry.parts.compactMap { RequirementID(guidelineID, path: $0.path.value) },
      chapter: chapter, source: entry.source?.value ?? parent?.source, notes: entry.notes)

    RequirementRules.check(entry, requirement, below: parent, authorship(of: guidelineID), log)
    if let source = entry.source { check(source) }
    if let first = places[id] {
      log.report(at: entry.path.place, Wording.duplicateID(id.path, first: first))
    } else {
      places[id] = entry.path.place
      requirements.append(requirement)
      check(entry.citation, of: id, guideline)
    }
    for part in entry.parts { add(part, to: guidelineID, guideline, chapter: chapter, below: requirement) }
  }

  private mutating func check(_ citation: Placed<String>, of id: RequirementID, _ guideline: Guideline?) {
    let key = "\(id.guideline):\(citation.value)"
    if let first = citations[key] {
      log.report(at: citation.place, Wording.duplicateCitation(citation.value, first: first))
    } else {
      citations[key] = citation.place
      if let guideline { RequirementRules.check(citation, of: id, guideline, authorship(of: id.guideline), log) }
    }
  }

  private func authorship(of guideline: GuidelineID) -> RequirementRules.Authorship {
    if base == nil { return .shipped }
    return guideline.description == localGuideline ? .hospital : .others
  }

  private mutating func add(_ file: CorrespondenceFile) {
    guard let from = declared(file.from)?.id, let to = declared(file.to)?.id else { return }
    for link in file.links {
      let start = requirement(link.from, of: from)
      let end = link.to.map { requirement($0, of: to) }
      let candidates = link.candidates.map { requirement($0, of: to) }
      if let source = link.source { check(source) }
      guard let start, end != .some(nil), !candidates.contains(nil) else { continue }
      let correspondence = Correspondence(
        from: start, to: end ?? nil, relation: link.relation, status: link.status, source: link.source?.value,
        candidates: candidates.compactMap(\.self), note: link.note, target: to)
      if links.insert(correspondence).inserted {
        correspondences.append(correspondence)
      } else {
        log.report(at: link.place, Wording.duplicateLink())
      }
    }
  }

  private mutating func add(_ entries: [ErrataFile.Entry]) {
    guard !entries.isEmpty else { return }
    let known = Dictionary(
      ((base?.requirements ?? []) + requirements).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let rules = ErrataRules(
      requirements: known, isDamaged: { [damaged] in damaged.contains($0.description) }, log: log)
    errata = rules.errata(entries)
  }

  private mutating func add(_ entry: EvidenceFile.Entry) {
    guard let guideline = declared(entry.guideline)?.id else { return }
    for (kind, path) in entry.paths {
      guard let id = requirement(path, of: guideline) else { continue }
      if evidence[id] == nil, base?.evidence[id] == nil {
        evidence[id] = kind
      } else {
        log.report(at: path.place, Wording.duplicateEvidence(path.value))
      }
    }
  }

  // What is looked for in a damaged file and not found may be there: nothing is said of it.

  private func declared(_ id: Placed<GuidelineID>) -> Guideline? {
    let known = guidelines + (base?.guidelines ?? [])
    if let guideline = known.first(where: { $0.id == id.value }) { return guideline }
    guard !damaged.contains(CatalogueFolder.guidelinesFile) else { return nil }
    let meant = nearest(to: "\(id.value)", among: known.map(\.id.description))
    log.report(at: id.place, Wording.unknownGuideline("\(id.value)", meant: meant))
    return nil
  }

  private func requirement(_ path: Placed<String>, of guideline: GuidelineID) -> RequirementID? {
    guard let id = RequirementID(guideline, path: path.value) else { return nil }
    if places[id] != nil || base?[id] != nil { return id }
    guard !damaged.contains(guideline.description) else { return nil }
    log.report(at: path.place, Wording.unknownRequirement("\(id)", meant: nearestPath(to: id)))
    return nil
  }

  private func nearestPath(to id: RequirementID) -> String? {
    let known = requirements + (base?.requirements ?? [])
    return nearest(to: id.path, among: known.lazy.filter { $0.id.guideline == id.guideline }.map(\.id.path))
  }

  private func check(_ source: Placed<SourceLine>) {
    let name = source.value.document
    if documents[name] == nil, !damaged.contains(CatalogueFolder.documentsFile) {
      log.report(at: source.place, Wording.unknownDocument(name, meant: nearest(to: name, among: documents.keys)))
    }
  }
}

/// The guideline of a hospital's own rules.
let localGuideline = "local"
