import Crypto
import FoundationEssentials
import Glibc

/// The key that signs links: Ed25519 (RFC 8032).
public struct SigningKey: Sendable {
  private let key: Curve25519.Signing.PrivateKey

  /// Makes a new key.
  public init() { key = Curve25519.Signing.PrivateKey() }

  /// Its public half.
  public var verifying: VerifyingKey { VerifyingKey(key.publicKey) }

  /// The id of the key and of its public half.
  public var id: String { verifying.id }

  /// The signature of a text: 64 bytes.
  func signature(of text: String) throws -> Data { try key.signature(for: Data(text.utf8)) }
}

/// The public half of a signing key.
public struct VerifyingKey: Sendable {
  private let key: Curve25519.Signing.PublicKey

  fileprivate init(_ key: Curve25519.Signing.PublicKey) { self.key = key }

  /// The first 16 digits of the SHA-256 of its 32 bytes: enough to tell keys apart, and never taken for the key itself.
  public var id: String { String("\(Digest(SHA256.hash(data: key.rawRepresentation)))".prefix(16)) }

  /// Whether a signature is that of a text.
  func accepts(_ signature: Data, of text: String) -> Bool {
    key.isValidSignature(signature, for: Data(text.utf8))
  }
}

// Keys are kept as OpenSSL writes them (RFC 8410): PKCS #8 and SubjectPublicKeyInfo, of which for Ed25519 all but the last 32 bytes
// are the same for every key, in PEM (RFC 7468). So `openssl pkeyutl -verify` can check what Tenken signs.

extension SigningKey {
  private static let label = "PRIVATE KEY"
  private static let prefix: [UInt8] = [
    0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
  ]

  /// The key as PEM.
  public var pem: String { encoded(Self.prefix + key.rawRepresentation, Self.label) }

  /// Reads a key from PEM; nil if the text is not an Ed25519 key.
  public init?(pem: String) {
    guard let bytes = decoded(pem, Self.label, Self.prefix),
      let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: bytes)
    else { return nil }
    self.key = key
  }
}

extension VerifyingKey {
  private static let label = "PUBLIC KEY"
  private static let prefix: [UInt8] = [0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00]

  /// The key as PEM.
  public var pem: String { encoded(Self.prefix + key.rawRepresentation, Self.label) }

  /// Reads a key from PEM; nil if the text is not the public half of an Ed25519 key.
  public init?(pem: String) {
    guard let bytes = decoded(pem, Self.label, Self.prefix),
      let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes)
    else { return nil }
    self.key = key
  }
}

private func encoded(_ bytes: [UInt8], _ label: String) -> String {
  // Both kinds of key are shorter than a line of PEM, 64 characters of Base64.
  "-----BEGIN \(label)-----\n\(Data(bytes).base64EncodedString())\n-----END \(label)-----\n"
}

private func decoded(_ pem: String, _ label: String, _ prefix: [UInt8]) -> [UInt8]? {
  let lines = pem.split(whereSeparator: \.isNewline).map { $0.trimmingPrefix(" ") }
  guard let begin = lines.firstIndex(of: "-----BEGIN \(label)-----"),
    let end = lines.firstIndex(of: "-----END \(label)-----"), begin < end,
    let bytes = Data(base64Encoded: lines[(begin + 1)..<end].joined())
  else { return nil }
  guard bytes.starts(with: prefix), bytes.count == prefix.count + 32 else { return nil }
  return Array(bytes.dropFirst(prefix.count))
}
