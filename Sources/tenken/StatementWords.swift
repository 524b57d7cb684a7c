import CatalogueFiles
import Checks
import Compliance
import SiteData
import Sweeps
import Wording

/// Reads the words of `attest` and `waive`, and gathers what is wrong with them.
struct StatementWords {
  /// What is wrong so far.
  var texts: [LocalizedText] = []

  /// Whether anything is wrong.
  var areTold: Bool { !texts.isEmpty }

  func throwIfAny() throws(Failure) {
    if areTold { throw .usage(texts) }
  }

  /// The requirements that ids or citations name. Only those in force can be stated or waived.
  mutating func requirements(_ words: [String], _ catalogue: Catalogue, _ guidelines: [GuidelineID]) -> [RequirementID]
  {
    let lookup = RequirementLookup(catalogue)
    var found: [RequirementID] = []
    for word in words {
      switch lookup.find(word) {
      case .unknown(let near): texts.append(Wording.unknownRequirement(word, near.first?.description))
      case .found(let ids):
        let inForce = ids.filter { guidelines.contains($0.guideline) && catalogue[$0]?.status == .current }
        if inForce.isEmpty { texts.append(Wording.StatementCommands.notInForce(ids.first?.description ?? word)) }
        if inForce.count > 1 { texts.append(Wording.StatementCommands.ambiguous(word, inForce)) }
        found += inForce.prefix(1)
      }
    }
    for id in Set(found) where found.count(where: { $0 == id }) > 1 {
      texts.append(Wording.StatementCommands.namedTwice(id))
    }
    return found
  }

  /// The check or plugin of an id.
  mutating func check(_ word: String, _ plugins: [LoadedPlugin]) -> CheckID? {
    let known = plugins.flatMap { [CheckID(whole: $0.id)] + $0.checks.map(\.check.id) }
    // What a plugin holds that could not be loaded is not known.
    let broken = plugins.compactMap { if case .broken = $0 { $0.id } else { nil } }
    if let id = CheckID(word), known.contains(id) || broken.contains(id.plugin) { return id }
    let near = nearest(to: word, among: known.map(\.description))
    texts.append(word.contains("/") ? Wording.unknownCheck(word, near) : Wording.unknownPlugin(word, near))
    return nil
  }

  /// The day of an option; nil if it was not given, or if it is none, which is told.
  mutating func day(_ word: String?, _ option: String) -> CalendarDate? {
    guard let word else { return nil }
    if let day = CalendarDate(iso: word) { return day }
    texts.append(Wording.StatementCommands.badDay(word, option))
    return nil
  }

  /// A text that an option gives; nil if it is missing or refused, which is told.
  mutating func text(_ text: String?, _ option: String, isNeeded: Bool) -> String? {
    guard let text else {
      if isNeeded { texts.append(Wording.StatementCommands.optionNeeded(option)) }
      return nil
    }
    requireText(text, option)
    return text
  }

  /// The attestation of an id; nil if there is none, which is told.
  mutating func attestation(_ word: String, _ id: AttestationID?, _ known: [Attestation]) -> Attestation? {
    if let found = known.first(where: { $0.id == id }) { return found }
    texts.append(
      Wording.StatementCommands.unknownAttestation(word, near: nearest(to: word, among: known.map(\.id.description))))
    return nil
  }

  /// Refuses blank words, and characters that would steer a terminal.
  mutating func requireText(_ text: String, _ option: String) {
    let isBlank = text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
    let isHidden = text.unicodeScalars.contains { $0.properties.generalCategory == .control }
    if isBlank || isHidden { texts.append(Wording.StatementCommands.badText(option)) }
  }

  /// Names for entries: the one that was given, or one made of the day; a number follows where one is not enough or taken.
  /// - Parameter renewal: what may have been meant by a name that is taken.
  mutating func names(
    _ given: String?, count: Int, default base: String, taken: Set<String>,
    renewal: (String) -> LocalizedText = Wording.StatementCommands.nameTaken
  ) -> [String] {
    if let given {
      guard isHyphenatedName(given) else {
        texts.append(Wording.StatementCommands.badName(given))
        return []
      }
      if taken.contains(given) { texts.append(renewal(given)) }
      if count == 1 { return [given] }
    }
    let base = given ?? base
    let candidates = [base] + (0...taken.count + count).map { "\(base)-\($0 + 2)" }
    return Array(candidates.filter { !taken.contains($0) }.prefix(count))
  }

  /// The documents of evidence, hashed as they are now.
  mutating func documents(_ paths: [String], _ site: SiteDocuments) -> [EvidenceFile] {
    paths.compactMap { path in
      switch site.sha256(of: path) {
      case .success(let sha256): return EvidenceFile(file: path, sha256: sha256)
      case .failure(let problem):
        texts.append(Wording.StatementCommands.badEvidence(path, problem.text))
        return nil
      }
    }
  }
}
