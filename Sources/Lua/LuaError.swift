import CLuaBridge

/// Why Lua code did not do what it was called for. The parts are separate so that each can be shown, or left out, on its own.
public struct LuaError: Error, Hashable, Sendable {
  /// What kind of fault it is.
  public enum Kind: Hashable, Sendable, CaseIterable {
    /// The text is not Lua.
    case syntax
    /// The code raised an error.
    case runtime
    /// A test returned something that is no outcome.
    case result
    /// The memory limit was met. The state is spent.
    case memory
    /// One call took longer than it may. The state is spent.
    case time
    /// All calls together took longer than they may. The state is spent.
    case totalTime
    /// Whoever waited for the call wanted no more of it.
    case interrupted
    /// No state could be opened, for want of memory or of a timer.
    case unavailable
  }

  /// What kind of fault it is.
  public let kind: Kind
  /// The file, relative to the plugin's folder; nil if unknown.
  public let file: String?
  /// The line, counted from 1; nil if unknown.
  public let line: Int?
  /// What Lua says, without the place.
  public let message: String
  /// The calls that led there; empty for syntax errors and spent states.
  public let traceback: String

  /// Whether no further code may run in the state.
  public var isFatal: Bool { kind == .memory || kind == .time || kind == .totalTime || kind == .interrupted }

  /// Whether the text is not Lua only because it ends too early, as the parser says it (`<eof>`, as in Lua's own lua.c).
  public var isOfUnfinishedText: Bool { kind == .syntax && message.hasSuffix("<eof>") }

  /// Makes an error from its parts, as another process told them.
  public init(kind: Kind, file: String?, line: Int?, message: String, traceback: String) {
    self.kind = kind
    self.file = file
    self.line = line
    self.message = message
    self.traceback = traceback
  }

  init(_ error: tl_error) {
    kind =
      switch error.status {
      case TL_ERROR_SYNTAX: .syntax
      case TL_ERROR_RESULT: .result
      case TL_ERROR_MEMORY: .memory
      case TL_ERROR_TIME: .time
      case TL_ERROR_TOTAL_TIME: .totalTime
      case TL_ERROR_INTERRUPTED: .interrupted
      default: .runtime
      }
    let name = error.file.map { String(cString: $0) } ?? ""
    file = name.isEmpty ? nil : name
    line = error.line > 0 ? Int(error.line) : nil
    message = text(error.message, error.message_length)
    traceback = text(error.traceback, error.traceback_length)
  }

  init(unavailable message: String) {
    kind = .unavailable
    file = nil
    line = nil
    self.message = message
    traceback = ""
  }
}

/// The text at a C address; bytes that are no UTF-8 show as U+FFFD. Empty for no address.
func text(_ start: UnsafePointer<CChar>?, _ length: Int) -> String {
  guard let start, length > 0 else { return "" }
  // The bridge promises `length` readable bytes at `start` until its next call; they are copied here.
  return String(decoding: UnsafeRawBufferPointer(start: start, count: length), as: UTF8.self)
}
