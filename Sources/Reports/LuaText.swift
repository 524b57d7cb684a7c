import Compliance
import Wording

/// Data as Lua writes it, on one line if it fits, otherwise a field a line.
struct LuaText {
  private let width: Int
  private let style: TextStyle

  init(width: Int, style: TextStyle) {
    self.width = width
    self.style = style
  }

  func text(_ value: ExploredValue) -> String {
    var page = TextPage(width: width, style: style)
    put(value, lead: "", end: "", indent: 0, on: &page)
    return page.text
  }

  private func put(_ value: ExploredValue, lead: String, end: String, indent: Int, on page: inout TextPage) {
    let line = lead + value.literal + end
    let fields = value.fields
    guard let fields, DisplayWidth.of(visible(line)) > page.width - indent else {
      return page.put([Segment(line)], indent: indent, hanging: indent + 4)
    }
    page.put([Segment(lead + "{")], indent: indent)
    for field in fields { put(field.value, lead: field.lead, end: ",", indent: indent + 2, on: &page) }
    page.put([Segment("}" + end)], indent: indent)
  }
}

extension ExploredValue {
  /// As a name or a cell: text as it is, everything else as Lua writes it.
  var inline: String {
    if case .text(let text) = self { text } else { literal }
  }

  /// As Lua writes it, on one line.
  var literal: String {
    switch self {
    case .nothing: "nil"
    case .boolean(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .number(let value): Self.literal(value)
    case .text(let text): Self.literal(text)
    case .requirement(let id): id.description
    case .object(let name): name
    case .list, .record: "{ " + (fields ?? []).map { $0.lead + $0.value.literal }.joined(separator: ", ") + " }"
    }
  }

  /// The elements or fields, each with what stands before its value; nil for what has none.
  fileprivate var fields: [(lead: String, value: ExploredValue)]? {
    switch self {
    case .list(let values, let isCut):
      values.map { ("", $0) } + (isCut ? [("", .object("…"))] : [])
    case .record(let record):
      record.fields.map { (Self.key($0.name), $0.value) } + (record.isCut ? [("", .object("…"))] : [])
    default: nil
    }
  }

  private static func key(_ name: ExploredValue) -> String {
    guard case .text(let text) = name, isName(text) else { return "[\(name.literal)] = " }
    return "\(text) = "
  }

  private static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, first == UInt8(ascii: "_") || isLetter(first) else { return false }
    return text.utf8.allSatisfy { isLetter($0) || $0 == UInt8(ascii: "_") || 0x30...0x39 ~= $0 }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { 0x41...0x5A ~= byte || 0x61...0x7A ~= byte }

  private static func literal(_ value: Double) -> String {
    if value.isNaN { return "nan" }
    if value.isInfinite { return value < 0 ? "-inf" : "inf" }
    return "\(value)"
  }

  private static func literal(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
