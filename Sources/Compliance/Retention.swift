/// How long the records of sweeps are kept. A sweep is kept if one of the rules keeps it; a site without rules keeps all.
public struct Retention: Hashable, Sendable {
  /// How long every sweep is kept.
  public var all: CalendarSpan?
  /// How long the last sweep of each day is kept.
  public var daily: CalendarSpan?
  /// How long the last sweep of each month is kept.
  public var monthly: CalendarSpan?
  /// How long the last sweep of each year is kept.
  public var yearly: CalendarSpan?

  /// Makes rules.
  public init(
    all: CalendarSpan? = nil, daily: CalendarSpan? = nil, monthly: CalendarSpan? = nil, yearly: CalendarSpan? = nil
  ) {
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
    let periods: [(CalendarSpan?, (CalendarDate) -> Int)] = [
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
