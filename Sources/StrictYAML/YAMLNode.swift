public import Compliance

/// One value of a YAML file, with the place where it begins.
public struct YAMLNode: Sendable {
  /// What a value can be. There are no types of scalars here: what a scalar means is decided by the ``YAMLShape`` that
  /// reads it, so that `no` is the text "no" where text is wanted.
  public enum Content: Sendable {
    /// Text. It is plain if it stands without quotes; a plain scalar may be read as a number or a boolean.
    case scalar(String, isPlain: Bool)
    /// A list.
    case sequence([YAMLNode])
    /// Keys with their values, in the order of the file; no key occurs twice.
    case mapping([YAMLEntry])
    /// Something that was reported already, so that no reader needs to complain about it again.
    case refused
  }

  /// Where it begins.
  public let place: Place
  /// What it is.
  public let content: Content

  /// True for a value that was left out: nothing, `~` or `null` (YAML 1.2.2, 10.3.2), without quotes.
  public var isAbsent: Bool {
    guard case .scalar(let text, isPlain: true) = content else { return false }
    return text.isEmpty || text == "~" || text == "null"
  }
}

/// A key of a mapping and its value.
public struct YAMLEntry: Sendable {
  /// The key.
  public let key: String
  /// Where the key stands.
  public let place: Place
  /// Its value.
  public let value: YAMLNode
}

/// A value that was read, with its place: for what can only be judged later, beside other files.
public struct Placed<Value> {
  /// The value.
  public let value: Value
  /// Where it stands.
  public let place: Place

  /// Makes a value with its place.
  public init(_ value: Value, at place: Place) {
    self.value = value
    self.place = place
  }
}

extension Placed: Sendable where Value: Sendable {}
extension Placed: Equatable where Value: Equatable {}
extension Placed: Hashable where Value: Hashable {}
