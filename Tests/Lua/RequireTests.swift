import Testing

@testable import Lua

/// `require` sees the modules of the plugin's folder and nothing else.
@Suite struct RequireTests {
  @Test func `a module gives what it returns, and runs once`() throws {
    let modules = ["list": "print('once') return { 1, 2 }", "folder.deeper.one": "return ...", "quiet": "local a = 1"]
    let state = try open(modules: modules)
    let script = """
      assert(require "list" == require "list")
      return #require "list" .. require "folder.deeper.one" .. tostring(require "quiet")
      """
    #expect(try state.run(script) == "2folder.deeper.onetrue")
    #expect(state.log.text == "once\n")
  }

  @Test(arguments: [
    "", ".", "..", "..secrets", "../other/plugin", "/etc/passwd", "a/b", "A", "1a", "a..b", "a.", ".a", "a-b", "a\\\\b",
    "a.lua/x", " a",
  ])
  func `a name that is no module's is refused`(name: String) throws {
    #expect(try failure(of: "require '\(name)'")?.message.hasPrefix("invalid module name '") == true)
  }

  @Test(arguments: ["io", "os", "string", "_g", "plugin", "math", "a.b_c1"])
  func `a module that the folder does not hold is not found`(name: String) throws {
    #expect(
      try failure(of: "\n\nrequire '\(name)'")?.summary
        == "plugin.lua:3: module '\(name)' not found in the plugin's folder")
  }

  @Test func `a name must be a string`() throws {
    #expect(try failure(of: "require {}")?.message == "bad argument #1 to 'require' (string expected, got table)")
    #expect(try failure(of: "require ()")?.message == "bad argument #1 to 'require' (string expected, got no value)")
  }

  @Test func `a loop is told with everyone in it`() throws {
    let modules = ["a": "return require 'b'", "b": "\nreturn require 'folder.c'", "folder.c": "return require 'a'"]
    #expect(
      try failure(of: "require 'a'", modules: modules)?.summary
        == "folder/c.lua:1: loop in require: a.lua requires b.lua requires folder/c.lua requires a.lua")
    #expect(
      try failure(of: "require 'a'", modules: ["a": "require 'a'"])?.message == "loop in require: a.lua requires a.lua")
  }

  @Test func `a module that failed is told as such when it is asked for again`() throws {
    let script = "pcall(require, 'a')\nrequire 'a'"
    #expect(
      try failure(of: script, modules: ["a": "error 'x'"])?.summary
        == "plugin.lua:2: module 'a' could not be loaded before")
  }

  @Test func `an error within a module is placed there`() throws {
    let modules = [
      "folder.list": "local list = {}\nfunction list.bad(x)\n  return x + nil\nend\nreturn list",
      "broken": "return 1 +\n\n+",
    ]
    let error = try failure(of: "\nlocal x = require('folder.list').bad(1)", modules: modules)
    #expect(error?.summary == "folder/list.lua:3: attempt to perform arithmetic on a nil value")
    #expect(error?.kind == .runtime)
    #expect(error?.traceback.contains("plugin.lua:2: in main chunk") == true)
    let broken = try failure(of: "return require 'broken'", modules: modules)
    #expect(broken?.summary == "broken.lua:3: unexpected symbol near '+'")
    #expect(broken?.kind == .syntax)
  }

  @Test func `a module is text, never a binary chunk`() throws {
    let error = try failure(of: "\nrequire 'a'", modules: ["a": "\u{1B}Lua"])
    #expect(error?.summary == "plugin.lua:2: module 'a': binary chunks are not allowed")
  }

  @Test func `a module may have the largest size, and no bytes at all`() throws {
    let long = "return '" + String(repeating: "x", count: 1 << 20) + "'"
    #expect(try run("return #require 'long'", modules: ["long": long]) == .integer(1 << 20))
    #expect(try run("return require 'empty'", modules: ["empty": ""]) == true)
  }
}
