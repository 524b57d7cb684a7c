import Compliance

/// Everything that can be found of a list of requirements, folded, one behind the other in one block of bytes.
struct SearchText: Sendable {
  /// Where in a requirement something is found, the most telling first.
  enum Rank: Int, CaseIterable {
    case title
    case name
    case text
    /// Corrections among them: both are ours.
    case note
  }

  /// Each field of each requirement, ended by ``SearchFolding/separator``.
  let bytes: [UInt8]
  /// Where the fields of each rank begin, requirement by requirement, and where the last one ends.
  private let starts: [Int]
  /// Where the citation of each requirement begins, behind its id.
  private let citations: [Int]

  /// Folds requirements, with their corrections.
  init(_ requirements: [Requirement], _ errata: (RequirementID) -> [Erratum]) {
    var folding = SearchFolding()
    // Three bytes a character, as Japanese has them, and about as many characters as a guideline's requirement has.
    folding.reserve(requirements.count * 600)
    var starts: [Int] = []
    starts.reserveCapacity(requirements.count * Rank.allCases.count + 1)
    var citations: [Int] = []
    citations.reserveCapacity(requirements.count)
    func put(_ text: String) {
      folding.append(text)
      folding.endText()
    }
    func put(_ text: LocalizedText) {
      put(text.ja)
      if text.en != text.ja { put(text.en) }
    }
    for requirement in requirements {
      starts.append(folding.bytes.count)
      put(requirement.title)
      starts.append(folding.bytes.count)
      put(requirement.id.description)
      citations.append(folding.bytes.count)
      put(requirement.citation)
      starts.append(folding.bytes.count)
      if let text = requirement.text { put(text) }
      starts.append(folding.bytes.count)
      for note in requirement.notes { put(note) }
      for erratum in errata(requirement.id) {
        put(erratum.corrected)
        put(erratum.reason)
      }
    }
    starts.append(folding.bytes.count)
    bytes = folding.bytes
    self.starts = starts
    self.citations = citations
  }

  /// How many requirements there are.
  var count: Int { citations.count }

  /// The bytes of all fields of a requirement.
  func range(of requirement: Int) -> Range<Int> {
    starts[requirement * Rank.allCases.count]..<starts[(requirement + 1) * Rank.allCases.count]
  }

  /// The bytes of the fields of one rank.
  func range(of requirement: Int, _ rank: Rank) -> Range<Int> {
    let index = requirement * Rank.allCases.count + rank.rawValue
    return starts[index]..<starts[index + 1]
  }

  /// What a requirement is called: its id, its citation, and either without guideline or edition.
  func names(of requirement: Int) -> [ArraySlice<UInt8>] {
    let range = range(of: requirement, .name)
    let citation = citations[requirement]
    return [bytes[range.lowerBound..<citation - 1], bytes[citation..<range.upperBound - 1]].flatMap { name in
      let short = name.firstIndex(of: colon).map { name[($0 + 1)...] } ?? behindEdition(name)
      return [name] + (short.map { [$0] } ?? [])
    }
  }

  /// Whether folded text is one of the names of a requirement.
  func isName(_ text: [UInt8], of requirement: Int) -> Bool {
    names(of: requirement).contains { $0.elementsEqual(text) }
  }

  private func behindEdition(_ citation: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    citation.indices.first { citation[$0...].starts(with: edition) }.map { citation[($0 + edition.count)...] }
  }
}

private let colon = UInt8(ascii: ":")
private let edition = Array("版".utf8)

extension SearchWord {
  /// The first place in folded text where the word stands; nil if there is none.
  /// - Parameters:
  ///   - text: the folded text.
  ///   - range: the part of it to look at.
  func firstMatch(in text: UnsafeRawBufferPointer, _ range: Range<Int>) -> Range<Int>? {
    var start = range.lowerBound
    while let found = head.firstIndex(in: text, start..<range.upperBound) {
      if let end = end(in: text, from: found + head.bytes.count, limit: range.upperBound) { return found..<end }
      start = found + 1
    }
    return nil
  }

  /// Every place where the word stands, none within another.
  func matches(in folded: [UInt8]) -> [Range<Int>] {
    folded.withUnsafeBytes { text in
      var matches: [Range<Int>] = []
      var start = 0
      while let match = firstMatch(in: text, start..<text.count) {
        matches.append(match)
        start = match.upperBound
      }
      return matches
    }
  }

  /// Where the rest of the word ends behind its head; nil if it does not stand there.
  private func end(in text: UnsafeRawBufferPointer, from start: Int, limit: Int) -> Int? {
    var position = start
    for piece in tail {
      position = behindLongVowel(in: text, position, limit)
      guard piece.stands(in: text, at: position, limit: limit) else { return nil }
      position += piece.bytes.count
    }
    return mayEndLong ? behindLongVowel(in: text, position, limit) : position
  }

  private func behindLongVowel(in text: UnsafeRawBufferPointer, _ position: Int, _ limit: Int) -> Int {
    let end = position + longVowelBytes.count
    return end <= limit && text[position..<end].elementsEqual(longVowelBytes) ? end : position
  }
}

private let longVowelBytes = Array("ー".utf8)
