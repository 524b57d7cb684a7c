import Glibc

extension TextScanner {
  /// Turns the text into a hardware address, `00:1a:2b:3c:4d:5e`; false if it is not twelve hexadecimal digits with
  /// nothing but colons, hyphens, dots, spaces and backslashes (`nmcli -t`) between them.
  mutating func makeHardwareAddress() -> Bool {
    var digits: [UInt8] = []
    digits.reserveCapacity(17)
    var count = 0
    for byte in bytes {
      let lowered = byte | 0x20
      if isDigit(byte) || UInt8(ascii: "a")...UInt8(ascii: "f") ~= lowered {
        if count == 12 { return false }
        if count > 0, count % 2 == 0 { digits.append(UInt8(ascii: ":")) }
        digits.append(lowered)  // bit 0x20 is set in ASCII digits already
        count += 1
      } else {
        switch byte {
        case UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: " "), UInt8(ascii: "\\"): continue
        default: return false
        }
      }
    }
    guard count == 12 else { return false }
    bytes = digits
    return true
  }

  /// Turns the text into a network in its usual form, `192.0.2.0/24`, with the bits of the host left out; false if it is none. A lone
  /// address is a network of one.
  mutating func makeNetwork() -> Bool {
    guard let network = InternetNetwork(String(decoding: bytes, as: UTF8.self)) else { return false }
    bytes = Array(network.description.utf8)
    return true
  }

  /// Turns the text into the usual form of an IPv4 or IPv6 address (RFC 5952); false if it is neither.
  mutating func makeInternetAddress() -> Bool {
    guard bytes.count < Int(INET6_ADDRSTRLEN) else { return false }
    let text = String(decoding: bytes, as: UTF8.self)
    var version4 = in_addr()
    // inet_pton takes four decimal numbers without leading zeros only, so that the text is the usual form already.
    if inet_pton(AF_INET, text, &version4) == 1 { return true }
    var version6 = in6_addr()
    guard inet_pton(AF_INET6, text, &version6) == 1 else { return false }
    var buffer = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    guard inet_ntop(AF_INET6, &version6, &buffer, socklen_t(buffer.count)) != nil else { return false }
    bytes = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return true
  }
}
