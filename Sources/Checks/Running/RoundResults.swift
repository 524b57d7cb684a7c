import Compliance
import SiteData
import Wording

/// The results of a round's tests as they come to be: what a test finds is counted, and told if it is kept; then it is settled, once.
final class RoundResults {
  private let work: PluginWork
  private let listener: any RunListener
  /// The tests that have their result.
  private(set) var settled: Set<Int> = []
  private var collectors: [Int: FindingCollector] = [:]
  private var sources: [String: (evidence: [SourceEvidence], records: Int)] = [:]
  private let clock = ContinuousClock()
  private let begun: ContinuousClock.Instant

  /// - Parameter open: the positions of the tests that run.
  init(of work: PluginWork, _ open: [Int], telling listener: any RunListener) {
    self.work = work
    self.listener = listener
    begun = clock.now
    for index in open { collectors[index] = FindingCollector(work.quota) }
  }

  /// Whether a test's next finding of such an outcome would be kept.
  func keeps(_ outcome: Outcome, of index: Int) -> Bool { collectors[index]?.keeps(outcome) ?? true }

  /// Counts outcomes whose findings are not kept.
  func count(_ outcome: Outcome, of index: Int, times: Int) { collectors[index]?.count(outcome, times: times) }

  /// Counts an outcome, and tells of its finding if that is kept.
  func found(_ index: Int, _ outcome: Outcome, _ make: () -> Finding) {
    guard collectors[index]?.add(outcome) ?? false else { return }
    let finding = make().withShownSubject
    collectors[index]?.keep(finding)
    listener.take(.found(index, finding))
  }

  /// Reports to a test what could not be read of a source.
  func report(_ problem: Problem, of declaration: SourceDeclaration, for index: Int) {
    found(index, .error) {
      Finding(subject: declaration.id, outcome: .error, message: problem.text, place: problem.place)
    }
  }

  /// A source has been read.
  func read(_ source: String, _ evidence: [SourceEvidence], records: Int) { sources[source] = (evidence, records) }

  /// The first file of a source; nil before it has been read.
  func file(of source: String) -> String? { sources[source]?.evidence.first?.file }

  // MARK: - Settling

  /// A ledger without records tells nothing: a test that would read one is unknown, or an error if rows of it could not be read.
  func settleIfEmpty(_ index: Int, _ sources: [String]) -> Bool {
    guard let source = sources.first(where: { self.sources[$0]?.records == 0 }) else { return false }
    guard collectors[index]?.counts.total == 0 else {
      finish(index)
      return true
    }
    settle(index, .unknown, Problem(at: Place(file: file(of: source) ?? source), Wording.sourceIsEmpty))
    return true
  }

  /// Settles a test that has seen all of its records.
  func finish(_ index: Int) {
    guard let outcome = collectors[index]?.counts.combined else {
      return settle(index, .error, Problem(at: work.tests[index].place, Wording.noOutcome))
    }
    settle(index, outcome, nil)
  }

  /// Settles a test that took longer than a check may.
  /// - Parameter record: where the record stands at which it was stopped.
  func stopOverTime(_ index: Int, at record: Place) {
    let test = work.tests[index]
    let text = Wording.checkStopped(Wording.checkLimit(seconds: test.seconds.all), record)
    settle(index, .error, Problem(at: test.place, text))
  }

  /// Settles a test, unless it is.
  func settle(_ index: Int, _ outcome: Outcome, _ problem: Problem?) {
    guard settled.insert(index).inserted else { return }
    let passed = clock.now - begun
    let settlement = Settlement(
      outcome: outcome, counts: collectors[index]?.counts ?? OutcomeCounts(), problem: problem,
      sources: work.tests[index].sources.flatMap { sources[$0]?.evidence ?? [] },
      milliseconds: Int(passed / .milliseconds(1)))
    listener.take(.settled(index, settlement))
  }
}
