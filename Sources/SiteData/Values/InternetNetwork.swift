import Glibc

/// A network of the internet protocol: the addresses that begin with the same bits (RFC 4632, RFC 4291).
public struct InternetNetwork: Hashable, Sendable, CustomStringConvertible {
  /// The bits that all addresses begin with, and zeros behind them: 4 bytes for IPv4, 16 for IPv6.
  private let bytes: [UInt8]
  /// How many bits that are.
  public let prefixLength: Int

  /// Reads `192.0.2.0/24`, `192.0.2.0/255.255.255.0`, `2001:db8::/32`, or an address, which is a network of one; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard let first = parts.first, parts.count <= 2, let address = Self.address(first) else { return nil }
    let bits = address.count * 8
    guard let length = parts.count == 1 ? bits : Self.prefixLength(parts[1], bits) else { return nil }
    prefixLength = length
    bytes = address.enumerated().map { index, byte in
      let kept = min(8, max(0, length - index * 8))
      return byte & UInt8(truncatingIfNeeded: 0xFF00 >> kept)
    }
  }

  /// Whether every address of another network lies in this one.
  public func contains(_ other: InternetNetwork) -> Bool {
    guard bytes.count == other.bytes.count, prefixLength <= other.prefixLength else { return false }
    return bytes.indices.allSatisfy { index in
      let kept = min(8, max(0, prefixLength - index * 8))
      return (bytes[index] ^ other.bytes[index]) & UInt8(truncatingIfNeeded: 0xFF00 >> kept) == 0
    }
  }

  /// The network as it is usually written, `192.0.2.0/24` (RFC 5952 for IPv6).
  public var description: String {
    var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    // The buffer is as long as the longest address, and the bytes are those of one of the family.
    guard inet_ntop(bytes.count == 4 ? AF_INET : AF_INET6, bytes, &text, socklen_t(text.count)) != nil else {
      return ""
    }
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self) + "/\(prefixLength)"
  }

  private static func address(_ text: some StringProtocol) -> [UInt8]? {
    guard text.utf8.count < Int(INET6_ADDRSTRLEN) else { return nil }
    for (family, length) in [(AF_INET, 4), (AF_INET6, 16)] {
      // inet_pton writes as many bytes as an address of the family has.
      var bytes = [UInt8](repeating: 0, count: length)
      if inet_pton(family, String(text), &bytes) == 1 { return bytes }
    }
    return nil
  }

  private static func prefixLength(_ text: some StringProtocol, _ bits: Int) -> Int? {
    if let length = decimal(Array(text.utf8)), text.utf8.count <= 3 { return length <= bits ? length : nil }
    // A mask of IPv4: ones, and then zeros.
    guard bits == 32, let mask = address(text), mask.count == 4 else { return nil }
    let number = mask.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    let length = (~number).leadingZeroBitCount
    return number == (length == 0 ? 0 : ~UInt32(0) << (32 - length)) ? length : nil
  }
}
