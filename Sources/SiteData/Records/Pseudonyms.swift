import Crypto

/// Replaces what identifies a person by a name that is stable for one key and tells nothing without it.
public struct Pseudonyms: Sendable {
  private let key: SymmetricKey

  /// Makes pseudonyms of a secret key, at least 16 random bytes that the site keeps.
  public init(key: [UInt8]) {
    self.key = SymmetricKey(data: key)
  }

  /// The key, for handing on to a process that reads data for this one.
  var secret: [UInt8] { key.withUnsafeBytes { Array($0) } }

  /// The pseudonym of a value. Spaces, widths and case make no difference: 架空 太郎 and 架空太郎 are one person, and what can be
  /// looked up by a name (``JoinKey``) can be by its pseudonym. Its form is
  /// `person-7f3a9c2e1b`: the first 40 bits of its HMAC-SHA256 (RFC 2104). Among a
  /// hundred thousand people the chance that any two share one is below one in two hundred.
  public func pseudonym(for value: some Collection<UInt8>) -> String {
    var code = HMAC<SHA256>(key: key)
    var folded: [UInt8] = []
    appendComparable(Array(value), to: &folded)
    code.update(data: folded)
    var text = Array("person-".utf8)
    appendHexadecimal(code.finalize().prefix(5), to: &text)
    return String(decoding: text, as: UTF8.self)
  }
}

/// Whether the text of a personal column says that there is nobody, or that nobody knows.
func namesNobody(_ bytes: some Collection<UInt8>) -> Bool {
  nobody.contains { $0.elementsEqual(bytes) }
}

private let nobody = ["無", "無し", "なし", "ナシ", "該当なし", "不明", "未定", "未登録"].map { Array($0.utf8) }

/// Appends bytes in lower-case hexadecimal, two digits each.
func appendHexadecimal(_ bytes: some Sequence<UInt8>, to text: inout [UInt8]) {
  let digits = Array("0123456789abcdef".utf8)
  for byte in bytes {
    text.append(digits[Int(byte >> 4)])
    text.append(digits[Int(byte & 15)])
  }
}
