public import Compliance
import Wording

/// What a search found, as text.
public enum SearchListing {
  /// The columns of a piece of text around a hit.
  private static let snippetWidth = 60
  /// The columns of it that come before the hit.
  private static let leadWidth = 20

  /// Hits, the best first: id, title and citation on a line, and below a piece of the text around what was found, which is
  /// bold on a terminal and stands in square brackets elsewhere.
  /// - Parameters:
  ///   - hits: the hits.
  ///   - hasMore: whether there are more.
  ///   - language: the language of titles, notes and words.
  ///   - width: the columns of a line.
  ///   - style: plain, or for a terminal.
  public static func list(
    _ hits: [CatalogueHit], hasMore: Bool, language: Language, width: Int = 80, style: TextStyle = .plain
  ) -> String {
    typealias Words = Wording.CatalogueSearch
    var page = TextPage(width: width, style: style)
    for hit in hits {
      func marked(_ field: CatalogueHit.Field, _ text: String) -> [Segment] {
        guard let passage = hit.passages.first(where: { $0.field == field }) else { return [Segment(text)] }
        return segments(passage, passage.text.startIndex..<passage.text.endIndex, style)
      }
      let requirement = hit.requirement
      let status = requirement.status
      // Without colours the id stays as it is, to be copied.
      let id = requirement.id.description
      var head = (style == .plain ? [Segment(id)] : marked(.id, id)) + [Segment("  ")]
      if status != .current {
        head.append(Segment("[\(Wording.CatalogueListing.status(status)[language])] ", .doubtful))
      }
      head += marked(.title(language), requirement.title[language])
      page.put(head, hanging: 4, edge: Segment(requirement.citation, .faint))
      if let passage = shown(hit, language) {
        let lead = Words.field(passage.field).map { [Segment("\($0[language]): ", .faint)] } ?? []
        page.put(lead + snippet(passage, style), indent: 4)
      }
    }
    if hasMore {
      page.blank()
      page.put([Segment(Words.more(than: hits.count)[language], .faint)])
    }
    return page.text
  }

  /// What to say where nothing was found.
  /// - Parameters:
  ///   - missing: the words that stand nowhere, each with one that may have been meant; none if only their combination does.
  ///   - language: the language.
  ///   - width: the columns of a line.
  ///   - style: plain, or for a terminal.
  public static func nothing(
    missing: [(word: String, near: String?)], language: Language, width: Int = 80, style: TextStyle = .plain
  ) -> String {
    typealias Words = Wording.CatalogueSearch
    var page = TextPage(width: width, style: style)
    page.put([Segment(Words.nothing(missing.isEmpty)[language])])
    for entry in missing { page.put([Segment(Words.missing(entry.word, near: entry.near)[language])], indent: 2) }
    return page.text
  }

  /// The passage below the head: the text, else a note, else a correction, else the title in the other language, else the citation. The id and
  /// the title show their own marks.
  private static func shown(_ hit: CatalogueHit, _ language: Language) -> CatalogueHit.Passage? {
    func order(_ field: CatalogueHit.Field) -> Int? {
      switch field {
      case .text: 0
      case .note(_, language): 1
      case .note: 2
      case .correction: 3
      case .reason(_, language): 4
      case .reason: 5
      case .title(language), .id: nil
      case .title: 6
      case .citation: 7
      }
    }
    return hit.passages.filter { order($0.field) != nil }.min { (order($0.field) ?? 0) < (order($1.field) ?? 0) }
  }

  private static func snippet(_ passage: CatalogueHit.Passage, _ style: TextStyle) -> [Segment] {
    let text = passage.text
    guard let first = passage.marks.first else { return [] }
    var (start, end) = (first.lowerBound, first.lowerBound)
    var room = leadWidth
    while start > text.startIndex {
      let before = text.index(before: start)
      room -= DisplayWidth.of(text[before])
      if room < 0 { break }
      start = before
    }
    room = snippetWidth - (leadWidth - max(room, 0))
    while end < text.endIndex {
      room -= DisplayWidth.of(text[end])
      // What was found is shown, however long.
      if room < 0, end >= first.upperBound { break }
      end = text.index(after: end)
    }
    // What was found is shown whole or not at all.
    if let cut = passage.marks.first(where: { $0.lowerBound < end && end < $0.upperBound }) { end = cut.lowerBound }
    let ellipsis = Segment("…", .faint)
    return (start > text.startIndex ? [ellipsis] : []) + segments(passage, start..<end, style)
      + (end < text.endIndex ? [ellipsis] : [])
  }

  /// A part of a passage with what was found marked. A line break within it shows as a space.
  private static func segments(
    _ passage: CatalogueHit.Passage, _ range: Range<String.Index>, _ style: TextStyle
  ) -> [Segment] {
    var segments: [Segment] = []
    var position = range.lowerBound
    func put(to end: String.Index, _ ink: Ink) {
      guard position < end else { return }
      let piece = String(passage.text[position..<end].map { $0.isNewline ? " " : $0 })
      segments.append(Segment(ink == .strong && style == .plain ? "[\(piece)]" : piece, ink))
      position = end
    }
    for mark in passage.marks {
      let (start, end) = (min(max(mark.lowerBound, position), range.upperBound), min(mark.upperBound, range.upperBound))
      put(to: start, .plain)
      put(to: end, .strong)
    }
    put(to: range.upperBound, .plain)
    return segments
  }
}
