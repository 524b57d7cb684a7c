import ArgumentParser
import CatalogueFiles
import Compliance
import SiteData
import Sweeps
import Wording

struct AttestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attest", abstract: spoken(Wording.StatementCommands.attestAbstract),
    discussion: spoken(Wording.StatementCommands.attestDiscussion))

  @Argument(help: ArgumentHelp(spoken(Wording.StatementCommands.requirementsHelp), valueName: "id"))
  var ids: [String] = []

  @Option(help: ArgumentHelp(spoken(Wording.StatementCommands.renewHelp), valueName: "name"))
  var renew: String?

  @Option(help: ArgumentHelp(spoken(Wording.StatementCommands.statementHelp), valueName: "text"))
  var statement: String?

  @Option(help: ArgumentHelp(spoken(Wording.StatementCommands.byHelp), valueName: "person"))
  var by: String?

  @Option(help: ArgumentHelp(spoken(Wording.StatementCommands.roleHelp), valueName: "office"))
  var role: String?

  @Option(help: ArgumentHelp(spoken(Wording.StatementCommands.dateHelp), valueName: "date"))
  var date: String?

  @Option(help: ArgumentHelp(spoken(Wording.StatementCommands.untilHelp), valueName: "date"))
  var until: String

  @Option(
    parsing: .upToNextOption, help: ArgumentHelp(spoken(Wording.StatementCommands.evidenceHelp), valueName: "file"))
  var evidence: [String] = []

  @Flag(name: .customLong("not-applicable"), help: ArgumentHelp(spoken(Wording.StatementCommands.notApplicableHelp)))
  var notApplicable = false

  @Option(name: .customLong("id"), help: ArgumentHelp(spoken(Wording.StatementCommands.nameHelp), valueName: "name"))
  var name: String?

  @Option(help: ArgumentHelp(spoken(Wording.Command.siteHelp), valueName: "dir"))
  var site = "."

  @OptionGroup var speech: LanguageOption

  func run() throws {
    try telling(speech.language()) { () throws(Failure) in
      let folder = SiteFolder(site)
      let settings = try OpenSite.readSettings(folder)
      let catalogue = try OpenSite.readCatalogue(Installation.find(), folder)
      let known = try step(
        { () throws(Problems) in
          try AttestationFile.read(path: folder.attestationsFile, file: "attestations.yaml", zone: settings.timeZone)
        }, Failure.files)
      let attestations = try attestations(folder, settings, catalogue, known)
      try step(
        { () throws(Problems) in
          try AttestationFile.append(
            attestations, to: folder.attestationsFile, file: "attestations.yaml", zone: settings.timeZone)
        }, Failure.files)
      let language = speech.language(of: settings.language)
      for attestation in attestations {
        let title = catalogue[attestation.requirement]?.title ?? LocalizedText(verbatim: "")
        try Terminal.out(Wording.StatementCommands.attested(attestation, title)[language] + "\n")
        try tellWhatChanged(attestation, known, language)
      }
    }
  }

  /// Tells which documents are not what they were when the statement was made that is renewed.
  private func tellWhatChanged(
    _ attestation: Attestation, _ known: [Attestation], _ language: Language
  ) throws(Failure) {
    guard let renew, let before = known.first(where: { $0.id == Self.id(renew) }) else { return }
    for file in before.evidence {
      guard let now = attestation.evidence.first(where: { $0.file == file.file }), now.sha256 != file.sha256 else {
        continue
      }
      try Terminal.out(Wording.StatementCommands.evidenceIsNew(file.file)[language] + "\n")
    }
  }

  /// The attestation that a word names, also as reports write it: `attestation:NAME`.
  private static func id(_ word: String) -> AttestationID? {
    if case .attestation(let id) = EvidenceID(word) { id } else { AttestationID(word) }
  }

  /// What is to be recorded; everything that is wrong with it is told at once. What is renewed is stated as before, as far as nothing
  /// else is given.
  private func attestations(
    _ folder: SiteFolder, _ settings: SiteSettings, _ catalogue: Catalogue, _ known: [Attestation]
  ) throws(Failure) -> [Attestation] {
    let today = try Clock.now(in: settings.timeZone).date
    var refused = StatementWords()
    let before = renew.flatMap { refused.attestation($0, Self.id($0), known) }
    if renew == nil, ids.isEmpty { refused.texts.append(Wording.StatementCommands.requirementNeeded) }
    if renew != nil, !ids.isEmpty { refused.texts.append(Wording.StatementCommands.renewedRequirement) }
    let requirements = refused.requirements(
      before.map { [$0.requirement.description] } ?? ids, catalogue, settings.guidelines)
    let stated = refused.day(date, "--date") ?? today
    let last = refused.day(until, "--until")
    if let last, last < stated {
      refused.texts.append(Wording.Statements.endsBeforeItBegins("--until", "--date", stated))
    }
    if stated > today { refused.texts.append(Wording.StatementCommands.statedInFuture(stated)) }
    // What is renewed and cannot be found has been refused already.
    let isOpen = renew == nil || before != nil
    let by = refused.text(by ?? before?.by, "--by", isNeeded: isOpen)
    let role = refused.text(role ?? before?.role, "--role", isNeeded: isOpen)
    let statement =
      statement == nil && before != nil
      ? before?.statement : refused.text(statement, "--statement", isNeeded: isOpen).map { LocalizedText(verbatim: $0) }
    let names = refused.names(
      name, count: requirements.count,
      default: before.map { Self.name(renewing: $0, on: stated) } ?? "attested-\(stated)",
      taken: Set(known.map(\.id.description)), renewal: Wording.StatementCommands.renewInstead)
    let documents = refused.documents(
      evidence.isEmpty ? before?.evidence.map(\.file) ?? [] : evidence, SiteDocuments(folder))
    try refused.throwIfAny()
    guard let last, let statement, let by, let role else { return [] }
    return zip(requirements, names.compactMap { AttestationID($0) }).map { requirement, id in
      Attestation(
        id: id, requirement: requirement, claim: notApplicable ? .notapplicable : before?.claim ?? .met,
        statement: statement, by: by, role: role, date: stated, until: last,
        timeZone: settings.timeZone.identifier, evidence: documents, place: Place(file: "attestations.yaml"))
    }
  }

  /// The name of a renewal: the same with the year of the new statement, which takes the place of a year at its end.
  private static func name(renewing before: Attestation, on day: CalendarDate) -> String {
    var words = before.id.description.split(separator: "-")
    if words.count > 1, let last = words.last, last.count == 4, last.allSatisfy(\.isNumber) { words.removeLast() }
    return (words.map(String.init) + [String(day.year)]).joined(separator: "-")
  }
}
