import Compliance
import Lua
import SiteData
import Wording

/// One attempt at the checks of a job in one Lua state. It ends when all are settled, or when the state is spent.
final class JobRound {
  private let job: PluginJob
  private let open: [PluginCheck]
  private(set) var settled: [CheckID: CheckRun] = [:]
  /// The checks at which the state was spent, if others ran in it too: which of them is to blame, they show alone.
  private(set) var suspects: [PluginCheck] = []
  private(set) var log = ""

  private var collectors: [CheckID: FindingCollector] = [:]
  private var evidence: [String: [SourceEvidence]] = [:]
  private var lists: [ListKey: LuaList] = [:]
  private var places: [LuaSource: (source: String, records: [(place: Place, subject: String)])] = [:]
  private var recordCounts: [String: Int] = [:]
  private let clock = ContinuousClock()
  private let begun: ContinuousClock.Instant

  private struct ListKey: Hashable {
    let source: String
    let key: String?
  }

  init(_ job: PluginJob, _ open: [PluginCheck]) {
    self.job = job
    self.open = open
    begun = clock.now
    for check in open { collectors[check.check.id] = FindingCollector(limit: job.keptFindings) }
  }

  /// A fatal error, with the checks that it is laid to.
  private struct Spent: Error {
    let error: LuaError
    let checks: [PluginCheck]
    var place: Place?
    /// Whether it came before any check ran.
    var isOfAll = false
  }

  func run() {
    do {
      let state = try starting { () throws(LuaError) in
        try Sandbox.open(for: job.plugin.files, limits: job.limits, catalogue: job.catalogue)
      }
      defer { log = state.log.text }
      let tests = try starting { () throws(LuaError) in try self.tests(in: state) }
      try readLists(state)
      for check in open where check.call == .all { try callAll(check, tests, state) }
      for source in unique(open.filter { $0.call == .each }.map(\.source)) { try pass(over: source, tests, state) }
    } catch {
      let unsettled = error.checks.filter { settled[$0.check.id] == nil }
      guard open.count == 1 || error.isOfAll else { return suspects = unsettled }
      for check in unsettled {
        settle(
          check, .error, Problem(at: place(of: error.error, check), Wording.checkStopped(error.error.text, error.place))
        )
      }
    }
  }

  /// Runs a step whose failure ends every open check.
  private func starting<T>(_ step: () throws(LuaError) -> T) throws(Spent) -> T {
    do { return try step() } catch { throw Spent(error: error, checks: open, isOfAll: true) }
  }

  // MARK: - The tests

  private func tests(in state: LuaState) throws(LuaError) -> [CheckID: LuaTest] {
    let value = try Sandbox.run(job.plugin.files, in: state)
    var tests: [CheckID: LuaTest] = [:]
    for (key, table) in value.table?["checks"]?.table?.entries ?? [:] {
      guard let name = key.string, let id = CheckID(job.plugin.id, name: checkName(ofKey: name)),
        open.contains(where: { $0.check.id == id }), let function = table.table?["test"]?.function
      else { continue }
      // Each check has its own tables, so that none sees what another does to them.
      let parameters = try state.keep(.record(job.parameters))
      let context = try state.keep(
        .record(["today": .string(job.now.date.description), "now": .string(job.now.local)]))
      contexts[id] = context
      tests[id] = LuaTest(function, parameters: parameters, context: context)
    }
    return tests
  }

  private var contexts: [CheckID: LuaReference] = [:]

  // MARK: - Lists: for `all` and for `with`

  private func readLists(_ state: LuaState) throws(Spent) {
    var users: [String: [(ListKey, PluginCheck)]] = [:]
    for check in open {
      if check.call == .all {
        users[check.source, default: []].append((ListKey(source: check.source, key: nil), check))
      }
      for companion in check.companions {
        users[companion.source, default: []].append((ListKey(source: companion.source, key: companion.key), check))
      }
    }
    for source in users.keys.sorted() {
      let uses = users[source] ?? []
      try fill(unique(uses.map(\.0)), of: source, for: unique(uses.map(\.1)), state)
    }
    for check in open {
      for companion in check.companions {
        guard let context = contexts[check.check.id],
          let list = lists[ListKey(source: companion.source, key: companion.key)]
        else { continue }
        do { try state.set(companion.name, in: context, to: list) } catch {
          throw Spent(error: error, checks: [check], place: nil)
        }
      }
    }
  }

  private func fill(_ keys: [ListKey], of source: String, for checks: [PluginCheck], _ state: LuaState) throws(Spent) {
    guard let declaration = job.declaration(of: source), let reader = job.reader(of: declaration) else { return }
    var place: Place?
    do {
      let kind = try state.addSource(columns: declaration.columns.map(\.name))
      for key in keys where lists[key] == nil {
        lists[key] = try state.makeList(
          key: key.key.flatMap { name in declaration.columns.firstIndex { $0.name == name } })
      }
      var records: [(place: Place, subject: String)] = []
      var cells = RecordCells()
      reading: while true {
        switch reader.next() {
        case .record:
          place = reader.record.place
          cells.fill(from: reader.record)
          records.append((reader.record.place, declaration.subject(of: reader.record)))
          for key in keys {
            guard let list = lists[key] else { continue }
            try state.append(
              to: list, kind, number: records.count, cells: cells.cells, text: cells.text(of: reader.record))
          }
        case .refused(let problem), .failed(let problem):
          for check in checks { report(problem, of: declaration, for: check) }
        case .end: break reading
        }
      }
      places[kind] = (source, records)
      recordCounts[source] = records.count
      evidence[source] = reader.evidence
    } catch {
      throw Spent(error: error, checks: checks, place: place)
    }
  }

  private func callAll(_ check: PluginCheck, _ tests: [CheckID: LuaTest], _ state: LuaState) throws(Spent) {
    guard let test = tests[check.check.id], let list = lists[ListKey(source: check.source, key: nil)] else {
      return settle(check, .error, Problem(at: check.place, Wording.testNotFound))
    }
    guard !settleIfEmpty(check, check.sources) else { return }
    do {
      try state.call(test, list) { outcome in add(outcome, check, nil) }
      finish(check)
    } catch {
      if error.isFatal { throw Spent(error: error, checks: [check], place: nil) }
      settle(check, .error, Problem(at: place(of: error, check), error.text))
    }
  }

  // MARK: - Records: for `each`

  private func pass(over source: String, _ tests: [CheckID: LuaTest], _ state: LuaState) throws(Spent) {
    var running: [(check: PluginCheck, test: LuaTest)] = []
    for check in open where check.call == .each && check.source == source {
      if settleIfEmpty(check, check.companions.map(\.source)) { continue }
      if let test = tests[check.check.id] {
        running.append((check, test))
      } else {
        settle(check, .error, Problem(at: check.place, Wording.testNotFound))
      }
    }
    guard !running.isEmpty, let declaration = job.declaration(of: source), let reader = job.reader(of: declaration)
    else { return }
    let kind: LuaSource
    do { kind = try state.addSource(columns: declaration.columns.map(\.name)) } catch {
      throw Spent(error: error, checks: running.map(\.check), place: nil)
    }
    var cells = RecordCells()
    var number = 0
    reading: while true {
      switch reader.next() {
      case .record:
        number += 1
        cells.fill(from: reader.record)
        let text = cells.text(of: reader.record)
        for (index, (check, test)) in running.enumerated() {
          do {
            try state.call(test, kind, number: number, cells: cells.cells, text: text, again: index > 0) { outcome in
              add(outcome, check, (reader.record, declaration))
            }
          } catch {
            if error.isFatal { throw Spent(error: error, checks: [check], place: reader.record.place) }
            let message = Wording.testFailed(error.text, place(of: error, check))
            collectors[check.check.id]?.add(.error) {
              Finding(
                subject: declaration.subject(of: reader.record), outcome: .error, message: message,
                place: reader.record.place)
            }
          }
        }
      case .refused(let problem), .failed(let problem):
        // Whoever also has the source as a companion was told when the list was filled.
        for (check, _) in running where !check.companions.contains(where: { $0.source == source }) {
          report(problem, of: declaration, for: check)
        }
      case .end: break reading
      }
    }
    evidence[source] = reader.evidence
    recordCounts[source] = number
    for (check, _) in running where !settleIfEmpty(check, [source]) { finish(check) }
  }

  // MARK: - Results

  private func add(
    _ outcome: LuaOutcome, _ check: PluginCheck, _ current: (record: Record, declaration: SourceDeclaration)?
  ) {
    let value = Outcome(code: outcome.code)
    collectors[check.check.id]?.add(value) {
      var place: Place?
      var subject = ""
      if let record = outcome.record, let known = places[record.source],
        known.records.indices.contains(record.number - 1)
      {
        (place, subject) = known.records[record.number - 1]
      } else if let current {
        place = current.record.place
        subject = current.declaration.subject(of: current.record)
      } else {
        place = evidence[check.source]?.first.map { Place(file: $0.file) }
        subject = check.source
      }
      return Finding(
        subject: outcome.subject ?? subject, outcome: value,
        message: LocalizedText(ja: outcome.japanese, en: outcome.english), place: place)
    }
  }

  private func report(_ problem: Problem, of declaration: SourceDeclaration, for check: PluginCheck) {
    collectors[check.check.id]?.add(.error) {
      Finding(subject: declaration.id, outcome: .error, message: problem.text, place: problem.place)
    }
  }

  /// A ledger without records tells nothing: a check that would read one is unknown, or an error if rows of it could not be read.
  private func settleIfEmpty(_ check: PluginCheck, _ sources: [String]) -> Bool {
    guard let source = sources.first(where: { recordCounts[$0] == 0 }) else { return false }
    guard collectors[check.check.id]?.counts.total == 0 else {
      finish(check)
      return true
    }
    let file = evidence[source]?.first?.file ?? source
    settle(check, .unknown, Problem(at: Place(file: file), Wording.sourceIsEmpty))
    return true
  }

  private func finish(_ check: PluginCheck) {
    let collector = collectors[check.check.id] ?? FindingCollector(limit: 0)
    guard let outcome = collector.counts.combined else {
      return settle(check, .error, Problem(at: check.place, Wording.noOutcome))
    }
    settle(check, outcome, nil)
  }

  private func settle(_ check: PluginCheck, _ outcome: Outcome, _ problem: Problem?) {
    guard settled[check.check.id] == nil else { return }
    let sources = check.sources.flatMap { evidence[$0] ?? [] }
    let passed = clock.now - begun
    settled[check.check.id] = job.result(
      of: check, outcome, collectors[check.check.id], problem: problem, sources: sources,
      milliseconds: Int(passed / .milliseconds(1)))
  }

  private func place(of error: LuaError, _ check: PluginCheck) -> Place {
    error.line == nil ? check.place : job.plugin.files.place(of: error)
  }
}

extension PluginJob {
  func declaration(of source: String) -> SourceDeclaration? { declarations[source] }

  func reader(of declaration: SourceDeclaration) -> RecordReader? {
    switch inputs[declaration.id] {
    case .files(let files)?:
      RecordReader(declaration, files: files, timeZone: timeZone, pseudonyms: pseudonyms, today: now.date)
    case .rows(let rows)?: RecordReader(declaration, rows: rows, timeZone: timeZone, pseudonyms: pseudonyms)
    case .absent?, .unreadable?, nil: nil
    }
  }
}

extension SourceDeclaration {
  /// What a finding calls a record: the subject column's cell as it is written, a person's pseudonym, or the record's place.
  func subject(of record: Record) -> String {
    if !record.subject.isEmpty { return String(decoding: record.subject, as: UTF8.self) }
    guard let subject, let index = columns.firstIndex(where: { $0.name == subject }),
      case .text(let range) = record.cells[index]
    else { return record.place.description }
    return record.text(range)
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
