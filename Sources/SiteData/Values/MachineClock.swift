import CSiteData

/// The clock that tells what is due and what has expired.
public enum MachineClock {
  /// Whether something, such as NTP, keeps it right.
  public static var isKept: Bool { td_clock_is_kept() }
}
