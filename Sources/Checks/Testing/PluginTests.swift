import Compliance
import FoundationEssentials
import Lua
import SiteData
import Wording

/// Runs the tests that a plugin brings along, in the same sandbox as its checks.
public enum PluginTests {
  /// A case that did not go as it expected.
  public struct Failure: Sendable, Hashable {
    /// Where the case stands.
    public let place: Place
    /// What the case is called.
    public let name: String
    /// What was different.
    public let reasons: [LocalizedText]
  }

  /// What running a plugin's tests gave.
  public struct Report: Sendable, Hashable {
    /// The number of cases that went as expected.
    public var passed = 0
    /// The cases that did not.
    public var failures: [Failure] = []
    /// What is wrong with the test files themselves.
    public var problems: [Problem] = []
  }

  /// Runs all cases of `tests/*.lua`, in the order of the files' names and of the cases in them. A plugin without a case is a problem.
  /// - Parameters:
  ///   - plugin: the loaded plugin.
  ///   - folder: the path of its folder.
  ///   - runner: what runs the plugin's code.
  ///   - catalogue: what the plugin may ask of the catalogue.
  public static func run(
    _ plugin: Plugin, in folder: String, runner: some PluginRunner, catalogue: CatalogueSource
  ) -> Report {
    var report = Report()
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/tests")) ?? []).filter {
      $0.hasSuffix(".lua")
    }
    for name in names.sorted() {
      let file = "tests/\(name)"
      guard let data = FileManager.default.contents(atPath: "\(folder)/\(file)") else {
        report.problems.append(Problem(at: plugin.files.place(file), Wording.pluginFileUnreadable))
        continue
      }
      do {
        let script = PluginScript(
          plugin.files, name: file, source: Array(data), limits: LuaLimits(), catalogue: catalogue)
        let value = try runner.evaluate(script).get()
        var reader = TestFileReader(plugin, file: file, source: Array(data))
        let cases = reader.read(value)
        report.problems += inReadingOrder(reader.problems)
        for test in cases {
          let reasons = test.run(plugin, in: folder, runner, catalogue)
          if reasons.isEmpty {
            report.passed += 1
          } else {
            report.failures.append(Failure(place: test.place, name: test.name, reasons: reasons))
          }
        }
      } catch {
        report.problems.append(Problem(at: plugin.files.place(error.file ?? file, line: error.line), error.text))
      }
    }
    if report.passed + report.failures.count == 0, report.problems.isEmpty {
      report.problems.append(Problem(at: plugin.files.place("tests"), Wording.pluginHasNoTests))
    }
    return report
  }
}

/// One case of a plugin's tests.
struct PluginTestCase {
  /// What a finding must look like; nil fields may be anything.
  struct Expectation {
    let outcome: Outcome
    let subject: String?
    let message: String?
    let line: Int?
  }

  let place: Place
  let name: String
  let check: PluginCheck
  let today: CalendarDate
  let rows: [String: [[String: String]]]?
  let data: String?
  let parameters: [String: LuaValue]
  let outcome: Outcome?
  let findings: [Expectation]?

  /// Runs the case.
  /// - Returns: what is different from what it expects.
  func run(
    _ plugin: Plugin, in folder: String, _ runner: some PluginRunner, _ catalogue: CatalogueSource
  ) -> [LocalizedText] {
    let declarations = plugin.sources(nil).declarations
    var inputs: [String: JobInput] = [:]
    for (id, declaration) in declarations where check.sources.contains(id) {
      if let data {
        inputs[id] = JobInput(
          DataFolder(path: "\(folder)/\(data)", displayedAs: data).openRecorded(declaration), of: declaration)
      } else if let rows = rows?[id] {
        inputs[id] = .rows(rows)
      } else {
        let problem = Problem(at: Place(file: id), Wording.sourceNotOpened(id))
        inputs[id] = declaration.isOptional ? .leftOut(problem) : .absent(problem)
      }
    }
    // Noon is far from any date line, and Japan's zone is what plugins are written for.
    guard let now = Moment(date: today, secondOfDay: 12 * 3600, in: .japan) else { return [Wording.expectedDate] }
    let job = PluginJob(
      plugin: plugin, checks: [check],
      parameters: plugin.parameterValues(nil).values.merging(parameters) { _, new in new },
      declarations: declarations, inputs: inputs, now: now, timeZone: .japan,
      pseudonyms: Pseudonyms(key: [UInt8](repeating: 0, count: 32)),
      limits: LuaLimits(), keptFindings: 10_000, catalogue: catalogue)
    guard let run = runner.run(job).checks.first else { return [Wording.testNotFound] }
    return differences(from: run)
  }

  private func differences(from run: CheckRun) -> [LocalizedText] {
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
  }

  var description: String {
    ([outcome.rawValue, subject, line.map { ":\($0)" }, message.map { "\"\($0)\"" }] as [String?]).compactMap(\.self)
      .joined(separator: " ")
  }
}

extension Finding {
  fileprivate var summary: String {
    "\(outcome.rawValue) \(subject)\(place.map { " \($0)" } ?? "") \"\(message.en)\""
  }
}
