import Compliance

/// How the numbers of a workbook are shown, as far as it changes what they mean: as dates and times, or with leading zeros.
struct NumberFormats {
  /// What a number is shown as.
  enum Format: Equatable {
    case plain
    /// A date, a time or both.
    case time
    /// A whole number of so many digits, filled up with zeros.
    case digits(Int)
  }

  /// The format of each style, by its number.
  private var styles: [Format] = []

  /// A workbook without styles.
  init() {}

  /// Reads `styles.xml`.
  init(_ events: XMLEvents) throws(TreeFault) {
    var codes: [Int: String] = [:]
    var isInStyles = false
    while let kind = try events.next() {
      guard kind == .start else { continue }
      switch String(decoding: events.text, as: UTF8.self) {
      case "numFmt":
        if let id = number(events, "numFmtId"), let code = events.attribute("formatCode".utf8),
          codes.count < 10_000
        {
          codes[id] = String(decoding: code, as: UTF8.self)
        }
      case "cellStyleXfs", "dxfs", "cellStyles": isInStyles = false
      case "cellXfs": isInStyles = true
      case "xf" where isInStyles && styles.count < 65_536:
        let id = number(events, "numFmtId") ?? 0
        styles.append(codes[id].map { Self.format(of: $0) } ?? Self.builtIn(id))
      default: break
      }
    }
  }

  subscript(style: Int) -> Format { styles.indices.contains(style) ? styles[style] : .plain }

  /// The formats that have a number and no code (ECMA-376, 18.8.30), those of Japanese Excel among them.
  private static func builtIn(_ id: Int) -> Format {
    switch id {
    case 14...22, 27...36, 45...47, 50...58: .time
    default: .plain
    }
  }

  /// What the code of a format shows; only its first section, which is for positive numbers, counts.
  static func format(of code: String) -> Format {
    var letters = ""
    var quote = false
    var skips = 0
    var bracket: String?
    for character in code {
      if skips > 0 {
        skips -= 1
      } else if quote {
        quote = character != "\""
      } else if let inside = bracket {
        if character == "]" {
          // `[h]` counts hours beyond a day; `[Red]`, `[$-411]` and the like change the looks alone.
          if !inside.isEmpty, inside.allSatisfy({ "hms".contains($0) }) { letters += inside }
          bracket = nil
        } else {
          bracket = inside + character.lowercased()
        }
      } else if character == "\"" {
        quote = true
      } else if character == "[" {
        bracket = ""
      } else if character == "\\" || character == "_" || character == "*" {
        skips = 1
      } else if character == ";" {
        break
      } else {
        letters += character.lowercased()
      }
    }
    if letters.contains("general") || letters == "@" { return .plain }
    if letters.contains(where: { "ymdhsg".contains($0) }) { return .time }
    let isDigits = letters.count > 1 && letters.allSatisfy { $0 == "0" }
    return isDigits && letters == code ? .digits(letters.count) : .plain
  }
}

/// The value of an attribute that is a whole number.
func number(_ events: XMLEvents, _ attribute: String) -> Int? {
  events.attribute(attribute.utf8).flatMap { decimal($0) }
}

/// A number of Excel as a date and a time: the days since the end of 1899, or since the beginning of 1904.
struct SerialTime {
  private let days: Int
  private let seconds: Int
  private let countsFrom1904: Bool

  /// - Returns: nil for what is before or beyond the calendar of Excel.
  init?(_ number: Double, countsFrom1904: Bool) {
    guard number >= 0, number < 2_958_466 else { return nil }
    var days = Int(number.rounded(.down))
    var seconds = Int(((number - Double(days)) * 86_400).rounded())
    if seconds == 86_400 { (days, seconds) = (days + 1, 0) }
    (self.days, self.seconds, self.countsFrom1904) = (days, seconds, countsFrom1904)
  }

  /// Appends `2026-11-21`, `2026-11-21 09:00:00`, or for a time without a day, `09:00:00`.
  func append(to bytes: inout [UInt8]) {
    // 24107 days lie between 1904-01-01 and 1970-01-01, 25569 between 1899-12-30 and 1970-01-01. Excel takes 1900 for a leap
    // year, so that up to 59, 1900-02-28, its days are one further on.
    let since1970 = countsFrom1904 ? days - 24_107 : days < 60 ? days - 25_568 : days - 25_569
    let hasDay = days > 0 || countsFrom1904 && seconds == 0
    if hasDay { CalendarDate(daysSince1970: since1970).appendISO(to: &bytes) }
    if hasDay, seconds > 0 { bytes.append(UInt8(ascii: " ")) }
    guard !hasDay || seconds > 0 else { return }
    appendTwoDigits(seconds / 3600, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    appendTwoDigits(seconds / 60 % 60, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    appendTwoDigits(seconds % 60, to: &bytes)
  }
}
