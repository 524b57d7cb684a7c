import ArgumentParser
import Lua
import Wording
import Workers

/// The command. Each verb is a file in `Commands/`: it parses, calls, and renders.
@main
struct Tenken: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "tenken",
    abstract: spoken(Wording.Command.abstract),
    discussion: spoken(Wording.Command.discussion),
    version: "tenken \(version) (\(LuaState.release))",
    subcommands: [
      SweepCommand.self, SiteCommand.self, CatalogueCommand.self, PluginCommand.self, ExplainCommand.self,
      AttestCommand.self, WaiveCommand.self, ReportCommand.self, HistoryCommand.self, ScheduleCommand.self,
      ReplCommand.self, DoctorCommand.self, CompletionCommand.self, ManualCommand.self,
    ])

  /// A worker is told apart before anything else is done: whatever runs before it seals itself runs unsealed.
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    if arguments.first == WorkerProgram.word {
      PluginHost.serve(Array(arguments.dropFirst()))
    }
    main(nil)
  }
}
