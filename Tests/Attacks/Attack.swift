import Lua
import Testing

/// A script that means harm, and what must become of it.
public struct Attack: Sendable, CustomTestStringConvertible {
  /// What must become of it.
  public enum End: Sendable {
    case time, memory, value(LuaValue)
    /// Only the end of its process stops it: the work is one call of Lua's own matcher, in C.
    case killed
    /// An error of the plugin's own; its message contains this.
    case error(String)
    /// Whatever it is, it ends.
    case anything
  }

  /// Its name in the list of attacks.
  public let name: String
  /// The plugin's text.
  public let script: String
  /// What must become of it.
  public let end: End
  /// The bytes that it may have.
  public let memory: Int

  /// Whether the limits within a process stop it.
  public var endsInProcess: Bool { if case .killed = end { false } else { true } }

  /// Its name.
  public var testDescription: String { name }

  /// Describes an attack.
  public init(_ name: String, _ script: String, _ end: End, memory: Int = 8 << 20) {
    (self.name, self.script, self.end, self.memory) = (name, script, end, memory)
  }
}
