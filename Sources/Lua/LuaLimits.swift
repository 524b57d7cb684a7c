import CLuaBridge

/// What a state may use up.
public struct LuaLimits: Hashable, Sendable {
  /// The bytes that its heap may hold.
  public var memory = 64 << 20
  /// The bytes that one call of `string.rep` or `table.concat` may build, and that a pattern may search.
  public var string = 8 << 20
  /// The bytes of one message of an outcome.
  public var message = 4 << 10
  /// The outcomes that one call of a test may return.
  public var outcomes = 1_000_000
  /// The bytes of `print` that are kept.
  public var log = 64 << 10
  /// The processor time in seconds that one call may take.
  public var callSeconds = 2.0
  /// The processor time in seconds that all calls of one test may take; those who call see to it.
  public var checkSeconds = 60.0
  /// The processor time in seconds that the state may take in all.
  public var totalSeconds = 600.0

  /// The default limits.
  public init() {}

  var bridged: tl_limits {
    tl_limits(
      memory: memory, string: string, message: message, outcomes: outcomes, log: log, call_seconds: callSeconds,
      total_seconds: totalSeconds)
  }
}
