/// How often a check must run.
public enum Cadence: Hashable, Sendable, CustomStringConvertible {
  /// A number of units of the calendar after the last run, such as `1 day` or `3 months`; the number is 1 to 1000.
  case every(Int, Unit)
  /// At the times of a cron expression.
  case cron(CronExpression)

  /// A unit of the calendar.
  public enum Unit: String, Sendable, CaseIterable {
    case hour
    case day
    case week
    case month
    case year
  }

  /// Why a text is no cadence.
  public enum Fault: Error, Hashable, Sendable {
    /// Neither a number with a unit nor the fields of a cron expression.
    case form
    /// It looks like a cron expression, and is none.
    case cron(CronExpression.Fault)
  }

  /// Parses `1 day`, `2 weeks`, `12 months`, or a cron expression such as `0 3 * * mon-fri`.
  public init(parsing text: String) throws(Fault) {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    if words.count > 2 || text.contains(where: { "*\t@".contains($0) }) {
      do { self = .cron(try CronExpression(parsing: text)) } catch { throw .cron(error) }
      return
    }
    guard words.count == 2, let count = Int(words[0]), 1...1000 ~= count, words[0].first?.isNumber == true else {
      throw .form
    }
    let name = words[1].hasSuffix("s") ? words[1].dropLast() : words[1]
    guard let unit = Unit(rawValue: String(name)) else { throw .form }
    self = .every(count, unit)
  }

  /// Parses a cadence; nil for anything else.
  public init?(_ text: some StringProtocol) {
    guard let cadence = try? Cadence(parsing: String(text)) else { return nil }
    self = cadence
  }

  /// The cadence as it is written in plugins.
  public var description: String {
    switch self {
    case .every(let count, let unit): "\(count) \(unit.rawValue)\(count == 1 ? "" : "s")"
    case .cron(let expression): expression.description
    }
  }
}
