import Compliance
import Lua
import SiteData
import Wording

/// One case of a plugin's tests.
struct PluginTestCase {
  /// What a finding must look like; nil fields may be anything.
  struct Expectation {
    let outcome: Outcome
    let subject: String?
    let message: String?
    let line: Int?
    let due: LastDay?
  }

  /// What a finding must say of the last day of what it is about.
  enum LastDay: Hashable {
    case none
    case on(CalendarDate)
  }

  let place: Place
  let name: String
  let check: CheckID
  let today: CalendarDate
  let rows: [String: [[String: String]]]?
  let data: String?
  let parameters: [String: LuaValue]
  let outcome: Outcome?
  let findings: [Expectation]?
  /// The name of the golden file that tells what it gives.
  let golden: String?

  /// What running it gave.
  struct Result {
    /// What is different from what it expects.
    var reasons: [LocalizedText]
    /// The check's result; nil if there is no such check.
    var run: CheckRun?
    /// Which lines of the plugin ran, if that was asked for.
    var trace = LineTrace()
    /// What its golden file is to hold, if that is recorded.
    var recording: Recording?
  }

  /// What running the case takes.
  /// - Returns: nil on a day that no calendar has.
  func job(
    _ check: PluginCheck, of plugin: Plugin, in files: PluginTestFiles, limits: LuaLimits, _ catalogue: CatalogueSource
  ) -> PluginJob? {
    let declarations = plugin.sources(nil).declarations
    var inputs: [String: JobInput] = [:]
    for (id, declaration) in declarations where check.sources.contains(id) {
      if let data {
        inputs[id] = JobInput(DataFolder(files.plugin.below(data)).openRecorded(declaration), of: declaration)
      } else if let rows = rows?[id] {
        inputs[id] = .rows(rows)
      } else {
        let problem = Problem(at: Place(file: id), Wording.sourceNotOpened(id))
        inputs[id] = declaration.isOptional ? .leftOut(problem) : .absent(problem)
      }
    }
    // Noon is far from any date line, and Japan's zone is what plugins are written for.
    guard let now = Moment(date: today, secondOfDay: 12 * 3600, in: .japan) else { return nil }
    return PluginJob(
      plugin: plugin, checks: [check],
      parameters: plugin.parameterValues(nil).values.merging(parameters) { _, new in new },
      declarations: declarations, inputs: inputs, now: now, timeZone: .japan,
      pseudonyms: Pseudonyms(key: [UInt8](repeating: 0, count: 32)),
      limits: limits, keptFindings: 10_000, catalogue: catalogue)
  }

  /// What is different from what it expects.
  func differences(from run: CheckRun) -> [LocalizedText] {
    var reasons: [LocalizedText] = []
    if let outcome, run.outcome != outcome {
      reasons.append(Wording.testOutcomeDiffers(expected: outcome.rawValue, found: run.outcome.rawValue))
      if let problem = run.problem { reasons.append(problem.text) }
    }
    guard let findings else { return reasons }
    if findings.count != run.findings.count {
      reasons.append(Wording.testCountDiffers(expected: findings.count, found: run.findings.count))
      if let problem = run.problem { reasons.append(problem.text) }
    }
    for (index, (expected, found)) in zip(findings, run.findings).enumerated() where !expected.matches(found) {
      reasons.append(
        Wording.testFindingDiffers(number: index + 1, expected: expected.description, found: found.summary))
    }
    for found in run.findings.dropFirst(findings.count) { reasons.append(Wording.testFindingUnexpected(found.summary)) }
    return reasons
  }
}

extension PluginTestCase.Expectation: CustomStringConvertible {
  func matches(_ finding: Finding) -> Bool {
    finding.outcome == outcome && (subject.map { $0 == finding.subject } ?? true)
      && (line.map { $0 == finding.place?.line } ?? true)
      && (message.map { finding.message.ja.contains($0) || finding.message.en.contains($0) } ?? true)
      && (due.map { $0 == PluginTestCase.LastDay(finding.due) } ?? true)
  }

  var description: String {
    ([outcome.rawValue, subject, line.map { ":\($0)" }, message.map { "\"\($0)\"" }, due?.description] as [String?])
      .compactMap(\.self).joined(separator: " ")
  }
}

extension PluginTestCase.LastDay: CustomStringConvertible {
  init(_ date: CalendarDate?) { self = date.map { .on($0) } ?? .none }

  var description: String {
    switch self {
    case .none: "due = false"
    case .on(let date): "due \(date)"
    }
  }
}

extension Finding {
  fileprivate var summary: String {
    "\(outcome.rawValue) \(subject)\(place.map { " \($0)" } ?? "") \"\(message.en)\"\(due.map { " due \($0)" } ?? "")"
  }
}
