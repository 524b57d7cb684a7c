import Compliance
import Lua

extension ExploredValue {
  /// Reads a value as `describe` of Session.lua writes it; nil for anything else.
  init?(described value: LuaValue) {
    switch value {
    case .boolean(let value): self = .boolean(value)
    case .integer(let value): self = .integer(value)
    case .number(let value): self = .number(value)
    case .string(let text): self = .text(text)
    case .table(let table):
      guard let parts = table.list, case .string(let word)? = parts.first else { return nil }
      self.init(word, parts.dropFirst())
    case .nil, .function, .other: return nil
    }
  }

  private init?(_ word: String, _ parts: ArraySlice<LuaValue>) {
    var rest = parts
    switch word {
    case "nil": self = .nothing
    case "object":
      guard let name = rest.first?.string else { return nil }
      self = .object(name)
    case "requirement":
      guard let id = rest.first?.string.flatMap({ RequirementID($0) }) else { return nil }
      self = .requirement(id)
    case "list":
      guard let isCut = rest.popFirst()?.boolean else { return nil }
      var values: [ExploredValue] = []
      for part in rest {
        guard let value = ExploredValue(described: part) else { return nil }
        values.append(value)
      }
      self = .list(values, isCut: isCut)
    case "record":
      guard let place = rest.popFirst()?.string, let isCut = rest.popFirst()?.boolean else { return nil }
      var fields: [ExploredRecord.Field] = []
      while let name = rest.popFirst() {
        guard let name = ExploredValue(described: name), let value = rest.popFirst().flatMap(ExploredValue.init)
        else { return nil }
        fields.append(.init(name: name, value: value))
      }
      self = .record(ExploredRecord(fields, place: place.isEmpty ? nil : place, isCut: isCut))
    default: return nil
    }
  }

  /// The value as plain data of Lua. A requirement is its id.
  var plain: LuaValue {
    switch self {
    case .nothing: .nil
    case .boolean(let value): .boolean(value)
    case .integer(let value): .integer(value)
    case .number(let value): .number(value)
    case .text(let text), .object(let text): .string(text)
    case .requirement(let id): .string(id.description)
    case .list(let values, _): .list(values.map(\.plain))
    case .record(let record):
      .table(
        LuaTable(
          tag: .none, place: nil, identity: 0,
          entries: Dictionary(record.fields.map { ($0.name.plain, $0.value.plain) }) { _, last in last }))
    }
  }
}
