import Compliance
import StrictYAML
import Wording

/// Ties corrections to the texts that they correct.
struct ErrataRules {
  /// The requirements, by id.
  let requirements: [RequirementID: Requirement]
  /// Whether requirements of a guideline that seem to be absent may stand in a file that could not be read.
  let isDamaged: (GuidelineID) -> Bool
  let log: ProblemLog

  /// The corrections that hold; what does not is reported.
  func errata(_ entries: [ErrataFile.Entry]) -> [Erratum] {
    var errata: [Erratum] = []
    var corrected: [RequirementID: [(range: Range<String.Index>, place: Place)]] = [:]
    for entry in entries {
      guard let requirement = requirement(entry), let source = source(entry, of: requirement),
        let (whole, range) = uniqueWords(entry, in: requirement)
      else { continue }
      if let first = corrected[whole]?.first(where: { $0.range.overlaps(range) }) {
        log.report(at: entry.printed.place, Wording.correctedTwice(first: first.place))
        continue
      }
      corrected[whole, default: []].append((range, entry.printed.place))
      errata.append(
        Erratum(
          requirement: requirement.id, source: source, printed: entry.printed.value, corrected: entry.corrected,
          reason: entry.reason, certainty: entry.certainty))
    }
    return errata
  }

  private func requirement(_ entry: ErrataFile.Entry) -> Requirement? {
    let id = entry.id.value
    if let requirement = requirements[id] { return requirement }
    guard !isDamaged(id.guideline) else { return nil }
    let known = requirements.keys.lazy.map(\.description)
    log.report(at: entry.id.place, Wording.unknownRequirement("\(id)", meant: nearest(to: "\(id)", among: known)))
    return nil
  }

  private func source(_ entry: ErrataFile.Entry, of requirement: Requirement) -> SourceLine? {
    guard let source = requirement.source else {
      log.report(at: entry.id.place, Wording.erratumOfOwnText("\(requirement.id)"))
      return nil
    }
    if source.line == entry.line.value { return source }
    log.report(at: entry.line.place, Wording.erratumOnOtherLine("\(requirement.id)", line: source.line))
    return nil
  }

  /// The requirement at the top of those that hold the words, and where they stand in its text.
  private func uniqueWords(
    _ entry: ErrataFile.Entry, in requirement: Requirement
  ) -> (RequirementID, Range<String.Index>)? {
    let words = entry.printed.value
    if words == entry.corrected {
      log.report(at: entry.printed.place, Wording.erratumWithoutChange())
      return nil
    }
    var found: (RequirementID, Range<String.Index>)?
    var here: Requirement? = requirement
    while let holder = here {
      let text = holder.text ?? ""
      guard let range = firstRange(of: words, in: text) else {
        log.report(at: entry.printed.place, Wording.erratumNotInText("\(holder.id)"))
        return nil
      }
      // Behind the first byte, so that `ああ` occurs twice in `あああ`.
      if firstRange(of: words, in: text.utf8[range.lowerBound...].dropFirst()) != nil {
        log.report(at: entry.printed.place, Wording.erratumNotUnique("\(holder.id)"))
        return nil
      }
      found = (holder.id, range)
      here = holder.parent.flatMap { requirements[$0] }
    }
    return found
  }
}
