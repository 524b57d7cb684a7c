import Compliance
import SiteData
import Testing

@testable import Checks
@testable import Lua

/// One pass over a source serves all checks, and each gives what it would give alone.
@Suite struct IndependenceTests {
  static let source = trial(
    """
    kinds = check { each = devices, test = function(d) if d.kind == "ct" then return pass() elseif d.kind then return fail("%s", d.kind) end return tenken.unknown("%s", d.kind) end },
    tags = check { each = devices, test = function(d) local found = {} for i, tag in ipairs(d.tags or {}) do found[i] = tenken.informational(tag) end found[#found + 1] = pass() return found end },
    raises = check { each = devices, test = function(d) return pass("%s", d.tags[1]) end },
    sorted = check { all = devices, test = function(list) table.sort(list, function(a, b) return a.name > b.name end) return pass("%s", list[1].name):at(list[1]) end },
    first = check { all = devices, test = function(list) return pass("%s", list[1].name):at(list[1]) end },
    clears = check { all = devices, with = { places = places }, test = function(list, p, c) while #c.places > 0 do table.remove(c.places) end p.days = 0 c.today = nil return pass("%d", #list) end },
    joins = check { each = devices, with = { places = places, by_name = tenken.index(places, "name") }, test = function(d, p, c) return pass("%d %d %d %s", #c.places, #(c.by_name[d.name] or {}), p.days, c.today) end },
    places = check { each = places, with = { places = places }, test = function(p, _, c) return pass("%s of %d", p.name, #c.places) end },
    """, parameters: "{ days = { type = 'integer', default = 3, doc = { ja = '日', en = 'd' } } }")
  static let names = ["clears", "first", "joins", "kinds", "places", "raises", "sorted", "tags"]

  /// Numbers that are the same in every run (SplitMix64, Steele, Lea and Flood 2014).
  struct Numbers: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  @Test(arguments: 1...12)
  func `checks that run together give what each gives alone`(seed: Int) throws {
    var numbers = Numbers(state: UInt64(seed))
    let cells: [String: [String]] = [
      "name": ["A", "B", "ア", "", "x y"], "kind": ["CT", "ｃｔ", "MRI", "", "％s"],
      "seen": ["R8.1.2", "2026-01-02", "never", ""],
      "tags": ["a、b", "", "c", "%d"],
    ]
    let row = { (columns: [String]) -> [String: String] in
      var cellsOfRow: [String: String] = [:]
      for column in columns { cellsOfRow[column] = cells[column]?.randomElement(using: &numbers) ?? "" }
      return cellsOfRow
    }
    let devices = (0..<Int.random(in: 0...12, using: &numbers)).map { _ in row(["name", "kind", "seen", "tags"]) }
    let places = (0..<Int.random(in: 0...4, using: &numbers)).map { _ in row(["name"]) }
    let together = try run(Self.source, devices: devices, places: places)
    #expect(together.keys.sorted() == Self.names)
    for name in Self.names {
      let alone = try run(Self.source, only: [name], devices: devices, places: places)
      #expect(together[name]?.timeless == alone[name]?.timeless, "\(name)")
    }
  }

  @Test func `a run gives the same in every run`() throws {
    let rows = (1...50).map { ["name": "D\($0 * 7 % 50)", "kind": $0 % 3 == 0 ? "ct" : "mri", "tags": "a、b"] }
    let first = try run(Self.source, devices: rows, places: named("D1", "D1", "P")).mapValues(\.timeless)
    for _ in 0..<5 {
      #expect(try run(Self.source, devices: rows, places: named("D1", "D1", "P")).mapValues(\.timeless) == first)
    }
  }
}
