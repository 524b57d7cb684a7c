/// A time that is counted in days or months of the calendar, such as `90 days`.
public struct CalendarSpan: Hashable, Sendable, CustomStringConvertible {
  /// How many units.
  public let count: Int
  /// The unit.
  public let unit: Unit

  /// A unit of the calendar.
  public enum Unit: String, Sendable, CaseIterable {
    case day
    case week
    case month
    case year
  }

  /// A number of days.
  public init(days: Int) { (count, unit) = (days, .day) }

  /// Parses `90 days`, `1 year`, up to 1000 units; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 2, let count = Int(words[0]), 1...1000 ~= count, words[0].utf8.allSatisfy(isDigit) else {
      return nil
    }
    let name = words[1].hasSuffix("s") ? words[1].dropLast() : words[1]
    guard let unit = Unit(rawValue: String(name)) else { return nil }
    self.count = count
    self.unit = unit
  }

  /// The time as it is written.
  public var description: String { "\(count) \(unit.rawValue)\(count == 1 ? "" : "s")" }

  /// The day that lies so long before another.
  public func before(_ day: CalendarDate) -> CalendarDate { day.adding(self, -1) }

  /// The day that lies so long after another.
  public func after(_ day: CalendarDate) -> CalendarDate { day.adding(self, 1) }
}

extension CalendarDate {
  fileprivate func adding(_ span: CalendarSpan, _ sign: Int) -> CalendarDate {
    switch span.unit {
    case .day: adding(days: sign * span.count)
    case .week: adding(days: sign * 7 * span.count)
    case .month: adding(months: sign * span.count)
    case .year: adding(months: sign * 12 * span.count)
    }
  }
}
