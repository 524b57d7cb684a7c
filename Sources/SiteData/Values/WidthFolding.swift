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
  var voiceable = 0
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
      if let joined = voiced(previous, isSemiVoiced: scalar == 0xFF9F) {
        output.removeLast(3)
        appendUTF8(joined, to: &output)
      } else {
        isComplete = false
        appendUTF8(scalar, to: &output)
      }
    case 0xFF61...0xFF9D:
      voiceable = halfWidthKana[scalar - 0xFF61]
      appendUTF8(voiceable, to: &output)
    default:
      if !isUnchangedByNFKC(scalar) { isComplete = false }
      appendUTF8(scalar, to: &output)
    }
  }
  return isComplete
}

/// Decodes the scalar at an index and moves past it. The source is valid UTF-8 and the index stands at a lead byte of a
/// multi-byte sequence, so every continuation byte exists.
private func nextScalar<Source: RandomAccessCollection<UInt8>>(_ source: Source, _ index: inout Source.Index) -> Int {
  let lead = Int(source[index])
  let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
  var scalar = lead & (0x7F >> length)
  for _ in 1..<length {
    source.formIndex(after: &index)
    scalar = scalar << 6 | Int(source[index]) & 0x3F
  }
  source.formIndex(after: &index)
  return scalar
}

/// Appends a scalar beyond ASCII in UTF-8.
func appendUTF8(_ scalar: Int, to output: inout [UInt8]) {
  if scalar < 0x800 {
    output.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
  } else {
    if scalar < 0x10000 {
      output.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
    } else {
      output.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      output.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
    }
    output.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
  }
  output.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
}

/// Ranges of common characters that NFKC leaves alone; a character outside may still be one.
private func isUnchangedByNFKC(_ scalar: Int) -> Bool {
  switch scalar {
  case 0x4E00...0x9FFF, 0x3041...0x3096, 0x30A1...0x30FE, 0x3001...0x3035, 0x2500...0x25FF, 0x2010, 0x2012...0x2015,
    0xD7, 0x2212, 0x3400...0x4DBF, 0x2715, 0x2717:
    true
  default:
    false
  }
}

/// U+FF61 to U+FF9D as full-width characters.
private let halfWidthKana: [Int] =
  "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン"
  .unicodeScalars.map { Int($0.value) }

/// The kana that a kana and a following voicing mark make; nil if the mark stands alone.
private func voiced(_ kana: Int, isSemiVoiced: Bool) -> Int? {
  switch kana {
  case 0x30CF, 0x30D2, 0x30D5, 0x30D8, 0x30DB:  // ハヒフヘホ stand three apart from their like: plain, voiced, semi-voiced
    kana + (isSemiVoiced ? 2 : 1)
  case 0x30A6 where !isSemiVoiced: 0x30F4  // ウ to ヴ
  case 0x30EF where !isSemiVoiced: 0x30F7  // ワ to ヷ
  case 0x30F2 where !isSemiVoiced: 0x30FA  // ヲ to ヺ
  case 0x30AB...0x30C2 where !isSemiVoiced && kana % 2 == 1: kana + 1  // カ to ヂ, plain ones odd up to チ
  case 0x30C4...0x30C8 where !isSemiVoiced && kana % 2 == 0: kana + 1  // ツ テ ト, even
  default: nil
  }
}
