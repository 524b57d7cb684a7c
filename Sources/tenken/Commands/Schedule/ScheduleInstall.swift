import ArgumentParser
import Compliance
import SiteData
import Sweeps
import Wording

extension ScheduleCommand {
  struct Install: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "install", abstract: spoken(Wording.ScheduleCommand.installAbstract))

    @Option(help: ArgumentHelp(spoken(Wording.Command.siteHelp), valueName: "dir"))
    var site = "."

    @Flag(help: ArgumentHelp(spoken(Wording.ScheduleCommand.systemdHelp)))
    var systemd = false

    @Flag(help: ArgumentHelp(spoken(Wording.ScheduleCommand.crontabHelp)))
    var crontab = false

    @Flag(help: ArgumentHelp(spoken(Wording.ScheduleCommand.userHelp)))
    var user = false

    @Option(help: ArgumentHelp(spoken(Wording.ScheduleCommand.unitFolderHelp), valueName: "dir"))
    var unitFolder: String?

    @Flag(help: ArgumentHelp(spoken(Wording.ScheduleCommand.dryRunHelp)))
    var dryRun = false

    @OptionGroup var speech: LanguageOption

    func run() throws {
      try telling(speech.language()) { () throws(Failure) in
        guard !(systemd && crontab), !(crontab && (user || unitFolder != nil)) else {
          throw .usage([Wording.ScheduleCommand.eitherOr])
        }
        let folder = SiteFolder(site)
        let settings = try OpenSite.readSettings(folder)
        let language = speech.language(of: settings.language)
        let start = try TimerStart(folder, settings)
        if crontab || !(systemd || user || unitFolder != nil || SystemdTimer.isRunning) {
          try CrontabEntry(start).install(dryRun: dryRun, language)
        } else {
          try SystemdTimer(start, settings, isUsers: user, folder: unitFolder).install(dryRun: dryRun, language)
        }
      }
    }
  }
}
