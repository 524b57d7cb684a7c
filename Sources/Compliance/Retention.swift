/// How long the records of sweeps are kept. A sweep is kept if one of the rules keeps it; a site without rules keeps all.
public struct Retention: Hashable, Sendable {
  /// A time that is counted in days or months of the calendar, such as `90 days`.
  public struct Span: Hashable, Sendable, CustomStringConvertible {
    /// How many units, from 1 to 1000.
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

    /// Parses `90 days`, `1 year`; nil for anything else.
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
    func before(_ day: CalendarDate) -> CalendarDate {
      switch unit {
      case .day: day.adding(days: -count)
      case .week: day.adding(days: -7 * count)
      case .month: day.adding(months: -count)
      case .year: day.adding(months: -12 * count)
      }
    }
  }

  /// How long every sweep is kept.
  public var all: Span?
  /// How long the last sweep of each day is kept.
  public var daily: Span?
  /// How long the last sweep of each month is kept.
  public var monthly: Span?
  /// How long the last sweep of each year is kept.
  public var yearly: Span?

  /// Makes rules.
  public init(all: Span? = nil, daily: Span? = nil, monthly: Span? = nil, yearly: Span? = nil) {
    self.all = all
    self.daily = daily
    self.monthly = monthly
    self.yearly = yearly
  }

  /// A stored sweep, as the rules see it.
  public struct Candidate: Hashable, Sendable {
    /// The sweep.
    public let id: SweepID
    /// The day on which it began, by the clock of the machine: nobody keeps or loses sweeps by `--at`.
    public let day: CalendarDate
    /// Whether it was not limited to some checks.
    public let isFull: Bool

    /// Makes a candidate.
    public init(id: SweepID, day: CalendarDate, isFull: Bool) {
      self.id = id
      self.day = day
      self.isFull = isFull
    }
  }

  /// The sweeps that no rule keeps, in ascending order. The newest and the newest full one are always kept. The last of a day, month
  /// or year is the last full one, or where there is none, the last.
  public func thinned(_ sweeps: [Candidate], today: CalendarDate) -> [SweepID] {
    guard self != Retention() else { return [] }
    let sweeps = sweeps.sorted { $0.id < $1.id }
    var kept = Set([sweeps.last, sweeps.last(where: \.isFull)].compactMap { $0?.id })
    if let all { kept.formUnion(sweeps.filter { $0.day >= all.before(today) }.map(\.id)) }
    let periods: [(Span?, (CalendarDate) -> Int)] = [
      (daily, { $0.daysSince1970 }), (monthly, { $0.year * 12 + $0.month }), (yearly, { $0.year }),
    ]
    for (span, period) in periods {
      guard let span else { continue }
      var last: [Int: Candidate] = [:]
      for sweep in sweeps where sweep.day >= span.before(today) {
        let number = period(sweep.day)
        if sweep.isFull || last[number]?.isFull != true { last[number] = sweep }
      }
      kept.formUnion(last.values.map(\.id))
    }
    return sweeps.map(\.id).filter { !kept.contains($0) }
  }
}
