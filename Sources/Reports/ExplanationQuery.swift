import Compliance
import Wording

/// Finds in a sweep what people name: requirements, checks, plugins, and findings by subject or place.
public struct ExplanationQuery {
  /// What the catalogue answers to an id or a citation.
  public enum Answer: Sendable {
    /// The requirements that were named.
    case found([RequirementID])
    /// None; what may have been meant.
    case unknown(near: RequirementID?)
  }

  /// Words that name nothing.
  public struct Unknown: Error, Sendable {
    /// One text a word, with a did-you-mean where something is near; safe to show on a terminal.
    public let texts: [LocalizedText]
  }

  private let result: SweepResult
  private let catalogue: Catalogue
  private let evidence: RequirementEvidence
  private let requirements: (String) -> Answer

  /// Prepares questions about one sweep.
  /// - Parameters:
  ///   - result: the sweep.
  ///   - catalogue: the requirements, as they are today.
  ///   - requirements: looks an id or a citation up.
  public init(_ result: SweepResult, _ catalogue: Catalogue, requirements: @escaping (String) -> Answer) {
    self.result = result
    self.catalogue = catalogue
    self.requirements = requirements
    evidence = RequirementEvidence(result, catalogue)
  }

  /// Explains each word. A word behind a check may be a subject or a place (`file:line`) of its findings; then these are
  /// explained and not the check as a whole. `CHECK SUBJECT` may also be one word.
  /// - Throws: everything that names nothing, at once.
  public func explanations(of words: [String]) throws(Unknown) -> [Explanation] {
    var found: [Explanation] = []
    var unknown: [LocalizedText] = []
    var check: CheckRun?
    // Whether the last explanation is that of `check`, which a subject behind it takes the place of.
    var isWhole = false
    // The check that a refused word was probably meant to name.
    var misspelt: CheckRun?
    for word in words {
      if let run = check, let findings = findings(word, of: run) ?? (isOfAnotherKind(word) ? nil : []) {
        if isWhole { found.removeLast() }
        isWhole = false
        if findings.isEmpty { unknown.append(noFinding(word, of: run)) } else { found.append(.findings(findings, run)) }
      } else if let run = run(word) {
        found.append(.check(run))
        (check, isWhole, misspelt) = (run, true, nil)
      } else if let meant = misspelt, findings(word, of: meant) != nil {
        // It belongs to a check that has been refused already.
      } else {
        (check, isWhole, misspelt) = (nil, false, nil)
        switch named(word) {
        case .success(let explanations): found += explanations
        case .failure(let error):
          unknown += error.texts
          misspelt = nearestRun(word)
        }
      }
    }
    if !unknown.isEmpty { throw Unknown(texts: unknown) }
    return found
  }

  /// What a word names that is not a check: a plugin, requirements, or a finding with its check.
  private func named(_ word: String) -> Result<[Explanation], Unknown> {
    switch EvidenceID(word) {
    case .attestation(let id):
      if let review = result.attestations.first(where: { $0.attestation.id == id }) {
        return .success([.attestation(review)])
      }
    case .waiver(let id):
      if let review = result.waivers.first(where: { $0.waiver.id == id }) {
        return .success([.waiver(review, covering: result.checks.filter { $0.waivers.contains(id) })])
      }
    case .check, nil: break
    }
    if let id = PluginID(word) {
      let runs = result.checks.filter { $0.check.id.plugin == id }
      if !runs.isEmpty { return .success([.plugin(id, runs)]) }
    }
    if let space = word.firstIndex(of: " "), let id = CheckID(word[..<space]),
      let run = (result.checks + result.beside).first(where: { $0.check.id == id })
    {
      let subject = String(word[word.index(after: space)...])
      guard let findings = findings(subject, of: run) else {
        return .failure(Unknown(texts: [noFinding(subject, of: run)]))
      }
      return .success([.findings(findings, run)])
    }
    switch requirements(word) {
    case .found(let ids):
      return .success(ids.compactMap { catalogue[$0] }.map { .requirement(evidence.explanation(of: $0)) })
    case .unknown(let near): return .failure(Unknown(texts: [nothing(word, near)]))
    }
  }

  /// The check with an id; a plugin that could not be loaded is asked for as a plugin.
  private func run(_ word: String) -> CheckRun? {
    guard let id = CheckID(word), id.name != nil else { return nil }
    return (result.checks + result.beside).first { $0.check.id == id }
  }

  private func nearestRun(_ word: String) -> CheckRun? {
    nearest(to: word, among: (result.checks + result.beside).map(\.check.id.description)).flatMap(run)
  }

  /// Whether a word behind a check cannot be meant as a subject, because it is written like an id or is one.
  private func isOfAnotherKind(_ word: String) -> Bool {
    if let id = EvidenceID(word), id.check == nil { return true }
    if let id = RequirementID(word) { return catalogue.guideline(id.guideline) != nil }
    if let id = CheckID(word) {
      return id.name != nil || result.checks.contains { $0.check.id.plugin == id.plugin }
    }
    guard case .found = requirements(word) else { return false }
    return true
  }

  /// The kept findings of a subject or a place; nil if there are none. The folders of a file may be left out, and a subject may be
  /// written as it is shown.
  private func findings(_ word: String, of run: CheckRun) -> [Finding]? {
    let findings = run.findings.filter { finding in
      if finding.subject == word || visible(finding.subject) == word { return true }
      guard let place = finding.place else { return false }
      let line = Place(file: place.file, line: place.line).description
      return place.description == word || line == word || line.hasSuffix("/\(word)")
    }
    return findings.isEmpty ? nil : findings
  }

  private func noFinding(_ word: String, of run: CheckRun) -> LocalizedText {
    let subjects = run.findings.map { visible($0.subject.isEmpty ? $0.place?.description ?? "" : $0.subject) }
    return Wording.Explanation.unknownSubject(
      visible(word), run.check.id.description, near: nearest(to: visible(word), among: subjects),
      onlyCounted: max(0, run.counts.total - run.findings.count))
  }

  private func unknownStatement(_ word: String) -> LocalizedText {
    let known =
      result.attestations.map { EvidenceID.attestation($0.attestation.id) }
      + result.waivers.map { .waiver($0.waiver.id) }
    return Wording.Explanation.unknownID(visible(word), near: nearest(to: word, among: known.map(\.description)))
  }

  /// What is said of a word that names nothing, by what it looks like.
  private func nothing(_ word: String, _ near: RequirementID?) -> LocalizedText {
    if case .attestation? = EvidenceID(word) { return unknownStatement(word) }
    if case .waiver? = EvidenceID(word) { return unknownStatement(word) }
    if word.contains("/") {
      return Wording.unknownCheck(visible(word), nearestRun(word)?.check.id.description)
    }
    let plugin = nearest(to: word, among: result.checks.map(\.check.id.plugin.description))
    // `mhlw-5` is written like a plugin's id, and what is near to nothing may have been meant as anything.
    let isBlank = word.allSatisfy(\.isWhitespace)
    if isBlank || plugin != nil || PluginID(word) != nil || near == nil {
      return Wording.Explanation.unknownID(visible(word), near: isBlank ? nil : plugin ?? near?.description)
    }
    return Wording.unknownRequirement(visible(word), meant: near?.description)
  }
}
