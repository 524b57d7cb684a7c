import Compliance
import Testing

@testable import Checks
@testable import Lua

/// Memory that ends at any allocation whatever while a plugin asks the host ends the plugin with an error of the kind memory.
@Suite struct HostFunctionMemoryTests {
  /// Asks everything that `tenken` answers, with good arguments and with bad ones.
  static let plugin = """
    local tenken = require "tenken"
    local catalogue = tenken.catalogue
    local answers = {}
    local function note(...) answers[#answers + 1] = tostring((...)) end
    note(tenken.days_between("2026-01-31", "2026-11-21"))
    note(tenken.add_days("2026-11-21", 10))
    note(tenken.add_months("2026-01-31", 1))
    note(tenken.compare_versions("2.10", "2.9"))
    note(pcall(tenken.days_between, "yesterday", 1))
    note(pcall(tenken.add_days, "2026-11-21", 1 << 40))
    note(tenken.judge_age("2026-11-01", "3 months", "2026-11-21", { ja = "点検日", en = "the check" }))
    note(pcall(tenken.judge_age, "2026-11-01", "soon", "2026-11-21"))
    note(tenken.set { "a", "b" }.a)
    note(tenken.pass("%s", nil), tenken.fail { ja = "点", en = "point" }, tenken.unknown "why")
    note(pcall(tenken.fail))
    note(pcall(tenken.pass, { fr = "point" }))
    for key, value in tenken.sorted_pairs { b = 1, a = 2, [1] = 3 } do note(key, value) end
    local source = tenken.source { id = "devices", columns = { name = "string" } }
    note(tenken.index(source, "name"))
    note(pcall(tenken.index, {}, "name"))
    local requirement = catalogue:get("mhlw-5:6.5.C.12.3")
    for _, field in ipairs { "id", "guideline", "citation", "class", "status", "chapter", "text", "parent" } do
      note(requirement[field])
    end
    note(requirement.title.ja .. requirement.title.en)
    note(requirement)
    note(catalogue:get("no such"))
    note(pcall(function() requirement.id = 1 end))
    note(pcall(requirement.map, requirement, "no-such"))
    for part in requirement:parts() do note(part) end
    for link in requirement:correspondences() do note(link.relation) end
    for found in catalogue:search("6", 5) do note(found.id) end
    for each in catalogue:requirements("mhlw-5") do note(each.id) end
    return answers
    """

  private func access() throws -> CatalogueSource {
    let catalogue = try smallCatalogue()
    let access = CatalogueAccess(
      catalogue, find: { RequirementID($0).flatMap { catalogue[$0]?.id } },
      search: { _, limit in catalogue.requirements.prefix(limit).map(\.id) }, map: { _, _ in [] })
    return CatalogueSource { access }
  }

  @Test func `every allocation of the host's answers may fail`() throws {
    let files = try files(Self.plugin)
    let access = try access()
    var answers: LuaValue?
    for granted in 0..<5000 where answers == nil {
      let state = try Sandbox.open(for: files, limits: LuaLimits(), catalogue: access)
      state.refuseMemory(after: granted)
      do throws(LuaError) {
        answers = try state.run(file: PluginFiles.mainFile, files.files[PluginFiles.mainFile] ?? [])
      } catch {
        #expect(error.kind == .memory, "after \(granted): \(error.message)")
      }
    }
    let list = try #require(answers?.list)
    #expect(list.prefix(4) == ["294", "2026-12-01", "2026-02-28", "1"].map(LuaValue.string)[...])
    #expect(list.count >= 30)
  }

  @Test func `the environment opens with memory enough, and otherwise says so`() throws {
    let files = try files(Self.plugin)
    let access = try access()
    var opened: Int?
    for memory in stride(from: 0, to: 1 << 20, by: 256) where opened == nil {
      var limits = LuaLimits()
      limits.memory = memory
      do throws(LuaError) {
        _ = try Sandbox.open(for: files, limits: limits, catalogue: access)
        opened = memory
      } catch {
        #expect(error.kind == .unavailable || error.kind == .memory, "\(memory): \(error.message)")
      }
    }
    #expect(opened != nil)
  }
}

extension LuaValue {
  /// The elements of a list; nil for another value.
  fileprivate var list: [LuaValue]? { if case .table(let table) = self { table.list } else { nil } }
}
