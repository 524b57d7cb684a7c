import Compliance

/// An entry of a system log, as RFC 5424 has it, or as RFC 3164 describes what was there before, with or without the priority
/// that log files leave out.
struct SyslogLine {
  /// The columns that checks may declare; beside them, `data.ID.NAME` is a parameter of the structured data.
  static let columns = [
    "facility", "severity", "time", "host", "app", "pid", "msgid", "data", "message",
  ]

  /// RFC 5424, 6.2.1, in the words of syslog(3).
  private static let facilities = [
    "kern", "user", "mail", "daemon", "auth", "syslog", "lpr", "news", "uucp", "cron", "authpriv", "ftp", "ntp",
    "audit",
    "alert", "clock", "local0", "local1", "local2", "local3", "local4", "local5", "local6", "local7",
  ].map { Array($0.utf8) }
  private static let severities = ["emerg", "alert", "crit", "err", "warning", "notice", "info", "debug"]
    .map { Array($0.utf8) }

  /// The values of the columns; empty where the line says nothing.
  private(set) var values: [[UInt8]]
  /// The parameters of the structured data.
  private(set) var parameters: [(name: String, value: [UInt8])] = []

  /// Whether a header names a parameter of the structured data.
  static func isParameter(_ header: String) -> Bool { header.hasPrefix("data.") }

  /// Reads a line; nil if it is no such entry.
  /// - Parameters:
  ///   - text: UTF-8 without white space around it.
  ///   - today: the day from which dates without a year are counted back.
  ///   - needsParameters: whether the parameters are wanted.
  init?(_ text: ArraySlice<UInt8>, today: CalendarDate?, needsParameters: Bool) {
    values = Array(repeating: [], count: Self.columns.count)
    var scanner = TextScanner()
    scanner.bytes = Array(text)
    if scanner.accept(UInt8(ascii: "<")) {
      guard let priority = scanner.digits(1...3), priority < 192, scanner.accept(UInt8(ascii: ">")) else { return nil }
      values[0] = Self.facilities[priority / 8]
      values[1] = Self.severities[priority % 8]
      // What follows a version of one digit is RFC 5424.
      if scanner.accept(Array("1 ".utf8)) {
        guard readHeader(&scanner), readData(&scanner, needsParameters) else { return nil }
        return
      }
    }
    guard readOlder(&scanner, today) else { return nil }
  }

  // MARK: - RFC 5424

  private mutating func readHeader(_ scanner: inout TextScanner) -> Bool {
    for column in 2...6 {
      guard let word = scanner.word() else { return false }
      if word != [UInt8(ascii: "-")] { values[column] = word }
    }
    return true
  }

  private mutating func readData(_ scanner: inout TextScanner, _ needsParameters: Bool) -> Bool {
    let start = scanner.position
    if scanner.accept(UInt8(ascii: "-")) {
      guard scanner.isAtEnd || scanner.accept(UInt8(ascii: " ")) else { return false }
    } else {
      while scanner.accept(UInt8(ascii: "[")) {
        guard readElement(&scanner, needsParameters) else { return false }
      }
      guard scanner.position > start else { return false }
      values[7] = Array(scanner.bytes[start..<scanner.position])
      guard scanner.isAtEnd || scanner.accept(UInt8(ascii: " ")) else { return false }
    }
    _ = scanner.accept([0xEF, 0xBB, 0xBF])  // a mark before the message says that it is UTF-8
    values[8] = scanner.rest
    return true
  }

  private mutating func readElement(_ scanner: inout TextScanner, _ needsParameters: Bool) -> Bool {
    let id = scanner.run { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "]") }
    guard !id.isEmpty else { return false }
    while scanner.accept(UInt8(ascii: " ")) {
      let name = scanner.run { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: "]") }
      guard scanner.accept(Array("=\"".utf8)) else { return false }
      var value: [UInt8] = []
      while !scanner.isAtEnd, scanner.next != UInt8(ascii: "\"") {
        if scanner.accept(UInt8(ascii: "\\")), !"\"\\]".utf8.contains(scanner.next) { value.append(UInt8(ascii: "\\")) }
        if scanner.isAtEnd { return false }
        value.append(scanner.next)
        scanner.position += 1
      }
      guard scanner.accept(UInt8(ascii: "\"")) else { return false }
      if needsParameters {
        parameters.append(
          ("data.\(String(decoding: id, as: UTF8.self)).\(String(decoding: name, as: UTF8.self))", value))
      }
    }
    return scanner.accept(UInt8(ascii: "]"))
  }

  // MARK: - RFC 3164

  private mutating func readOlder(_ scanner: inout TextScanner, _ today: CalendarDate?) -> Bool {
    if isDigit(scanner.next) {
      // rsyslog's own format: a time of RFC 3339.
      guard let time = scanner.word(), time.count >= 19, time.contains(UInt8(ascii: "T")) else { return false }
      values[2] = time
    } else {
      guard let time = scanner.olderTime(today) else { return false }
      values[2] = time
    }
    guard let host = scanner.word() else { return false }
    values[3] = host
    let tag = scanner.position
    let app = scanner.run { $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: " ") }
    var pid: [UInt8] = []
    if scanner.accept(UInt8(ascii: "[")) {
      pid = scanner.run { $0 != UInt8(ascii: "]") }
      _ = scanner.accept(UInt8(ascii: "]"))
    }
    if scanner.accept(UInt8(ascii: ":")) {
      (values[4], values[5]) = (app, pid)
      scanner.skipSpaces()
    } else {
      scanner.position = tag  // the message has no tag
    }
    values[8] = scanner.rest
    return true
  }
}

extension TextScanner {
  /// The bytes up to the next space, which is passed over; nil if there are none or no space follows.
  fileprivate mutating func word() -> [UInt8]? {
    let word = run { $0 != UInt8(ascii: " ") }
    return !word.isEmpty && accept(UInt8(ascii: " ")) ? word : nil
  }

  fileprivate mutating func run(while isPart: (UInt8) -> Bool) -> [UInt8] {
    let start = position
    while position < bytes.count, isPart(bytes[position]) { position += 1 }
    return Array(bytes[start..<position])
  }

  /// `Oct  1 22:14:15 `, perhaps with the year behind the day, as `2026-10-01 22:14:15`. The year that is not written is
  /// the latest in which the day has come by `today`, or tomorrow in another zone; without a day to count from, the text as it is.
  fileprivate mutating func olderTime(_ today: CalendarDate?) -> [UInt8]? {
    let start = position
    guard let month = englishMonths.firstIndex(where: { accept($0) }), accept(UInt8(ascii: " ")) else { return nil }
    skipSpaces()
    guard let day = digits(1...2), accept(UInt8(ascii: " ")) else { return nil }
    var year: Int?
    if digitCount == 4 {
      year = digits(exactly: 4)
      guard accept(UInt8(ascii: " ")) else { return nil }
    }
    let time = run { isDigit($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }
    let end = position
    _ = accept(UInt8(ascii: ":"))
    guard time.count >= 8, accept(UInt8(ascii: " ")) else { return nil }
    if year == nil, let today {
      let latest = today.adding(days: 1)
      year = (0...8).map { latest.year - $0 }.first { year in
        CalendarDate(year: year, month: month + 1, day: day).map { $0 <= latest } ?? false
      }
    }
    guard let year, let date = CalendarDate(year: year, month: month + 1, day: day) else {
      return Array(bytes[start..<end])
    }
    var text: [UInt8] = []
    date.appendISO(to: &text)
    return text + [UInt8(ascii: " ")] + time
  }
}
