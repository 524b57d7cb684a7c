import Compliance
import SiteData

/// What running some checks over one slice gave.
struct SliceResult {
  /// The result and the findings of each check.
  let checks: [(settlement: Settlement, findings: [Finding])]
  /// Where the slice ended.
  let end: FilePosition
  /// The processor time in seconds that each check took.
  let seconds: [Double]
}

/// Puts the results of slices together, in the order of the file, into what one pass over the file would have given: counts add up, and
/// the first findings are kept. Whatever goes beyond that, it refuses, and the file is read in one piece.
struct SliceMerge {
  private let tests: [PlannedTest]
  private let source: String
  private var collectors: [FindingCollector]
  private var findings: [[Finding]]
  private var sources: [[SourceEvidence]?]
  private var evidence: SourceEvidence?
  private var seconds: [Double]
  private var end: FilePosition?

  init(_ tests: [PlannedTest], over source: String, _ quota: FindingQuota) {
    self.tests = tests
    self.source = source
    collectors = tests.map { _ in FindingCollector(quota) }
    findings = tests.map { _ in [] }
    sources = tests.map { _ in nil }
    seconds = tests.map { _ in 0 }
  }

  /// How many findings of a check later slices are asked for at most.
  var quota: FindingQuota {
    func most(_ share: (FindingQuota) -> FindingQuota.Share) -> FindingQuota.Share {
      let left = collectors.map { share($0.left) }
      return FindingQuota.Share(findings: left.map(\.findings).max() ?? 0, bytes: left.map(\.bytes).max() ?? 0)
    }
    return FindingQuota(settled: most(\.settled), others: most(\.others))
  }

  /// Takes the result of the next slice.
  /// - Parameter start: where the slice begins.
  /// - Returns: false if the slices do not make up one pass.
  mutating func take(_ result: SliceResult, from start: FilePosition) -> Bool {
    guard start == end ?? .beginning else { return false }
    end = result.end
    var read: SourceEvidence?
    for (index, check) in result.checks.enumerated() {
      guard let evidence = takeSources(check.settlement.sources, of: index), isOrdinary(check.settlement, evidence)
      else {
        return false
      }
      read = evidence
      add(check.settlement, check.findings, to: index)
      seconds[index] += result.seconds[index]
      if seconds[index] > tests[index].seconds.all { return false }
    }
    guard let read else { return false }
    evidence = evidence.map { $0.adding(read) } ?? read
    return true
  }

  /// Whether a check's result is that of its findings. A slice without records is ordinary, too.
  private func isOrdinary(_ settlement: Settlement, _ evidence: SourceEvidence) -> Bool {
    settlement.problem == nil || settlement.outcome == .unknown && settlement.counts.total == 0 && evidence.records == 0
  }

  /// Takes over what was read beside the slice, which must be the same for each.
  /// - Returns: what was read of the slice.
  private mutating func takeSources(_ all: [SourceEvidence], of index: Int) -> SourceEvidence? {
    let own = all.filter { $0.source == source }
    let others = all.filter { $0.source != source }
    // A row of another source that cannot be read is a finding, and would be one again in every slice.
    guard own.count == 1, others.allSatisfy({ $0.refused == 0 && $0.sha256 != nil }) else { return nil }
    if let known = sources[index], known != others { return nil }
    sources[index] = others
    return own[0]
  }

  private mutating func add(_ settlement: Settlement, _ found: [Finding], to index: Int) {
    var untold = settlement.counts
    for finding in found {
      untold[finding.outcome] -= 1
      if collectors[index].add(finding.outcome) {
        collectors[index].keep(finding)
        findings[index].append(finding)
      }
    }
    for (outcome, count) in untold.occurring { collectors[index].count(outcome, times: count) }
  }

  /// The results of the checks.
  /// - Parameters:
  ///   - end: where the file ends.
  ///   - sha256: the hash of all of it.
  ///   - limit: the processor time in seconds that all checks may take together.
  /// - Returns: nil if the slices do not make up the file, or the checks took too long.
  func results(
    upTo end: FilePosition, sha256: String, limit: Double, milliseconds: Int
  ) -> [(settlement: Settlement, findings: [Finding])]? {
    guard self.end == end, seconds.reduce(0, +) <= limit, let evidence, evidence.records > 0 else { return nil }
    let whole = evidence.with(sha256: sha256)
    return tests.indices.map { index in
      let counts = collectors[index].counts
      let others = sources[index] ?? []
      let settlement = Settlement(
        outcome: counts.combined ?? .unknown, counts: counts,
        sources: tests[index].sources.flatMap { id in id == source ? [whole] : others.filter { $0.source == id } },
        milliseconds: milliseconds)
      return (settlement, findings[index])
    }
  }
}

extension SourceEvidence {
  /// The evidence of this slice and the next together.
  fileprivate func adding(_ next: SourceEvidence) -> SourceEvidence {
    SourceEvidence(
      source: source, file: file, sha256: nil, encoding: next.encoding, records: records + next.records,
      refused: refused + next.refused, skipped: skipped + next.skipped, columns: columns)
  }

  fileprivate func with(sha256: String) -> SourceEvidence {
    SourceEvidence(
      source: source, file: file, sha256: sha256, encoding: encoding, records: records, refused: refused,
      skipped: skipped, columns: columns)
  }
}
