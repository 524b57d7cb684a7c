public import Compliance

/// Finds requirements as people name them: by id (`mhlw-5:6.5.C.12`), by bare path (`6.5.C.12`) or by citation
/// (`6.5 C 12 (3)`, `第5版 6.5章C-12`, `3.2.3(2)(ｺ)2①`, `企画15⑬`).
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

    /// Whether the last mark stands behind a hyphen, as the circled numbers of edition 6.0 do.
    var endsHyphenated: Bool {
      id.path.utf8.last { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") } == UInt8(ascii: "-")
    }
  }

  private let catalogue: Catalogue
  private let entries: [Entry]

  /// Prepares the look-up in a catalogue.
  public init(_ catalogue: Catalogue) {
    self.catalogue = catalogue
    let editions = Dictionary(
      catalogue.guidelines.map { ($0.id, Self.withoutZero($0.edition.ja)) }, uniquingKeysWith: { first, _ in first })
    entries = catalogue.requirements.map { requirement in
      Entry(
        id: requirement.id, edition: editions[requirement.id.guideline],
        marks: Citation.marks(ofPath: requirement.id.path.lowercased()))
    }
  }

  /// Looks a requirement up. Case, width, the kind of kana and punctuation make no difference; a heading that the text leaves
  /// out (`7.3 C (3) 1`) may be any, and so may a (2) of the provider guideline.
  public func find(_ text: String) -> Answer {
    if let id = RequirementID(text), catalogue[id] != nil { return .found([id]) }
    let (guideline, path) = split(text)
    let inScope = entries.filter { guideline == nil || $0.id.guideline == guideline }

    let exact = inScope.filter { $0.id.path == path }
    if !exact.isEmpty { return .found(exact.map(\.id)) }

    let citation = Citation(path.lowercased())
    let edition = citation.edition.map(Self.withoutZero)
    let candidates = inScope.filter { edition == nil || $0.edition == edition }
    let readings = [citation, citation.withoutRequirementsPart].compactMap(\.self)
    for reading in readings where !reading.steps.isEmpty {
      for matches in [
        candidates.filter { reading.spells($0.marks) },
        candidates.filter { reading.spells($0.marks.filter { !CitationHeading.isWord($0) }) },
      ] where !matches.isEmpty {
        // 12 ② and 12.2 have the same marks: if there are both, the sign decides.
        let same = matches.filter { $0.endsHyphenated == reading.endsCircled }
        return .found((same.isEmpty ? matches : same).map(\.id))
      }
    }
    return .unknown(nearMisses: nearMisses(of: readings.last ?? citation, path, among: candidates))
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

  /// 第6.0版 is often called 第6版.
  private static func withoutZero(_ edition: String) -> String {
    edition.hasSuffix(".0版") ? edition.dropLast(3) + "版" : edition
  }
}
