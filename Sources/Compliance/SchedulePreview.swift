/// What a site's calendar says of the days to come. Moments are in ISO 8601 with the site's offset.
public struct SchedulePreview: Sendable {
  /// Checks that run together.
  public struct Run: Hashable, Sendable {
    /// From when on.
    public let at: String
    /// The day of the week.
    public let weekday: Weekday
    /// What the day off is called that it falls on; nil for a working day.
    public let holiday: LocalizedText?
    /// The checks in plan order.
    public let checks: [CheckID]

    /// Makes a run.
    public init(at: String, weekday: Weekday, holiday: LocalizedText?, checks: [CheckID]) {
      self.at = at
      self.weekday = weekday
      self.holiday = holiday
      self.checks = checks
    }
  }

  /// One check, and where it is in time.
  public struct Entry: Hashable, Sendable {
    /// The check.
    public let check: Check
    /// When its last result was won; nil if it has none.
    public let last: String?
    /// When it runs next; nil if never.
    public let next: String?
    /// Until when its last result counts; nil if it has none.
    public let countsUntil: String?

    /// Makes an entry.
    public init(check: Check, last: String?, next: String?, countsUntil: String?) {
      self.check = check
      self.last = last
      self.next = next
      self.countsUntil = countsUntil
    }
  }

  /// The site's name.
  public let site: LocalizedText
  /// The moment from which on it looks ahead.
  public let at: String
  /// The next runs in order.
  public let runs: [Run]
  /// The checks in plan order.
  public let checks: [Entry]

  /// Makes a preview.
  public init(site: LocalizedText, at: String, runs: [Run], checks: [Entry]) {
    self.site = site
    self.at = at
    self.runs = runs
    self.checks = checks
  }
}
