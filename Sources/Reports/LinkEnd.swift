import Compliance
import Wording

/// A correspondence as one of its two requirements sees it.
struct LinkEnd {
  /// The requirement at the other end; nil if there is none, or if it is not known which.
  let other: RequirementID?
  /// Whether the link leads from this requirement to the other.
  let isOutgoing: Bool
  let link: Correspondence

  /// The link ends of every requirement, in the order of the links. What an unresolved link may lead to has it as well.
  static func all(in catalogue: Catalogue) -> [RequirementID: [LinkEnd]] {
    var ends: [RequirementID: [LinkEnd]] = [:]
    for link in catalogue.correspondences {
      ends[link.from, default: []].append(LinkEnd(other: link.to, isOutgoing: true, link: link))
      for end in [link.to].compactMap(\.self) + link.candidates {
        ends[end, default: []].append(LinkEnd(other: link.from, isOutgoing: false, link: link))
      }
    }
    return ends
  }

  /// `→ mic-1:3.2.3.ko.1 [対応、原典に明記]`; candidates have a question mark, and a guideline without a counterpart stands in
  /// parentheses.
  func line(in language: Language) -> String {
    let words = [
      Wording.CatalogueListing.relation(link.relation)[language],
      Wording.CatalogueListing.correspondenceStatus(link.status)[language],
    ].joined(separator: Wording.Report.listSeparator[language])
    let ids = other.map { [$0.description] } ?? link.candidates.map { "\($0)?" }
    let end = ids.isEmpty ? link.target.map { ["(\($0))"] } ?? [] : ids
    return ([isOutgoing ? "→" : "←"] + end + ["[\(words)]"]).joined(separator: " ")
  }
}
