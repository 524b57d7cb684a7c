import CLuaBridge

/// A value that crossed the border: a copy, which no Lua code can change.
public enum LuaValue: Hashable, Sendable {
  case `nil`
  case boolean(Bool)
  case integer(Int64)
  case number(Double)
  /// A string; bytes that are no UTF-8 show as U+FFFD.
  case string(String)
  case table(LuaTable)
  case function(LuaFunction)
  /// Something that has no meaning outside Lua: a thread or a foreign object.
  case other

  /// The type's name as Lua gives it, for messages.
  public var typeName: String {
    switch self {
    case .nil: "nil"
    case .boolean: "boolean"
    case .integer, .number: "number"
    case .string: "string"
    case .table: "table"
    case .function: "function"
    case .other: "userdata"
    }
  }
}

/// A function that stayed behind in its state.
public struct LuaFunction: Hashable, Sendable {
  /// What the state calls it by.
  let reference: Int32
  /// Where it is defined; nil for a function that is not the plugin's own.
  public let place: LuaPlace?

  init(reference: Int32, place: LuaPlace?) {
    self.reference = reference
    self.place = place
  }

  /// Names a function of a state that is elsewhere; no state of this process has it.
  public init(elsewhere place: LuaPlace?) { self.init(reference: -1, place: place) }
}

/// A line of a plugin's file.
public struct LuaPlace: Hashable, Sendable {
  /// The file, relative to the plugin's folder.
  public let file: String
  /// The line, counted from 1.
  public let line: Int

  /// Names a line.
  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }

  fileprivate init?(_ node: tl_node, _ bytes: tl_bytes) {
    guard node.line > 0, node.length > 0 else { return nil }
    file = text(bytes.start.map { $0 + node.offset }, node.length)
    line = Int(node.line)
  }
}

/// A table, its entries in no order that means anything.
public struct LuaTable: Hashable, Sendable {
  /// What the host's own Lua marked a table as.
  public enum Tag: Hashable, Sendable, CaseIterable {
    case none
    case source
    case plugin
    case index
    case set
  }

  /// The mark.
  public let tag: Tag
  /// Where a marked table was made; nil for others.
  public let place: LuaPlace?
  /// Equal for two copies of one table.
  public let identity: UInt
  /// The entries.
  public let entries: [LuaValue: LuaValue]

  /// Makes a table from its parts, as another process told them.
  public init(tag: Tag, place: LuaPlace?, identity: UInt, entries: [LuaValue: LuaValue]) {
    self.tag = tag
    self.place = place
    self.identity = identity
    self.entries = entries
  }

  /// The value under a name; nil if there is none.
  public subscript(name: String) -> LuaValue? { entries[.string(name)] }

  /// The table with only those entries whose key is wanted.
  public func filteringKeys(_ isWanted: (LuaValue) -> Bool) -> LuaTable {
    LuaTable(tag: tag, place: place, identity: identity, entries: entries.filter { isWanted($0.key) })
  }

  /// The elements, if the table is a list: its keys are 1 to n without a gap. An empty table is an empty list.
  public var list: [LuaValue]? {
    var elements: [LuaValue] = []
    elements.reserveCapacity(entries.count)
    for index in 0..<entries.count {
      guard let element = entries[.integer(Int64(index + 1))] else { return nil }
      elements.append(element)
    }
    return elements
  }
}

extension LuaValue {
  /// Copies the value that the last call left in a state.
  /// - Parameter path: what is copied of it, see ``read(_:_:_:only:)``.
  init(leftIn state: OpaquePointer, only path: [String?] = []) {
    var count = 0
    let nodes = tl_value_nodes(state, &count)
    var position = 0
    // The bridge keeps `count` nodes at this address until its next call; they are copied before.
    let left = UnsafeBufferPointer(start: nodes, count: count)
    self = LuaValue.read(left, &position, tl_value_text(state), only: path[...]) ?? .nil
  }

  /// The value as the bridge's nodes, with the text that they name.
  func withNodes<R>(_ body: (UnsafeBufferPointer<tl_node>, [UInt8]) -> R) -> R {
    var nodes: [tl_node] = []
    var bytes: [UInt8] = []
    write(to: &nodes, &bytes)
    return nodes.withUnsafeBufferPointer { body($0, bytes) }
  }

  /// Reads a value from the bridge's nodes; nil if they end early.
  /// - Parameter path: of tables, level by level, the name of the only entry that is read, nil for all; below its end all are.
  static func read(
    _ nodes: UnsafeBufferPointer<tl_node>, _ position: inout Int, _ bytes: tl_bytes, only path: ArraySlice<String?> = []
  ) -> LuaValue? {
    guard position < nodes.count else { return nil }
    let node = nodes[position]
    position += 1
    switch node.type {
    case TL_NIL: return .nil
    case TL_BOOLEAN: return .boolean(node.integer != 0)
    case TL_INTEGER: return .integer(node.integer)
    case TL_NUMBER: return .number(node.number)
    case TL_STRING: return .string(text(bytes.start.map { $0 + node.offset }, node.length))
    case TL_FUNCTION: return .function(LuaFunction(reference: Int32(node.integer), place: LuaPlace(node, bytes)))
    case TL_TABLE:
      var entries: [LuaValue: LuaValue] = [:]
      entries.reserveCapacity(Int(node.count))
      for _ in 0..<node.count {
        guard let key = read(nodes, &position, bytes) else { return nil }
        if let name = path.first ?? nil, key != .string(name) {
          skip(nodes, &position)
          continue
        }
        guard let value = read(nodes, &position, bytes, only: path.dropFirst()) else { return nil }
        entries[key] = value
      }
      return .table(
        LuaTable(
          tag: LuaTable.Tag(node.tag), place: LuaPlace(node, bytes), identity: UInt(node.identity), entries: entries))
    default: return .other
    }
  }

  private static func skip(_ nodes: UnsafeBufferPointer<tl_node>, _ position: inout Int) {
    var left = 1
    while left > 0, position < nodes.count {
      let node = nodes[position]
      position += 1
      left += node.type == TL_TABLE ? 2 * Int(node.count) - 1 : -1
    }
  }

  /// Writes the value as the bridge's nodes. Functions and foreign objects arrive as nil.
  func write(to nodes: inout [tl_node], _ bytes: inout [UInt8]) {
    var node = tl_node()
    switch self {
    case .nil, .function, .other: node.type = TL_NIL
    case .boolean(let value):
      node.type = TL_BOOLEAN
      node.integer = value ? 1 : 0
    case .integer(let value):
      node.type = TL_INTEGER
      node.integer = value
    case .number(let value):
      node.type = TL_NUMBER
      node.number = value
    case .string(let value):
      node.type = TL_STRING
      node.offset = bytes.count
      bytes.append(contentsOf: value.utf8)
      node.length = bytes.count - node.offset
    case .table(let table):
      node.type = TL_TABLE
      node.count = UInt32(table.entries.count)
      nodes.append(node)
      for (key, value) in table.entries {
        key.write(to: &nodes, &bytes)
        value.write(to: &nodes, &bytes)
      }
      return
    }
    nodes.append(node)
  }

  /// A list of values.
  public static func list(_ elements: [LuaValue]) -> LuaValue {
    .record(entries: Dictionary(uniqueKeysWithValues: elements.enumerated().map { (.integer(Int64($0 + 1)), $1) }))
  }

  /// A table with string keys.
  public static func record(_ fields: [String: LuaValue]) -> LuaValue {
    .record(entries: Dictionary(uniqueKeysWithValues: fields.map { (.string($0), $1) }))
  }

  private static func record(entries: [LuaValue: LuaValue]) -> LuaValue {
    .table(LuaTable(tag: .none, place: nil, identity: 0, entries: entries))
  }
}

extension LuaTable.Tag {
  init(_ tag: tl_tag) {
    switch tag {
    case TL_TAG_SOURCE: self = .source
    case TL_TAG_PLUGIN: self = .plugin
    case TL_TAG_INDEX: self = .index
    case TL_TAG_SET: self = .set
    default: self = .none
    }
  }
}
