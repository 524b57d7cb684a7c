import CConfinement
import Glibc

/// Watches what a worker uses up, and says when that is too much.
///
/// Processor time, not wall time, so that a busy machine changes no result; wall time only for a worker that does nothing at all.
struct WorkerClock {
  private let limits: WorkerLimits
  private let process: pid_t
  private let clock = ContinuousClock()
  private var calls: UInt64 = 0
  private var used: Int64 = 0
  private var usedBeforeCall: Int64 = 0
  private var lastSign: ContinuousClock.Instant

  init(_ process: pid_t, _ limits: WorkerLimits) {
    self.process = process
    self.limits = limits
    lastSign = clock.now
  }

  /// The processor time in seconds that the worker had used when it was last looked at.
  var secondsUsed: Double { seconds(used) }

  /// Notes that the worker said something.
  mutating func heard() { lastSign = clock.now }

  /// What the worker has used up too much of, if anything.
  mutating func exceeded(at position: tc_position) -> WorkerEnd? {
    let now = tc_processor_time(process)
    // No clock: the process has ended, and the socket tells so.
    guard now >= 0 else { return nil }
    if now > used || position.calls != calls { lastSign = clock.now }
    used = now
    if position.calls != calls {
      (calls, usedBeforeCall) = (position.calls, now)
    } else if calls % 2 == 1, seconds(now - usedBeforeCall) > limits.callSeconds {
      return .callTooLong
    }
    if seconds(now) > limits.totalSeconds { return .totalTooLong }
    return clock.now - lastSign > .seconds(limits.idleSeconds) ? .stoodStill : nil
  }

  private func seconds(_ nanoseconds: Int64) -> Double { Double(nanoseconds) / 1e9 }
}
