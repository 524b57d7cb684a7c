/// Times by the five fields of crontab(5): minute, hour, day of the month, month and day of the week, in the site's time.
///
/// Each field takes `*`, numbers, ranges `a-b`, steps `*/n` and `a-b/n`, and lists of these with commas; months and days of the week
/// have English names of three letters, also in ranges; Sunday is 0 or 7. Beyond crontab(5), `L` among the days of the month is its
/// last day. A day that a month does not have is passed over in that month, as cron does: `0 3 31 * *` runs in seven months of the year.
/// If both the day of the month and the day of the week are restricted, either will do, as in cron.
public struct CronExpression: Hashable, Sendable, CustomStringConvertible {
  /// One of the five fields, in their order.
  public enum Field: Int, Sendable, CaseIterable {
    case minute
    case hour
    case day
    case month
    case weekday
  }

  /// Why a text is no cron expression.
  public enum Fault: Error, Hashable, Sendable {
    /// There are not five fields, but so many.
    case fields(Int)
    /// A part of a field cannot be read: the field, its number from 1 left to right, and the part.
    case part(Field, String)
    /// No month that is named has a day that is named, such as 30 February.
    case never
  }

  /// The expression as it was written, with single spaces.
  public let description: String

  private let minutes: BitSet
  private let hours: BitSet
  private let days: BitSet
  private let months: BitSet
  private let weekdays: BitSet
  private let isLastDay: Bool
  /// Whether the field begins with something else than `*`, which is what cron goes by.
  private let restrictsDays: Bool
  private let restrictsWeekdays: Bool

  /// Parses five fields, separated by blanks.
  public init(parsing text: String) throws(Fault) {
    let fields = text.split(whereSeparator: { $0 == " " || $0 == "\t" })
    guard fields.count == Field.allCases.count else { throw .fields(fields.count) }
    description = fields.joined(separator: " ")
    minutes = try Self.values(of: .minute, fields[0])
    hours = try Self.values(of: .hour, fields[1])
    let parts = fields[2].split(separator: ",", omittingEmptySubsequences: false)
    let dates = parts.filter { $0.uppercased() != "L" }
    isLastDay = dates.count < parts.count
    days = dates.isEmpty ? [] : try Self.values(of: .day, dates.joined(separator: ","))
    months = try Self.values(of: .month, fields[3])
    weekdays = try Self.values(of: .weekday, fields[4])
    restrictsDays = !fields[2].hasPrefix("*")
    restrictsWeekdays = !fields[4].hasPrefix("*")
    if restrictsDays, !restrictsWeekdays, !isLastDay, !(1...12).contains(where: { hasDay(inMonth: $0) }) {
      throw .never
    }
  }

  /// Whether the expression names a day.
  /// - Parameters:
  ///   - weekday: 0 for Sunday to 6 for Saturday.
  ///   - isLast: whether it is the last day of its month.
  public func matches(month: Int, day: Int, weekday: Int, isLast: Bool) -> Bool {
    guard months.contains(month) else { return false }
    let isDay = days.contains(day) || isLast && isLastDay
    let isWeekday = weekdays.contains(weekday)
    return restrictsDays && restrictsWeekdays ? isDay || isWeekday : isDay && isWeekday
  }

  /// The first minute of a day that the expression names, at or after one; nil if there is none on that day.
  /// - Parameter minute: minutes since midnight.
  public func firstMinute(from minute: Int) -> Int? {
    for hour in max(0, minute / 60)..<24 where hours.contains(hour) {
      let first = hour == minute / 60 ? minute % 60 : 0
      if let found = (first..<60).first(where: minutes.contains) { return hour * 60 + found }
    }
    return nil
  }

  private func hasDay(inMonth month: Int) -> Bool {
    let length = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    return months.contains(month) && (1...length).contains(where: days.contains)
  }
}

extension CronExpression {
  /// Numbers from 0 to 63.
  private struct BitSet: Hashable, ExpressibleByArrayLiteral {
    private var bits: UInt64 = 0
    init(arrayLiteral numbers: Int...) { for number in numbers { insert(number) } }
    mutating func insert(_ number: Int) { bits |= 1 << UInt64(number) }
    func contains(_ number: Int) -> Bool { bits & 1 << UInt64(number) != 0 }
  }

  private static func values(of field: Field, _ text: some StringProtocol) throws(Fault) -> BitSet {
    var values: BitSet = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let numbers = numbers(of: field, String(part)) else { throw .part(field, String(part)) }
      // Sunday is 0 and 7.
      for number in numbers { values.insert(field == .weekday ? number % 7 : number) }
    }
    return values
  }

  /// The numbers of one part of a field; nil if it cannot be read.
  private static func numbers(of field: Field, _ part: String) -> StrideThrough<Int>? {
    let halves = part.split(separator: "/", omittingEmptySubsequences: false)
    guard let range = range(of: field, halves[0]) else { return nil }
    guard halves.count > 1 else { return stride(from: range.lowerBound, through: range.upperBound, by: 1) }
    let isSpan = halves[0] == "*" || halves[0].contains("-")
    guard halves.count == 2, isSpan, let step = number(halves[1]), step > 0 else { return nil }
    return stride(from: range.lowerBound, through: range.upperBound, by: step)
  }

  private static func range(of field: Field, _ text: Substring) -> ClosedRange<Int>? {
    if text == "*" { return field.range }
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = ends.first.flatMap({ value(of: field, $0) }),
      let last = ends.last.flatMap({ value(of: field, $0) }),
      ends.count <= 2
    else { return nil }
    // A range may end with Sunday: sat-sun.
    let end = field == .weekday && last == 0 && first > 0 ? 7 : last
    return first <= end ? first...end : nil
  }

  private static func value(of field: Field, _ text: Substring) -> Int? {
    if let index = field.names.firstIndex(of: text.lowercased()) { return index + (field == .month ? 1 : 0) }
    guard let number = number(text), field.range.contains(number) || field == .weekday && number == 7 else {
      return nil
    }
    return number
  }

  private static func number(_ text: Substring) -> Int? {
    1...2 ~= text.utf8.count && text.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } ? Int(text) : nil
  }
}

extension CronExpression.Field {
  /// The numbers of the field. Sunday may also be written 7.
  public var range: ClosedRange<Int> {
    switch self {
    case .minute: 0...59
    case .hour: 0...23
    case .day: 1...31
    case .month: 1...12
    case .weekday: 0...6
    }
  }

  fileprivate var names: [String] {
    switch self {
    case .month: ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    case .weekday: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
    case .minute, .hour, .day: []
    }
  }
}
