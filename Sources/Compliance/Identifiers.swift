/// The id of one requirement, `GUIDELINE:PATH`, such as `mhlw-5:6.5.C.12.3`: ASCII, typeable and stable.
public struct RequirementID: Hashable, Sendable, Codable, CustomStringConvertible {
  /// The guideline that states it.
  public let guideline: GuidelineID
  /// The path within the guideline, such as `6.5.C.12.3`.
  public let path: String

  /// Makes an id from a guideline and a path of ASCII letters, digits, dots and hyphens; nil if the path is not one.
  public init?(_ guideline: GuidelineID, path: some StringProtocol) {
    // Every dot stands between two others. One pass: this runs for every id of every catalogue that is opened.
    var isBehindDot = true
    for byte in path.utf8 {
      guard byte == UInt8(ascii: ".") ? !isBehindDot : isPathByte(byte) else { return nil }
      isBehindDot = byte == UInt8(ascii: ".")
    }
    guard !isBehindDot else { return nil }
    self.guideline = guideline
    self.path = String(path)
  }

  /// Parses an id such as `mhlw-5:6.5.C.12.3`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    guard let colon = text.firstIndex(of: ":"), let guideline = GuidelineID(text[..<colon]) else { return nil }
    self.init(guideline, path: text[text.index(after: colon)...])
  }

  /// The id as it is written.
  public var description: String { "\(guideline):\(path)" }

  /// Decodes the id from its text.
  public init(from decoder: any Decoder) throws {
    self = try decodeIdentifier(from: decoder, { RequirementID($0) })
  }

  /// Encodes the id as its text.
  public func encode(to encoder: any Encoder) throws { try encodeIdentifier(description, to: encoder) }
}

/// The id of a plugin, such as `wireless-lan`: lower-case words joined by hyphens, the name of its folder.
public struct PluginID: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
  /// The id as it is written.
  public let description: String

  /// Parses an id; nil for text that is not lower-case ASCII words joined by single hyphens.
  public init?(_ text: some StringProtocol) {
    guard isHyphenatedName(text) else { return nil }
    description = String(text)
  }

  /// Decodes the id from its text.
  public init(from decoder: any Decoder) throws { self = try decodeIdentifier(from: decoder, PluginID.init) }

  /// Encodes the id as its text.
  public func encode(to encoder: any Encoder) throws { try encodeIdentifier(description, to: encoder) }

  /// Orders by the bytes of the id.
  public static func < (a: Self, b: Self) -> Bool { a.description < b.description }
}

/// The id of a check, `PLUGIN/NAME`, such as `wireless-lan/encryption`. A plugin that could not be loaded
/// stands in the results under its bare id, without a name.
public struct CheckID: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
  /// The plugin that holds it.
  public let plugin: PluginID
  /// The check's name within the plugin; nil for the plugin as a whole.
  public let name: String?

  /// Makes the id of a plugin's check; nil if the name is not lower-case words joined by hyphens.
  public init?(_ plugin: PluginID, name: some StringProtocol) {
    guard isHyphenatedName(name) else { return nil }
    self.plugin = plugin
    self.name = String(name)
  }

  /// Makes the id under which a plugin as a whole stands in the results.
  public init(whole plugin: PluginID) {
    self.plugin = plugin
    name = nil
  }

  /// Parses `PLUGIN/NAME` or a bare `PLUGIN`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let plugin = PluginID(first) else { return nil }
    if parts.count == 1 {
      self.init(whole: plugin)
    } else {
      self.init(plugin, name: parts[1])
    }
  }

  /// The id as it is written.
  public var description: String { name.map { "\(plugin)/\($0)" } ?? plugin.description }

  /// Decodes the id from its text.
  public init(from decoder: any Decoder) throws { self = try decodeIdentifier(from: decoder, CheckID.init) }

  /// Encodes the id as its text.
  public func encode(to encoder: any Encoder) throws { try encodeIdentifier(description, to: encoder) }

  /// Orders by plugin, then name; a plugin as a whole comes before its checks.
  public static func < (a: Self, b: Self) -> Bool { (a.plugin, a.name ?? "") < (b.plugin, b.name ?? "") }
}

/// True for lower-case ASCII words and digits joined by single hyphens, beginning with a letter.
/// The form of the names of plugins, checks and sources.
public func isHyphenatedName(_ text: some StringProtocol) -> Bool {
  guard let first = text.utf8.first, isLowercaseLetter(first), text.utf8.count <= 64 else { return false }
  return text.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { word in
    !word.isEmpty && word.utf8.allSatisfy { isLowercaseLetter($0) || isDigit($0) }
  }
}

private func isPathByte(_ byte: UInt8) -> Bool {
  isLowercaseLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "-") || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
}

func decodeIdentifier<ID>(from decoder: any Decoder, _ parse: (String) -> ID?) throws -> ID {
  let container = try decoder.singleValueContainer()
  let text = try container.decode(String.self)
  guard let id = parse(text) else {
    throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an id: \(text)")
  }
  return id
}

func encodeIdentifier(_ text: String, to encoder: any Encoder) throws {
  var container = encoder.singleValueContainer()
  try container.encode(text)
}
