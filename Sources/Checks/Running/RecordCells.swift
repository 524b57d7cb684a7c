import Lua
import SiteData

/// A record as the Lua state wants it. The buffers are used again for each record; text stays in the record unless it has lists.
struct RecordCells {
  private(set) var cells: [LuaCell] = []
  private var lists: [UInt8] = []
  private var hasLists = false

  /// Takes over the values of a record.
  mutating func fill(from record: Record) {
    cells.removeAll(keepingCapacity: true)
    hasLists = record.cells.contains(where: \.isList)
    if hasLists {
      lists.removeAll(keepingCapacity: true)
      lists.append(contentsOf: record.bytes)
    }
    for cell in record.cells {
      switch cell {
      case .null: cells.append(.null)
      case .boolean(let value): cells.append(.boolean(value))
      case .integer(let value): cells.append(.integer(value))
      case .number(let value): cells.append(.number(value))
      case .text(let range): cells.append(.text(range))
      case .list(let items):
        let start = lists.count
        for item in items {
          lists.append(contentsOf: record.bytes[item])
          lists.append(0)
        }
        cells.append(.list(start..<lists.count))
      }
    }
  }

  /// The bytes that the cells name.
  func text(of record: Record) -> [UInt8] { hasLists ? lists : record.bytes }
}

extension Cell {
  fileprivate var isList: Bool {
    if case .list = self { true } else { false }
  }
}
