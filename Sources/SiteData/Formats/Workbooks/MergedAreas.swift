import Compliance
import Wording

/// The merged areas of a sheet, and the values of those that the current row crosses.
struct MergedAreas {
  struct Area {
    let firstRow: Int
    let lastRow: Int
    let firstColumn: Int
    let lastColumn: Int
  }

  /// The value of an area's first cell.
  struct Value {
    let text: [UInt8]
    let isError: Bool
  }

  /// The most areas of a sheet, and the most that one row may cross.
  static let most = 65_536
  static let mostInRow = 1024
  /// The most columns of an area that get its value: a title may be merged over all of the sheet.
  static let mostColumns = 1024

  /// By their first row.
  private var areas: [Area] = []
  private var next = 0
  private var active: [(area: Area, value: Value?)] = []

  /// No areas.
  init() {}

  /// Reads them from a sheet.
  init(_ events: XMLEvents) throws(TreeFault) {
    while let kind = try events.next() {
      guard kind == .start, events.text.elementsEqual("mergeCell".utf8),
        let reference = events.attribute("ref".utf8), let area = Self.area(reference)
      else { continue }
      areas.append(area)
      guard areas.count <= Self.most else {
        throw TreeFault(line: nil, column: nil, text: Wording.tooManyMergedAreas, isFinal: true)
      }
    }
    areas.sort { ($0.firstRow, $0.firstColumn) < ($1.firstRow, $1.firstColumn) }
  }

  /// Goes through the areas that a row crosses; rows must come in their order.
  mutating func forEach(in row: Int, _ body: (Area, inout Value?) -> Void) {
    active.removeAll { $0.area.lastRow < row }
    while next < areas.count, areas[next].firstRow <= row {
      // Of an area that began in a row that is not there, the first cell is blank.
      if areas[next].lastRow >= row, active.count < Self.mostInRow { active.append((areas[next], nil)) }
      next += 1
    }
    for index in active.indices { body(active[index].area, &active[index].value) }
  }

  /// The last row of all areas that the row crosses; 0 if it crosses none.
  var lastRow: Int { active.map(\.area.lastRow).max() ?? 0 }

  /// `B7:C9`.
  private static func area(_ text: ArraySlice<UInt8>) -> Area? {
    let corners = text.split(separator: UInt8(ascii: ":")).compactMap { reference($0) }
    guard corners.count == 2, corners[0].row <= corners[1].row, corners[0].column <= corners[1].column else {
      return nil
    }
    return Area(
      firstRow: corners[0].row, lastRow: corners[1].row, firstColumn: corners[0].column,
      lastColumn: min(corners[1].column, corners[0].column + mostColumns))
  }

  /// The name of a cell, as `B7`, of its row from 1 and its column from 0.
  static func name(row: Int, column: Int) -> String {
    var letters: [Character] = []
    var left = column + 1
    while left > 0 {
      letters.append(Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8((left - 1) % 26))))
      left = (left - 1) / 26
    }
    return String(letters.reversed()) + String(row)
  }

  /// The row, from 1, and the column, from 0, of a cell such as `B7`; nil for what is no such reference.
  static func reference(_ text: ArraySlice<UInt8>) -> (row: Int, column: Int)? {
    var column = 0
    var index = text.startIndex
    while index < text.endIndex, UInt8(ascii: "A")...UInt8(ascii: "Z") ~= text[index], column < 20_000 {
      column = column * 26 + Int(text[index] - UInt8(ascii: "A")) + 1
      index += 1
    }
    guard column > 0, let row = decimal(text[index...]), 1...1_048_576 ~= row else { return nil }
    return (row, column - 1)
  }
}
