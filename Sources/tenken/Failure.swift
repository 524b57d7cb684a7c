import ArgumentParser
import Compliance
import FoundationEssentials
import Glibc
import History
import Reports
import SiteData
import Sweeps
import Wording

/// Everything that ends a command early: what is told, and with which status (sysexits.h) it ends.
enum Failure: Error {
  /// The words of the command are wrong: 64.
  case usage([LocalizedText])
  /// Files of the site, of the catalogue or of a plugin are wrong: 65.
  case files(Problems)
  /// Something could not be read or written: 74.
  case input(LocalizedText)
  case output(SystemError)
  case history(HistoryError)
  /// Another sweep of the site is running: 75.
  case busy(String)

  var status: Int32 {
    switch self {
    case .usage: EX_USAGE
    case .files: EX_DATAERR
    case .input, .output, .history: EX_IOERR
    case .busy: EX_TEMPFAIL
    }
  }

  func lines(in language: Language) -> [String] {
    switch self {
    case .usage(let texts): texts.map { $0[language] }
    case .files(let problems):
      problems.all.map { $0.line(in: language) } + [Wording.Command.problemCount(problems.all.count)[language]]
    case .input(let text): [text[language]]
    case .output(let cause): [Wording.Command.cannotWrite(cause.description)[language]]
    case .history(let error): [error.problem.line(in: language)]
    case .busy(let holder): [Wording.Command.sweepIsRunning(holder)[language]]
    }
  }
}

extension Failure {
  /// All that is told of it, in both languages.
  var text: LocalizedText {
    LocalizedText(ja: lines(in: .ja).joined(separator: "\n"), en: lines(in: .en).joined(separator: "\n"))
  }
}

extension Failure {
  /// A folder that could not be made, or filled.
  /// - Parameter error: what Foundation says of it. Its own description is for programmers; the system's error within it tells the reason.
  static func cannotMake(_ path: String, _ error: any Error) -> Failure {
    let cause = error as? POSIXError ?? (error as? CocoaError)?.underlying as? POSIXError
    let reason = cause.map { SystemError(number: $0.code.rawValue).description } ?? "\(error)"
    return .input(Wording.Command.cannotMake(path, reason))
  }
}

/// Runs the body of a verb; what ends it early is told on standard error, and its status is the command's.
func telling(_ language: Language, _ body: () throws(Failure) -> Void) throws {
  do {
    try body()
  } catch {
    // What is wrong may quote a file or a plugin, and must not steer the terminal.
    for line in error.lines(in: language) { Terminal.note("tenken: \(printableLines(line))") }
    throw ExitCode(error.status)
  }
}

/// Runs a step and turns its error into a failure.
func step<Value: ~Copyable, Cause: Error>(
  _ work: () throws(Cause) -> Value, _ failure: (Cause) -> Failure
) throws(Failure) -> Value {
  do { return try work() } catch { throw failure(error) }
}
