import Characters

/// Appends UTF-8 with the width of characters folded: full-width ASCII to ASCII, half-width kana to full-width (a voicing
/// mark joins its kana), wide and fixed spaces to a space. This is NFKC for what Japanese ledgers are made of.
/// - Parameters:
///   - source: valid UTF-8.
///   - output: where the folded text goes; it may not be `source`.
/// - Returns: false if there were characters on which NFKC may do more than this.
@discardableResult
func appendWidthFolded(_ source: some RandomAccessCollection<UInt8>, to output: inout [UInt8]) -> Bool {
  var isComplete = true
  var index = source.startIndex
  var voiceable: UInt32 = 0
  while index < source.endIndex {
    let byte = source[index]
    if byte < 0x80 {
      output.append(byte)
      voiceable = 0
      source.formIndex(after: &index)
      continue
    }
    let scalar = nextScalar(source, &index)
    let previous = voiceable
    voiceable = 0
    switch scalar {
    case 0xFF01...0xFF5E:
      output.append(UInt8(truncatingIfNeeded: scalar - 0xFF01 + 0x21))
    case 0x3000, 0xA0:
      output.append(0x20)
    case 0xFF9E, 0xFF9F:
      if let joined = Kana.voiced(previous, isSemiVoiced: scalar == 0xFF9F) {
        output.removeLast(3)
        appendUTF8(joined, to: &output)
      } else {
        isComplete = false
        appendUTF8(scalar, to: &output)
      }
    case 0xFF61...0xFF9D:
      voiceable = Kana.widened(scalar)
      appendUTF8(voiceable, to: &output)
    default:
      if !isUnchangedByNFKC(scalar) { isComplete = false }
      appendUTF8(scalar, to: &output)
    }
  }
  return isComplete
}

/// Ranges of common characters that NFKC leaves alone; a character outside may still be one.
private func isUnchangedByNFKC(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x4E00...0x9FFF, 0x3041...0x3096, 0x30A1...0x30FE, 0x3001...0x3035, 0x2500...0x25FF, 0x2010, 0x2012...0x2015,
    0xD7, 0x2212, 0x3400...0x4DBF, 0x2715, 0x2717:
    true
  default:
    false
  }
}
