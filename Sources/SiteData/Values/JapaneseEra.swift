import Compliance

/// An era of the Japanese calendar. 明治 and before are left out: until 1872 the calendar was another one.
enum JapaneseEra: CaseIterable {
  case reiwa
  case heisei
  case showa
  case taisho

  /// The name in kanji.
  var name: String {
    switch self {
    case .reiwa: "令和"
    case .heisei: "平成"
    case .showa: "昭和"
    case .taisho: "大正"
    }
  }

  /// The first day. An era's first and its predecessor's last day were one day for 昭和, and follow each other since.
  var first: CalendarDate? {
    switch self {
    case .reiwa: CalendarDate(year: 2019, month: 5, day: 1)
    case .heisei: CalendarDate(year: 1989, month: 1, day: 8)
    case .showa: CalendarDate(year: 1926, month: 12, day: 25)
    case .taisho: CalendarDate(year: 1912, month: 7, day: 30)
    }
  }

  /// The last day; nil for the present era.
  private var last: CalendarDate? {
    switch self {
    case .reiwa: nil
    case .heisei: CalendarDate(year: 2019, month: 4, day: 30)
    case .showa: CalendarDate(year: 1989, month: 1, day: 7)
    case .taisho: CalendarDate(year: 1926, month: 12, day: 25)
    }
  }

  /// The ways in which the era is written: in kanji, in one character, in a letter.
  fileprivate var spellings: [[UInt8]] {
    switch self {
    case .reiwa: reiwaSpellings
    case .heisei: heiseiSpellings
    case .showa: showaSpellings
    case .taisho: taishoSpellings
    }
  }

  /// The day of a year of the era.
  /// - Throws: `impossible` if the calendar has no such day, `outsideEra` if the era does not reach there.
  func date(year: Int, month: Int, day: Int) throws(ValueFault) -> CalendarDate {
    guard let first, let date = CalendarDate(year: first.year + year - 1, month: month, day: day) else {
      throw .impossible
    }
    if date < first || last.map({ date > $0 }) ?? false {
      throw .outsideEra(name, meant: Self.written(date))
    }
    return date
  }

  /// The calendar year of a year of the era; nil if the era has no such year.
  func year(_ number: Int) -> Int? {
    guard let first else { return nil }
    let year = first.year + number - 1
    return last.map { year <= $0.year } ?? true ? year : nil
  }

  /// A date as the eras write it, `令和2年3月31日`; before the first era as `1900年1月1日`.
  static func written(_ date: CalendarDate) -> String {
    for era in allCases {
      guard let first = era.first, date >= first else { continue }
      let year = date.year - first.year + 1
      return "\(era.name)\(year == 1 ? "元" : String(year))年\(date.month)月\(date.day)日"
    }
    return "\(date.year)年\(date.month)月\(date.day)日"
  }
}

private let reiwaSpellings = ["令和", "令", "㋿", "R", "r"].map { Array($0.utf8) }
private let heiseiSpellings = ["平成", "平", "㍻", "H", "h"].map { Array($0.utf8) }
private let showaSpellings = ["昭和", "昭", "㍼", "S", "s"].map { Array($0.utf8) }
private let taishoSpellings = ["大正", "大", "㍽", "T", "t"].map { Array($0.utf8) }

extension TextScanner {
  /// Passes over the name of an era; nil if none stands here.
  mutating func era() -> JapaneseEra? {
    for era in JapaneseEra.allCases {
      for spelling in era.spellings where accept(spelling) { return era }
    }
    return nil
  }
}
