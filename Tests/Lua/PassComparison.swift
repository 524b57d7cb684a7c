import CRecords
import Testing

@testable import Lua

/// Records of any columns, as cells and the text that they name.
struct Batch: LuaBatch {
  var count = 0
  let columnCount: Int
  var cells: [tr_cell] = []
  var lines: [UInt32] = []
  var text: [UInt8] = []

  init(_ records: ArraySlice<[PassComparison.Cell]>) {
    columnCount = records.first?.count ?? 0
    for record in records {
      cells += record.map { $0.cell(&text).raw }
      lines.append(UInt32(lines.count + 1))
      count += 1
    }
  }
}

/// Runs two tests, `first` and `second`, over records: each call by itself, or many records at a time.
struct PassComparison {
  /// A value of a record.
  enum Cell {
    case null
    case integer(Int)
    case text(String)

    fileprivate func cell(_ text: inout [UInt8]) -> LuaCell {
      switch self {
      case .null: return .null
      case .integer(let value): return .integer(Int64(value))
      case .text(let value):
        text += Array(value.utf8)
        return .text(text.count - value.utf8.count..<text.count)
      }
    }
  }

  /// What each test said, by its name; in no order.
  typealias Seen = [String: [String]]

  let columns: [String]
  let records: [[Cell]]
  private let names = ["first", "second"]

  init(columns: [String], records: [[Cell]]) {
    self.columns = columns
    self.records = records
  }

  /// A script with the outcomes `ok` and `no` that leaves the two tests in variables of their names.
  func bench(_ script: String) throws -> Bench {
    try Bench(
      "local ok, no = tenken.outcome(1), tenken.outcome(2) \(script) return { first = first, second = second }",
      columns: columns)
  }

  /// What the tests say of each record, call by call.
  func oneByOne(_ script: String) throws -> Seen {
    let bench = try bench(script)
    var seen: Seen = [:]
    for record in records {
      var text: [UInt8] = []
      let cells = record.map { $0.cell(&text) }
      for (turn, name) in names.enumerated() {
        do throws(LuaError) {
          let outcomes = try bench.each(name, cells: cells, text: text, again: turn > 0)
          seen[name, default: []] += outcomes.map { "\($0.code)" }
        } catch {
          seen[name, default: []].append(error.message)
        }
      }
    }
    return seen.mapValues { $0.sorted() }
  }

  /// The same in batches; outcomes are counted, or told. With the number of calls.
  func inBatches(_ script: String, tells: Bool) throws -> (seen: Seen, calls: Int) {
    let bench = try bench(script)
    let before = bench.state.callCount
    var pass = LuaPass(try names.map(bench.test), over: bench.source, watch: nil)
    var seen: Seen = [:]
    for position in names.indices { pass.tell(position) { _ in tells } }
    for start in stride(from: 0, to: records.count, by: 50) {
      let batch = Batch(records[start..<min(records.count, start + 50)])
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
    return (seen.mapValues { $0.sorted() }, bench.state.callCount - before)
  }
}
