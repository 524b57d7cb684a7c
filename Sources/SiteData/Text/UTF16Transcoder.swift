import Characters

/// Turns a stream of UTF-16 into UTF-8, chunk by chunk. What is not valid, a lone surrogate or half a unit at the end, becomes
/// the byte FF, which is no UTF-8: the cell that holds it is refused later, at its line.
struct UTF16Transcoder {
  let isBigEndian: Bool
  private var pendingByte: UInt8?
  private var pendingHigh: Int?

  init(isBigEndian: Bool) {
    self.isBigEndian = isBigEndian
  }

  private static let invalid: UInt8 = 0xFF

  /// Appends the UTF-8 of the next bytes of the stream.
  mutating func append(_ bytes: Span<UInt8>, to output: inout [UInt8]) {
    var index = 0
    while index < bytes.count {
      let first: UInt8
      if let pending = pendingByte {
        first = pending
        pendingByte = nil
      } else {
        first = bytes[index]
        index += 1
        guard index < bytes.count else {
          pendingByte = first
          return
        }
      }
      let second = bytes[index]
      index += 1
      append(unit: isBigEndian ? Int(first) << 8 | Int(second) : Int(second) << 8 | Int(first), to: &output)
    }
  }

  /// Ends the stream.
  mutating func finish(to output: inout [UInt8]) {
    if pendingHigh != nil || pendingByte != nil { output.append(Self.invalid) }
    pendingHigh = nil
    pendingByte = nil
  }

  private mutating func append(unit: Int, to output: inout [UInt8]) {
    if let high = pendingHigh {
      pendingHigh = nil
      if 0xDC00...0xDFFF ~= unit {
        appendUTF8(UInt32(0x10000 + (high - 0xD800) << 10 + unit - 0xDC00), to: &output)
        return
      }
      output.append(Self.invalid)
    }
    switch unit {
    case 0xD800...0xDBFF: pendingHigh = unit
    case 0xDC00...0xDFFF: output.append(Self.invalid)
    default: appendUTF8(UInt32(unit), to: &output)
    }
  }
}
