import Compliance
import Lua
import SiteData
import Wording
import Workers

/// One attempt at some tests of a plugin in one Lua state. It ends when all are settled, or when the state is spent.
final class WorkRound {
  private let work: PluginWork
  private let limits: LuaLimits
  private let open: [Int]
  private let listener: any RunListener
  private let results: RoundResults
  /// The tests at which the state was spent, if others ran in it too: which of them is to blame, they show alone.
  private(set) var suspects: [Int] = []
  /// The processor time in seconds that the plugin's code took.
  private(set) var secondsUsed = 0.0

  private var contexts: [Int: LuaReference] = [:]
  private var stored: [String: StoredSource] = [:]
  private let sourceNumbers: [String: Int]

  /// - Parameters:
  ///   - open: the positions of the tests to run.
  ///   - limits: what is left of the work's limits.
  init(_ work: PluginWork, _ open: [Int], _ limits: LuaLimits, _ listener: any RunListener) {
    self.work = work
    self.limits = limits
    self.open = open
    self.listener = listener
    sourceNumbers = Dictionary(uniqueKeysWithValues: work.sourceIDs.enumerated().map { ($1, $0) })
    results = RoundResults(of: work, open, telling: listener)
  }

  /// The tests that have their result.
  var settled: Set<Int> { results.settled }

  /// The limits as people are told of them: the plugin's time in all, and not what other rounds have left of it.
  private var shownLimits: LuaLimits {
    var shown = limits
    shown.totalSeconds = work.limits.totalSeconds
    return shown
  }

  /// A fatal error, with the tests that it is laid to.
  private struct Spent: Error {
    let error: LuaError
    let tests: [Int]
    var place: Place?
    /// Whether it came before any test ran.
    var isOfAll = false
  }

  func run() {
    do {
      let state = try starting { () throws(LuaError) in
        try Sandbox.open(for: work.files, limits: limits, catalogue: work.catalogue)
      }
      if work.tracesLines { state.traceLines() }
      defer {
        if work.tracesLines { listener.take(.ran(LineTrace(state, of: work.files))) }
        listener.take(.printed(state.log.text))
        secondsUsed = state.secondsUsed
      }
      let tests = try starting { () throws(LuaError) in try self.tests(in: state) }
      try store(state)
      for index in open where work.tests[index].call == .all { try callAll(index, tests, state) }
      let sources = open.map { work.tests[$0] }.filter { $0.call == .each }.map(\.source)
      for source in unique(sources) { try pass(over: source, tests, state) }
    } catch {
      let isOfAll = error.isOfAll || error.error.kind == .totalTime
      let unsettled = (isOfAll ? open : error.tests).filter { !settled.contains($0) }
      guard open.count == 1 || isOfAll else { return suspects = unsettled }
      for index in unsettled {
        var limits = shownLimits
        if !isOfAll { limits.callSeconds = work.tests[index].seconds.call }
        let text = Wording.checkStopped(error.error.text(limits), error.place)
        results.settle(index, .error, Problem(at: place(of: error.error, index), text))
      }
    }
  }

  /// Runs a step whose failure ends every open test.
  private func starting<T>(_ step: () throws(LuaError) -> T) throws(Spent) -> T {
    do { return try step() } catch { throw Spent(error: error, tests: open, isOfAll: true) }
  }

  // MARK: - The tests

  private func tests(in state: LuaState) throws(LuaError) -> [Int: LuaTest] {
    let main = PluginFiles.mainFile
    let value = try calling(RunPosition()) { () throws(LuaError) in
      try state.run(file: main, work.files.files[main] ?? [], only: ["checks", nil, "test"])
    }
    let positions = Dictionary(uniqueKeysWithValues: open.map { (work.tests[$0].id, $0) })
    var tests: [Int: LuaTest] = [:]
    for (key, table) in value.table?["checks"]?.table?.entries ?? [:] {
      guard let name = key.string, let id = CheckID(work.files.id, name: checkName(ofKey: name)),
        let index = positions[id], let function = table.table?["test"]?.function
      else { continue }
      // Each test has its own tables, so that none sees what another does to them.
      let parameters = try state.keep(.record(work.parameters))
      let context = try state.keep(
        .record(["today": .string(work.now.date.description), "now": .string(work.now.local)]))
      contexts[index] = context
      tests[index] = LuaTest(
        function, parameters: parameters, context: context,
        callSeconds: work.tests[index].seconds.call)
    }
    return tests
  }

  /// Calls into the plugin's code, and lets the listener know where.
  private func calling<T>(_ position: RunPosition, _ body: () throws(LuaError) -> T) throws(LuaError) -> T {
    listener.begin(position)
    defer { listener.end() }
    return try body()
  }

  // MARK: - Whole sources: for `all` and for `with`

  private func store(_ state: LuaState) throws(Spent) {
    var users: [String: [Int]] = [:]
    for index in open {
      let test = work.tests[index]
      if test.call == .all { users[test.source, default: []].append(index) }
      for companion in test.companions { users[companion.source, default: []].append(index) }
    }
    for (source, tests) in users.sorted(by: { $0.key < $1.key }) { try store(source, for: unique(tests), state) }
    for index in open {
      for companion in work.tests[index].companions {
        guard let context = contexts[index], let source = stored[companion.source] else { continue }
        do {
          if let index = companion.index {
            if let made = source[index] { try state.set(companion.name, in: context, to: made) }
          } else {
            try state.set(companion.name, in: context, to: source.list)
          }
        } catch {
          throw Spent(error: error, tests: [index], place: nil)
        }
      }
    }
  }

  private func store(_ id: String, for tests: [Int], _ state: LuaState) throws(Spent) {
    guard let declaration = work.declarations[id], let reader = work.reader(of: declaration) else { return }
    let companions = tests.map { index in work.tests[index].companions.filter { $0.source == id } }
    var place: Place?
    do {
      var source = try StoredSource(
        declaration, indexes: unique(companions.joined().compactMap(\.index)), in: work.timeZone, state)
      defer { place = source.records.last?.place }
      try source.fill(from: reader, state)
      for (index, companions) in zip(tests, companions) {
        for (_, problem) in source.refusals { results.report(problem, of: declaration, for: index) }
        for (by, problem) in source.duplicates where companions.contains(where: { $0.index == by }) {
          results.report(problem, of: declaration, for: index)
        }
      }
      stored[id] = source
      results.read(id, source.evidence, records: source.records.count)
    } catch {
      throw Spent(error: error, tests: tests, place: place)
    }
  }

  private func callAll(_ index: Int, _ tests: [Int: LuaTest], _ state: LuaState) throws(Spent) {
    let planned = work.tests[index]
    guard let test = tests[index], let list = stored[planned.source]?.list else {
      return results.settle(index, .error, Problem(at: planned.place, Wording.testNotFound))
    }
    guard !results.settleIfEmpty(index, planned.sources) else { return }
    do {
      try calling(RunPosition(check: index, source: sourceNumbers[planned.source] ?? 0)) { () throws(LuaError) in
        try state.call(test, list) { outcome in add(outcome, index, nil) }
      }
      results.finish(index)
    } catch {
      if error.isFatal { throw Spent(error: error, tests: [index], place: nil) }
      results.settle(index, .error, Problem(at: place(of: error, index), error.text(shownLimits)))
    }
  }

  // MARK: - Records: for `each`

  private func pass(over source: String, _ tests: [Int: LuaTest], _ state: LuaState) throws(Spent) {
    var running: [(index: Int, test: LuaTest)] = []
    for index in open where work.tests[index].call == .each && work.tests[index].source == source {
      if results.settleIfEmpty(index, work.tests[index].companions.map(\.source)) { continue }
      if let test = tests[index] {
        running.append((index, test))
      } else {
        results.settle(index, .error, Problem(at: work.tests[index].place, Wording.testNotFound))
      }
    }
    guard !running.isEmpty else { return }
    if let whole = stored[source] { return try pass(over: whole, running, state) }
    guard let declaration = work.declarations[source], let reader = work.reader(of: declaration) else { return }
    let kind: LuaSource
    do { kind = try state.addSource(columns: declaration.columns.map(\.name)) } catch {
      throw Spent(error: error, tests: running.map(\.index), place: nil)
    }
    let checks = running.map(\.index)
    let watch = listener.watch(checks)
    // The pass keeps the watch's context for its calls, all of which come before the end of this scope.
    defer { withExtendedLifetime(watch) {} }
    var pass = LuaPass(
      running.map(\.test), over: kind,
      watch: watch.map { LuaWatch(begin: $0.begin, end: $0.end, context: $0.context) })
    for position in checks.indices { tell(&pass, position, checks[position]) }
    var batch = RecordBatch(of: declaration)
    var number = 0
    reading: while !checks.allSatisfy(settled.contains) {
      let step = reader.next(&batch)
      listener.read(source: sourceNumbers[source] ?? 0, file: batch.fileIndex)
      try run(&pass, batch, first: number + 1, of: checks, state)
      number += batch.count
      switch step {
      case .record: continue
      case .refused(let problem), .failed(let problem):
        // Whoever also has the source as a companion was told when the list was filled.
        for index in checks
        where !settled.contains(index) && !work.tests[index].companions.contains(where: { $0.source == source }) {
          results.report(problem, of: declaration, for: index)
          if let position = checks.firstIndex(of: index) { tell(&pass, position, index) }
        }
      case .end: break reading
      }
    }
    results.read(source, reader.evidence, records: number)
    if let end = reader.sliceEnd {
      let seconds = checks.indices.map { pass.seconds(of: $0) }
      listener.take(.sliceEnded(end, seconds: Dictionary(uniqueKeysWithValues: zip(checks, seconds))))
    }
    for index in checks where !settled.contains(index) && !results.settleIfEmpty(index, [source]) {
      results.finish(index)
    }
  }

  /// Runs the tests of a pass over a batch.
  private func run(
    _ pass: inout LuaPass, _ batch: RecordBatch, first: Int, of checks: [Int], _ state: LuaState
  ) throws(Spent) {
    pass.begin()
    while true {
      var outcomes: [LuaOutcome] = []
      let stop = state.run(&pass, batch, first: first) { outcomes.append($0) }
      if case .end = stop { break }
      let (position, row) = (pass.test, pass.row)
      let index = checks[position]
      switch stop {
      case .end, .time: break
      case .outcomes:
        for outcome in outcomes { add(outcome, index, (batch, row)) }
      case .failed(let error):
        if error.isFatal {
          count(&pass, checks)
          throw Spent(error: error, tests: [index], place: batch.place(of: row))
        }
        let message = Wording.testFailed(error.text(shownLimits), place(of: error, index))
        results.found(index, .error) {
          Finding(subject: batch.subject(of: row), outcome: .error, message: message, place: batch.place(of: row))
        }
      }
      tell(&pass, position, index)
      if pass.seconds(of: position) > work.tests[index].seconds.all {
        count(&pass, checks)
        results.stopOverTime(index, at: batch.place(of: row))
        pass.end(position)
      }
      pass.goOn()
    }
    count(&pass, checks)
  }

  /// Says which outcomes of a test are told: those whose findings are kept.
  private func tell(_ pass: inout LuaPass, _ position: Int, _ index: Int) {
    pass.tell(position) { results.keeps(Outcome(code: $0), of: index) }
  }

  /// Takes over how often tests returned what was not told.
  private func count(_ pass: inout LuaPass, _ checks: [Int]) {
    for (position, index) in checks.enumerated() {
      pass.takeCounts(of: position) { code, count in results.count(Outcome(code: code), of: index, times: count) }
    }
  }

  /// Calls tests with the records of a source that is in memory already, because another check or companion needs all of it.
  private func pass(
    over source: StoredSource, _ tests: [(index: Int, test: LuaTest)], _ state: LuaState
  ) throws(Spent) {
    var running = tests
    var secondsOf: [Int: Double] = [:]
    var position = RunPosition(source: sourceNumbers[source.declaration.id] ?? 0)
    var refusals = source.refusals[...]
    func tell(before number: Int) {
      while let refusal = refusals.first, refusal.before <= number {
        refusals.removeFirst()
        // Whoever also has the source as a companion was told when it was read.
        for (index, _) in running
        where !work.tests[index].companions.contains(where: { $0.source == source.declaration.id }) {
          results.report(refusal.problem, of: source.declaration, for: index)
        }
      }
    }
    for (number, record) in source.records.enumerated() where !running.isEmpty {
      tell(before: number)
      position.file = record.file
      position.line = record.place.line ?? 0
      for (index, test) in running {
        position.check = index
        let before = state.secondsUsed
        do {
          try calling(position) { () throws(LuaError) in
            try state.call(test, source.list, at: number) { outcome in
              add(outcome, index, nil, of: LuaOutcome.Record(source: source.kind, number: number + 1))
            }
          }
        } catch {
          if error.isFatal { throw Spent(error: error, tests: [index], place: record.place) }
          let message = Wording.testFailed(error.text(shownLimits), place(of: error, index))
          results.found(index, .error) {
            Finding(subject: record.subject, outcome: .error, message: message, place: record.place)
          }
        }
        secondsOf[index, default: 0] += state.secondsUsed - before
      }
      for (index, used) in secondsOf where used > work.tests[index].seconds.all && !settled.contains(index) {
        results.stopOverTime(index, at: record.place)
        running.removeAll { $0.index == index }
      }
    }
    tell(before: source.records.count)
    for (index, _) in running where !results.settleIfEmpty(index, [source.declaration.id]) { results.finish(index) }
  }

  // MARK: - Outcomes

  /// - Parameters:
  ///   - current: the record that the test was called with; nil if it ends no sooner than the round.
  ///   - record: the same, where it is one of a source that is in memory.
  private func add(
    _ outcome: LuaOutcome, _ index: Int, _ current: (batch: RecordBatch, row: Int)?,
    of record: LuaOutcome.Record? = nil
  ) {
    let value = Outcome(code: outcome.code)
    results.found(index, value) {
      var place: Place?
      var subject = ""
      if let record = outcome.record ?? record,
        let known = stored.values.first(where: { $0.kind == record.source })?.records,
        known.indices.contains(record.number - 1)
      {
        (place, subject) = (known[record.number - 1].place, known[record.number - 1].subject)
      } else if let current {
        place = current.batch.place(of: current.row)
        subject = current.batch.subject(of: current.row)
      } else {
        let source = work.tests[index].source
        place = results.file(of: source).map { Place(file: $0) }
        subject = source
      }
      return Finding(
        subject: outcome.subject ?? subject, outcome: value,
        message: LocalizedText(ja: outcome.japanese, en: outcome.english), place: place,
        due: CalendarDate(year: outcome.due / 10_000, month: outcome.due / 100 % 100, day: outcome.due % 100))
    }
  }

  private func place(of error: LuaError, _ index: Int) -> Place {
    error.line == nil ? work.tests[index].place : work.files.place(of: error)
  }
}

extension Outcome {
  /// The outcome behind a code of the host's Lua; the two lists agree.
  init(code: Int) {
    switch code {
    case 1: self = .pass
    case 2: self = .fail
    case 3: self = .unknown
    case 4: self = .notapplicable
    case 5: self = .informational
    default: self = .error
    }
  }
}

/// The distinct elements in the order of their first occurrence.
func unique<T: Hashable>(_ elements: [T]) -> [T] {
  var seen: Set<T> = []
  return elements.filter { seen.insert($0).inserted }
}
