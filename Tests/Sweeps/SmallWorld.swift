import Compliance
import Lua
import SiteData
import Sweeps
import Testing

@testable import Checks

/// A catalogue with a tree of requirements. Ids are paths: `1.2` is a part of `1`.
func catalogue(_ paths: [String], deleted: Set<String> = [], guideline: String = "mhlw-5") throws -> Catalogue {
  let guidelineID = try #require(GuidelineID(guideline))
  func id(_ path: String) throws -> RequirementID { try #require(RequirementID(guidelineID, path: path)) }
  func parent(of path: String) -> String? {
    path.lastIndex(of: ".").map { String(path[..<$0]) }.flatMap { paths.contains($0) ? $0 : nil }
  }
  let empty = LocalizedText(verbatim: "")
  return Catalogue(
    guidelines: [Guideline(id: guidelineID, title: empty, edition: empty, issuer: empty, published: "2017")],
    requirements: try paths.map { path in
      Requirement(
        id: try id(path), citation: path, requirementClass: nil, status: deleted.contains(path) ? .deleted : .current,
        title: empty, text: nil, parent: try parent(of: path).map(id),
        parts: try paths.filter { parent(of: $0) == path }.map(id),
        chapter: "1", source: nil, notes: [])
    }, correspondences: [])
}

/// The result of a check that names requirements of `mhlw-5` by their paths.
func run(_ check: String, _ outcome: Outcome, for paths: [String] = []) throws -> CheckRun {
  CheckRun(check: try SweepsTests.check(check, for: paths), outcome: outcome, pluginVersion: "1", pluginSHA256: "")
}

func check(_ id: String, for paths: [String]) throws -> Check {
  Check(
    id: try #require(CheckID(id)), title: LocalizedText(verbatim: id),
    requirements: try paths.map { try #require(RequirementID("mhlw-5:\($0)")) }, severity: .high, cadence: "1 day",
    remedy: LocalizedText(verbatim: ""))
}

/// A plugin as it is loaded from a file: its checks with the paths of their requirements. All read one ledger, by default a file of `data/`.
func plugin(
  _ id: String, _ checks: [String: [String]], in catalogue: Catalogue, reading origin: String? = nil
) throws -> Plugin {
  try PluginLoader.load(
    files(id, source(id, checks, origin ?? "file = \"\(id).csv\"")), catalogue: .byID(catalogue),
    runner: InProcessRunner())
}

/// A plugin whose file holds something that is no Lua.
func brokenPlugin(_ id: String) throws -> PluginProblem {
  let files = try files(id, "return {")
  return try #require(throws: PluginProblem.self) {
    try PluginLoader.load(files, catalogue: .byID(.empty), runner: InProcessRunner())
  }
}

func files(_ id: String, _ text: String) throws -> PluginFiles {
  PluginFiles(
    id: try #require(PluginID(id)), folder: "plugins/\(id)", files: ["plugin.lua": Array(text.utf8)], sha256: "")
}

private func source(_ id: String, _ checks: [String: [String]], _ origin: String) -> String {
  let entries = checks.map { name, paths in
    """
    ["\(name)"] = {
      title = { ja = "題", en = "title" }, remedy = { ja = "直す。", en = "Mend it." }, severity = "high", every = "1 day",
      requirements = { \(paths.map { "\"mhlw-5:\($0)\"" }.joined(separator: ", ")) },
      each = ledger, test = function() return tenken.pass() end,
    },
    """
  }
  return """
    local tenken = require "tenken"
    local ledger = tenken.source {
      id = "ledger", title = { ja = "台帳", en = "Ledger" }, \(origin), columns = { name = "string" },
    }
    return tenken.plugin {
      id = "\(id)", version = "1", title = { ja = "題", en = "title" },
      parameters = { days = { type = "integer", default = 3, minimum = 1, maximum = 9, doc = { ja = "日数", en = "days" } } },
      checks = { \(entries.joined()) },
    }
    """
}

/// What is concluded from runs at a site that follows every guideline of a catalogue.
func aggregate(
  _ runs: [CheckRun], _ catalogue: Catalogue, attestations: [AttestationReview] = [], waivers: [WaiverReview] = [],
  guidelines: [GuidelineID]? = nil, selection: Selection = .all
) -> SweepResult {
  Aggregation(catalogue, guidelines: guidelines ?? catalogue.guidelines.map(\.id), selection: selection).result(
    of: runs, attestations: attestations, waivers: waivers, site: LocalizedText(verbatim: ""), at: "")
}

extension SweepPlan {
  /// A plan over a site without data.
  static func of(
    _ plugins: [LoadedPlugin], _ settings: SiteSettings? = nil, catalogue: Catalogue, only: [String] = []
  ) throws -> SweepPlan {
    let guideline = try #require(GuidelineID("mhlw-5"))
    return try SweepPlan(
      plugins, settings: settings ?? SiteSettings(name: LocalizedText(verbatim: "x"), guidelines: [guideline]),
      data: DataFolder(path: "/nonexistent"), catalogue: catalogue,
      selection: try Selection(only, plugins: plugins, catalogue: catalogue),
      now: try #require(Moment(iso: "2026-11-20", in: .japan)), pseudonymKey: [])
  }
}
