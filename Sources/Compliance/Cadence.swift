/// How often a check must run: a number of units of the calendar, such as `1 day` or `3 months`.
public struct Cadence: Hashable, Sendable, CustomStringConvertible {
  /// A unit of the calendar.
  public enum Unit: String, Sendable, CaseIterable {
    case hour
    case day
    case week
    case month
    case year
  }

  /// How many units, from 1 to 1000.
  public let count: Int
  /// The unit.
  public let unit: Unit

  /// Parses `1 day`, `2 weeks`, `12 months`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 2, let count = Int(words[0]), 1...1000 ~= count, words[0].first?.isNumber == true else {
      return nil
    }
    let name = words[1].hasSuffix("s") ? words[1].dropLast() : words[1]
    guard let unit = Unit(rawValue: String(name)) else { return nil }
    self.count = count
    self.unit = unit
  }

  /// The cadence as it is written in plugins.
  public var description: String { "\(count) \(unit.rawValue)\(count == 1 ? "" : "s")" }
}
