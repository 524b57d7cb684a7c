import Compliance
import Lua
import Wording
import Workers

/// Why a plugin's file gave no value.
public struct ScriptFailure: Error, Hashable, Sendable {
  /// The file, relative to the plugin's folder; nil if unknown.
  public let file: String?
  /// The line, counted from 1; nil if unknown.
  public let line: Int?
  /// What happened, for people.
  public let text: LocalizedText

  init(_ text: LocalizedText) {
    file = nil
    line = nil
    self.text = text
  }

  init(_ error: LuaError, _ limits: LuaLimits) {
    file = error.file
    line = error.line
    text = error.text(limits)
  }
}

extension Wording {
  /// How a worker ended, for people. They are told of the limits that they know; the process had a little more, so that Lua's own come
  /// first.
  static func workerEnded(_ end: WorkerEnd, _ limits: LuaLimits) -> LocalizedText {
    switch end {
    case .callTooLong: workerCallTooLong(seconds: limits.callSeconds)
    case .totalTooLong: workerTotalTooLong(seconds: limits.totalSeconds)
    case .stoodStill: workerStoodStill(seconds: WorkerLimits(limits).idleSeconds)
    case .forbidden: workerForbidden
    case .crashed(let signal): workerCrashed(signal: signal)
    case .left(let status): workerLeft(status: status)
    case .lied: workerLied
    case .dismissed: workerDismissed
    case .notSealed(let step, let error): workerNotSealed("\(step)", errno: error)
    }
  }
}
