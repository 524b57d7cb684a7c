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
  var ids: [String]

  @Option(help: ArgumentHelp(spoken(Wording.StatementCommands.statementHelp), valueName: "text"))
  var statement: String

  @Option(help: ArgumentHelp(spoken(Wording.StatementCommands.byHelp), valueName: "person"))
  var by: String

  @Option(help: ArgumentHelp(spoken(Wording.StatementCommands.roleHelp), valueName: "office"))
  var role: String

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
      let attestations = try attestations(folder, settings, catalogue)
      try step(
        { () throws(Problems) in
          try AttestationFile.append(
            attestations, to: folder.attestationsFile, file: "attestations.yaml", zone: settings.timeZone)
        }, Failure.files)
      let language = speech.language(of: settings.language)
      for attestation in attestations {
        let title = catalogue[attestation.requirement]?.title ?? LocalizedText(verbatim: "")
        try Terminal.out(Wording.StatementCommands.attested(attestation, title)[language] + "\n")
      }
    }
  }

  /// What is to be recorded; everything that is wrong with it is told at once.
  private func attestations(
    _ folder: SiteFolder, _ settings: SiteSettings, _ catalogue: Catalogue
  ) throws(Failure) -> [Attestation] {
    let known = try step(
      { () throws(Problems) in
        try AttestationFile.read(path: folder.attestationsFile, file: "attestations.yaml", zone: settings.timeZone)
      }, Failure.files)
    let today = try Clock.now(in: settings.timeZone).date
    var refused = StatementWords()
    let requirements = refused.requirements(ids, catalogue, settings.guidelines)
    let stated = refused.day(date, "--date") ?? today
    let last = refused.day(until, "--until")
    if let last, last < stated {
      refused.texts.append(Wording.Statements.endsBeforeItBegins("--until", "--date", stated))
    }
    if stated > today { refused.texts.append(Wording.StatementCommands.statedInFuture(stated)) }
    for (option, text) in [("--statement", statement), ("--by", by), ("--role", role)] {
      refused.requireText(text, option)
    }
    let names = refused.names(
      name, count: requirements.count, default: "attested-\(stated)", taken: Set(known.map(\.id.description)))
    let documents = refused.documents(evidence, SiteDocuments(folder))
    try refused.throwIfAny()
    guard let last else { return [] }
    return zip(requirements, names.compactMap { AttestationID($0) }).map { requirement, id in
      Attestation(
        id: id, requirement: requirement, claim: notApplicable ? .notapplicable : .met,
        statement: LocalizedText(verbatim: statement), by: by, role: role, date: stated, until: last,
        timeZone: settings.timeZone.identifier, evidence: documents, place: Place(file: "attestations.yaml"))
    }
  }
}
