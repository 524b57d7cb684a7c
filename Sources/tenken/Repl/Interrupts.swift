import Checks
import Glibc
import Synchronization

/// Ctrl-C while an input runs: once asks it to stop, again ends its process.
enum Interrupts {
  private static let count = Atomic<Int>(0)

  /// From now on SIGINT is counted, and does not end this process.
  static func beginCounting() {
    // Made before the handler may need it: making it there would not be safe.
    _ = count.load(ordering: .relaxed)
    var action = sigaction()
    // The handler does nothing but an atomic addition, which a signal handler may do (signal-safety(7)).
    action.__sigaction_handler.sa_handler = { _ in _ = Interrupts.count.add(1, ordering: .relaxed) }
    action.sa_flags = Int32(SA_RESTART)
    sigaction(SIGINT, &action, nil)
    // Who started this process may have blocked the signal, and its children inherit that.
    var interrupt = sigset_t()
    sigemptyset(&interrupt)
    sigaddset(&interrupt, SIGINT)
    sigprocmask(SIG_UNBLOCK, &interrupt, nil)
  }

  /// What the person wants who waits for an input that begins now.
  /// - Parameter tell: is called if the input has not stopped a second after it was asked to.
  static func wishes(_ tell: @escaping () -> Void) -> () -> Session.Wish {
    let clock = ContinuousClock()
    var seen = count.load(ordering: .relaxed)
    var interrupted: ContinuousClock.Instant?
    var hasTold = false
    return {
      let now = count.load(ordering: .relaxed)
      guard now != seen else {
        if let interrupted, !hasTold, clock.now - interrupted > .seconds(1) {
          hasTold = true
          tell()
        }
        return .goOn
      }
      defer { (seen, interrupted) = (now, clock.now) }
      return interrupted != nil || now - seen > 1 ? .end : .interrupt
    }
  }
}
