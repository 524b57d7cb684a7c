import Compliance
import Wording

/// The days off of Japan by the 国民の祝日に関する法律 (Act 178 of 1948) as it has stood since 2007, with the acts for single years.
///
/// For coming years it is what the law says today: an act may still move days, as for the Olympics, and the equinoxes of a year are
/// fixed only by the almanac of the February before. A site can add days, so that no new version of Tenken is needed for that.
public struct JapaneseHolidays: Sendable {
  /// The years whose days off are known: later ones lie beyond the formula of the equinoxes.
  public static let years = 2007...2099

  /// The name of the day off that a date is; nil for any other day, and outside ``years``.
  public static func name(of date: CalendarDate) -> LocalizedText? {
    guard years.contains(date.year) else { return nil }
    if let name = named(date) { return name }
    // Article 3, paragraph 2: a holiday on a Sunday gives the next day that is no holiday.
    var before = date.adding(days: -1)
    while named(before) != nil {
      if before.weekday == .sunday { return Wording.Holiday.substitute }
      before = before.adding(days: -1)
    }
    // Paragraph 3: a day whose neighbours are holidays is one as well.
    let isBetween = named(date.adding(days: -1)) != nil && named(date.adding(days: 1)) != nil
    return isBetween ? Wording.Holiday.between : nil
  }

  /// The holiday that a date is by article 2 and the acts for single years.
  private static func named(_ date: CalendarDate) -> LocalizedText? {
    rules.first { $0.names(date) }?.name
  }

  private struct Rule {
    let name: LocalizedText
    let years: ClosedRange<Int>
    let day: Day

    init(_ name: LocalizedText, _ day: Day, _ years: ClosedRange<Int> = JapaneseHolidays.years) {
      self.name = name
      self.day = day
      self.years = years
    }

    func names(_ date: CalendarDate) -> Bool {
      guard years.contains(date.year) else { return false }
      return switch day {
      case .fixed(let month, let day): date.month == month && date.day == day
      case .monday(let number, let month):
        date.month == month && (date.day - 1) / 7 == number - 1 && date.weekday == .monday
      case .springEquinox: date.month == 3 && date.day == equinox(20.8431, in: date.year)
      case .autumnEquinox: date.month == 9 && date.day == equinox(23.2488, in: date.year)
      }
    }

    /// The formula of the Hydrographic Department of the Coast Guard (海上保安庁水路部) for 1980 to 2099.
    private func equinox(_ base: Double, in year: Int) -> Int {
      Int(base + 0.242194 * Double(year - 1980)) - (year - 1980) / 4
    }
  }

  private enum Day {
    case fixed(month: Int, day: Int)
    case monday(number: Int, month: Int)
    case springEquinox
    case autumnEquinox
  }

  private static let rules: [Rule] = [
    Rule(Wording.Holiday.newYear, .fixed(month: 1, day: 1)),
    Rule(Wording.Holiday.comingOfAge, .monday(number: 2, month: 1)),
    Rule(Wording.Holiday.foundation, .fixed(month: 2, day: 11)),
    Rule(Wording.Holiday.emperor, .fixed(month: 12, day: 23), 2007...2018),
    Rule(Wording.Holiday.emperor, .fixed(month: 2, day: 23), 2020...2099),
    Rule(Wording.Holiday.spring, .springEquinox),
    Rule(Wording.Holiday.showa, .fixed(month: 4, day: 29)),
    Rule(Wording.Holiday.constitution, .fixed(month: 5, day: 3)),
    Rule(Wording.Holiday.greenery, .fixed(month: 5, day: 4)),
    Rule(Wording.Holiday.children, .fixed(month: 5, day: 5)),
    Rule(Wording.Holiday.marine, .monday(number: 3, month: 7), 2007...2019),
    Rule(Wording.Holiday.marine, .monday(number: 3, month: 7), 2022...2099),
    Rule(Wording.Holiday.mountain, .fixed(month: 8, day: 11), 2016...2019),
    Rule(Wording.Holiday.mountain, .fixed(month: 8, day: 11), 2022...2099),
    Rule(Wording.Holiday.aged, .monday(number: 3, month: 9)),
    Rule(Wording.Holiday.autumn, .autumnEquinox),
    Rule(Wording.Holiday.healthSports, .monday(number: 2, month: 10), 2007...2019),
    Rule(Wording.Holiday.sports, .monday(number: 2, month: 10), 2022...2099),
    Rule(Wording.Holiday.culture, .fixed(month: 11, day: 3)),
    Rule(Wording.Holiday.labour, .fixed(month: 11, day: 23)),
    // Act 99 of 2018, for the accession.
    Rule(Wording.Holiday.accession, .fixed(month: 5, day: 1), 2019...2019),
    Rule(Wording.Holiday.enthronement, .fixed(month: 10, day: 22), 2019...2019),
    // The Act on Special Measures for the Olympics (Act 33 of 2015), as amended for the postponement.
    Rule(Wording.Holiday.marine, .fixed(month: 7, day: 23), 2020...2020),
    Rule(Wording.Holiday.sports, .fixed(month: 7, day: 24), 2020...2020),
    Rule(Wording.Holiday.mountain, .fixed(month: 8, day: 10), 2020...2020),
    Rule(Wording.Holiday.marine, .fixed(month: 7, day: 22), 2021...2021),
    Rule(Wording.Holiday.sports, .fixed(month: 7, day: 23), 2021...2021),
    Rule(Wording.Holiday.mountain, .fixed(month: 8, day: 8), 2021...2021),
  ]
}
