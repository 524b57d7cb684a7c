extension TextScanner {
  /// A whole number, with or without a sign and thousands separators; nothing may stand around it.
  mutating func integer() throws(ValueFault) -> Int64 {
    let isNegative = sign()
    guard let digits = groupedDigits(), isAtEnd else { throw .notOfType(.integer) }
    // Counted downwards, because the least number has no positive counterpart.
    var value: Int64 = 0
    for digit in digits {
      let (product, overflowed) = value.multipliedReportingOverflow(by: 10)
      let (sum, overflowedToo) = product.subtractingReportingOverflow(Int64(digit - UInt8(ascii: "0")))
      if overflowed || overflowedToo { throw .outOfRange }
      value = sum
    }
    if isNegative { return value }
    guard value != .min else { throw .outOfRange }
    return -value
  }

  /// A decimal number, with or without a sign, thousands separators, a fraction and an exponent.
  mutating func number() throws(ValueFault) -> Double {
    let isNegative = sign()
    guard var digits = groupedDigits() else { throw .notOfType(.number) }
    if accept(UInt8(ascii: ".")) {
      let start = position
      guard skipDigits() else { throw .notOfType(.number) }
      digits.append(UInt8(ascii: "."))
      digits.append(contentsOf: bytes[start..<position])
    }
    if accept(UInt8(ascii: "E")) || accept(UInt8(ascii: "e")) {
      digits.append(UInt8(ascii: "e"))
      if sign() { digits.append(UInt8(ascii: "-")) }
      let start = position
      guard skipDigits() else { throw .notOfType(.number) }
      digits.append(contentsOf: bytes[start..<position])
    }
    guard isAtEnd, let value = Double(String(decoding: digits, as: UTF8.self)) else { throw .notOfType(.number) }
    guard value.isFinite else { throw .outOfRange }
    return isNegative ? -value : value
  }

  /// Passes over a sign; true if it is a minus.
  private mutating func sign() -> Bool {
    if accept(UInt8(ascii: "+")) { return false }
    return accept(UInt8(ascii: "-")) || accept(minusSign)
  }

  /// Digits without their thousands separators; nil if there is none or a separator stands elsewhere than every three.
  private mutating func groupedDigits() -> [UInt8]? {
    let first = digitCount
    guard first > 0 else { return nil }
    var digits = Array(bytes[position..<position + first])
    position += first
    while accept(UInt8(ascii: ",")) {
      guard first <= 3, digitCount == 3 else { return nil }
      digits.append(contentsOf: bytes[position..<position + 3])
      position += 3
    }
    return digits
  }
}

private let minusSign = Array("−".utf8)
