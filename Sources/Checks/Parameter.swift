import Compliance
import Lua
import SiteData

/// The kinds of value that a parameter may have, by the words of the plugin contract.
public enum ParameterType: String, Sendable, CaseIterable {
  case integer
  case number
  case string
  case boolean
  /// A date in ISO 8601.
  case date
  /// A list of strings.
  case list
  /// A set of strings: in Lua a table with `true` for each member.
  case set
}

/// A value that a site may set for a plugin.
public struct Parameter: Sendable, Hashable {
  /// The name.
  public let name: String
  /// The kind of its values.
  public let type: ParameterType
  /// The value where the site says nothing.
  public let fallback: LuaValue
  /// The unit of a number, such as `days`; nil for none.
  public let unit: String?
  /// The least number allowed.
  public let minimum: Double?
  /// The greatest number allowed.
  public let maximum: Double?
  /// What it is for.
  public let doc: LocalizedText

  /// The value as the tests see it; nil if it is not of the parameter's type or out of its bounds.
  func accepts(_ value: LuaValue) -> LuaValue? {
    switch (type, value) {
    case (.integer, .integer(let number)): isWithinBounds(Double(number)) ? value : nil
    case (.integer, .number(let number)):
      Int64(exactly: number).flatMap { isWithinBounds(number) ? .integer($0) : nil }
    case (.number, .integer(let number)): isWithinBounds(Double(number)) ? value : nil
    case (.number, .number(let number)): number.isFinite && isWithinBounds(number) ? value : nil
    case (.string, .string), (.boolean, .boolean): value
    case (.date, .string(let text)): CalendarDate(iso: text) != nil ? value : nil
    case (.list, .table(let table)): table.list?.allSatisfy(\.isString) == true ? value : nil
    case (.set, .table(let table)): members(of: table)
    default: nil
    }
  }

  private func isWithinBounds(_ number: Double) -> Bool {
    minimum.map { number >= $0 } ?? true && maximum.map { number <= $0 } ?? true
  }

  private func members(of table: LuaTable) -> LuaValue? {
    let members: [String]
    if table.tag == .set {
      members = table.entries.keys.compactMap(\.string)
      guard members.count == table.entries.count else { return nil }
    } else {
      guard let list = table.list, list.allSatisfy(\.isString) else { return nil }
      members = list.compactMap(\.string)
    }
    return .record(Dictionary(members.map { ($0, .boolean(true)) }) { first, _ in first })
  }
}

extension LuaValue {
  var isString: Bool { string != nil }

  /// The string, if it is one.
  var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// A setting as the Lua value that a plugin would have written.
  public init(_ setting: SettingValue) {
    switch setting {
    case .integer(let value): self = .integer(value)
    case .number(let value): self = .number(value)
    case .boolean(let value): self = .boolean(value)
    case .string(let value): self = .string(value)
    case .list(let values): self = .list(values.map(LuaValue.init))
    }
  }
}
