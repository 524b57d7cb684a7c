/// The settings of lua-language-server for a folder of plugins (<https://luals.github.io/wiki/settings/>).
public enum EditorSettings {
  /// The folder of the stubs, beside the settings. Its name begins with a dot, so that it is no code of a plugin.
  public static let stubsFolder = ".stubs"

  /// The name of the file of settings.
  public static let fileName = ".luarc.json"

  /// The libraries of Lua that plugins do not have, or that the stubs define as plugins have them.
  private static let replaced = [
    "basic", "bit", "bit32", "coroutine", "debug", "ffi", "io", "jit", "math", "os", "package", "string", "table",
    "utf8",
  ]

  /// The settings.
  public static var text: String {
    let builtin = replaced.map { "    \"\($0)\": \"disable\"" }.joined(separator: ",\n")
    return """
      {
        "$schema": "https://raw.githubusercontent.com/LuaLS/vscode-lua/master/setting/schema.json",
        "runtime.version": "Lua 5.4",
        "runtime.builtin": {
      \(builtin)
        },
        "workspace.library": ["\(stubsFolder)"],
        "workspace.checkThirdParty": false
      }

      """
  }
}
