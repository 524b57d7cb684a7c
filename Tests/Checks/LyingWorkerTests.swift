import Attacks
import Compliance
import Foundation
import Frames
import SiteData
import Testing
import Wording
import Workers

@testable import Checks
@testable import Lua

/// What a worker that was taken over may say, and what the host makes of it.
@Suite(.timeLimit(.minutes(5 * Int(patience)))) struct LyingWorkerTests {
  private static let two = trial(
    "a = check { each = devices, test = ok }, b = check { each = devices, test = ok },")

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func finding(_ outcome: Outcome = .pass, _ text: String = "") -> Finding {
    Finding(subject: "A", outcome: outcome, message: LocalizedText(verbatim: text), place: nil)
  }

  private func settlement(_ outcome: Outcome, _ counts: [Outcome: Int]) -> Settlement {
    var settlement = Settlement(outcome: outcome)
    for (outcome, count) in counts { settlement.counts[outcome] = count }
    return settlement
  }

  /// A program that says that it is sealed, then these bytes, and then waits to be killed.
  private func speaker(_ bytes: [UInt8], landlock: UInt8 = 7) throws -> WorkerRunner {
    let file = folder.path + "/\(UUID()).bytes"
    try Data([6, 0, 0, 0, 0, landlock, 0, 0, 0, 0] + bytes).write(to: URL(filePath: file))
    let script = "cat '\(file)' >&3; exec sleep 60"
    return WorkerRunner(WorkerProgram(path: "/bin/sh", arguments: ["-c", script]), catalogue: SharedBytes { [] })
  }

  private func message(_ answer: WorkerAnswer) -> [UInt8] {
    let frame = answer.frame
    return (0..<4).map { UInt8(truncatingIfNeeded: frame.count >> ($0 * 8)) } + frame
  }

  private func said(_ answers: [WorkerAnswer], then noise: [UInt8] = []) throws -> [CheckRun] {
    let job = try job(try load(Self.two), ["devices": .rows(named("A"))], kept: 2)
    return try speaker(answers.flatMap(message) + noise).run(job).checks
  }

  @Test func `what makes sense is taken`() throws {
    let runs = try said([
      .event(.found(0, finding())), .event(.settled(0, settlement(.pass, [.pass: 1]))),
      .event(.found(1, finding(.fail, "x"))), .event(.settled(1, settlement(.fail, [.fail: 3]))),
      .event(.printed("hello")), .done,
    ])
    #expect(runs.map(\.outcome) == [.pass, .fail])
    #expect(runs[1].counts[.fail] == 3 && runs[1].findings.count == 1 && runs[1].problem == nil)
  }

  @Test func `a pass that does not follow from findings is a lie`() throws {
    let lies: [[WorkerAnswer]] = [
      // Without findings; with a fail; better than its counts; fewer than were told.
      [.event(.settled(0, settlement(.pass, [:])))],
      [.event(.settled(0, settlement(.pass, [.pass: 1, .fail: 1])))],
      [.event(.found(0, finding(.fail))), .event(.settled(0, settlement(.pass, [.pass: 1])))],
      [.event(.found(0, finding())), .event(.found(0, finding())), .event(.settled(0, settlement(.pass, [.pass: 1])))],
      // Twice; another check than there is; more findings than are kept; an end without results; an answer to another question.
      [.event(.found(0, finding())), .event(.settled(0, settlement(.pass, [.pass: 1]))), .event(.restarted(0))],
      [.event(.found(2, finding()))],
      [.event(.settled(9, settlement(.pass, [.pass: 1])))],
      (0..<5).map { _ in .event(.found(0, finding())) },
      [.done], [.value(.success(.nil))], [.catalogueWanted, .catalogueWanted],
      [.event(.printed(String(repeating: "x", count: 1 << 20)))],
    ]
    for (index, lie) in lies.enumerated() {
      let runs = try said(lie)
      #expect(runs.count == 2)
      let last = try #require(runs.last)
      #expect(last.outcome == .error, "lie \(index)")
      #expect(last.problem?.text.en.contains("makes no sense") == true, "lie \(index)")
      #expect(!runs.contains { $0.outcome == .pass && $0.counts.total == 0 })
    }
  }

  @Test func `noise after something true is a lie of the checks without result`() throws {
    let runs = try said(
      [
        .event(.found(0, finding())), .event(.settled(0, settlement(.pass, [.pass: 1]))),
        .event(.found(1, finding(.fail))),
      ],
      then: [3, 0, 0, 0, 0xFF, 0xFF, 0xFF])
    #expect(runs.map(\.outcome) == [.pass, .error])
    // What it had found is kept, and nobody takes it for all.
    #expect(runs[1].findings.map(\.outcome) == [.fail] && runs[1].counts[.fail] == 1)
    #expect(runs[1].problem?.text.en.contains("What it had found until then (1) is kept") == true)
  }

  @Test(arguments: [Int.max, Int.max >> 15, -1, .min])
  func `numbers that cannot be added up are refused`(records: Int) throws {
    for (read, refused, skipped) in [(records, 0, 0), (0, records, 0), (0, 0, records)] {
      var settled = settlement(.pass, [.pass: 1])
      settled.sources = [
        SourceEvidence(
          source: "devices", file: "x", sha256: nil, encoding: "UTF-8", records: read, refused: refused,
          skipped: skipped, columns: [])
      ]
      let runs = try said([.event(.found(0, finding())), .event(.settled(0, settled))])
      #expect(runs.allSatisfy { $0.outcome == .error && $0.problem?.text.en.contains("makes no sense") == true })
    }
  }

  @Test func `findings are refused that are larger than those that are kept`() throws {
    var job = try job(try load(Self.two), ["devices": .rows(named("A"))], kept: 100)
    job.keptBytes = 1 << 20
    let large = String(repeating: "x", count: 60_000)
    func outcome(_ count: Int) throws -> Outcome? {
      let answers =
        (0..<count).map { _ in WorkerAnswer.event(.found(0, finding(.fail, large))) }
        + [.event(.settled(0, settlement(.fail, [.fail: count]))), .done]
      return try speaker(answers.flatMap(message)).run(job).checks.first?.outcome
    }
    #expect(try outcome(10) == .fail)
    #expect(try outcome(30) == .error)
  }

  @Test func `long texts that were allowed are taken`() throws {
    var limits = LuaLimits()
    limits.message = 1 << 20
    let source = trial(
      "c = check { each = devices, test = function(d) return fail(('漢'):rep(340000)):about(('字'):rep(40000)) end },")
    let run = try #require(run(source, devices: named("A"), limits: limits)["c"])
    #expect(run.outcome == .fail && run.problem == nil)
    let finding = try #require(run.findings.first)
    #expect(finding.message.ja.unicodeScalars.count == 340_000)
    #expect(finding.subject.utf8.count <= 64 << 10)
    #expect(finding.subject.hasPrefix("字字") && finding.subject.hasSuffix("字…"))
  }

  @Test func `texts without end are refused`() throws {
    let runs = try said([.event(.found(0, finding(.fail, String(repeating: "x", count: 65_537))))])
    #expect(runs.allSatisfy { $0.outcome == .error && $0.findings.isEmpty })
    #expect(runs.allSatisfy { $0.problem?.text.en.contains("makes no sense") == true })
  }

  @Test func `a kernel without Landlock is told`() throws {
    let job = try job(try load(Self.two), ["devices": .rows(named("A"))])
    let answers: [WorkerAnswer] = [
      .event(.found(0, finding())), .event(.settled(0, settlement(.pass, [.pass: 1]))),
      .event(.found(1, finding())), .event(.settled(1, settlement(.pass, [.pass: 1]))), .done,
    ]
    #expect(try speaker(answers.flatMap(message), landlock: 0).run(job).lacksLandlock)
    #expect(!(try speaker(answers.flatMap(message)).run(job).lacksLandlock))
    #expect(!(try workers().run(job).lacksLandlock))
  }

  @Test func `a value that lies is no value`() throws {
    let script = PluginScript(main: try files("return 1"), limits: LuaLimits(), catalogue: .byID(.empty))
    for bytes in [message(.done), [1, 0, 0, 0, 9], message(.event(.restarted(0)))] {
      guard case .failure(let failure) = try speaker(bytes).evaluate(script) else {
        Issue.record("it was taken")
        continue
      }
      #expect(failure.text == Wording.workerLied)
    }
    #expect(try speaker(message(.value(.success(.integer(1))))).evaluate(script) == .success(.integer(1)))
  }

  @Test func `no program, no result`() throws {
    let runner = WorkerRunner(WorkerProgram(path: "/no/such", arguments: []), catalogue: SharedBytes { [] })
    let runs = runner.run(try job(try load(Self.two), ["devices": .rows(named("A"))])).checks
    #expect(runs.map(\.outcome) == [.error, .error])
    #expect(runs[0].problem?.text.en.contains("No process could be started for the plugin (error 2)") == true)
  }
}
