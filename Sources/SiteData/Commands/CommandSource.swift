import Compliance
import Wording

extension PluginGrant.Command {
  /// Runs the command on the calling thread, until it has ended and nothing of it is left.
  /// - Returns: what it printed, as a file called after the command; or why that cannot be read.
  public func run() -> SourceInput {
    let name = commandLine(arguments)
    let printed = CommandRun.run(
      arguments, timeout: .seconds(timeoutSeconds), mostOutput: outputMiB << 20, mostMemory: memoryMiB.map { $0 << 20 },
      accepting: acceptedStatus)
    switch printed {
    case .success(let descriptor): return .files([SourceFile(name: name, owning: descriptor)])
    case .failure(let failure): return .unreadable(Problem(at: Place(file: name), text(of: failure)))
    }
  }

  func text(of failure: CommandFailure) -> LocalizedText {
    switch failure {
    case .absent:
      Wording.programAbsent(arguments.first ?? "", folders: ProgramPath.folders)
    case .notExecutable(let path): Wording.programNotExecutable(path)
    case .notStarted(let path, let code):
      Wording.programNotStarted(path, reason: SystemError(number: code).description)
    case .tooLong(let path, let errors):
      Wording.withErrors(Wording.commandTooLong(path, seconds: timeoutSeconds), errors)
    case .tooMuch(let path): Wording.commandTooMuch(path, mebibytes: outputMiB)
    case .status(let path, let status, let errors):
      Wording.withErrors(Wording.commandStatus(path, status, accepted: acceptedStatus.sorted()), errors)
    case .signal(let path, let signal, let errors):
      Wording.withErrors(Wording.commandSignal(path, signal), errors)
    case .output(let code): Wording.commandOutputLost(reason: SystemError(number: code).description)
    }
  }
}

extension SourceOrigin {
  /// The program that would run for it, by its path; nil if there is none.
  public var program: String? {
    guard case .command(let arguments) = self else { return nil }
    if case .program(let path) = ProgramPath.find(arguments.first ?? "") { return path }
    return nil
  }
}
