import Compliance
import Wording

/// Puts the tables of a TOML document together (TOML 1.0). The first thing that is wrong ends it: what comes after cannot be trusted to
/// belong where it seems to.
struct TOMLDocument {
  /// How deep tables and lists may lie in each other. Documents are taken apart by recursion, so there must be an end to it.
  static let deepest = 100

  private var scanner: TOMLScanner
  private let root = TOMLTable(.header, at: TOMLName(text: [], line: 1, column: 1))
  /// The table that lines without a header of their own belong to.
  private var current: TOMLTable
  private var currentDepth = 0

  /// Reads a document.
  /// - Parameter bytes: all of it.
  static func read(_ bytes: [UInt8]) throws(TreeFault) -> TOMLTable {
    var document = TOMLDocument(scanner: try TOMLScanner(bytes))
    while try document.scanner.skipToExpression() { try document.readExpression() }
    return document.root
  }

  private init(scanner: TOMLScanner) {
    self.scanner = scanner
    current = root
  }

  private mutating func readExpression() throws(TreeFault) {
    if scanner.accept("[[") {
      let names = try readKey()
      guard scanner.accept("]]") else { throw scanner.fault(Wording.tomlOpenHeader) }
      try openElement(names)
    } else if scanner.accept("[") {
      let names = try readKey()
      guard scanner.accept("]") else { throw scanner.fault(Wording.tomlOpenHeader) }
      try openTable(names)
    } else {
      try readPair(into: current, depth: currentDepth)
    }
    try scanner.endLine()
  }

  // MARK: - Headers

  private mutating func openTable(_ names: [TOMLName]) throws(TreeFault) {
    guard let last = names.last else { return }
    let parent = try descend(names.dropLast())
    if let entry = parent[last.text] {
      guard case .table(let table) = entry.value.content, table.origin == .implied else {
        throw last.isTaken(by: entry)
      }
      table.origin = .header
      current = table
    } else {
      current = TOMLTable(.header, at: last)
      parent.add(last, last.value(.table(current)))
    }
    currentDepth = names.count
  }

  private mutating func openElement(_ names: [TOMLName]) throws(TreeFault) {
    guard let last = names.last else { return }
    let parent = try descend(names.dropLast())
    current = TOMLTable(.header, at: last)
    if let entry = parent[last.text] {
      guard case .tables(let list) = entry.value.content else { throw last.isTaken(by: entry) }
      list.append(current)
    } else {
      let list = TOMLTableList()
      list.append(current)
      parent.add(last, last.value(.tables(list)))
    }
    currentDepth = names.count + 1
  }

  /// The table that the names before the last of a header lead to; those that are not there yet are made.
  private func descend(_ names: ArraySlice<TOMLName>) throws(TreeFault) -> TOMLTable {
    var table = root
    for name in names {
      guard let entry = table[name.text] else {
        let inner = TOMLTable(.implied, at: name)
        table.add(name, name.value(.table(inner)))
        table = inner
        continue
      }
      switch entry.value.content {
      case .table(let inner) where inner.origin != .inline: table = inner
      case .tables(let list):
        guard let last = list.tables.last else { throw name.isTaken(by: entry) }
        table = last
      case .table, .list, .scalar: throw name.isTaken(by: entry)
      }
    }
    return table
  }

  // MARK: - Keys and values

  private mutating func readPair(into table: TOMLTable, depth: Int) throws(TreeFault) {
    let names = try readKey()
    guard let last = names.last else { return }
    guard scanner.accept("=") else { throw scanner.fault(Wording.tomlNoEquals(shown(last.text))) }
    var table = table
    for name in names.dropLast() {
      guard let entry = table[name.text] else {
        let inner = TOMLTable(.dotted, at: name)
        table.add(name, name.value(.table(inner)))
        table = inner
        continue
      }
      guard case .table(let inner) = entry.value.content, inner.origin == .dotted else { throw name.isTaken(by: entry) }
      table = inner
    }
    if let entry = table[last.text] { throw last.isTaken(by: entry) }
    table.add(last, try readValue(depth: depth + names.count))
  }

  /// The names of a key or header, and the space around them.
  private mutating func readKey() throws(TreeFault) -> [TOMLName] {
    var names: [TOMLName] = []
    repeat {
      scanner.skipSpaces()
      names.append(try scanner.name())
      if names.count > Self.deepest { throw scanner.fault(Wording.tooDeep(limit: Self.deepest)) }
      scanner.skipSpaces()
    } while scanner.accept(".")
    return names
  }

  private mutating func readValue(depth: Int) throws(TreeFault) -> TOMLValue {
    scanner.skipSpaces()
    let start = TOMLName(text: [], at: scanner.place())
    if depth > Self.deepest { throw scanner.fault(Wording.tooDeep(limit: Self.deepest)) }
    let content: TOMLValue.Content
    if scanner.accept("[") {
      content = .list(try readList(depth: depth))
    } else if scanner.accept("{") {
      content = .table(try readInlineTable(start, depth: depth))
    } else {
      content = .scalar(try scanner.scalar())
    }
    return start.value(content)
  }

  private mutating func readList(depth: Int) throws(TreeFault) -> [TOMLValue] {
    var values: [TOMLValue] = []
    while true {
      try scanner.skipLines()
      if scanner.accept("]") { return values }
      values.append(try readValue(depth: depth + 1))
      try scanner.skipLines()
      if scanner.accept(",") { continue }
      guard scanner.accept("]") else { throw scanner.fault(Wording.tomlOpenList) }
      return values
    }
  }

  /// Within the braces dots may add to a table; behind them nothing may.
  private mutating func readInlineTable(_ start: TOMLName, depth: Int) throws(TreeFault) -> TOMLTable {
    let table = TOMLTable(.inline, at: start)
    scanner.skipSpaces()
    if scanner.accept("}") { return table }
    while true {
      try readPair(into: table, depth: depth)
      scanner.skipSpaces()
      if scanner.accept("}") { return table }
      guard scanner.accept(",") else { throw scanner.fault(Wording.tomlOpenTable) }
    }
  }
}
