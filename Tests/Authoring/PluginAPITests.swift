import Compliance
import Testing
import Wording

@testable import Checks
@testable import Lua

/// What editors and luacheck are told of the Lua of plugins is what plugins have: everything, and nothing else.
@Suite struct PluginAPITests {
  typealias API = Wording.PluginAPI

  /// Runs a file in the environment of a plugin.
  private func value(_ source: String) throws -> LuaValue {
    let files = PluginFiles(
      id: try #require(PluginID("trial")), folder: "plugins/trial", files: [PluginFiles.mainFile: Array(source.utf8)],
      sha256: "")
    let requirement = Requirement(
      id: try #require(RequirementID("mhlw-5:6.5.C.12")), citation: "第5版 6.5 C 12", requirementClass: .minimum,
      status: .current, title: LocalizedText(verbatim: "title"), text: "text", parent: nil, parts: [], chapter: "6.5",
      source: nil, notes: [])
    let catalogue = Catalogue(guidelines: [], requirements: [requirement], correspondences: [])
    let script = PluginScript(main: files, limits: LuaLimits(), catalogue: CatalogueSource.byID(catalogue))
    return try InProcessRunner().evaluate(script).get()
  }

  private func strings(_ source: String) throws -> Set<String> {
    guard case .table(let table) = try value(source), let list = table.list else { throw Unexpected() }
    return Set(list.compactMap(\.string))
  }

  private struct Unexpected: Error {}

  /// The name and kind of everything in a table, and in the tables of it that are libraries.
  private let listing = """
    local function list(prefix, t, names)
      for name, value in next, t do
        local kind = type(value)
        if kind == "table" and prefix == "" and name ~= "_G" then
          list(name .. ".", value, names)
        else
          names[#names + 1] = prefix .. name .. (kind == "function" and "()" or "")
        end
      end
      return names
    end
    """

  private func names(_ entries: [API.Entry]) -> Set<String> {
    Set(entries.map { if case .function = $0.form { "\($0.name)()" } else { $0.name } })
  }

  @Test func `the globals are those that are there`() throws {
    #expect(try strings("\(listing) return list('', _G, {})") == names(API.globals))
    #expect(API.globals.count == Set(API.globals.map(\.name)).count)
  }

  @Test func `tenken has what is told of it`() throws {
    let found = try strings("\(listing) return list('tenken.', require 'tenken', {})")
    #expect(found == names(API.tenken))
  }

  @Test(arguments: [
    (API.requirement, "tenken.catalogue:get('mhlw-5:6.5.C.12')"), (API.catalogue, "tenken.catalogue"),
    (API.outcome, "tenken.pass()"),
  ])
  func `objects have the fields that are told of them`(shape: API.Shape, object: String) throws {
    for field in shape.fields {
      let kind = try value("local tenken = require 'tenken' return type((\(object)).\(field.name))").string
      if case .function = field.form { #expect(kind == "function", "\(shape.name) \(field.name)") }
    }
  }

  /// What the host's own Lua knows of requirements, which their metatable keeps from plugins.
  @Test func `a requirement has nothing else`() throws {
    let state = try LuaState(limits: LuaLimits())
    try CatalogueSource.byID(.empty).open(in: state)
    try state.runPrelude(Array("local host = ... return host.requirement_names".utf8))
    let names = try state.run(file: "trial.lua", Array("return require 'tenken'".utf8))
    #expect(Set(names.table?.list?.compactMap(\.string) ?? []) == Set(API.requirement.fieldNames))
  }

  // MARK: - The tables that plugins write

  /// A manifest of which one table has a key more.
  private func problems(of shape: API.Shape, with key: String) throws -> [String] {
    func extra(_ own: API.Shape) -> String { own.name == shape.name ? "[\"\(key)\"] = print," : "" }
    let source = """
      local tenken = require "tenken"
      local devices = tenken.source {
        \(extra(API.source)) id = "devices", title = { ja = "あ", en = "a" }, file = "a.csv",
        columns = { name = { \(extra(API.column)) "string" } } }
      return tenken.plugin { \(extra(API.plugin)) id = "trial", version = "1", title = { ja = "あ", en = "a" },
        parameters = { days = { \(extra(API.parameter)) type = "integer", default = 1, doc = { ja = "あ", en = "a" } } },
        checks = { known = { \(extra(API.check)) title = { ja = "あ", en = "a" }, remedy = { ja = "あ", en = "a" },
          requirements = { "mhlw-5:6.5.C.12" }, severity = "high", every = "1 day", each = devices,
          with = { more = tenken.index(devices, "name", { \(extra(API.indexOptions)) }) }, test = print } } }
      """
    let files = PluginFiles(
      id: try #require(PluginID("trial")), folder: "plugins/trial", files: [PluginFiles.mainFile: Array(source.utf8)],
      sha256: "")
    var reader = ManifestReader(files, catalogue: .empty)
    _ = reader.read(try value(source))
    return reader.problems.map(\.text.en)
  }

  @Test(arguments: [API.plugin, API.parameter, API.check, API.source, API.column, API.indexOptions])
  func `a table takes the keys that are told of it`(shape: API.Shape) throws {
    func isUnknown(_ key: String) throws -> Bool {
      try problems(of: shape, with: key).contains { $0.contains("'\(key)'") && $0.contains("unknown") }
    }
    #expect(try isUnknown("nonsense"))
    for field in shape.fields { #expect(try !isUnknown(field.name), "\(shape.name) \(field.name)") }
  }
}
