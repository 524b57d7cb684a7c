import Compliance

/// The values of TOML that stand without quotes: numbers, dates, times and truth values (TOML 1.0).
enum TOMLLiteral {
  /// The value as a cell of a column reads it: whole numbers in decimal, nothing between digits; nil for what is none.
  static func value(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    if ["true", "false"].contains(where: { text.elementsEqual($0.utf8) }) { return Array(text) }
    let sign = text.first.flatMap { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") ? $0 : nil }
    let unsigned = sign == nil ? text : text.dropFirst()
    if let number = number(unsigned, isSigned: sign != nil) {
      return sign == UInt8(ascii: "-") ? [0x2D] + number : number
    }
    return sign == nil && isTime(text) ? Array(text) : nil
  }

  // MARK: - Numbers

  private static func number(_ text: ArraySlice<UInt8>, isSigned: Bool) -> [UInt8]? {
    if text.elementsEqual("inf".utf8) || text.elementsEqual("nan".utf8) { return Array(text) }
    if text.first == UInt8(ascii: "0"), text.count > 2 {
      let radix: Int? =
        switch text[text.startIndex + 1] {
        case UInt8(ascii: "x"): 16
        case UInt8(ascii: "o"): 8
        case UInt8(ascii: "b"): 2
        default: nil
        }
      if let radix {
        guard !isSigned, let digits = withoutUnderscores(text.dropFirst(2), radix: radix),
          let value = Int64(String(decoding: digits, as: UTF8.self), radix: radix)
        else { return nil }
        return Array(String(value).utf8)
      }
    }
    return decimal(text)
  }

  /// A whole or decimal number: no zero before other digits, digits on both sides of a dot and behind an exponent.
  private static func decimal(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    let isExponent: (UInt8) -> Bool = { $0 | 0x20 == UInt8(ascii: "e") }
    let mantissa = text.prefix { !isExponent($0) }
    let whole = mantissa.prefix { $0 != UInt8(ascii: ".") }
    guard var result = withoutUnderscores(whole), result.count == 1 || result.first != UInt8(ascii: "0") else {
      return nil
    }
    if whole.count < mantissa.count {
      guard let fraction = withoutUnderscores(mantissa.dropFirst(whole.count + 1)) else { return nil }
      result += [UInt8(ascii: ".")] + fraction
    }
    if mantissa.count < text.count {
      var exponent = text.dropFirst(mantissa.count + 1)
      result.append(UInt8(ascii: "e"))
      if let sign = exponent.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
        if sign == UInt8(ascii: "-") { result.append(sign) }
        exponent = exponent.dropFirst()
      }
      guard let digits = withoutUnderscores(exponent) else { return nil }
      result += digits
    }
    return result
  }

  /// Digits without the underscores between them; nil if there is none, or an underscore stands elsewhere.
  private static func withoutUnderscores(_ text: ArraySlice<UInt8>, radix: Int = 10) -> [UInt8]? {
    var digits: [UInt8] = []
    var wasDigit = false
    for byte in text {
      if byte == UInt8(ascii: "_") {
        guard wasDigit else { return nil }
        wasDigit = false
      } else {
        guard Character(Unicode.Scalar(byte)).hexDigitValue.map({ $0 < radix }) ?? false else { return nil }
        digits.append(byte)
        wasDigit = true
      }
    }
    return wasDigit ? digits : nil
  }

  // MARK: - Dates and times

  /// Whether it is a date, a time of day, or both with or without an offset.
  private static func isTime(_ text: ArraySlice<UInt8>) -> Bool {
    let day = text.prefix(10)
    guard CalendarDate(iso: String(decoding: day, as: UTF8.self)) != nil else { return isTimeOfDay(text) }
    guard let mark = text.dropFirst(10).first else { return true }
    guard mark | 0x20 == UInt8(ascii: "t") || mark == UInt8(ascii: " ") else { return false }
    let time = text.dropFirst(11)
    if let last = time.last, last | 0x20 == UInt8(ascii: "z") { return isTimeOfDay(time.dropLast()) }
    let offset = time.suffix(6)
    if let sign = offset.first, offset.count == 6, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
      return isTimeOfDay(time.dropLast(6)) && isClock(offset.dropFirst(), parts: [24, 60])
    }
    return isTimeOfDay(time)
  }

  /// `07:32:00`, with or without a fraction.
  private static func isTimeOfDay(_ text: ArraySlice<UInt8>) -> Bool {
    guard isClock(text.prefix(8), parts: [24, 60, 61]) else { return false }
    let fraction = text.dropFirst(8)
    return fraction.isEmpty
      || fraction.first == UInt8(ascii: ".") && fraction.count > 1 && fraction.dropFirst().allSatisfy(isDigit)
  }

  /// Numbers of two digits between colons, each below its limit.
  private static func isClock(_ text: ArraySlice<UInt8>, parts: [Int]) -> Bool {
    let written = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    return written.count == parts.count
      && zip(written, parts).allSatisfy { part, limit in
        part.count == 2 && SiteData.decimal(part).map { $0 < limit } ?? false
      }
  }
}
