import Compliance
import Lua

/// Puts the results of a plugin's checks together from what is told while they run.
///
/// What a worker tells is not believed: whatever contradicts itself or is more than was agreed on is refused.
struct RunAssembly {
  /// What was told cannot be.
  struct Contradiction: Error, Hashable {}

  private let checks: [PluginCheck]
  private let kept: FindingQuota.Share
  private let longestLog: Int
  /// The bytes of a message, and of a subject: the host's own messages name files and columns, and a subject may be a cell.
  private let (longestMessage, longestSubject): (Int, Int)
  private var findings: [[Finding]]
  /// The bytes of each check's findings.
  private var sizes: [Int]
  private var settlements: [Settlement?]
  private(set) var log = ""
  private(set) var trace = LineTrace()
  /// Whether a worker had no Landlock to confine it.
  var lacksLandlock = false

  /// - Parameter checks: what positions in events count.
  init(_ checks: [PluginCheck], of job: PluginJob) {
    self.checks = checks
    kept = job.kept
    longestLog = job.limits.log
    (longestMessage, longestSubject) = (job.limits.message + 60 << 10, Finding.longestSubject)
    findings = Array(repeating: [], count: checks.count)
    sizes = Array(repeating: 0, count: checks.count)
    settlements = Array(repeating: nil, count: checks.count)
  }

  /// The positions of the checks that have no result.
  var unsettled: [Int] { settlements.indices.filter { settlements[$0] == nil } }

  /// Whether a check has no result.
  func isOpen(_ check: Int) -> Bool { settlements[check] == nil }

  /// How many findings of a check there are.
  func foundCount(_ check: Int) -> Int { findings[check].count }

  /// Forgets what a check has found.
  mutating func restart(_ check: Int) {
    findings[check].removeAll()
    sizes[check] = 0
  }

  /// Takes what happened.
  mutating func take(_ event: RunEvent) throws(Contradiction) {
    switch event {
    case .found(let check, let finding):
      try expectOpen(check)
      guard finding.subject.utf8.count <= longestSubject, finding.message.ja.utf8.count <= longestMessage,
        finding.message.en.utf8.count <= longestMessage
      else { throw Contradiction() }
      // As many settled outcomes as others, and the last of each may be longer than what was left: see FindingCollector.
      let longest = 2 * longestMessage + longestSubject
      guard findings[check].count < 2 * kept.findings, sizes[check] < 2 * (kept.bytes + longest) else {
        throw Contradiction()
      }
      findings[check].append(finding)
      sizes[check] += finding.size
    case .restarted(let check):
      try expectOpen(check)
      restart(check)
    case .settled(let check, let settlement):
      try expectOpen(check)
      guard agrees(settlement, findings[check]) else { throw Contradiction() }
      settlements[check] = settlement
    case .sliceEnded: throw Contradiction()  // nobody asked for a slice
    case .printed(let text):
      guard text.utf8.count <= 2 * longestLog else { throw Contradiction() }
      log = text
    case .ran(let more): trace.formUnion(more)
    }
  }

  /// Gives a check the result that the host made of those of slices.
  mutating func settle(_ check: Int, _ settlement: Settlement, _ found: [Finding]) {
    (settlements[check], findings[check]) = (settlement, found)
  }

  /// What there is of a check.
  func result(_ check: Int) -> (settlement: Settlement?, findings: [Finding]) { (settlements[check], findings[check]) }

  /// Ends a check from outside. What it had found is kept, and its result says that more may have followed.
  mutating func stop(_ check: Int, _ problem: Problem) {
    var counts = OutcomeCounts()
    for finding in findings[check] { counts[finding.outcome] += 1 }
    settlements[check] = Settlement(outcome: .error, counts: counts, problem: problem)
  }

  /// The results of a job: those of its checks without data, and these.
  func run(of job: PluginJob, _ withoutData: [CheckRun]) -> PluginRun {
    var runs: [CheckID: CheckRun] = [:]
    for run in withoutData { runs[run.check.id] = run }
    for (index, check) in checks.enumerated() {
      runs[check.check.id] = settlements[index].map { job.result(of: check, $0, findings[index]) }
    }
    return PluginRun(
      checks: job.checks.compactMap { runs[$0.check.id] }, log: log, lacksLandlock: lacksLandlock, trace: trace)
  }

  private func expectOpen(_ check: Int) throws(Contradiction) {
    guard settlements.indices.contains(check), settlements[check] == nil else { throw Contradiction() }
  }

  /// Whether a result follows from what was found: nothing passes because somebody says so.
  private func agrees(_ settlement: Settlement, _ findings: [Finding]) -> Bool {
    var kept = OutcomeCounts()
    for finding in findings { kept[finding.outcome] += 1 }
    guard kept.occurring.allSatisfy({ settlement.counts[$0.outcome] >= $0.count }) else { return false }
    if settlement.problem != nil { return !settlement.outcome.isSettled }
    return settlement.outcome == settlement.counts.combined
  }
}
