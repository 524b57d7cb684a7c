import ArgumentParser
import Checks
import Compliance
import SiteData
import Sweeps
import Wording

struct WaiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "waive", abstract: spoken(Wording.StatementCommands.waiveAbstract),
    discussion: spoken(Wording.StatementCommands.waiveDiscussion))

  @Option(help: ArgumentHelp(spoken(Wording.StatementCommands.requirementHelp), valueName: "id"))
  var requirement: String?

  @Option(help: ArgumentHelp(spoken(Wording.StatementCommands.checkHelp), valueName: "id"))
  var check: String?

  @Option(help: ArgumentHelp(spoken(Wording.StatementCommands.subjectHelp), valueName: "pattern"))
  var subject: String?

  @Option(help: ArgumentHelp(spoken(Wording.StatementCommands.reasonHelp), valueName: "text"))
  var reason: String

  @Option(help: ArgumentHelp(spoken(Wording.StatementCommands.approverHelp), valueName: "person"))
  var approver: String

  @Option(help: ArgumentHelp(spoken(Wording.StatementCommands.fromHelp), valueName: "date"))
  var from: String?

  @Option(help: ArgumentHelp(spoken(Wording.StatementCommands.untilHelp), valueName: "date"))
  var until: String

  @Option(name: .customLong("id"), help: ArgumentHelp(spoken(Wording.StatementCommands.nameHelp), valueName: "name"))
  var name: String?

  @Option(help: ArgumentHelp(spoken(Wording.Command.siteHelp), valueName: "dir"))
  var site = "."

  @OptionGroup var speech: LanguageOption

  func run() throws {
    try telling(speech.language()) { () throws(Failure) in
      let opened = try OpenSite.open(site, Installation.find())
      let settings = opened.settings
      let waiver = try waiver(opened)
      try step(
        { () throws(Problems) in
          try WaiverFile.append(
            waiver, to: opened.folder.waiversFile, file: "waivers.yaml", maximumDays: settings.maximumWaiverDays)
        }, Failure.files)
      try Terminal.out(Wording.StatementCommands.waived(waiver)[speech.language(of: settings.language)] + "\n")
    }
  }

  /// What is to be recorded; everything that is wrong with it is told at once.
  private func waiver(_ opened: OpenSite) throws(Failure) -> Waiver {
    let settings = opened.settings
    let known = try step(
      { () throws(Problems) in
        try WaiverFile.read(
          path: opened.folder.waiversFile, file: "waivers.yaml", maximumDays: settings.maximumWaiverDays)
      }, Failure.files)
    let today = try Clock.now(in: settings.timeZone).date
    var refused = StatementWords()
    let requirement = requirement.flatMap {
      refused.requirements([$0], opened.catalogue, settings.guidelines).first
    }
    let check = check.flatMap { refused.check($0, opened.plugins) }
    let first = refused.day(from, "--from") ?? today
    let last = refused.day(until, "--until")
    if let last, last < first {
      refused.texts.append(Wording.Statements.endsBeforeItBegins("--until", "--from", first))
    }
    if let last, last < today { refused.texts.append(Wording.StatementCommands.waivedInPast(last)) }
    if let last, first.days(until: last) >= settings.maximumWaiverDays {
      refused.texts.append(Wording.Statements.tooLong(first.days(until: last) + 1, most: settings.maximumWaiverDays))
    }
    for (option, text) in [("--reason", reason), ("--approver", approver)] { refused.requireText(text, option) }
    if let subject { refused.requireText(subject, "--subject") }
    if self.requirement == nil, self.check == nil { refused.texts.append(Wording.StatementCommands.scopeless) }
    if let requirement, let check, !refused.areTold, !looksAt(check, requirement, opened) {
      refused.texts.append(Wording.StatementCommands.checkIsOfOtherRequirements(check, requirement))
    }
    let names = refused.names(
      name, count: 1, default: "waived-\(first)", taken: Set(known.map(\.id.description)))
    try refused.throwIfAny()
    guard let last, let id = names.first.flatMap({ WaiverID($0) }),
      let scope = WaiverScope(requirement: requirement, check: check, subject: subject)
    else { throw .usage([Wording.StatementCommands.scopeless]) }
    return Waiver(
      id: id, scope: scope, reason: LocalizedText(verbatim: reason), approver: approver, from: first, until: last,
      timeZone: settings.timeZone.identifier, place: Place(file: "waivers.yaml"))
  }

  private func looksAt(_ check: CheckID, _ requirement: RequirementID, _ opened: OpenSite) -> Bool {
    opened.plugins.filter { $0.id == check.plugin }.contains { plugin in
      // What a plugin looks at that could not be loaded is not known.
      if case .broken = plugin { return true }
      return plugin.checks.contains { candidate in
        (check.name == nil || candidate.check.id == check)
          && candidate.check.requirements.contains { opened.catalogue.isWithin($0, requirement) }
      }
    }
  }
}
