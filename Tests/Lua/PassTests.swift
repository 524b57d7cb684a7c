import Testing

@testable import Lua

/// Many records through many tests at once, against each record through each test by itself.
@Suite struct PassTests {
  private static let comparison = PassComparison(
    columns: ["name", "count"],
    records: (0..<200).map { [.text(["a", "b", "c"][$0 % 3]), .integer($0 * 7 % 5)] })

  /// Tests that remember, each in a way of its own, and some that do not.
  private static let scripts = [
    "local function first(r) return r.name == 'a' and ok or no end local function second(r) return r.count > 2 and no or ok end",
    "local function first(r) if r.name == 'b' and r.count == 3 then error 'spoilt' end return ok end local function second() return ok end",
    "local function first(r) if r.count == 1 then return { ok, no } end return ok end local function second() return no end",
    "local n = 0 local function first() n = n + 1 return n % 2 == 0 and ok or no end local function second(r) return ok end",
    // The second changes nothing, but sees what the first does.
    "local n = 0 local function first() n = n + 1 return ok end local function second(r) return n % 2 == 0 and ok or no end",
    "local seen = {} local function first(r) local s = seen[r.name] seen[r.name] = true return s and no or ok end local function second() return ok end",
    "local seen = {} local function first(r) seen.n = (seen.n or 0) + 1 return seen.n > 9 and no or ok end local second = first",
    "local t = {} local function first(r) table.insert(t, 1) return #t > 50 and no or ok end local function second() return #t > 60 and no or ok end",
    "local t = {} local function first(r) rawset(t, #t + 1, r.count) return #t > 50 and no or ok end local function second() return ok end",
    "local function first(r) return math.random(2) == 1 and ok or no end local function second() return ok end",
    "local next_word = string.gmatch(string.rep('x ', 70), '%S+') local function first() return next_word() and ok or no end local function second() return ok end",
    "local n = 0 string.count = function() n = n + 1 return n end local function first(r) return r.name:count() > 30 and no or ok end local function second() return ok end",
    "local t = setmetatable({}, { __index = function(t, k) rawset(t, k, true) return false end }) local function first(r) return t[r.name] and no or ok end local function second() return ok end",
    "local n = 0 local t = setmetatable({}, { __add = function(a, b) n = n + b return n end }) local function first(r) return t + 1 > 30 and no or ok end local function second() return ok end",
    "local t = {} local function first(r) if r.count == 4 then setmetatable(t, { __index = function() return 1 end }) end return t.x and no or ok end local function second() return t.y and no or ok end",
    "local function make() local n = 0 return function() n = n + 1 return n end end local tools = { deep = { count = make() } } local function first() return tools.deep.count() > 30 and no or ok end local function second() return ok end",
    "local n = 0 local function first(r) local function bump() n = n + 1 end bump() return n > 30 and no or ok end local function second() return ok end",
    "local function first(r, _, context) context.n = (context.n or 0) + 1 return context.n > 30 and no or ok end local function second(r, _, context) return context.n > 40 and no or ok end",
    "local kept local function first(r) if not kept then kept = r return ok end return kept == r and ok or no end local function second() return ok end",
    // A table that looks as if it were made for the call.
    "local s = { n = 0 } local function first(r) local t = { a = 1, b = 2, c = 3 } repeat t.n = (t.n or 0) + 1 local u = t t = s until u == s return s.n > 40 and no or ok end local function second() return s.n > 50 and no or ok end",
    "local s = { n = 0 } local function first(r) local t = {} if r.count == 2 then t = s end t.n = (t.n or 0) + 1 return t.n > 9 and no or ok end local function second() return ok end",
    "local function first(r) local t = { r.name, n = r.count, [r.name] = 1 } return (t.n > 2 or #t[1] > 1) and no or ok end local function second() return ok end",
    "local function first(r) local ok1 = pcall(error, 'x') return ok1 and no or ok end local function second(r) return r.nothing and ok or no end",
  ]

  @Test(arguments: scripts)
  func `in batches tests say what they say call by call`(script: String) throws {
    let expected = try Self.comparison.oneByOne(script)
    #expect(try Self.comparison.inBatches(script, tells: true).seen == expected)
    #expect(try Self.comparison.inBatches(script, tells: false).seen == expected)
  }

  @Test func `a test that was shown the same before is not called`() throws {
    let script = """
      local first = function(r) if r.count == 1 then return ok end return ok end
      local second = function(r) return math.max(r.count, 1) == 1 and ok or ok end
      """
    let result = try Self.comparison.inBatches(script, tells: false)
    #expect(result.seen == ["first": Array(repeating: "1", count: 200), "second": Array(repeating: "1", count: 200)])
    // Of a source that may be short nothing is remembered. Then come five values of the column that each reads, after a call that
    // shows which that is.
    #expect(result.calls < 2 * 64 + 20)
  }
}
