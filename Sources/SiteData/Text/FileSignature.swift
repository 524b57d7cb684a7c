/// What the first bytes of a file tell about it.
struct FileSignature {
  /// What the file is.
  enum Content: Equatable {
    /// Text of one byte or more a character that contains ASCII as it is.
    case text
    case utf16(isBigEndian: Bool)
    /// An Excel workbook, which people save under a name that ends in .csv.
    case workbook
  }

  let content: Content
  /// The length of the byte-order mark; 0 if there is none.
  let markLength: Int
  private var isMarkedUTF8: Bool { markLength == 3 }

  /// How to decode the file, nil where its bytes must tell, and the name of its encoding as far as it is known.
  func encoding(declared: TextEncoding?) -> (charset: Charset?, name: String) {
    switch content {
    case .utf16(let isBigEndian): (.utf8, isBigEndian ? "UTF-16BE" : "UTF-16LE")
    case .text where isMarkedUTF8 || declared == .utf8: (.utf8, Charset.utf8.name)
    case .text where declared == .cp932: (.cp932, Charset.cp932.name)
    case .text, .workbook: (nil, Charset.utf8.name)
    }
  }

  /// How many bytes to look at.
  static let length = 4096

  /// Looks at the first bytes of a file, fewer than ``length`` only if the file is shorter.
  init(_ bytes: Span<UInt8>, declared: TextEncoding?) {
    if Self.begins(bytes, [0xEF, 0xBB, 0xBF]) {
      (content, markLength) = (.text, 3)
    } else if Self.begins(bytes, [0xFF, 0xFE]) {
      (content, markLength) = (.utf16(isBigEndian: false), 2)
    } else if Self.begins(bytes, [0xFE, 0xFF]) {
      (content, markLength) = (.utf16(isBigEndian: true), 2)
    } else if Self.begins(bytes, [0x50, 0x4B, 3, 4]) || Self.begins(bytes, [0xD0, 0xCF, 0x11, 0xE0]) {
      (content, markLength) = (.workbook, 0)
    } else if declared == .utf16 {
      (content, markLength) = (.utf16(isBigEndian: false), 0)
    } else {
      (content, markLength) = (declared == nil ? Self.guess(bytes) : .text, 0)
    }
  }

  /// In UTF-16 the high byte of every comma, digit and line break is NUL, always on the same side; other text has no NUL.
  private static func guess(_ bytes: Span<UInt8>) -> Content {
    var nuls = (even: 0, odd: 0)
    for index in bytes.indices where index < length && bytes[index] == 0 {
      if index % 2 == 0 { nuls.even += 1 } else { nuls.odd += 1 }
    }
    let enough = max(2, min(bytes.count, length) / 32)
    if nuls.even == 0, nuls.odd >= enough { return .utf16(isBigEndian: false) }
    if nuls.odd == 0, nuls.even >= enough { return .utf16(isBigEndian: true) }
    return .text
  }

  private static func begins(_ bytes: Span<UInt8>, _ prefix: [UInt8]) -> Bool {
    guard bytes.count >= prefix.count else { return false }
    return prefix.indices.allSatisfy { bytes[$0] == prefix[$0] }
  }
}
