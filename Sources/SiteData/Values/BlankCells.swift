/// The range without white space around it: ASCII white space, U+3000, U+00A0.
/// - Parameter bytes: UTF-8.
func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
  var (low, high) = (range.lowerBound, range.upperBound)
  while low < high {
    if isSpace(bytes[low]) {
      low += 1
    } else if high - low >= 3, bytes[low] == 0xE3, bytes[low + 1] == 0x80, bytes[low + 2] == 0x80 {
      low += 3
    } else if high - low >= 2, bytes[low] == 0xC2, bytes[low + 1] == 0xA0 {
      low += 2
    } else {
      break
    }
  }
  while low < high {
    if isSpace(bytes[high - 1]) {
      high -= 1
    } else if high - low >= 3, bytes[high - 3] == 0xE3, bytes[high - 2] == 0x80, bytes[high - 1] == 0x80 {
      high -= 3
    } else if high - low >= 2, bytes[high - 2] == 0xC2, bytes[high - 1] == 0xA0 {
      high -= 2
    } else {
      break
    }
  }
  return low..<high
}

/// Whether trimmed UTF-8 says nothing: it is empty or one dash, as people write to show that they left nothing out.
func isBlank(_ bytes: [UInt8], _ trimmed: Range<Int>) -> Bool {
  switch trimmed.count {
  case 0: true
  case 1: bytes[trimmed.lowerBound] == UInt8(ascii: "-")
  case 3:
    isDash(bytes[trimmed.lowerBound], bytes[trimmed.lowerBound + 1], bytes[trimmed.lowerBound + 2])
  default: false
  }
}

/// － U+FF0D, U+2010 to U+2015, − U+2212, ー U+30FC.
private func isDash(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
  switch (a, b) {
  case (0xEF, 0xBC): c == 0x8D
  case (0xE2, 0x80): 0x90...0x95 ~= c
  case (0xE2, 0x88): c == 0x92
  case (0xE3, 0x83): c == 0xBC
  default: false
  }
}

/// Whether bytes of a file are blank, without decoding them. The end-of-file character 1A, which programs of the DOS age
/// put behind the last row, is blank too. This holds in UTF-8 and CP932 alike: what means space or dash
/// in one of them is no text in the other.
func isBlankRaw(_ bytes: Span<UInt8>) -> Bool {
  var index = 0
  var dashes = 0
  while index < bytes.count {
    let left = bytes.count - index
    let byte = bytes[index]
    if isSpace(byte) || byte == 0x1A {
      index += 1
    } else if byte == UInt8(ascii: "-") {
      dashes += 1
      index += 1
    } else if byte < 0x80 || left < 2 {
      return false
    } else if byte == 0xC2 && bytes[index + 1] == 0xA0 {  // U+00A0
      index += 2
    } else if byte == 0x81 {  // CP932
      switch bytes[index + 1] {
      case 0x40: break
      case 0x5B, 0x5C, 0x5D, 0x7C: dashes += 1
      default: return false
      }
      index += 2
    } else if left >= 3 {
      if byte == 0xE3 && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80 {  // U+3000
        index += 3
      } else if isDash(byte, bytes[index + 1], bytes[index + 2]) {
        dashes += 1
        index += 3
      } else {
        return false
      }
    } else {
      return false
    }
    if dashes > 1 { return false }
  }
  return true
}

/// Whether trimmed UTF-8 refers to the row above: `〃`, `同上`.
func isDitto(_ bytes: [UInt8], _ trimmed: Range<Int>) -> Bool {
  switch trimmed.count {
  case 3: bytes[trimmed].elementsEqual(dittoMark)
  case 6: bytes[trimmed].elementsEqual(dittoWord)
  default: false
  }
}

/// The same for a column that is declared to repeat: also the quotation marks `″`, `”` and `"`, which people type for it.
func isDittoInRepeatingColumn(_ bytes: [UInt8], _ trimmed: Range<Int>) -> Bool {
  isDitto(bytes, trimmed) || typedDittoMarks.contains { bytes[trimmed].elementsEqual($0) }
}

private let typedDittoMarks = ["″", "”", "\""].map { Array($0.utf8) }
private let dittoMark = Array("〃".utf8)
private let dittoWord = Array("同上".utf8)

/// The ranges of the items of a list: split at 、 , ， ; ； and line breaks, trimmed, blanks dropped.
func splitList(_ bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
  var items: [Range<Int>] = []
  var start = range.lowerBound
  var index = start
  while index < range.upperBound {
    let length = separatorLength(bytes, index, range.upperBound)
    if length == 0 {
      index += 1
      continue
    }
    let item = trimmed(bytes, start..<index)
    if !isBlank(bytes, item) { items.append(item) }
    index += length
    start = index
  }
  let last = trimmed(bytes, start..<range.upperBound)
  if !isBlank(bytes, last) { items.append(last) }
  return items
}

private func separatorLength(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Int {
  switch bytes[index] {
  case UInt8(ascii: ","), UInt8(ascii: ";"), 0x0A, 0x0D: return 1
  case 0xE3 where end - index >= 3 && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x81: return 3  // 、
  case 0xEF where end - index >= 3 && bytes[index + 1] == 0xBC:
    return bytes[index + 2] == 0x8C || bytes[index + 2] == 0x9B ? 3 : 0  // ， ；
  default: return 0
  }
}
