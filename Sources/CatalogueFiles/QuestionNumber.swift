/// The number of a question in the Q&A that was published with edition 6.0, such as 企Q-22. The catalogue holds none of the Q&A:
/// all that is known of a number is what its own letters say.
public struct QuestionNumber: Hashable, Sendable {
  /// The word that ids of the volume begin with, such as `management`.
  public let volume: String
  /// The number within the volume, counted from 1.
  public let number: Int

  /// Parses a number; nil for anything else. Width makes no difference, nor does the hyphen.
  public init?(_ text: some StringProtocol) {
    let volumes = ["概": "overview", "経": "governance", "企": "management", "シ": "control", "ｼ": "control"]
    guard let first = text.first, let volume = volumes[String(first)] else { return nil }
    var rest = text.unicodeScalars.dropFirst().compactMap(Self.narrowed)
    guard rest.count == text.unicodeScalars.count - 1, rest.first == UInt8(ascii: "Q") else { return nil }
    rest.removeFirst()
    if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    // A sign is no digit, so what Int takes beyond digits is not taken here.
    guard let digit = rest.first, UInt8(ascii: "1")...UInt8(ascii: "9") ~= digit,
      let number = Int(String(decoding: rest, as: UTF8.self))
    else { return nil }
    self.volume = volume
    self.number = number
  }

  /// The ASCII character that a scalar is, be it full-width (U+FF01 to U+FF5E); nil if it is none.
  private static func narrowed(_ scalar: Unicode.Scalar) -> UInt8? {
    switch scalar.value {
    case 0x71: UInt8(ascii: "Q")
    case 0x21...0x7E: UInt8(scalar.value)
    case 0xFF51: UInt8(ascii: "Q")
    case 0xFF01...0xFF5E: UInt8(scalar.value - 0xFEE0)
    default: nil
    }
  }
}
