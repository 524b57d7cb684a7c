/// Appends a number of 0 to 99 with two digits.
func appendTwoDigits(_ number: Int, to bytes: inout [UInt8]) {
  bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10))
  bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
}

/// The value of a few ASCII digits; nil if a byte is none. At most 18 digits, so that nothing overflows.
func decimal(_ digits: some Collection<UInt8>) -> Int? {
  guard 1...18 ~= digits.count else { return nil }
  var value = 0
  for digit in digits {
    guard isDigit(digit) else { return nil }
    value = value * 10 + Int(digit - UInt8(ascii: "0"))
  }
  return value
}

func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
