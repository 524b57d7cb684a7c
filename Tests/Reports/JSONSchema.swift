import FoundationEssentials

/// Any JSON.
enum JSONTree: Decodable, Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case list([JSONTree])
  case object([String: JSONTree])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSONTree].self) {
      self = .list(value)
    } else {
      self = .object(try container.decode([String: JSONTree].self))
    }
  }

  subscript(key: String) -> JSONTree? { if case .object(let members) = self { members[key] } else { nil } }
  var items: [JSONTree] { if case .list(let items) = self { items } else { [] } }
  var text: String? { if case .string(let text) = self { text } else { nil } }
  var number: Double? { if case .number(let number) = self { number } else { nil } }
  var members: [String: JSONTree] { if case .object(let members) = self { members } else { [:] } }

  var types: Set<String> {
    switch self {
    case .null: ["null"]
    case .bool: ["boolean"]
    case .number(let number): number == number.rounded() ? ["number", "integer"] : ["number"]
    case .string: ["string"]
    case .list: ["array"]
    case .object: ["object"]
    }
  }
}

/// Holds documents against a JSON Schema (draft 2020-12): the keywords that ours uses, and no others, which are a fault.
///
/// Stricter than the schema in one thing: a key that the schema does not describe is a fault. Programs must put up with such keys;
/// what Tenken writes must be described.
struct JSONSchema {
  let root: JSONTree

  /// Everything in which a document does not conform, each with its path.
  func faults(of document: JSONTree) -> [String] { faults(of: document, root, "$") }

  private static let known: Set = [
    "$schema", "$id", "$ref", "$defs", "title", "description", "type", "enum", "const", "required", "properties",
    "additionalProperties", "items", "minimum", "pattern",
  ]

  private func faults(of value: JSONTree, _ schema: JSONTree, _ path: String) -> [String] {
    var faults = schema.members.keys.filter { !Self.known.contains($0) }.map { "\(path): keyword \($0)" }
    if let reference = schema["$ref"]?.text {
      let name = reference.split(separator: "/").last.map(String.init) ?? ""
      guard let target = root["$defs"]?[name] else { return faults + ["\(path): no \(reference)"] }
      faults += self.faults(of: value, target, path)
    }
    if let type = schema["type"] {
      let allowed = type.text.map { [$0] } ?? type.items.compactMap(\.text)
      if value.types.isDisjoint(with: allowed) { faults.append("\(path): not \(allowed)") }
    }
    if let constant = schema["const"], value != constant { faults.append("\(path): not \(constant)") }
    if let values = schema["enum"], !values.items.contains(value) { faults.append("\(path): not in \(values.items)") }
    if let minimum = schema["minimum"]?.number, let number = value.number, number < minimum {
      faults.append("\(path): below \(minimum)")
    }
    if let pattern = schema["pattern"]?.text, let text = value.text {
      if (try? Regex(pattern).wholeMatch(in: text)) == nil {
        faults.append("\(path): \(text) does not match \(pattern)")
      }
    }
    for (index, item) in value.items.enumerated() {
      if let schema = schema["items"] { faults += self.faults(of: item, schema, "\(path)[\(index)]") }
    }
    for key in schema["required"]?.items.compactMap(\.text) ?? [] where value[key] == nil {
      faults.append("\(path): no \(key)")
    }
    guard schema["properties"] != nil || schema["additionalProperties"] != nil else { return faults }
    for (key, member) in value.members {
      if let schema = schema["properties"]?[key] ?? schema["additionalProperties"] {
        faults += self.faults(of: member, schema, "\(path).\(key)")
      } else {
        faults.append("\(path).\(key): not described")
      }
    }
    return faults
  }
}
