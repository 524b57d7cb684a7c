public import Compliance
import Wording

extension ReportDocument {
  /// The words by which the guideline for providers says that something is agreed on the ground of the provider's
  /// サービス仕様適合開示書, the statement of how its service fits the guideline.
  private static let (statement, agreement) = ("サービス仕様適合開示書に基づき", "医療機関等と合意する")

  /// The work sheet for the サービス仕様適合開示書: every requirement on providers which says that the provider agrees on it with the
  /// hospital, with the hospital's requirements that it answers, where these stand if there has been a sweep, and room for what is agreed.
  ///
  /// They are found by their text: a part that says so stands for itself, and its whole only if none of its parts does.
  public static func serviceAgreement(
    _ catalogue: Catalogue, standings: [RequirementStanding] = [], sweptAt: String? = nil, language: Language
  ) -> ReportDocument {
    typealias Words = Wording.Documents
    let columns: [(LocalizedText, Double)] = [
      (Words.number, 6), (Words.providerRequirement, 20), (Words.toBeAgreed, 60), (Words.hospitalRequirements, 44),
      (Words.place, 18), (Words.providerAnswer, 32), (Words.hospitalCheck, 26), (Words.agreement, 32),
      (Words.agreedOn, 13), (Words.hospitalPerson, 16), (Words.providerPerson, 16),
    ]
    var table = SheetTable(
      name: Words.serviceAgreementSheet[language],
      columns: columns.map { SheetTable.Column(head: $0.0[language], width: $0.1) })
    let answers = AnsweredRequirements(catalogue)
    let standing = Dictionary(standings.map { ($0.requirement, $0.standing) }) { first, _ in first }
    for requirement in agreed(in: catalogue) {
      let answered = answers.answered(by: requirement).map { answer -> String in
        var words = ["\(catalogue.citation(answer.requirement, in: language))"]
        if let title = catalogue[answer.requirement]?.title[language] { words.append(title) }
        if answer.status != .stated {
          words.append("[\(Wording.CatalogueListing.correspondenceStatus(answer.status)[language])]")
        }
        if let standing = standing[answer.requirement] {
          words.append("\(standing.sign) \(Wording.Report.standing(standing)[language])")
        }
        return words.joined(separator: " ")
      }
      table.rows.append(
        [
          .number(table.rows.count + 1), .text(catalogue.citation(requirement.id, in: language)),
          .text(requirement.text ?? ""),
          .text(answered.isEmpty ? Words.answersNothing[language] : answered.joined(separator: "\n")),
        ] + columns.dropFirst(4).map { _ in SheetCell.text("") })
    }
    var preface = [Words.serviceAgreementPreface(table.rows.count)[language]]
    if let sweptAt { preface.append(Words.standingsAsOf(readableTime(sweptAt))[language]) }
    return ReportDocument(
      title: Words.serviceAgreement[language], preface: preface, table: table, language: language,
      seconds: sweptAt.map(XLSXReport.seconds) ?? 1)
  }

  /// The requirements to be agreed on, in the order of the catalogue.
  static func agreed(in catalogue: Catalogue) -> [Requirement] {
    func says(_ requirement: Requirement) -> Bool {
      // The official text may break lines anywhere.
      let text = (requirement.text ?? "").filter { !$0.isWhitespace }
      return requirement.status == .current && text.contains(statement) && text.contains(agreement)
    }
    func partSays(_ requirement: Requirement) -> Bool {
      requirement.parts.contains { id in catalogue[id].map { says($0) || partSays($0) } ?? false }
    }
    return catalogue.requirements.filter { says($0) && !partSays($0) }
  }
}

/// Which requirements on hospitals those on providers answer, by the correspondences of the catalogue.
private struct AnsweredRequirements {
  struct Answer {
    let requirement: RequirementID
    let status: CorrespondenceStatus
  }

  private let catalogue: Catalogue
  private let ends: [RequirementID: [LinkEnd]]

  init(_ catalogue: Catalogue) {
    self.catalogue = catalogue
    ends = LinkEnd.all(in: catalogue)
  }

  /// The requirements that a requirement answers, itself or as a part of another; the links of the nearest count.
  func answered(by requirement: Requirement) -> [Answer] {
    var current: Requirement? = requirement
    while let here = current {
      var seen: Set<RequirementID> = []
      let answers = (ends[here.id] ?? []).flatMap { end -> [Answer] in
        guard end.link.relation != .none else { return [] }
        let others = end.other.map { [$0] } ?? end.link.candidates
        return others.filter { $0.guideline != here.id.guideline && seen.insert($0).inserted }
          .map { Answer(requirement: $0, status: end.link.status) }
      }
      if !answers.isEmpty { return answers }
      current = here.parent.flatMap { catalogue[$0] }
    }
    return []
  }
}
