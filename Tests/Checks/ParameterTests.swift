import Compliance
import SiteData
import Testing

@testable import Checks
@testable import Lua

/// Values that plugins declare as defaults and that sites set.
@Suite struct ParameterTests {
  private func parameter(_ type: ParameterType, minimum: Double? = nil, maximum: Double? = nil) -> Parameter {
    Parameter(
      name: "p", type: type, fallback: .nil, unit: nil, minimum: minimum, maximum: maximum,
      doc: LocalizedText(verbatim: ""))
  }

  @Test(
    arguments: [
      (.integer, .integer(3), .integer(3)), (.integer, .number(3), .integer(3)), (.integer, .number(3.5), nil),
      (.integer, .string("3"), nil),
      (.integer, .number(.nan), nil), (.integer, .number(1e300), nil), (.number, .integer(3), .integer(3)),
      (.number, .number(0.5), .number(0.5)),
      (.number, .number(.infinity), nil), (.number, .number(.nan), nil), (.number, .boolean(true), nil),
      (.string, .string(""), .string("")),
      (.string, .integer(1), nil), (.boolean, .boolean(false), .boolean(false)), (.boolean, .integer(0), nil),
      (.date, .string("2026-02-28"), .string("2026-02-28")), (.date, .string("2026-02-30"), nil),
      (.date, .string("R8.2.28"), nil),
      (.list, .list([.string("a")]), .list([.string("a")])), (.list, .list([]), .list([])),
      (.list, .list([.integer(1)]), nil),
      (.list, .record(["a": .string("b")]), nil),
      (.set, .list([.string("a"), .string("a")]), .record(["a": .boolean(true)])),
      (.set, .list([]), .record([:])), (.set, .list([.boolean(true)]), nil),
      (.set, .record(["a": .boolean(true)]), nil), (.set, .nil, nil),
    ] as [(ParameterType, LuaValue, LuaValue?)])
  func `a value is taken if it is of the type`(type: ParameterType, value: LuaValue, accepted: LuaValue?) {
    #expect(parameter(type).accepts(value) == accepted)
  }

  @Test(arguments: [(0.0, false), (1, true), (90, true), (91, false), (1.5, true)])
  func `a number must lie within its bounds, which belong to it`(value: Double, isTaken: Bool) {
    #expect((parameter(.number, minimum: 1, maximum: 90).accepts(.number(value)) != nil) == isTaken)
    #expect(parameter(.integer, minimum: 1, maximum: 90).accepts(.integer(0)) == nil)
  }

  @Test func `a set that the plugin made arrives as members`() throws {
    let parameters = "{ kinds = { type = 'set', default = tenken.set { 'a', 'b' }, doc = { ja = '種', en = 'k' } } }"
    let source = trial(
      "one = check { each = devices, test = function(d, p) local n = 0 for k, v in pairs(p.kinds) do n = n + 1 assert(v == true) end if p.kinds[d.kind] then return pass('%d', n) end return fail('no') end }",
      parameters: parameters)
    let rows = [["name": "x", "kind": "a"], ["name": "y", "kind": "c"]]
    #expect(try run(source, devices: rows)["one"]?.lines == ["pass x devices:1 | 2", "fail y devices:2 | no"])
  }

  @Test func `equal values have equal texts, which JSON readers take`() throws {
    let files = try files("")
    let types: [(String, ParameterType)] = [("names", .list), ("kinds", .set), ("days", .integer)]
    let plugin = Plugin(
      id: files.id, version: "1", title: LocalizedText(verbatim: ""), about: nil,
      parameters: types.map { name, type in
        Parameter(
          name: name, type: type, fallback: .nil, unit: nil, minimum: nil, maximum: nil,
          doc: LocalizedText(verbatim: ""))
      }, sources: [], checks: [], files: files)
    let text = plugin.text(of: [
      "names": .list([.string("z"), .string("q\"\\\n")]), "share": .number(0.1), "days": .integer(30),
      "kinds": .record(["b": .boolean(true), "が": .boolean(true), "a": .boolean(true)]), "strict": .boolean(true),
    ])
    #expect(
      text == #"{"days":30,"kinds":["a","b","が"],"names":["z","q\"\\\u000a"],"share":0.1,"strict":true}"#)
    #expect(plugin.text(of: ["kinds": .record([:]), "names": .list([])]) == #"{"kinds":[],"names":[]}"#)
    #expect(plugin.text(of: [:]) == "{}")
  }

  @Test func `the site's settings replace defaults, and what does not fit is told`() throws {
    let plugin = try load(soundPlugin)
    let place = { (line: Int) in Place(file: "tenken.yaml", line: line) }
    let good = PluginSettings(
      place: place(1), parameters: ["days": ParameterSetting(value: .integer(7), place: place(2))], sources: [:])
    #expect(plugin.parameterValues(good).values == ["days": .integer(7)])
    #expect(plugin.parameterValues(nil).values == ["days": .integer(30)])
    let bad = PluginSettings(
      place: place(1),
      parameters: [
        "days": ParameterSetting(value: .integer(0), place: place(3)),
        "dyas": ParameterSetting(value: .integer(7), place: place(2)),
      ],
      sources: [
        "devces": SourceOverride(file: "a.csv", place: place(4)),
        "devices": SourceOverride(file: "../a.csv", place: place(5)),
      ])
    #expect(
      plugin.parameterValues(bad).problems.map { $0.line(in: .en) } == [
        "tenken.yaml:2: Plugin trial has no parameter 'dyas'. Did you mean 'days'?",
        "tenken.yaml:3: Parameter 'days' takes a value of the type integer (1…90).",
      ])
    #expect(plugin.parameterValues(bad).values == ["days": .integer(30)])
    let problems = plugin.sources(bad).problems.map { $0.line(in: .en) }
    #expect(problems.count == 2)
    #expect(problems.first == "tenken.yaml:4: Plugin trial has no source 'devces'. Did you mean 'devices'?")
    #expect(problems.last?.hasPrefix("tenken.yaml:5: '../a.csv' is no path below the site's data/.") == true)
  }

  @Test func `a source may be a file of another name, format and encoding`() throws {
    let plugin = try load(soundPlugin)
    let place = Place(file: "tenken.yaml")
    let settings = PluginSettings(
      place: place, parameters: [:],
      sources: ["devices": SourceOverride(file: "list.tsv", encoding: .cp932, place: place)])
    let (declarations, problems) = plugin.sources(settings)
    #expect(problems.isEmpty)
    #expect(
      declarations["devices"]?.origin == .data("list.tsv") && declarations["devices"]?.format == .tsv
        && declarations["devices"]?.encoding == .cp932)
    #expect(declarations["devices"]?.columns == plugin.sources.first?.columns)
  }
}
