import CRecords
import Testing

@testable import Lua

/// Records of two columns, `name` and `count`.
private struct Batch: LuaBatch {
  var count = 0
  let columnCount = 2
  var cells: [tr_cell] = []
  var lines: [UInt32] = []
  var text: [UInt8] = []

  init(_ records: [(name: String, count: Int)]) {
    for record in records {
      let bytes = Array(record.name.utf8)
      cells += [LuaCell.text(text.count..<text.count + bytes.count), .integer(Int64(record.count))].map(\.raw)
      text += bytes
      lines.append(UInt32(lines.count + 1))
      count += 1
    }
  }
}

/// Many records through many tests at once, against each record through each test by itself.
@Suite struct PassTests {
  private typealias Seen = [String: [String]]
  private static let records = (0..<200).map { (name: ["a", "b", "c"][$0 % 3], count: $0 * 7 % 5) }

  /// What two tests say of each record, call by call.
  private func oneByOne(_ script: String) throws -> Seen {
    let bench = try Bench(script)
    var seen: Seen = [:]
    for record in Self.records {
      for (turn, name) in ["first", "second"].enumerated() {
        do throws(LuaError) {
          let outcomes = try bench.each(
            name, cells: [.text(0..<1), .integer(Int64(record.count))], text: Array(record.name.utf8), again: turn > 0)
          seen[name, default: []] += outcomes.map { "\($0.code)" }
        } catch {
          seen[name, default: []].append(error.message)
        }
      }
    }
    return seen.mapValues { $0.sorted() }
  }

  /// The same in batches; outcomes are counted, or told.
  private func inBatches(_ script: String, tells: Bool) throws -> Seen {
    let bench = try Bench(script)
    let names = ["first", "second"]
    var pass = LuaPass(try names.map(bench.test), over: bench.source, watch: nil)
    var seen: Seen = [:]
    for position in names.indices { pass.tell(position) { _ in tells } }
    for start in stride(from: 0, to: Self.records.count, by: 50) {
      let batch = Batch(Array(Self.records[start..<start + 50]))
      pass.begin()
      running: while true {
        var told: [String] = []
        let stop = bench.state.run(&pass, batch, first: start + 1) { told.append("\($0.code)") }
        let name = pass.test < names.count ? names[pass.test] : ""
        switch stop {
        case .end: break running
        case .outcomes: seen[name, default: []] += told
        case .failed(let error): seen[name, default: []].append(error.message)
        case .time: break
        }
        pass.goOn()
      }
      for position in names.indices {
        pass.takeCounts(of: position) { code, count in
          seen[names[position], default: []] += Array(repeating: "\(code)", count: count)
        }
      }
    }
    return seen.mapValues { $0.sorted() }
  }

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
    let whole =
      "local ok, no = tenken.outcome(1), tenken.outcome(2) \(script) return { first = first, second = second }"
    let expected = try oneByOne(whole)
    #expect(try inBatches(whole, tells: true) == expected)
    #expect(try inBatches(whole, tells: false) == expected)
  }

  @Test func `a test that was shown the same before is not called`() throws {
    let script = """
      local ok = tenken.outcome(1)
      return { first = function(r) if r.count == 1 then return ok end return ok end, second = function(r) return ok end }
      """
    let bench = try Bench(script)
    let before = bench.state.callCount
    var pass = LuaPass([try bench.test("first"), try bench.test("second")], over: bench.source, watch: nil)
    for position in 0..<2 { pass.tell(position) { _ in false } }
    pass.begin()
    let stop = bench.state.run(&pass, Batch(Self.records), first: 1) { _ in }
    guard case .end = stop else { return #expect(Bool(false), "\(stop)") }
    var counts: [Int] = []
    for position in 0..<2 { pass.takeCounts(of: position) { counts.append($1) } }
    #expect(counts == [200, 200])
    // Of a source that may be short nothing is remembered. Then come five values of the column that the first reads, after a call that
    // shows which that is; the second reads none.
    #expect(bench.state.callCount - before < 2 * 64 + 20)
  }
}
