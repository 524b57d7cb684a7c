/// A day of the week.
public enum Weekday: String, Sendable, CaseIterable {
  case sunday
  case monday
  case tuesday
  case wednesday
  case thursday
  case friday
  case saturday

  /// The number that cron gives it: 0 for Sunday to 6 for Saturday.
  public var number: Int {
    // Every case is one of allCases, so the index exists.
    Self.allCases.firstIndex(of: self) ?? 0
  }
}
