import ArgumentParser
import Wording

struct ScheduleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schedule", abstract: spoken(Wording.ScheduleCommand.abstract),
    subcommands: [Show.self, Install.self, Remove.self])
}
