import Authoring
import Compliance
import Foundation
import Testing
import Wording

/// What editors and luacheck are given.
@Suite struct EditorTests {
  @Test func `the settings of luacheck of this project are those of plugins`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    #expect(try String(contentsOf: root.appending(path: ".luacheckrc"), encoding: .utf8) == LuacheckSettings.text)
  }

  @Test func `luacheck's arguments name what its settings name`() {
    let names = Set(LuacheckSettings.arguments.drop { $0 != "--read-globals" }.dropFirst())
    #expect(names == Set(Wording.PluginAPI.globals.map(\.name)))
    for name in names {
      #expect(LuacheckSettings.text.contains(name.split(separator: ".").last.map(String.init) ?? name))
    }
  }

  @Test(arguments: Language.allCases) func `the stubs are as recorded`(language: Language) throws {
    let stubs = LuaStubs(language)
    try golden(stubs.module, "tenken.\(language.rawValue).lua")
    try golden(stubs.library, "lua.\(language.rawValue).lua")
  }

  @Test(arguments: Language.allCases) func `every type that the stubs use is defined`(language: Language) throws {
    let text = LuaStubs(language).module + LuaStubs(language).library
    let defined = text.matches(of: /---@(?:class|alias) (tenken(?:\.\w+)?)/).map { String($0.1) }
    #expect(defined.count == Set(defined).count)
    let signs = text.split(separator: "\n").filter { $0.hasPrefix("---@") }.map(String.init)
    for used in Set(signs.flatMap { $0.matches(of: /tenken\.[A-Z]\w+/).map { String($0.0) } }) {
      #expect(defined.contains(used), "\(used)")
    }
  }
}
