import Lua
import SiteData

extension Plugin {
  /// The parameters as results show them: the defaults, replaced by what the site sets.
  public func parameterText(_ settings: PluginSettings?) -> String { text(of: parameterValues(settings).values) }

  /// Parameters' values as one JSON object that is the same for the same values: names and the members of sets in the order of their
  /// bytes, no spaces, numbers as Swift writes them, so that they can be read back without loss.
  func text(of values: [String: LuaValue]) -> String {
    let types = Dictionary(parameters.map { ($0.name, $0.type) }) { first, _ in first }
    let fields = values.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    return "{" + fields.map { "\(quoted($0.key)):\(text(of: $0.value, as: types[$0.key]))" }.joined(separator: ",")
      + "}"
  }

  private func text(of value: LuaValue, as type: ParameterType?) -> String {
    switch value {
    case .boolean(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .number(let value): String(value)
    case .string(let text): quoted(text)
    case .table(let table) where type == .set:
      "["
        + table.entries.keys.compactMap(\.string).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        .map(quoted).joined(separator: ",") + "]"
    case .table(let table): "[" + (table.list ?? []).map { text(of: $0, as: nil) }.joined(separator: ",") + "]"
    // No parameter has such a value.
    case .nil, .function, .other: "null"
    }
  }
}

/// A text as JSON (RFC 8259, 7).
private func quoted(_ text: String) -> String {
  var json = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": json += "\\\""
    case "\\": json += "\\\\"
    case ..<" ":
      let digits = String(scalar.value, radix: 16)
      json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: json.unicodeScalars.append(scalar)
    }
  }
  return json + "\""
}
