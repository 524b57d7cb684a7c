import Compliance
import StrictYAML
import Wording

/// What must hold of every requirement by itself and beside the one that it is a part of.
enum RequirementRules {
  /// Who wrote a guideline's files down, and so which rules they keep.
  enum Authorship {
    /// Tenken ships it: every rule.
    case shipped
    /// The hospital's own rules, `local`: cited as the hospital likes, without a source.
    case hospital
    /// A site took it over from elsewhere: titles as long, parts as free and citations as unlike ids as their authors made them.
    case others
  }

  /// The most characters of a title, so that lists keep to one line of a terminal: 30 full-width or 60 others.
  static let longestTitle = (ja: 30, en: 60)

  static func check(
    _ entry: ChapterFile.Entry, _ requirement: Requirement, below parent: Requirement?, _ authorship: Authorship,
    _ log: ProblemLog
  ) {
    guard authorship != .others else { return }
    checkTitle(entry.title, log)
    if requirement.source == nil, authorship == .shipped {
      log.report(at: entry.path.place, Wording.requirementWithoutSource())
    }
    if let parent { checkPart(entry, parent, log) }
  }

  /// A citation spells the id: read as ``Citation``, it gives the id's path. Only what Tenken ships need do so.
  static func check(
    _ text: Placed<String>, of id: RequirementID, _ guideline: Guideline, _ authorship: Authorship, _ log: ProblemLog
  ) {
    guard authorship == .shipped else { return }
    let citation = Citation(text.value)
    if let edition = citation.edition, edition != guideline.edition.ja {
      log.report(at: text.place, Wording.citationOfOtherEdition(edition, expected: guideline.edition.ja))
    }
    if !citation.spells(id.path) {
      log.report(at: text.place, Wording.wrongCitation(text.value, path: id.path))
    }
  }

  private static func checkTitle(_ title: Placed<LocalizedText>, _ log: ProblemLog) {
    for (language, limit) in [(Language.ja, longestTitle.ja), (.en, longestTitle.en)] {
      let count = title.value[language].count
      if count > limit {
        log.report(at: title.place, Wording.longTitle(language, count: count, limit: limit))
      }
    }
  }

  private static func checkPart(_ entry: ChapterFile.Entry, _ parent: Requirement, _ log: ProblemLog) {
    let path = entry.path.value
    let isBelow = path.hasPrefix(parent.id.path) && [".", "-"].contains(path.dropFirst(parent.id.path.count).first)
    if !isBelow {
      log.report(at: entry.path.place, Wording.partOutsideParent(path, parent: parent.id.path))
    }
    guard let text = entry.text else { return }
    guard let whole = parent.text else {
      log.report(at: text.place, Wording.partTextWithoutParentText(parent: parent.id.path))
      return
    }
    if firstRange(of: text.value, in: whole) == nil {
      log.report(at: text.place, Wording.partTextElsewhere(parent: parent.id.path))
    }
  }
}
