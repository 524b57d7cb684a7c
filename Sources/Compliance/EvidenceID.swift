/// The name that an attestation has in a site's `attestations.yaml`: lower-case words and digits joined by hyphens.
public struct AttestationID: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
  /// The name as it is written.
  public let description: String

  /// Parses a name; nil for text that is not lower-case ASCII words joined by single hyphens.
  public init?(_ text: some StringProtocol) {
    guard isHyphenatedName(text) else { return nil }
    description = String(text)
  }

  /// Decodes the name from its text.
  public init(from decoder: any Decoder) throws { self = try decodeIdentifier(from: decoder, AttestationID.init) }

  /// Encodes the name as its text.
  public func encode(to encoder: any Encoder) throws { try encodeIdentifier(description, to: encoder) }

  /// Orders by the bytes of the name.
  public static func < (a: Self, b: Self) -> Bool { a.description < b.description }
}

/// The name that a waiver has in a site's `waivers.yaml`: lower-case words and digits joined by hyphens.
public struct WaiverID: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
  /// The name as it is written.
  public let description: String

  /// Parses a name; nil for text that is not lower-case ASCII words joined by single hyphens.
  public init?(_ text: some StringProtocol) {
    guard isHyphenatedName(text) else { return nil }
    description = String(text)
  }

  /// Decodes the name from its text.
  public init(from decoder: any Decoder) throws { self = try decodeIdentifier(from: decoder, WaiverID.init) }

  /// Encodes the name as its text.
  public func encode(to encoder: any Encoder) throws { try encodeIdentifier(description, to: encoder) }

  /// Orders by the bytes of the name.
  public static func < (a: Self, b: Self) -> Bool { a.description < b.description }
}

/// What a standing rests on: `wireless-lan/encryption`, `attestation:privacy-policy`, `waiver:old-access-points`. No id of a
/// check or a requirement begins like the latter two, so that the text alone tells which it is.
public enum EvidenceID: Hashable, Sendable, Codable, CustomStringConvertible {
  /// What a check found.
  case check(CheckID)
  /// What a person stated.
  case attestation(AttestationID)
  /// A deviation that was accepted.
  case waiver(WaiverID)

  private static let attestationPrefix = "attestation:"
  private static let waiverPrefix = "waiver:"

  /// Parses the id of a check, or `attestation:` or `waiver:` with a name; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let text = String(text)
    let parsed: EvidenceID? =
      if text.hasPrefix(Self.attestationPrefix) {
        AttestationID(text.dropFirst(Self.attestationPrefix.count)).map(EvidenceID.attestation)
      } else if text.hasPrefix(Self.waiverPrefix) {
        WaiverID(text.dropFirst(Self.waiverPrefix.count)).map(EvidenceID.waiver)
      } else {
        CheckID(text).map(EvidenceID.check)
      }
    guard let parsed else { return nil }
    self = parsed
  }

  /// The id as it is written.
  public var description: String {
    switch self {
    case .check(let id): id.description
    case .attestation(let id): Self.attestationPrefix + id.description
    case .waiver(let id): Self.waiverPrefix + id.description
    }
  }

  /// The check, if it is one.
  public var check: CheckID? { if case .check(let id) = self { id } else { nil } }

  /// Decodes the id from its text.
  public init(from decoder: any Decoder) throws { self = try decodeIdentifier(from: decoder) { EvidenceID($0) } }

  /// Encodes the id as its text.
  public func encode(to encoder: any Encoder) throws { try encodeIdentifier(description, to: encoder) }
}
