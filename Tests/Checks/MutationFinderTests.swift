import Compliance
import Testing

@testable import Checks
@testable import Lua

/// What is changed in a text, and how.
@Suite struct MutationFinderTests {
  private func mutations(_ text: String) throws -> [Mutation] {
    let files = try files(text)
    return MutationFinder.mutations(of: try LuaText(PluginFiles.mainFile, Array(text.utf8)), in: files)
  }

  /// Each mutation as `line:column before → after`.
  private func changes(_ text: String) throws -> [String] {
    try mutations(text).map { "\($0.place.line ?? 0):\($0.place.column ?? 0) \($0.before) → \($0.after)" }
  }

  @Test(arguments: [
    ("local x = a < b", ["1:13 a < b → a <= b", "1:13 a < b → a >= b"]),
    ("local x = a <= b", ["1:13 a <= b → a < b", "1:13 a <= b → a > b"]),
    ("local x = a > b", ["1:13 a > b → a >= b", "1:13 a > b → a <= b"]),
    ("local x = a >= b", ["1:13 a >= b → a > b", "1:13 a >= b → a < b"]),
    ("local x = a == b + 1", ["1:13 a == b + 1 → a ~= b + 1"]),
    ("local x = a ~= b", ["1:13 a ~= b → a == b"]),
    ("f(x, not y)", ["1:6 not y → y"]),
    (
      "local x = a and b or c",
      [
        "1:11 a and b → a", "1:11 a and b → b", "1:11 a and b or c → a and b", "1:11 a and b or c → c",
      ]
    ),
    (
      "local x = a or b and c",
      [
        "1:11 a or b and c → a", "1:11 a or b and c → b and c", "1:16 b and c → b", "1:16 b and c → c",
      ]
    ),
    ("local x = f() or {}", ["1:11 f() or {} → (f())", "1:11 f() or {} → ({})"]),
    ("if a then f() end", ["1:4 a → true", "1:4 a → false"]),
    ("if true then f() end", ["1:4 true → false"]),
    // A condition that is one comparison, or one `not`, has its opposite among what it always is.
    ("if a == 1 then f() end", ["1:4 a == 1 → true", "1:4 a == 1 → false"]),
    ("if a < 1 then f() end", ["1:4 a < 1 → true", "1:4 a < 1 → false", "1:6 a < 1 → a <= 1"]),
    ("if not a then f() end", ["1:4 not a → true", "1:4 not a → false"]),
    (
      "if a then f() elseif b then g() else h() end",
      ["1:4 a → true", "1:4 a → false", "1:22 b → true", "1:22 b → false"]
    ),
    ("while a do f() end", ["1:7 a → false"]),
    ("repeat f() until a", ["1:18 a → true"]),
    ("local function f() return 1, 2 end", ["1:20 return 1, 2 → "]),
    ("return 1", []),
    // Without its `return` an `if` is as if its condition were false.
    (
      "local function f(a) if a then return 1 end return 2 end",
      ["1:24 a → true", "1:24 a → false", "1:44 return 2 → "]
    ),
    // And a function that ends by returning nothing ends so in any case.
    ("local function f(a) if a then return 1 end return nil end", ["1:24 a → true", "1:24 a → false"]),
    ("local function f(a) if a then g() end return end", ["1:24 a → true", "1:24 a → false"]),
    (
      "local function f(a) if a then return nil else g() end end",
      ["1:24 a → true", "1:24 a → false", "1:31 return nil → "]
    ),
    (
      "local function f(a) if a then return 1 else return end end",
      [
        "1:24 a → true", "1:24 a → false", "1:31 return 1 → ", "1:45 return → ",
      ]
    ),
    ("local function f(a) if a then g() return 1 end end", ["1:24 a → true", "1:24 a → false", "1:35 return 1 → "]),
    ("for i = 1, #a do f(i) end for k in pairs(t) do g(k) end", []),
    ("-- a < b\nlocal x = 'a < b' --[[ if a then ]]", []),
  ])
  func `each kind of change`(text: String, changes: [String]) throws {
    #expect(try self.changes(text) == changes)
  }

  @Test(arguments: ["<", "and"])
  func `a chain of operators is shown by its beginning`(word: String) throws {
    let links = 20_000
    let found = try mutations("local x = a" + String(repeating: " \(word) a", count: links))
    #expect(found.count == 2 * links)
    let longest = found.filter { $0.before.hasSuffix("…") }
    #expect(longest.count > 2 * links - 100 && longest.allSatisfy { $0.before.count == 60 })
  }

  @Test func `what is long is cut, whatever stands in it`() throws {
    let string = "\"\(String(repeating: "か\u{3099}", count: 70))\""
    #expect(
      try changes("local x = a == \(string)") == [
        "1:13 a == \"\(String(repeating: "か\u{3099}", count: 53))… → a ~= \"\(String(repeating: "か\u{3099}", count: 53))…"
      ])
    let space = String(repeating: " \n", count: 1000)
    #expect(try changes("local x = a\(space)== b") == ["1001:1 a == b → a ~= b"])
  }

  @Test func `columns count characters, on every line`() throws {
    let text =
      "local s, t = '患者か\u{3099}', a < b, 'e\u{301}' .. c, d == e\r\nlocal u = '\u{1F468}\u{200D}\u{1F469}', a > b -- か\nif f then g(h == i) end"
    let file = try LuaText(PluginFiles.mainFile, Array(text.utf8))
    let starts = file.tokens.dropLast().map(\.range.lowerBound)
    for (start, position) in zip(starts, file.positions(of: starts)) {
      #expect(position == file.position(of: start))
    }
  }

  @Test func `outcomes by the names that the file gives them`() throws {
    let text = """
      local t = require("tenken")
      local ok, no, skip = t.pass, t.fail, t.notapplicable
      local x = { ok(), no("a"), no { ja = "", en = "" }, t.unknown "b", skip() }
      local y = { fail("not ours"), other.pass(), t.informational() }
      """
    #expect(
      try changes(text) == [
        "3:13 ok → fail", "3:19 no → pass", "3:19 no → unknown", "3:28 no → pass", "3:28 no → unknown",
        "3:53 t.unknown → pass", "3:68 skip → pass",
      ])
  }

  @Test func `the code of a change`() throws {
    let text =
      "local pass = require 'tenken'.pass\nlocal p = tenken.pass\nreturn function(a)\n  if a and\n  b then return p() end\nend\n"
    let codes = try mutations(text).map { mutation in
      String(decoding: mutation.applied(to: try files(text)).files[PluginFiles.mainFile] ?? [], as: UTF8.self)
    }
    let head = "local pass = require 'tenken'.pass\nlocal p = tenken.pass\nreturn function(a)\n"
    #expect(
      codes.map { String($0.dropFirst(head.count)) } == [
        "  if a then return p() end\nend\n", "  if b then return p() end\nend\n",
        "  if true then return p() end\nend\n",
        "  if false then return p() end\nend\n",
        "  if a and\n  b then return require(\"tenken\").fail(\"changed\") end\nend\n",
      ])
    #expect(try mutations(text).map(\.lines) == [4...5, 4...5, 4...5, 4...5, 5...5])
  }

  @Test func `columns are characters, and other code has another hash`() throws {
    let text = "local 一 = nil\nlocal x = '日本' == y"
    let files = try? files("local x = '日本' == y")
    let mutation = try #require(try mutations("local x = '日本' == y").first)
    #expect(mutation.place.column == 16)
    #expect(try #require(files).sha256 != mutation.applied(to: try #require(files)).sha256)
    #expect(throws: LuaTextFault.self) { try LuaText("a.lua", Array(text.utf8)) }
  }

  @Test func `long code is cut`() throws {
    let long = (1...40).map { "name_\($0)" }.joined(separator: "\n .. ")
    let mutation = try #require(try mutations("local x = \(long) == 1").first)
    #expect(mutation.before.count == 60 && mutation.before.hasSuffix("…"))
  }

  @Test func `every change of the shipped plugins' kind of code is still Lua`() throws {
    let text = """
      local tenken = require "tenken"
      local M = { a = { b = function(x, ...) return x and x:find("(F)", 1, true) ~= nil, ... end } }
      function M.a.c:d(x) local y <const> = x or {} ; goto done ::done:: return not (x == y), #y > 0 end
      for i = 1, 3 do while M[i] do break end repeat local z = -i until z <= 0 or i // 2 << 1 ~= ~i & 3 | 1 end
      return tenken.plugin(M)
      """
    let files = try files(text)
    let all = try mutations(text)
    #expect(all.count > 15)
    for mutation in all {
      let source = mutation.applied(to: files).files[PluginFiles.mainFile] ?? []
      #expect(throws: Never.self, "\(mutation.before) → \(mutation.after)") {
        _ = try LuaState().lines(file: "plugin.lua", of: source)
      }
    }
  }
}
