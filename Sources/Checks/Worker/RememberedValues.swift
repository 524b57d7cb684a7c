import Compliance
import Frames
import Lua

/// What plugins' files returned before: a plugin that has not changed need not run to be known.
///
/// A value depends on the plugin's code and on nothing else. One that asked the catalogue depends on that too, and is not kept; nor is a
/// failure, which may depend on how fast the machine was.
public struct RememberedValues: Sendable {
  /// The value that was kept for a key; nil if there is none.
  public let value: @Sendable (_ key: [String]) -> LuaValue?
  /// Keeps a value for a key.
  public let keep: @Sendable (_ value: LuaValue, _ key: [String]) -> Void

  /// Says where values are kept.
  public init(
    value: @escaping @Sendable (_ key: [String]) -> LuaValue?,
    keep: @escaping @Sendable (_ value: LuaValue, _ key: [String]) -> Void
  ) {
    self.value = value
    self.keep = keep
  }
}

extension PluginScript {
  /// Everything that the value of a plugin's main file depends on, the hash of the code first; nil for other files.
  var key: [String]? {
    guard name == PluginFiles.mainFile, !files.sha256.isEmpty else { return nil }
    var limits = FrameWriter()
    limits.write(self.limits)
    return [files.sha256, files.id.description, limits.bytes.map { String($0) }.joined(separator: " ")]
  }
}
