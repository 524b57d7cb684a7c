import Characters
import Compliance
import Wording

/// The texts that the cells of a workbook share, one behind the other.
struct SharedTexts {
  /// The most bytes of all of them.
  static let mostBytes = 128 << 20

  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []

  /// No texts.
  init() {}

  /// Reads `sharedStrings.xml`.
  init(_ events: XMLEvents) throws(TreeFault) {
    var text = CellText()
    var isInItem = false
    while let kind = try events.next() {
      switch kind {
      case .start where !isInItem: isInItem = events.text.elementsEqual("si".utf8)
      case .start: text.start(events.text)
      case .text where isInItem: text.append(events.text, to: &bytes)
      case .text: break
      case .end where isInItem:
        guard text.end() else { continue }
        CellText.unescape(&bytes, from: ends.last.map { Int($0) } ?? 0)
        guard bytes.count <= Self.mostBytes else {
          let limit = Wording.sharedTextsTooLarge(mebibytes: Self.mostBytes >> 20)
          throw TreeFault(line: nil, column: nil, text: limit, isFinal: true)
        }
        ends.append(UInt32(bytes.count))
        isInItem = false
      case .end: break
      }
    }
  }

  /// Appends a text; false if there is none of that number.
  func append(_ index: Int, to output: inout [UInt8]) -> Bool {
    guard ends.indices.contains(index) else { return false }
    let start = index == 0 ? 0 : Int(ends[index - 1])
    output.append(contentsOf: bytes[start..<Int(ends[index])])
    return true
  }
}

/// Gathers the text of an item: all its `t`, those of rich text in runs (`r`) too, without the readings of kanji (`rPh`).
struct CellText {
  private var depth = 0
  /// How deep the element lies whose text counts; nil outside of any.
  private var textDepth: Int?
  private var readingDepth: Int?

  /// An element begins within the item.
  mutating func start(_ name: ArraySlice<UInt8>) {
    depth += 1
    if name.elementsEqual("rPh".utf8), readingDepth == nil { readingDepth = depth }
    if name.elementsEqual("t".utf8), readingDepth == nil { textDepth = depth }
  }

  func append(_ text: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    if textDepth != nil { bytes.append(contentsOf: text) }
  }

  /// An element ends.
  /// - Returns: whether it is the item itself.
  mutating func end() -> Bool {
    guard depth > 0 else { return true }
    if textDepth == depth { textDepth = nil }
    if readingDepth == depth { readingDepth = nil }
    depth -= 1
    return false
  }

  /// Replaces `_x000D_` and the like, as Excel writes what XML cannot hold (ECMA-376, ST_Xstring).
  static func unescape(_ bytes: inout [UInt8], from start: Int) {
    guard bytes[start...].contains(UInt8(ascii: "_")) else { return }
    var result: [UInt8] = []
    var index = start
    while index < bytes.count {
      if let scalar = escaped(bytes, index) {
        appendUTF8(UInt32(scalar), to: &result)
        index += 7
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    bytes.removeSubrange(start...)
    bytes.append(contentsOf: result)
  }

  private static func escaped(_ bytes: [UInt8], _ index: Int) -> Int? {
    guard index + 7 <= bytes.count, bytes[index] == UInt8(ascii: "_"), bytes[index + 1] == UInt8(ascii: "x"),
      bytes[index + 6] == UInt8(ascii: "_"),
      let scalar = Int(String(decoding: bytes[index + 2..<index + 6], as: UTF8.self), radix: 16),
      scalar > 0, !(0xD800...0xDFFF ~= scalar)
    else { return nil }
    return scalar
  }
}
