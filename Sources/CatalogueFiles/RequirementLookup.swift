public import Compliance

/// Finds requirements as people name them: by id (`mhlw-5:6.5.C.12`), by bare path (`6.5.C.12`) or by citation
/// (`6.5 C 12 (3)`, `第5版 6.5章C-12`, with full-width digits).
public struct RequirementLookup: Sendable {
  /// What a look-up gives.
  public enum Answer: Hashable, Sendable {
    /// The requirements that the text names, in document order: more than one if several guidelines have them.
    case found([RequirementID])
    /// None; what may have been meant, the most likely first.
    case unknown(nearMisses: [RequirementID])
  }

  private struct Entry: Sendable {
    let id: RequirementID
    let edition: String?
    let marks: [String]
  }

  private let catalogue: Catalogue
  private let entries: [Entry]

  /// Prepares the look-up in a catalogue.
  public init(_ catalogue: Catalogue) {
    self.catalogue = catalogue
    let editions = Dictionary(
      catalogue.guidelines.map { ($0.id, $0.edition.ja) }, uniquingKeysWith: { first, _ in first })
    entries = catalogue.requirements.map { requirement in
      Entry(
        id: requirement.id, edition: editions[requirement.id.guideline],
        marks: Citation.marks(ofPath: requirement.id.path.lowercased()))
    }
  }

  /// Looks a requirement up. Case, width and punctuation make no difference; a heading that the text leaves out
  /// (`7.3 C (3) 1`) may be any.
  public func find(_ text: String) -> Answer {
    if let id = RequirementID(text), catalogue[id] != nil { return .found([id]) }
    let (guideline, path) = split(text)
    let inScope = entries.filter { guideline == nil || $0.id.guideline == guideline }

    let exact = inScope.filter { $0.id.path == path }
    if !exact.isEmpty { return .found(exact.map(\.id)) }

    let citation = Citation(path.lowercased())
    let candidates = inScope.filter { citation.edition == nil || $0.edition == citation.edition }
    for matches in [
      candidates.filter { citation.spells($0.marks) },
      candidates.filter { citation.spells($0.marks.filter { !Citation.isHeading($0) }) },
    ] where !matches.isEmpty && !citation.steps.isEmpty {
      return .found(matches.map(\.id))
    }
    return .unknown(nearMisses: nearMisses(of: citation, path, among: candidates))
  }

  /// At most five: the id with the nearest spelling, then what shares the longest beginning.
  private func nearMisses(of citation: Citation, _ path: String, among entries: [Entry]) -> [RequirementID] {
    let spelled = nearest(to: path, among: entries.lazy.map(\.id.path))
    var misses = entries.filter { $0.id.path == spelled }.map(\.id)
    var beginning = citation.steps
    while misses.count < 5, beginning.popLast() != nil, beginning.count >= 2 {
      let start = Citation(steps: beginning)
      for entry in entries where start.spells(entry.marks.prefix(beginning.count)) && !misses.contains(entry.id) {
        misses.append(entry.id)
      }
    }
    return Array(misses.prefix(5))
  }

  /// Cuts a guideline's id from the front: `mhlw-5:6.5 C 12`.
  private func split(_ text: String) -> (GuidelineID?, String) {
    guard let colon = text.firstIndex(of: ":"), let id = GuidelineID(text[..<colon]), catalogue.guideline(id) != nil
    else { return (nil, text) }
    return (id, String(text[text.index(after: colon)...]))
  }
}
