import Compliance
import Lua
import Testing

@testable import Checks

/// What `tenken.catalogue` tells plugins: the same as the catalogue itself, and nothing that they could change.
@Suite struct CatalogueAccessTests {
  private let catalogue: Catalogue

  init() throws {
    func id(_ text: String) throws -> RequirementID { try #require(RequirementID(text)) }
    func requirement(_ text: String, parent: String? = nil, parts: [String] = []) throws -> Requirement {
      Requirement(
        id: try id(text), citation: "第5版 \(text)", requirementClass: .minimum, status: .current,
        title: LocalizedText(verbatim: "title of \(text)"), text: "text of \(text)", parent: try parent.map(id),
        parts: try parts.map(id), chapter: "6.5", source: nil, notes: [])
    }
    catalogue = Catalogue(
      guidelines: [],
      requirements: [
        try requirement("mhlw-5:6.5.C.12", parts: ["mhlw-5:6.5.C.12.1", "mhlw-5:6.5.C.12.2"]),
        try requirement("mhlw-5:6.5.C.12.1", parent: "mhlw-5:6.5.C.12"),
        try requirement("mhlw-5:6.5.C.12.2", parent: "mhlw-5:6.5.C.12"),
        try requirement("mic-1:3.2.3.ko.1"),
      ],
      correspondences: [
        Correspondence(
          from: try id("mhlw-5:6.5.C.12"), to: try id("mic-1:3.2.3.ko.1"), relation: .merged, status: .inferred,
          source: nil),
        Correspondence(
          from: try id("mhlw-5:6.5.C.12"), to: nil, relation: .none, status: .stated, source: nil),
      ])
  }

  /// Runs a chunk with the catalogue at hand and gives what it returns.
  private func answer(_ chunk: String) throws -> LuaValue {
    let files = PluginFiles(
      id: try #require(PluginID("trial")), folder: "plugins/trial",
      files: [PluginFiles.mainFile: Array("local catalogue = require(\"tenken\").catalogue\n\(chunk)".utf8)], sha256: ""
    )
    let catalogue = catalogue
    let access = CatalogueAccess(
      catalogue, find: { RequirementID($0).flatMap { catalogue[$0]?.id } },
      search: { words, limit in
        Array(catalogue.requirements.filter { $0.text?.contains(words) ?? false }.map(\.id).prefix(limit))
      },
      map: { id, guideline in
        catalogue.correspondences.filter { $0.from == id && $0.to?.guideline == guideline }
          .compactMap { link in link.to.map { ($0, link.status) } }
      })
    return try PluginScript(main: files, limits: LuaLimits(), catalogue: CatalogueSource { access }).evaluate()
  }

  @Test func tellsEveryFieldOfARequirement() throws {
    let chunk = """
      local r = catalogue:get("mhlw-5:6.5.C.12.1")
      return table.concat({ r.id, r.guideline, r.citation, r.class, r.status, r.chapter, r.title.ja, r.title.en, r.text,
        r.parent.id, tostring(r) }, "|")
      """
    #expect(
      try answer(chunk)
        == .string(
          "mhlw-5:6.5.C.12.1|mhlw-5|第5版 mhlw-5:6.5.C.12.1|minimum|current|6.5|title of mhlw-5:6.5.C.12.1|"
            + "title of mhlw-5:6.5.C.12.1|text of mhlw-5:6.5.C.12.1|mhlw-5:6.5.C.12|mhlw-5:6.5.C.12.1"))
  }

  @Test func walksPartsAndLinksBothWays() throws {
    let chunk = """
      local told = {}
      for part in catalogue:get("mhlw-5:6.5.C.12"):parts() do told[#told + 1] = part.id end
      for _, id in ipairs { "mhlw-5:6.5.C.12", "mic-1:3.2.3.ko.1" } do
        for link in catalogue:get(id):correspondences() do
          told[#told + 1] = link.direction .. " " .. link.relation .. " " .. link.status .. " "
            .. (link.requirement and link.requirement.id or "-")
        end
      end
      return table.concat(told, "|")
      """
    #expect(
      try answer(chunk)
        == .string(
          "mhlw-5:6.5.C.12.1|mhlw-5:6.5.C.12.2|to merged inferred mic-1:3.2.3.ko.1|to none stated -|"
            + "from merged inferred mhlw-5:6.5.C.12"))
  }

  @Test func iteratesSearchesAndMaps() throws {
    let chunk = """
      local told = {}
      for r in catalogue:requirements() do told[#told + 1] = r.id end
      told[#told + 1] = "/"
      for r in catalogue:requirements("mic-1") do told[#told + 1] = r.id end
      told[#told + 1] = "/"
      for r in catalogue:requirements("nowhere") do told[#told + 1] = r.id end
      for r in catalogue:search("12.2", 5) do told[#told + 1] = r.id end
      return table.concat(told, " ")
      """
    #expect(
      try answer(chunk)
        == .string(
          "mhlw-5:6.5.C.12 mhlw-5:6.5.C.12.1 mhlw-5:6.5.C.12.2 mic-1:3.2.3.ko.1 / mic-1:3.2.3.ko.1 / mhlw-5:6.5.C.12.2")
    )
  }

  @Test func aRequirementThatIsNotThereIsNil() throws {
    #expect(try answer("return catalogue:get(\"mhlw-5:9.9\") == nil") == .boolean(true))
  }

  @Test func theSameRequirementIsEqualToItself() throws {
    let chunk = "return catalogue:get(\"mic-1:3.2.3.ko.1\") == catalogue:get(\"mic-1:3.2.3.ko.1\")"
    #expect(try answer(chunk) == .boolean(true))
  }

  @Test func whatAPluginChangesOfAnObjectIsSeenNowhereElse() throws {
    let chunk = """
      local first, told = catalogue:get("mic-1:3.2.3.ko.1"), {}
      first.title.ja = "changed"
      if rawset then rawset(first, "text", "changed") end
      for key, value in next, first do if type(value) == "table" then value.changed = true end end
      local again = catalogue:get("mic-1:3.2.3.ko.1")
      told[1], told[2] = again.title.ja, again.text
      told[3], told[4] = tostring(getmetatable(again)), tostring(rawequal(first.title, first.title))
      told[5], told[6] = again.id, tostring(again.parent) .. tostring(again.parent)
      return table.concat(told, "|")
      """
    #expect(
      try answer(chunk)
        == .string("title of mic-1:3.2.3.ko.1|text of mic-1:3.2.3.ko.1|false|false|mic-1:3.2.3.ko.1|nilnil"))
  }

  @Test(arguments: [
    ("catalogue:get(\"mhlw-5:6.5.C.12\").id = \"x\"", "the catalogue is read-only"),
    ("catalogue.get = nil", "the catalogue is read-only"),
    ("local _ = catalogue:get(\"mhlw-5:6.5.C.12\").txt", "a requirement has no field 'txt'"),
    ("catalogue:search(('a'):rep(1001), 1)", "argument 1 is too long: at most 1000 bytes are looked for"),
    ("catalogue:get(('6.'):rep(501))", "argument 1 is too long: at most 1000 bytes are looked for"),
    ("local _ = catalogue:get(12)", "catalogue:get expects an id as a string, got a number"),
    (
      "local _ = catalogue:get(\"mhlw-5:6.5.C.12\").parts()",
      "parts expects a requirement; write requirement:parts(), with a colon"
    ),
    ("local _ = catalogue:get(\"mhlw-5:6.5.C.12\"):map(\"mhlw-9\")", "there is no guideline 'mhlw-9'"),
    ("local _ = catalogue:map(\"mhlw-5:9\", \"mic-1\")", "map: no requirement 'mhlw-5:9' in the catalogue"),
    ("setmetatable(catalogue, nil)", "cannot change a protected metatable"),
  ])
  func misuseIsRefusedAtThePluginsLine(chunk: String, message: String) throws {
    let error = try #require(throws: LuaError.self) { try answer(chunk) }
    #expect(error.message == message)
    #expect(error.line == 2)
  }
}
