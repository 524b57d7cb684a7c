import Lua

extension PluginWork {
  /// Runs the tests on the calling thread, each to its result.
  ///
  /// A plugin that meets a fatal limit spends its state. The check at which that happened may only be the one that was left with
  /// nothing, so it runs again in a state of its own, where the result is its own too; the others start again without it. Each round
  /// settles at least one check, so the rounds end.
  func run(telling listener: any RunListener) {
    var open = Array(tests.indices)
    var left = limits
    left.totalSeconds = secondsLeft
    while !open.isEmpty {
      let round = WorkRound(self, open, left, listener)
      round.run()
      left.totalSeconds -= round.secondsUsed
      open.removeAll { round.settled.contains($0) }
      for test in open { listener.take(.restarted(test)) }
      for test in round.suspects {
        let alone = WorkRound(self, [test], left, listener)
        alone.run()
        left.totalSeconds -= alone.secondsUsed
      }
      open.removeAll { round.suspects.contains($0) }
    }
  }
}
