/// Bytes to look for in other bytes. A pattern is looked for sixteen places at a time by two of its bytes, and compared where
/// both agree.
struct BytePattern: Hashable, Sendable {
  /// The bytes; at least one.
  let bytes: [UInt8]
  /// Two offsets within the pattern at which a byte tells most.
  private let first: Int
  private let second: Int

  /// Makes a pattern; nil of nothing.
  init?(_ bytes: [UInt8]) {
    guard !bytes.isEmpty else { return nil }
    self.bytes = bytes
    // The last byte of a character tells most: the lead bytes of kana and kanji are few.
    let lead = bytes[0]
    let width = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
    second = bytes.count - 1
    first = width < bytes.count ? width - 1 : max(0, bytes.count - 2)
  }

  /// Where the pattern begins for the first time within a range; nil if it does not stand there whole.
  /// - Parameters:
  ///   - text: what to look through.
  ///   - range: a range of it.
  func firstIndex(in text: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int? {
    precondition(range.lowerBound >= 0 && range.upperBound <= text.count)
    let end = range.upperBound - bytes.count
    var start = range.lowerBound
    let wantedFirst = SIMD16<UInt8>(repeating: bytes[first])
    let wantedSecond = SIMD16<UInt8>(repeating: bytes[second])
    // The last byte that a step loads is start + 15 + second, and start + 15 <= end keeps it within the range.
    while start + 15 <= end {
      let firsts = text.loadUnaligned(fromByteOffset: start + first, as: SIMD16<UInt8>.self)
      let seconds = text.loadUnaligned(fromByteOffset: start + second, as: SIMD16<UInt8>.self)
      let different = (firsts ^ wantedFirst) | (seconds ^ wantedSecond)
      if different.min() == 0 {
        for offset in 0..<16 where different[offset] == 0 {
          if stands(in: text, at: start + offset) { return start + offset }
        }
      }
      start += 16
    }
    while start <= end {
      if text[start + second] == bytes[second], stands(in: text, at: start) { return start }
      start += 1
    }
    return nil
  }

  /// Whether the pattern stands at an index and ends at or before a limit.
  func stands(in text: UnsafeRawBufferPointer, at index: Int, limit: Int) -> Bool {
    index + bytes.count <= limit && stands(in: text, at: index)
  }

  private func stands(in text: UnsafeRawBufferPointer, at index: Int) -> Bool {
    for offset in bytes.indices where text[index + offset] != bytes[offset] { return false }
    return true
  }
}
