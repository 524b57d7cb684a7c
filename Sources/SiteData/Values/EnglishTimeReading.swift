import Compliance

extension TextScanner {
  /// Reads a time as programs log it, with the English name of its month: `Thu Oct  1 09:00:00 2026` (ctime(3)), `01 Oct 2026
  /// 09:00:00 +0900` (RFC 5322), `01/Oct/2026:09:00:00 +0900` (the common log format), `Oct  1 2026 09:00:00`; the time of day and
  /// the zone may be absent.
  /// - Returns: nil, and no move, if the text does not begin like one of them.
  mutating func englishTime(expected type: ColumnType) throws(ValueFault) -> WrittenTime? {
    let start = position
    let weekday = englishName(of: englishWeekdays)
    if weekday != nil {
      _ = accept(UInt8(ascii: ","))
      skipSpaces()
    }
    var parts: (year: Int, month: Int, day: Int, second: Int?)?
    if let month = englishName(of: englishMonths) {
      parts = try afterMonth(month + 1)
    } else if let day = digits(1...2) {
      parts = try afterDay(day)
      if parts == nil, weekday == nil {
        position = start
        return nil
      }
    } else if weekday == nil {
      return nil
    }
    guard let parts else { throw .notOfType(type) }
    guard let date = CalendarDate(year: parts.year, month: parts.month, day: parts.day), date.year >= 1868 else {
      throw .impossible
    }
    if let weekday, weekday != date.weekday.number { throw .otherWeekday }
    var result = WrittenTime(date: date, secondOfDay: parts.second, offset: nil)
    skipSpaces()
    if !isAtEnd {
      guard parts.second != nil, let offset = englishOffset() else { throw .notOfType(type) }
      result.offset = offset
    }
    return result
  }

  private mutating func afterMonth(_ month: Int) throws(ValueFault) -> (Int, Int, Int, Int?)? {
    skipSpaces()
    guard let day = digits(1...2) else { return nil }
    _ = accept(UInt8(ascii: ","))
    skipSpaces()
    if digitCount == 4, let year = digits(exactly: 4) {
      skipSpaces()
      guard !isAtEnd else { return (year, month, day, nil) }
      guard let second = try writtenTimeOfDay() else { return nil }
      return (year, month, day, second)
    }
    guard let second = try writtenTimeOfDay() else { return nil }
    skipSpaces()
    guard let year = digits(exactly: 4) else { return nil }
    return (year, month, day, second)
  }

  private mutating func afterDay(_ day: Int) throws(ValueFault) -> (Int, Int, Int, Int?)? {
    let separator = next
    guard separator == UInt8(ascii: "/") || separator == UInt8(ascii: " ") || separator == UInt8(ascii: "-") else {
      return nil
    }
    position += 1
    guard let month = englishName(of: englishMonths), accept(separator), let year = digits(exactly: 4) else {
      return nil
    }
    if !accept(UInt8(ascii: ":")) { skipSpaces() }
    guard !isAtEnd else { return (year, month + 1, day, nil) }
    guard let second = try writtenTimeOfDay() else { return nil }
    return (year, month + 1, day, second)
  }

  private mutating func englishOffset() -> Int? {
    if accept(Array("JST".utf8)) { return isAtEnd ? SiteTimeZone.japan.secondsFromGMT : nil }
    if accept(Array("UTC".utf8)) || accept(Array("GMT".utf8)) { return isAtEnd ? 0 : nil }
    return SiteTimeZone.offset(rest)
  }

  private mutating func englishName(of names: [[UInt8]]) -> Int? {
    names.firstIndex { accept($0) }
  }
}

/// The English names of the months as logs shorten them, January first.
let englishMonths = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
  .map { Array($0.utf8) }
private let englishWeekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"].map { Array($0.utf8) }
