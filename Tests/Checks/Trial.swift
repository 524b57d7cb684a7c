import Compliance
import Foundation
import SiteData
import Testing
import Workers

@testable import Checks
@testable import Lua

/// A plugin that is in order, for tests to spoil.
let soundPlugin = """
  local tenken = require "tenken"

  local devices = tenken.source {
    id = "devices",
    title = { ja = "機器", en = "Devices" },
    file = "iot/devices.csv",
    subject = "name",
    columns = {
      name = { "string", "機器名" },
      seen = "date?",
    },
  }

  return tenken.plugin {
    id = "trial",
    version = "1.0.0",
    title = { ja = "試し", en = "Trial" },
    parameters = {
      days = { type = "integer", default = 30, minimum = 1, maximum = 90, doc = { ja = "日数", en = "Days" } },
    },
    checks = {
      known = {
        title = { ja = "知られている", en = "Known" },
        requirements = { "mhlw-5:6.5.C.12.3" },
        severity = "high",
        every = "1 day",
        remedy = { ja = "調べる。", en = "Look." },
        each = devices,
        test = function(device, parameters, context) return tenken.pass() end,
      },
    },
  }
  """

/// The id of the plugins of these tests.
func trialID() throws -> PluginID { try #require(PluginID("trial")) }

/// A plugin's files from its main file and its modules by path.
func files(_ main: String, modules: [String: String] = [:]) throws -> PluginFiles {
  let all = modules.merging([PluginFiles.mainFile: main]) { _, main in main }.mapValues { Array($0.utf8) }
  return PluginFiles(id: try trialID(), folder: "Plugins/trial", files: all, sha256: PluginFolder.fingerprint(of: all))
}

/// A catalogue of three requirements, one of them deleted.
func smallCatalogue() throws -> Catalogue {
  let requirements = try [("6.5.C.12.3", RequirementStatus.current), ("6.5.C.13", .current), ("6.5.C.99", .deleted)].map
  {
    Requirement(
      id: try #require(RequirementID("mhlw-5:\($0)")), citation: "第5版 \($0)", requirementClass: .minimum, status: $1,
      title: LocalizedText(verbatim: $0), text: nil, parent: nil, parts: [], chapter: "6.5", source: nil, notes: [])
  }
  return Catalogue(guidelines: [], requirements: requirements, correspondences: [])
}

/// Loads a plugin against the small catalogue.
func load(_ main: String, modules: [String: String] = [:], limits: LuaLimits = LuaLimits()) throws -> Plugin {
  let files = try files(main, modules: modules)
  let catalogue = CatalogueSource.byID(try smallCatalogue())
  func loaded(_ runner: some PluginRunner) -> Result<Plugin, PluginProblem> {
    Result { () throws(PluginProblem) in
      try PluginLoader.load(files, catalogue: catalogue, limits: limits, runner: runner)
    }
  }
  let plugin = loaded(InProcessRunner())
  #expect(plugin == loaded(try workers()))
  return try plugin.get()
}

/// What is wrong with a plugin, as people read it in a language; empty if it loads.
func problems(
  of main: String, modules: [String: String] = [:], in language: Language = .en, limits: LuaLimits = LuaLimits()
) throws -> [String] {
  do {
    _ = try load(main, modules: modules, limits: limits)
    return []
  } catch let problem as PluginProblem {
    return problem.problems.map { $0.line(in: language) }
  }
}

/// A plugin for the runner: sources `devices` (name, kind?, owner? personal, seen?, tags?) and `places` (name, room), and checks as Lua
/// writes them, each made by `check { … }`, which adds what is not of interest.
func trial(_ checks: String, before: String = "", parameters: String = "{}") -> String {
  """
  local tenken = require "tenken"
  local pass, fail, ok = tenken.pass, tenken.fail, function() return tenken.pass() end
  local devices = tenken.source {
    id = "devices", title = { ja = "機器", en = "Devices" }, file = "devices.csv", subject = "name",
    columns = { name = { "string", "機器名" }, kind = "keyword?", owner = { "string?", personal = true }, seen = "date?", tags = "list?" },
  }
  local places = tenken.source {
    id = "places", title = { ja = "場所", en = "Places" }, file = "places.csv",
    columns = { name = "string", room = "integer?" },
  }
  local function check(t)
    t.title, t.remedy = { ja = "題", en = "Title" }, { ja = "直す。", en = "Mend." }
    t.requirements, t.severity, t.every = { "mhlw-5:6.5.C.13" }, "low", "1 day"
    return t
  end
  \(before)
  return tenken.plugin {
    id = "trial", version = "1", title = { ja = "試", en = "Trial" }, parameters = \(parameters),
    checks = {
      \(checks)
    },
  }
  """
}

/// Rows of one column.
func named(_ names: String...) -> [[String: String]] { names.map { ["name": $0] } }

/// A job over all checks of a plugin, or some by name.
func job(
  _ plugin: Plugin, only names: [String]? = nil, _ inputs: [String: JobInput], limits: LuaLimits = LuaLimits(),
  kept: Int = 1000, values: [String: LuaValue] = [:]
) throws -> PluginJob {
  PluginJob(
    plugin: plugin, checks: plugin.checks.filter { names?.contains($0.check.id.name ?? "") ?? true },
    parameters: plugin.parameterValues(nil).values.merging(values) { _, new in new },
    declarations: plugin.sources(nil).declarations, inputs: inputs,
    now: try #require(Moment(iso: "2026-11-21T09:30:00", in: .japan)), timeZone: .japan,
    pseudonyms: Pseudonyms(key: [UInt8](repeating: 7, count: 32)), limits: limits, keptFindings: kept,
    catalogue: .byID(.empty))
}

/// The command that was built beside these tests, as a worker.
func command() -> WorkerProgram {
  let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    .appending(path: "tenken")
  return WorkerProgram(path: program.path, arguments: [WorkerProgram.word])
}

/// Workers of the command.
func workers() throws -> WorkerRunner { WorkerRunner(command(), catalogue: SharedBytes { [] }) }

/// Runs a job in this process and in a worker, and expects the same of both to the letter.
func runBothWays(_ job: PluginJob) throws -> PluginRun {
  let run = InProcessRunner().run(job)
  let confined = try workers().run(job)
  #expect(run.checks.map(\.timeless) == confined.checks.map(\.timeless))
  #expect(run.log == confined.log)
  return run
}

/// Runs checks and gives the results by name.
/// - Parameter comparing: whether they run in the host as well; not where the machine's speed decides how far they come.
func run(
  _ source: String, modules: [String: String] = [:], only names: [String]? = nil,
  devices: [[String: String]]? = nil, places: [[String: String]]? = nil, limits: LuaLimits = LuaLimits(),
  kept: Int = 1000, values: [String: LuaValue] = [:], comparing: Bool = true
) throws -> [String: CheckRun] {
  let plugin = try load(source, modules: modules)
  let nothing = JobInput.absent(Problem(at: Place(file: "data"), LocalizedText(ja: "ない", en: "absent")))
  let inputs = ["devices": devices.map(JobInput.rows) ?? nothing, "places": places.map(JobInput.rows) ?? nothing]
  let job = try job(plugin, only: names, inputs, limits: limits, kept: kept, values: values)
  let run = comparing ? try runBothWays(job) : try workers().run(job)
  return Dictionary(uniqueKeysWithValues: run.checks.map { ($0.check.id.name ?? "", $0) })
}

extension CheckRun {
  /// The findings, one a line: outcome, subject, place, message in English.
  var lines: [String] { findings.map(\.line) }

  /// The result without the time that it took.
  var timeless: CheckRun {
    CheckRun(
      check: check, outcome: outcome, counts: counts, findings: findings, problem: problem, sources: sources,
      pluginVersion: pluginVersion, pluginSHA256: pluginSHA256, milliseconds: 0)
  }
}

extension Finding {
  var line: String {
    ["\(outcome) \(subject) \(place?.description ?? "-")", message.en].filter { !$0.isEmpty }.joined(separator: " | ")
  }
}
