/// A site's time zone as a fixed offset. Japan has had no summer time since 1951, so an offset is all that a site needs;
/// zones whose offset changes within a year are not known.
public struct SiteTimeZone: Sendable, Hashable {
  /// The zone as it was written, such as `Asia/Tokyo`.
  public let identifier: String
  /// The offset from UTC in seconds, positive to the east.
  public let secondsFromGMT: Int

  /// Reads `Asia/Tokyo`, `Japan`, `UTC`, or an offset such as `+09:00` of at most 14 hours; nil for anything else.
  public init?(identifier: String) {
    switch identifier {
    case "Asia/Tokyo", "Japan", "JST": secondsFromGMT = 9 * 3600
    case "UTC", "Etc/UTC", "GMT", "Z": secondsFromGMT = 0
    default:
      guard let offset = Self.offset(Array(identifier.utf8)) else { return nil }
      secondsFromGMT = offset
    }
    self.identifier = identifier
  }

  private init(identifier: String, secondsFromGMT: Int) {
    self.identifier = identifier
    self.secondsFromGMT = secondsFromGMT
  }

  /// Japan standard time.
  public static let japan = SiteTimeZone(identifier: "Asia/Tokyo", secondsFromGMT: 9 * 3600)

  /// The offset in ISO 8601, `+09:00`.
  public var offset: String {
    var bytes: [UInt8] = [secondsFromGMT < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+")]
    appendTwoDigits(abs(secondsFromGMT) / 3600, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    appendTwoDigits(abs(secondsFromGMT) / 60 % 60, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The seconds of `+09:00`, `+0900` or `Z`; nil for anything else.
  static func offset(_ text: [UInt8]) -> Int? {
    if text == [UInt8(ascii: "Z")] || text == [UInt8(ascii: "z")] { return 0 }
    guard let sign = text.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
    let digits = text.dropFirst().filter { $0 != UInt8(ascii: ":") }
    let hasColon = text.count == 6 && text[3] == UInt8(ascii: ":")
    guard digits.count == 4, hasColon || text.count == 5,
      let hours = decimal(digits[0..<2]), let minutes = decimal(digits[2..<4]), minutes < 60,
      hours * 60 + minutes <= 14 * 60
    else { return nil }
    return (sign == UInt8(ascii: "-") ? -1 : 1) * (hours * 3600 + minutes * 60)
  }
}
