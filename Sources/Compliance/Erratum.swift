/// How sure a correction is.
public enum Certainty: String, Sendable, Codable, CaseIterable {
  /// The words cannot have been meant as they are printed.
  case certain
  /// The correction is the likeliest reading; there are others.
  case probable
}

/// A fault of wording in a source document, with what was probably meant. It stands beside the official text, which keeps
/// the fault.
public struct Erratum: Hashable, Sendable {
  /// The requirement whose text has the fault.
  public let requirement: RequirementID
  /// The line of the source document.
  public let source: SourceLine
  /// The words as printed. They occur exactly once in the text of the requirement, and in that of each requirement that it is
  /// a part of.
  public let printed: String
  /// The words as they should read.
  public let corrected: String
  /// What speaks for the correction.
  public let reason: LocalizedText
  /// How sure it is.
  public let certainty: Certainty

  /// Makes a correction.
  public init(
    requirement: RequirementID, source: SourceLine, printed: String, corrected: String, reason: LocalizedText,
    certainty: Certainty
  ) {
    self.requirement = requirement
    self.source = source
    self.printed = printed
    self.corrected = corrected
    self.reason = reason
    self.certainty = certainty
  }
}

/// A piece of official text, as printed.
public struct Passage: Hashable, Sendable {
  /// The words as printed.
  public let text: String
  /// The correction of exactly these words; nil where there is nothing to correct.
  public let erratum: Erratum?

  /// Makes a piece of text.
  public init(text: String, erratum: Erratum? = nil) {
    self.text = text
    self.erratum = erratum
  }
}

extension Catalogue {
  /// The text of a requirement in pieces, which together are the text as printed; none if it has no text.
  ///
  /// Words are corrected by errata of the requirement itself, of its parts, and of what it is a part of, wherever they stand
  /// in its own text: since they occur once in the whole, they are the same words.
  public func passages(of requirement: Requirement) -> [Passage] {
    guard let text = requirement.text else { return [] }
    let corrections = errata(around: requirement.id)
      .compactMap { erratum in firstRange(of: erratum.printed, in: text).map { ($0, erratum) } }
      .sorted { $0.0.lowerBound < $1.0.lowerBound }
    var passages: [Passage] = []
    var end = text.startIndex
    for (range, erratum) in corrections where range.lowerBound >= end {
      if range.lowerBound > end { passages.append(Passage(text: String(text[end..<range.lowerBound]))) }
      passages.append(Passage(text: String(text[range]), erratum: erratum))
      end = range.upperBound
    }
    if end < text.endIndex { passages.append(Passage(text: String(text[end...]))) }
    return passages
  }

  /// The errata of a requirement, of all above it and of all below it.
  private func errata(around id: RequirementID) -> [Erratum] {
    var found = errata(within: id)
    var above = self[id]?.parent
    while let here = above {
      found += errata(of: here)
      above = self[here]?.parent
    }
    return found
  }

  private func errata(within id: RequirementID) -> [Erratum] {
    errata(of: id) + (self[id]?.parts ?? []).flatMap(errata(within:))
  }
}

/// Where a text first occurs in another, byte by byte: official text is compared exactly, not by canonical equivalence.
/// The bounds lie between characters of UTF-8, since no character's bytes occur within another's (RFC 3629, 1).
public func firstRange(of part: String, in whole: String) -> Range<String.Index>? {
  firstRange(of: part, in: whole.utf8[...])
}

/// Where a text first occurs in a stretch of bytes, which may begin within a character.
public func firstRange(of part: String, in whole: Substring.UTF8View) -> Range<String.Index>? {
  let part = part.utf8
  guard let first = part.first else { return nil }
  var rest = whole
  while let start = rest.firstIndex(of: first) {
    rest = rest[start...]
    if rest.starts(with: part) { return start..<rest.index(start, offsetBy: part.count) }
    rest = rest.dropFirst()
  }
  return nil
}
