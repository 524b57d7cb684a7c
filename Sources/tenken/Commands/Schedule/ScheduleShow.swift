import ArgumentParser
import Compliance
import Reports
import SiteData
import Sweeps
import Wording

extension ScheduleCommand {
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: spoken(Wording.ScheduleCommand.showAbstract))

    @Option(help: ArgumentHelp(spoken(Wording.Command.siteHelp), valueName: "dir"))
    var site = "."

    @Option(help: ArgumentHelp(spoken(Wording.ScheduleCommand.nextHelp), valueName: "n"))
    var next = 20

    @Option(help: ArgumentHelp(spoken(Wording.ScheduleCommand.fromHelp), valueName: "date"))
    var at: String?

    @Option(help: ArgumentHelp(spoken(Wording.Command.formatHelp)))
    var format = AnswerFormat.text

    @OptionGroup var speech: LanguageOption

    func run() throws {
      try telling(speech.language()) { () throws(Failure) in
        guard 1...1000 ~= next else { throw .usage([Wording.ScheduleCommand.badCount(next)]) }
        let opened = try OpenSite.open(site, Installation.find())
        let language = speech.language(of: opened.settings.language)
        let now = try Clock.now(in: opened.settings.timeZone, unless: at)
        let preview = try DueChecks(opened, .all, now).preview(of: opened.settings, from: now, count: next)
        switch format {
        case .text:
          try Terminal.out(
            ScheduleListing.text(preview, language: language, width: Terminal.width, style: Terminal.style))
        case .json:
          let json: String
          do { json = try ScheduleJSON.text(preview, language: language) } catch {
            throw .input(Wording.Command.cannotRender("\(error)"))
          }
          try Terminal.out(json)
        }
      }
    }
  }
}
