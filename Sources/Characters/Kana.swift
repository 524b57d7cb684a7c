/// Half-width kana and voicing marks, by the numbers that Unicode gives them.
public enum Kana {
  /// The full-width form of half-width katakana and their punctuation (U+FF61 to U+FF9D); anything else as it is.
  @inlinable public static func widened(_ scalar: UInt32) -> UInt32 {
    0xFF61...0xFF9D ~= scalar ? fullWidth[Int(scalar - 0xFF61)] : scalar
  }

  /// The katakana that a katakana and a voicing mark behind it make; nil if the mark stands alone.
  /// - Parameter isSemiVoiced: whether the mark is the circle of パ.
  @inlinable public static func voiced(_ kana: UInt32, isSemiVoiced: Bool) -> UInt32? {
    switch kana {
    case 0x30CF, 0x30D2, 0x30D5, 0x30D8, 0x30DB:  // ハヒフヘホ stand three apart: plain, voiced, semi-voiced
      kana + (isSemiVoiced ? 2 : 1)
    case 0x30A6 where !isSemiVoiced: 0x30F4  // ウ to ヴ
    case 0x30EF...0x30F2 where !isSemiVoiced: kana + 8  // ワヰヱヲ to ヷヸヹヺ
    case 0x30FD where !isSemiVoiced: 0x30FE  // ヽ to ヾ
    case 0x30AB...0x30C1 where !isSemiVoiced && kana % 2 == 1: kana + 1  // カ to チ, the plain ones odd
    case 0x30C4...0x30C8 where !isSemiVoiced && kana % 2 == 0: kana + 1  // ツ テ ト, even
    default: nil
    }
  }

  @usableFromInline static let fullWidth: [UInt32] =
    "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン"
    .unicodeScalars.map(\.value)
}
