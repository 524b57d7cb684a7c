import Lua

/// A file of a plugin that is run once for the value that it returns: its main file, or a file of tests.
public struct PluginScript: Sendable {
  /// The plugin's code, whose modules the file may require.
  public let files: PluginFiles
  /// The file's path within the plugin, which errors call it by.
  public let name: String
  /// The file's text.
  public let source: [UInt8]
  /// What running it may use up.
  public let limits: LuaLimits
  /// What it may ask of the catalogue.
  public let catalogue: CatalogueSource

  /// Makes a script of any file.
  public init(_ files: PluginFiles, name: String, source: [UInt8], limits: LuaLimits, catalogue: CatalogueSource) {
    self.files = files
    self.name = name
    self.source = source
    self.limits = limits
    self.catalogue = catalogue
  }

  /// Makes a script of a plugin's main file.
  public init(main files: PluginFiles, limits: LuaLimits, catalogue: CatalogueSource) {
    self.init(
      files, name: PluginFiles.mainFile, source: files.files[PluginFiles.mainFile] ?? [], limits: limits,
      catalogue: catalogue)
  }

  /// Runs it in a state of its own on the calling thread.
  func evaluate() throws(LuaError) -> LuaValue {
    let state = try Sandbox.open(for: files, limits: limits, catalogue: catalogue)
    return try state.run(file: name, source)
  }
}
