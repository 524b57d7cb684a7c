/// The id of a guideline in one edition: `mhlw-5`, `mic-1`, or `local` for a hospital's own rules.
public struct GuidelineID: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
  /// The id as it is written.
  public let description: String

  /// Parses an id of lower-case letters, digits, dots and hyphens that begins with a letter; nil for anything else.
  public init?(_ text: some StringProtocol) {
    guard let first = text.utf8.first, isLowercaseLetter(first),
      text.utf8.allSatisfy({
        isLowercaseLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
      })
    else { return nil }
    description = String(text)
  }

  /// Decodes the id from its text.
  public init(from decoder: any Decoder) throws {
    self = try decodeIdentifier(from: decoder, GuidelineID.init)
  }

  /// Encodes the id as its text.
  public func encode(to encoder: any Encoder) throws { try encodeIdentifier(description, to: encoder) }

  /// Orders by the bytes of the id.
  public static func < (a: Self, b: Self) -> Bool { a.description < b.description }
}

/// A published document in one edition.
public struct Guideline: Hashable, Sendable {
  /// The id that its requirements carry.
  public let id: GuidelineID
  /// The official title.
  public let title: LocalizedText
  /// The edition as people cite it, such as 第5版.
  public let edition: LocalizedText
  /// Who issued it.
  public let issuer: LocalizedText
  /// The month or day of publication in ISO 8601, as exactly as the sources tell it.
  public let published: String
  /// The edition that replaced this one, in words, if there is one.
  public let supersededBy: LocalizedText?

  /// Makes a guideline from its bibliographic data.
  public init(
    id: GuidelineID, title: LocalizedText, edition: LocalizedText, issuer: LocalizedText,
    published: String, supersededBy: LocalizedText? = nil
  ) {
    self.id = id
    self.title = title
    self.edition = edition
    self.issuer = issuer
    self.published = published
    self.supersededBy = supersededBy
  }
}

func isLowercaseLetter(_ byte: UInt8) -> Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte }
func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
