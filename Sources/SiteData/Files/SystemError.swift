import Glibc

/// An error number of the system (errno(3)) with the system's words for it.
public struct SystemError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The number.
  public let number: Int32

  /// Wraps a number.
  public init(number: Int32) { self.number = number }

  /// The system's words.
  public var description: String { String(cString: strerror(number)) }
}
