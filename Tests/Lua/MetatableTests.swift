import Testing

@testable import Lua

/// Metatables are copied when they are set, and only their harmless fields take effect.
@Suite struct MetatableTests {
  @Test(arguments: ["__gc", "__mode"])
  func `a metatable that reaches the collector is refused`(field: String) throws {
    let error = try failure(of: "\nreturn setmetatable({}, { \(field) = 'k' })")
    #expect(error?.summary == "plugin.lua:2: \(field) is not available to plugins")
  }

  @Test func `a metatable cannot become weak after it was set`() throws {
    let script = """
      local meta = {}
      local t = setmetatable({}, meta)
      meta.__mode = "kv"
      t[1] = {}
      for i = 1, 1e6 do local garbage = {} end
      return t[1] ~= nil
      """
    #expect(try run(script) == true)
  }

  @Test func `a finaliser that is added later never runs`() throws {
    let script = """
      local meta = {}
      local t = setmetatable({}, meta)
      meta.__gc = function() while true do end end
      t = nil
      for i = 1, 1e6 do local garbage = {} end
      return "not finalised"
      """
    #expect(try run(script) == "not finalised")
  }

  @Test(
    arguments: [
      ("local m = { __index = { a = 1 } } return setmetatable({}, m).a", 1),
      ("local m = {} m.__index = m m.get = function() return 2 end return setmetatable({}, m):get()", 2),
      (
        "local base = { a = 3 } base.__index = base local d = setmetatable({}, base) d.__index = d return setmetatable({}, d).a",
        3
      ),
      ("local m = { __eq = function() return true end } return setmetatable({}, m) == setmetatable({}, m)", true),
      ("local m = { __add = function(a, b) return 4 end } return setmetatable({}, m) + 1", 4),
      ("local m = { __len = function() return 5 end } return #setmetatable({}, m)", 5),
      ("local m = { __call = function(self, x) return x end } return setmetatable({}, m)(6)", 6),
      ("local m = { __lt = function() return true end } return setmetatable({}, m) < setmetatable({}, m)", true),
      ("local m = { __concat = function() return 'c' end } return setmetatable({}, m) .. 'x'", "c"),
      ("local n = 0 local m = { __newindex = function(t, k, v) n = v end } setmetatable({}, m).x = 7 return n", 7),
      ("local n = 0 do local x <close> = setmetatable({}, { __close = function() n = 8 end }) end return n", 8),
      (
        "local m = { __pairs = function() return function(_, k) if not k then return 9 end end end } for k in pairs(setmetatable({}, m)) do return k end",
        9
      ),
      ("local m = {} return getmetatable(setmetatable({}, m)) == m", true),
      ("return getmetatable(setmetatable({}, { __metatable = 'locked' }))", "locked"),
      ("local t = setmetatable({}, { __index = { a = 1 } }) setmetatable(t, nil) return t.a == nil", true),
      ("return getmetatable({}) == nil", true),
    ] as [(String, LuaValue)])
  func `metamethods work as the manual says`(script: String, expected: LuaValue) throws {
    #expect(try run(script) == expected)
  }

  @Test(arguments: ["''", "1", "true", "print", "_G"])
  func `the metatables of others are out of reach`(value: String) throws {
    #expect(try run("return getmetatable(\(value))") == false)
  }

  @Test(arguments: [
    ("setmetatable('', {})", "bad argument #1 to 'setmetatable' (table expected, got string)"),
    ("setmetatable({}, 1)", "bad argument #2 to 'setmetatable' (nil or table expected, got number)"),
    ("setmetatable({})", "bad argument #2 to 'setmetatable' (nil or table expected, got no value)"),
    ("setmetatable(setmetatable({}, { __metatable = 1 }), {})", "cannot change a protected metatable"),
    ("setmetatable(_G, {})", "cannot change a protected metatable"),
    ("getmetatable()", "bad argument #1 to 'getmetatable' (value expected)"),
  ])
  func `what cannot be a metatable is refused`(call: String, message: String) throws {
    #expect(try failure(of: call)?.summary == "plugin.lua:1: \(message)")
  }
}
