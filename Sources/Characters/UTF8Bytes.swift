/// Decodes the scalar at an index and moves past it.
///
/// The bytes must be well-formed UTF-8 and the index at the first byte of a scalar: then every continuation byte is there.
@inlinable @inline(__always)
public func nextScalar<Bytes: RandomAccessCollection<UInt8>>(_ bytes: Bytes, _ index: inout Bytes.Index) -> UInt32 {
  let lead = UInt32(bytes[index])
  bytes.formIndex(after: &index)
  if lead < 0x80 { return lead }
  let further: UInt32 = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1
  var scalar = lead & (0x3F >> further)
  for _ in 0..<further {
    scalar = scalar << 6 | UInt32(bytes[index]) & 0x3F
    bytes.formIndex(after: &index)
  }
  return scalar
}

/// Appends a scalar in UTF-8.
@inlinable
public func appendUTF8(_ scalar: UInt32, to bytes: inout [UInt8]) {
  switch scalar {
  case 0..<0x80:
    bytes.append(UInt8(truncatingIfNeeded: scalar))
    return
  case 0x80..<0x800:
    bytes.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
  case 0x800..<0x10000:
    bytes.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
    bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
  default:
    bytes.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
    bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
    bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
  }
  bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
}
