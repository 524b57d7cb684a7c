import Testing

@testable import Lua

/// What is told of records by the code of tests is what the tests would say.
@Suite struct ForesightTests {
  /// SplitMix64 (Steele, Lea, Flood 2014): random tests that are the same in every run.
  private struct Maker: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var word = state
      word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
      return word ^ (word >> 31)
    }

    mutating func one<T>(of choices: [T]) -> T { choices[Int.random(in: 0..<choices.count, using: &self)] }
    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

    private static let patterns = [
      "'b'", "'cc'", "'b'", "'cc'", "'c1'", "'bc'", "'cb'", "'a.c'", "'bc+'", "'c%d'", "'^b'", "'c$'", "'(b)c'",
      "'%f[b]b'", "''", "'a*'", "'['", "'%1'", "'b-c'",
      "'abcabc'", "here", "parameters.text", "r.agent", "nil", "3", "'c\\0'",
    ]

    mutating func text() -> String { chance(92) ? "r.line" : one(of: ["r.agent", "r['line']", "line(r)", "('bcb')"]) }

    mutating func search() -> String {
      let (text, pattern) = (text(), one(of: Self.patterns))
      return switch one(of: [0, 0, 0, 0, 0, 3, 3, 3, 3, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 10, 11]) {
      case 0: "\(text):find(\(pattern))"
      case 3, 4: "\(text):match(\(pattern))"
      case 5: "string.find(\(text), \(pattern))"
      case 6: "find(\(text), \(pattern))"
      case 7: "\(text):find(\(pattern), 1, true)"
      case 8: "\(text):find(\(pattern), \(one(of: ["1", "2", "nil", "-1", "0", "1.0", "'1'", "r.count"])))"
      case 9: "\(text):find(\(pattern), nil, \(one(of: ["nil", "false", "r.line", "here", "1"])))"
      case 10: "holds(\(text), \(pattern))"
      default: "select('#', \(text):gsub(\(pattern), 'x')) == \(one(of: ["1", "2"]))"
      }
    }

    mutating func condition(_ depth: Int) -> String {
      if depth == 0 || chance(60) { return search() }
      let inner = condition(depth - 1)
      return switch Int.random(in: 0..<10, using: &self) {
      case 0...1: "(\(inner) and \(condition(depth - 1)))"
      case 2...3: "(\(inner) or \(condition(depth - 1)))"
      case 4...5: "not \(inner)"
      case 6: "(\(inner) == nil)"
      case 7: "(\(inner) ~= \(one(of: ["nil", "1", "'b'", "false"])))"
      case 8:
        one(of: [
          "r.agent", "r.count == 2", "r.count", "#r.line > 5", "r.line == 'a'", "r.agent == nil", "r.line ~= nil",
          "r.other", "r",
          "known",
        ])
      default: "(function() return \(inner) end)()"
      }
    }

    mutating func outcome() -> String {
      one(of: [
        "ok", "ok", "ok", "ok", "no", "no", "no", "no", "no", "yes()", "known", "{ ok, no }", "nil", "error('raised')",
        "yes(r)", "r.line",
      ])
    }

    mutating func test(_ name: String) -> String {
      var body = ""
      for _ in 0...Int.random(in: 0...2, using: &self) {
        let statement =
          switch one(of: [0, 1, 2, 3, 3, 3, 4, 5]) {
          case 0: "local v, w = \(search()) if v then return \(outcome()) elseif w then return no end "
          case 5:
            "local u = \(condition(2)) if u == nil then return \(outcome()) elseif u then return \(outcome()) end "
          case 1:
            "for _, p in ipairs { 'b', here } do if r.line:find(p) then return \(outcome()) end end "
          case 2: "while \(condition(1)) do return \(outcome()) end "
          default: "if \(condition(2)) then return \(outcome()) end "
          }
        body += statement
      }
      return "local function \(name)(r, parameters) \(body)return \(outcome()) end "
    }

    /// What stands before the tests: usual helpers, and what makes them other than they look.
    mutating func setting() -> String {
      let common =
        "local here, known, find = 'cb', ok, string.find local function yes() return ok end "
        + "local function line(r) return r.line end local function holds(s, p) return s:find(p) ~= nil end "
      let odd = [
        "string.find = function(s) return #s > 4 or nil end ", "string.match = string.find ",
        "string.find = string.len ",
        "local n = 0 string.find = function() n = n + 1 return n > 90 end ", "string.match = nil ",
        "local n = 0 local plain = string.find string.find = function(...) n = n + 1 if n > 150 then string.find = plain end return true end ",
        "string = { find = function() return true end } ",
        "here = setmetatable({}, { __index = function() return 'x' end }) ",
        "local t = {} yes = function() table.insert(t, 1) return #t > 30 and no or ok end ",
        "local t = {} line = function(r) rawset(t, 1, (t[1] or 0) + 1) return t[1] > 100 and 'cb' or r.line end ",
      ]
      return chance(30) ? common + one(of: odd) : common
    }
  }

  private static func records(_ maker: inout Maker) -> PassComparison {
    PassComparison(
      columns: ["line", "agent", "count"],
      records: (0..<220).map { _ in
        func word() -> String {
          (0..<Int.random(in: 0...7, using: &maker)).map { _ in maker.one(of: ["a", "a", "a", "b", "c", "1"]) }.joined()
        }
        return [
          .text(word()), maker.chance(30) ? .null : .text(word()), .integer(Int.random(in: 0...3, using: &maker)),
        ]
      })
  }

  @Test(arguments: 1...40) func `random tests say in batches what they say call by call`(seed: UInt64) throws {
    var maker = Maker(state: seed)
    for _ in 0..<25 {
      let comparison = Self.records(&maker)
      let script = maker.setting() + maker.test("first") + maker.test("second")
      let expected = try comparison.oneByOne(script)
      for tells in [false, true] {
        #expect(try comparison.inBatches(script, tells: tells).seen == expected, "\(script)")
      }
    }
  }

  /// 400 lines, all different, of which each 50th holds a `b`.
  private static let lines = PassComparison(
    columns: ["line", "agent", "count"],
    records: (0..<400).map {
      [.text("\($0 % 50 == 0 ? "b" : "a") \($0)"), $0 % 4 == 0 ? .null : .text("x\($0)"), .integer($0)]
    })

  @Test(arguments: [
    "local function first(r) if string.find(r.line, 'b') then return no end return ok end",
    "local function first(r) if r.line:find('b', 1) then return no end return ok end",
    "local function first(r) if not r.line:find('b') then return ok end return no end",
    "local function first(r) return r.line:match('^(b).*') and no or ok end",
    "local function first(r) if r.line:find('b ', 1, true) or r.line:match('c+') then return no end return ok end",
    "local function first(r) local place = r.line:find 'b%s' if place == nil then return ok end return no end",
    "local function holds(r, what) return r.line:find(what) ~= nil end local function first(r) return holds(r, 'b') and no or ok end",
    "local function first(r, parameters, context) if r.line:find(context.today) then return ok end return not r.line:find 'b' and ok or no end",
  ])
  func `a test that looks for what is not there is not called`(script: String) throws {
    let result = try Self.lines.inBatches(script + " local function second() return ok end", tells: false)
    #expect(result.seen["first"]?.count { $0 == "2" } == 8)
    #expect(result.seen["first"]?.count { $0 == "1" } == 392)
    // Both for each of the first 64 records; then for six of the eight that hold it, and now and then to see what is remembered.
    #expect(result.calls <= 2 * 64 + 32)
  }

  @Test(arguments: [
    "local function first(r) if #r.line > 3 then return no end return ok end",
    "local function first(r) if r.line:find('b') then return no end return r.line:upper() == '' and no or ok end",
    "local function first(r) if r.line:find(r.agent or 'x') then return no end return ok end",
    "local function first(r) if r.line:find('b', r.count) then return no end return ok end",
  ])
  func `a test that asks more is called`(script: String) throws {
    let result = try Self.lines.inBatches(script + " local function second() return ok end", tells: false)
    #expect(result.calls >= 400)
    #expect(result.seen == (try Self.lines.oneByOne(script + " local function second() return ok end")))
  }

  /// What `and` and `or` give goes where something else stood before.
  @Test(arguments: [
    "local w = r.line:find('b') do local a, b = no, no end local v = w and no if v then return no end return ok",
    "local w = r.line:find('b') do local a, b = no, no end local v = w or ok return v",
    "local w, y = r.line:find('b'), ok do local a, b = no, no end local v = w and no or y return v",
    "local w = not r.line:find('b') do local a, b = nil, nil end local v = w and ok or no return v",
    "local w, y = r.line:match('b'), r.line:find('c') do local a = no end local v = w or y if v == nil then return ok end return no",
  ])
  func `a choice is what it chooses`(body: String) throws {
    let script = "local function first(r) \(body) end local function second() return ok end"
    let result = try Self.lines.inBatches(script, tells: false)
    #expect(result.seen == (try Self.lines.oneByOne(script)))
    #expect(result.calls <= 2 * 64 + 32, "it is foreseen")
  }
}
