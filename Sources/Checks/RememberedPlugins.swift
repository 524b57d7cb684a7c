import Compliance
import Frames
import Lua

/// Plugins that were read before: one that has not changed need not run to be known.
///
/// What a plugin declares depends on its code, on the limits under which its file ran, and on the catalogue: the requirements that it
/// names must be there, which is looked up each time. One that asked the catalogue while its file ran is not kept, nor is one that was
/// refused: the reason may have been how fast the machine was.
public struct RememberedPlugins: Sendable {
  /// What was kept under a key; nil if nothing was.
  public let manifest: @Sendable (_ key: [String]) -> PluginManifest?
  /// Keeps what a plugin declares under a key.
  public let keep: @Sendable (_ manifest: PluginManifest, _ key: [String]) -> Void

  /// Says where plugins are kept.
  public init(
    manifest: @escaping @Sendable (_ key: [String]) -> PluginManifest?,
    keep: @escaping @Sendable (_ manifest: PluginManifest, _ key: [String]) -> Void
  ) {
    self.manifest = manifest
    self.keep = keep
  }

  /// What a plugin depends on beside the catalogue, the hash of its code first.
  static func key(of files: PluginFiles, _ limits: LuaLimits) -> [String] {
    var writer = FrameWriter()
    writer.write(limits)
    return [files.sha256, files.id.description, writer.bytes.map { String($0) }.joined(separator: " ")]
  }
}
