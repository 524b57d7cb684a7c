import Compliance
import Wording

/// A value of a TOML document, and where it begins.
struct TOMLValue {
  enum Content {
    /// A text, or the text of a number, a date or a truth value.
    case scalar([UInt8])
    /// A list in brackets; nothing is added to it later.
    case list([TOMLValue])
    /// A list whose elements are headed by `[[name]]`.
    case tables(TOMLTableList)
    case table(TOMLTable)
  }

  let content: Content
  let line: Int
  let column: Int
}

/// A table of a TOML document: names and their values in the order of the file.
final class TOMLTable {
  /// How a table came to be, which decides what may still be added to it (TOML 1.0, Keys and Table).
  enum Origin {
    /// Only a table in it has a header so far, and it may get one of its own.
    case implied
    /// It has a header.
    case header
    /// It is named before a dot on the left of an equals sign.
    case dotted
    /// It stands in braces, and is complete.
    case inline
  }

  struct Entry {
    let name: [UInt8]
    let line: Int
    let column: Int
    var value: TOMLValue
  }

  var origin: Origin
  /// Where it begins.
  let line: Int
  let column: Int
  private(set) var entries: [Entry] = []
  private var positions: [[UInt8]: Int] = [:]

  /// - Parameter name: where it is named.
  init(_ origin: Origin, at name: TOMLName) {
    self.origin = origin
    (line, column) = (name.line, name.column)
  }

  subscript(_ name: [UInt8]) -> Entry? { positions[name].map { entries[$0] } }

  /// Adds a name that is not there yet.
  func add(_ name: TOMLName, _ value: TOMLValue) {
    positions[name.text] = entries.count
    entries.append(Entry(name: name.text, line: name.line, column: name.column, value: value))
  }
}

/// The tables of a `[[name]]`, of which there may be many: they are appended to, and never copied.
final class TOMLTableList {
  private(set) var tables: [TOMLTable] = []

  /// Adds the table of one more header.
  func append(_ table: TOMLTable) { tables.append(table) }
}

/// A name in a key or a header, or none before a value, and where it stands.
struct TOMLName {
  let text: [UInt8]
  let line: Int
  let column: Int

  init(text: [UInt8], line: Int, column: Int) { (self.text, self.line, self.column) = (text, line, column) }

  init(text: [UInt8], at place: (line: Int, column: Int)) {
    self.init(text: text, line: place.line, column: place.column)
  }

  /// A value that begins here.
  func value(_ content: TOMLValue.Content) -> TOMLValue { TOMLValue(content: content, line: line, column: column) }

  /// A fault of this name.
  func fault(_ text: LocalizedText) -> TreeFault { TreeFault(line: line, column: column, text: text, isFinal: true) }

  /// The name stands a second time where it may stand once.
  func isTaken(by entry: TOMLTable.Entry) -> TreeFault {
    fault(Wording.tomlDuplicate(shown(text), firstLine: entry.line))
  }
}
