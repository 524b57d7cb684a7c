import Compliance
import Frames
import Lua
import Wording
import Workers

/// Lua that a person explores with: inputs that follow one another, in a process that can open no file, no socket and no program.
///
/// The process is started with the first input, and again after it has ended; then what was assigned before is gone. It
/// belongs to the thread that makes it (see ``WorkerProcess``).
public final class Session {
  /// How an input went.
  public enum Result {
    /// It ran. Statements give no values.
    case values([ExploredValue])
    /// It did not.
    case failed(SessionFailure)
    /// The process ended, and with it the session; the next input begins another.
    case ended(LocalizedText)
  }

  /// What the person who waits wants.
  public enum Wish {
    /// To wait.
    case goOn
    /// That the input ends, and the session goes on.
    case interrupt
    /// That the process ends at once.
    case end
  }

  /// What is shown while an input runs.
  public struct Audience {
    /// Shows what the code printed.
    let printed: (String) -> Void
    /// Shows a note about what was read.
    let noted: (String) -> Void
    /// Is asked again and again, some twenty times a second.
    let wish: () -> Wish

    /// Makes an audience.
    public init(
      printed: @escaping (String) -> Void, noted: @escaping (String) -> Void, wish: @escaping () -> Wish
    ) {
      self.printed = printed
      self.noted = noted
      self.wish = wish
    }

    static var none: Audience { Audience(printed: { _ in }, noted: { _ in }, wish: { .goOn }) }
  }

  /// The limits: those of a plugin, but an input may take longer, because somebody waits for it, and a session lasts longer.
  public static var limits: LuaLimits {
    var limits = LuaLimits()
    limits.callSeconds = 60
    limits.totalSeconds = 4 * 3600
    return limits
  }

  private let program: WorkerProgram
  private let limits: LuaLimits
  private let catalogue: SharedBytes
  private let language: Language
  private let host: any SessionHost
  private var worker: WorkerProcess?
  private var hasCatalogue = false

  /// Makes a session; nothing is started yet.
  /// - Parameters:
  ///   - program: what workers run.
  ///   - catalogue: the bytes of which the worker makes the catalogue when an input asks for it.
  ///   - language: the language of what the person is told.
  ///   - limits: what the session may use up.
  ///   - host: who answers what its code asks.
  public init(
    _ program: WorkerProgram = .own, catalogue: SharedBytes, language: Language, limits: LuaLimits = Session.limits,
    host: any SessionHost
  ) {
    self.program = program
    self.catalogue = catalogue
    self.language = language
    self.limits = limits
    self.host = host
  }

  /// Runs an input to its end.
  /// - Parameters:
  ///   - text: an expression, or statements.
  ///   - name: what errors call the text.
  ///   - line: the line of that name at which it begins, from 1.
  ///   - most: how many values of a list are wanted.
  ///   - audience: sees what happens meanwhile.
  public func run(_ text: String, of name: String, line: Int, most: Int, for audience: Audience) -> Result {
    let input = LuaValue.record([
      "name": .string(name), "line": .integer(Int64(line)), "text": .string(text), "most": .integer(Int64(most)),
    ])
    switch converse(input, audience) {
    case .failure(let ending): return .ended(ending.text)
    case .success(.failure(let error)): return .failed(SessionFailure(error, limits, in: Place(file: name, line: line)))
    case .success(.success(let value)):
      var values: [ExploredValue] = []
      for described in value.table?.list ?? [] {
        // The host's own Lua writes what this reads, so what cannot be read is not of its making.
        guard let value = ExploredValue(described: described) else { return .ended(end(of: .lied)) }
        values.append(value)
      }
      return .values(values)
    }
  }

  /// The names that may follow a path of names, such as those in a table; none if nothing is known.
  public func names(after path: [String]) -> [String] {
    let input = LuaValue.record(["path": .list(path.map { .string($0) })])
    guard case .success(.success(let value)) = converse(input, .none) else { return [] }
    return value.table?.list?.compactMap(\.string) ?? []
  }

  private struct Ending: Error {
    let text: LocalizedText
  }

  private func converse(_ value: LuaValue, _ audience: Audience)
    -> Swift.Result<Swift.Result<LuaValue, LuaError>, Ending>
  {
    let worker: WorkerProcess
    do throws(WorkerFailure) { worker = try running() } catch {
      return .failure(Ending(text: Wording.workerNotStarted(errno: error.number)))
    }
    let input = SessionInput(limits: limits, language: language, value: value)
    _ = worker.send(WorkerRequest.converse(input).message)
    while true {
      let event = worker.receive {
        switch audience.wish() {
        case .goOn: break
        case .interrupt: worker.interrupt()
        case .end: worker.stop(.dismissed)
        }
      }
      guard case .message(let message) = event, let answer = try? WorkerAnswer(frame: message) else {
        if case .ended(let reason) = event { return .failure(Ending(text: end(of: reason))) }
        worker.stop(.lied)
        continue
      }
      switch answer {
      case .event(.printed(let text)): audience.printed(text)
      case .noted(let text): audience.noted(text)
      case .asked(let question):
        let reply = SessionReply(host.answer(question), language)
        _ = worker.send(reply.message, descriptors: reply.descriptors)
      case .catalogueWanted where !hasCatalogue:
        hasCatalogue = true
        guard let descriptor = try? catalogue.descriptor() else {
          worker.stop(.stoodStill)
          continue
        }
        _ = worker.send(descriptors: [descriptor])
      case .value(.failure(let error)) where error.kind == .totalTime: worker.stop(.totalTooLong)
      case .value(let result): return .success(result)
      default: worker.stop(.lied)
      }
    }
  }

  /// The worker, started if there is none.
  private func running() throws(WorkerFailure) -> WorkerProcess {
    if let worker { return worker }
    let started = try WorkerProcess(program, WorkerLimits(limits))
    worker = started
    hasCatalogue = false
    return started
  }

  /// Lets the worker go, and says why.
  private func end(of reason: WorkerEnd) -> LocalizedText {
    worker = nil
    let text =
      switch reason {
      case .dismissed, .notSealed: Wording.workerEnded(reason, limits)
      case .callTooLong: Wording.workerCallTooLong(seconds: limits.callSeconds)
      case .totalTooLong: Wording.Repl.timeIsUp(seconds: limits.totalSeconds)
      case .crashed(let signal): Wording.Repl.processCrashed(signal: signal)
      case .stoodStill, .forbidden, .left, .lied: Wording.Repl.processEnded("\(reason)")
      }
    return Wording.sentences([text, Wording.Repl.beginsAnew])
  }
}

/// Why an input of a session gave nothing.
public struct SessionFailure: Error, Hashable, Sendable {
  /// Where.
  public let place: Place
  /// What happened, for people.
  public let text: LocalizedText
  /// Whether the text only ends too early, so that more of it would mend it.
  public let isUnfinished: Bool

  /// - Parameter input: where the input begins: a tail call leaves no line behind.
  init(_ error: LuaError, _ limits: LuaLimits, in input: Place) {
    place = error.file.map { Place(file: $0, line: error.line) } ?? input
    // Whoever has just typed Lua needs not be told that it is Lua that speaks.
    text =
      switch error.kind {
      case .syntax, .runtime: LocalizedText(verbatim: error.message)
      default: error.text(limits)
      }
    isUnfinished = error.isOfUnfinishedText
  }
}
