public import Compliance

/// Full-text search over requirements: ids, citations, titles, official texts, notes, and corrections with what speaks for them.
///
/// All words must occur, each anywhere in the requirement; what makes no difference between two spellings is said at
/// ``SearchFolding`` and ``SearchWord``. What the query names exactly comes first, then what has every word in its titles,
/// then in its id or citation, its text, its notes and corrections; then more hits, earlier hits, current before deleted, and the order of
/// the catalogue.
public struct CatalogueSearch: Sendable {
  /// How requirements are found. The answers are the same.
  enum Method {
    /// Looks at every text.
    case scan
    /// Looks at those that an index names.
    case index
  }

  /// What a search gives.
  public struct Answer: Hashable, Sendable {
    /// The hits, best first.
    public let hits: [CatalogueHit]
    /// Whether there are more than were asked for.
    public let hasMore: Bool
  }

  /// From so many bytes of folded text on an index is made. Measured, a scan takes 0.25 ms a MiB and query and making an
  /// index 17 ms a MiB, which the one query of a process never earns back. From here on a scan takes half of the 10 ms that
  /// a query may.
  private static let indexedSize = 16 << 20

  let requirements: [Requirement]
  private let errata: @Sendable (RequirementID) -> [Erratum]
  private let text: SearchText
  private let index: SearchIndex?

  /// Prepares the search in a catalogue.
  /// - Parameters:
  ///   - catalogue: the catalogue.
  ///   - isIncluded: which of its requirements are searched.
  public init(_ catalogue: Catalogue, where isIncluded: (Requirement) -> Bool = { _ in true }) {
    self.init(catalogue.requirements.filter(isIncluded), errata: { catalogue.errata(of: $0) }, by: nil)
  }

  /// Prepares the search in requirements to which there are no corrections.
  /// - Parameter requirements: what is searched, in the order of the catalogue.
  public init(_ requirements: [Requirement]) { self.init(requirements, by: nil) }

  /// - Parameters:
  ///   - requirements: what is searched.
  ///   - errata: the corrections of a requirement.
  ///   - method: how; as their size suggests if nil.
  init(
    _ requirements: [Requirement], errata: @escaping @Sendable (RequirementID) -> [Erratum] = { _ in [] },
    by method: Method?
  ) {
    self.requirements = requirements
    self.errata = errata
    text = SearchText(requirements, errata)
    let method = method ?? (text.bytes.count < Self.indexedSize ? .scan : .index)
    index = method == .index ? SearchIndex(text) : nil
  }

  /// Searches.
  /// - Parameters:
  ///   - query: words that must all occur; `"…"` and `「…」` keep several together.
  ///   - limit: the most hits to give.
  /// - Returns: the best hits; nil if the query has no word in it that could be found.
  public func find(_ query: String, limit: Int = 20) -> Answer? {
    let query = SearchQuery(query)
    guard !query.words.isEmpty else { return nil }
    // One more than is asked for, to know whether there is more.
    let limit = max(0, min(limit, requirements.count))
    var best = BestScores(limit + 1)
    text.bytes.withUnsafeBytes { bytes in
      if let index {
        addIndexed(query, index, bytes, to: &best)
      } else {
        for requirement in requirements.indices {
          if let score = score(of: requirement, query, bytes, mayBeNamed: true) { best.add(score) }
        }
      }
    }
    let scores = best.best()
    return Answer(
      hits: scores.prefix(limit).map { hit(requirements[$0.requirement], query.words) },
      hasMore: scores.count > limit)
  }

  private func hit(_ requirement: Requirement, _ words: [SearchWord]) -> CatalogueHit {
    CatalogueHit(requirement, errata(requirement.id), words)
  }

  /// Whether a word stands anywhere.
  func occurs(_ word: SearchWord) -> Bool {
    text.bytes.withUnsafeBytes { word.firstMatch(in: $0, 0..<$0.count) != nil }
  }

  /// Looks at the requirements that the index names, the best guesses first, until nothing better can come.
  private func addIndexed(
    _ query: SearchQuery, _ index: SearchIndex, _ bytes: UnsafeRawBufferPointer, to best: inout BestScores
  ) {
    for guess in SearchCandidates(query, index).inOrder() {
      if best.refuses(guess) { return }
      if let score = score(of: guess.requirement, query, bytes, mayBeNamed: guess.isExact) { best.add(score) }
    }
  }

  /// How well a requirement answers a query; nil if a word is not in it.
  private func score(
    of requirement: Int, _ query: SearchQuery, _ bytes: UnsafeRawBufferPointer, mayBeNamed: Bool
  ) -> SearchScore? {
    var (rank, hits, position) = (0, 0, 0)
    for word in query.words {
      guard let found = find(word, in: requirement, bytes) else { return nil }
      rank = max(rank, found.rank)
      hits += found.hits
      position += found.position
    }
    return SearchScore(
      isExact: mayBeNamed && text.isName(query.whole, of: requirement), rank: rank, hits: hits, position: position,
      status: requirements[requirement].status, requirement: requirement)
  }

  /// The most telling rank at which a word is found, how often there, and how many bytes into its field the first time.
  private func find(
    _ word: SearchWord, in requirement: Int, _ bytes: UnsafeRawBufferPointer
  ) -> (rank: Int, hits: Int, position: Int)? {
    for rank in SearchText.Rank.allCases {
      let range = text.range(of: requirement, rank)
      guard let first = word.firstMatch(in: bytes, range) else { continue }
      let before = bytes[range.lowerBound..<first.lowerBound]
      let fieldStart = before.lastIndex(of: SearchFolding.separator).map { $0 + 1 } ?? range.lowerBound
      var hits = 1
      var start = first.upperBound
      while hits < SearchScore.mostHits, let next = word.firstMatch(in: bytes, start..<range.upperBound) {
        hits += 1
        start = next.upperBound
      }
      return (rank.rawValue, hits, first.lowerBound - fieldStart)
    }
    return nil
  }
}

extension CatalogueHit {
  /// Marks the words of a query wherever they stand in a requirement.
  fileprivate init(_ requirement: Requirement, _ errata: [Erratum], _ words: [SearchWord]) {
    var passages: [Passage] = []
    func look(_ field: Field, _ text: String) {
      let folding = SearchFolding(text, keepsOrigins: true)
      let matches = words.flatMap { $0.matches(in: folding.bytes) }
      guard !matches.isEmpty else { return }
      let origins = matches.map { match in
        folding.origins[match.lowerBound].lowerBound..<folding.origins[match.upperBound - 1].upperBound
      }
      passages.append(Passage(field: field, text: text, marks: joined(origins).map { text.range($0) }))
    }
    look(.id, requirement.id.description)
    look(.citation, requirement.citation)
    for language in Language.allCases { look(.title(language), requirement.title[language]) }
    if let text = requirement.text { look(.text, text) }
    for (number, note) in requirement.notes.enumerated() {
      for language in Language.allCases { look(.note(number, language), note[language]) }
    }
    for (number, erratum) in errata.enumerated() {
      look(.correction(number), erratum.corrected)
      for language in Language.allCases { look(.reason(number, language), erratum.reason[language]) }
    }
    self.init(requirement: requirement, passages: passages)
  }
}

/// Ranges in order, those that overlap or touch made one.
private func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
  var joined: [Range<Int>] = []
  for range in ranges.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
    if let last = joined.last, range.lowerBound <= last.upperBound {
      joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
    } else {
      joined.append(range)
    }
  }
  return joined
}

extension String {
  fileprivate func range(_ bytes: Range<Int>) -> Range<Index> {
    utf8.index(startIndex, offsetBy: bytes.lowerBound)..<utf8.index(startIndex, offsetBy: bytes.upperBound)
  }
}
