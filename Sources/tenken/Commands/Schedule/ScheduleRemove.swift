import ArgumentParser
import Compliance
import SiteData
import Wording

extension ScheduleCommand {
  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: spoken(Wording.ScheduleCommand.removeAbstract))

    @Option(help: ArgumentHelp(spoken(Wording.Command.siteHelp), valueName: "dir"))
    var site = "."

    @Option(help: ArgumentHelp(spoken(Wording.ScheduleCommand.removedUnitFolderHelp), valueName: "dir"))
    var unitFolder: String?

    @Flag(help: ArgumentHelp(spoken(Wording.ScheduleCommand.dryRunHelp)))
    var dryRun = false

    @OptionGroup var speech: LanguageOption

    func run() throws {
      let language = speech.language()
      try telling(language) { () throws(Failure) in
        let path = TimerStart.site(of: SiteFolder(site))
        let places =
          unitFolder.map { [TimerUnits(site: path, isUsers: false, folder: $0)] }
          ?? [TimerUnits(site: path, isUsers: false), TimerUnits(site: path, isUsers: true)]
        let files = try SystemdTimer.remove(places, dryRun: dryRun)
        let lines = unitFolder == nil ? try CrontabEntry.remove(path, dryRun: dryRun) : []
        try Terminal.out(
          Wording.ScheduleCommand.removed(files: files, lines: lines, site: path, isDone: !dryRun)[language] + "\n")
      }
    }
  }
}
