import Wording

/// The settings of luacheck for plugins: the globals that they have, and nothing else.
public enum LuacheckSettings {
  /// The name under which luacheck looks for a file of settings.
  public static let fileName = ".luacheckrc"

  /// The words on luacheck's command line that say all of it, without any file of settings. Behind them must come `--` and the files.
  public static var arguments: [String] {
    // How long a line may be is for whoever writes it to say; a message in Japanese is soon long.
    ["--no-config", "--std", "none", "--no-max-line-length", "--read-globals"] + names
  }

  /// A `.luacheckrc` that says the same (<https://luacheck.readthedocs.io/en/stable/config.html>).
  public static var text: String {
    let globals = Wording.PluginAPI.globals.map(\.name)
    let plain = globals.filter { !$0.contains(".") && $0 != "_G" }.map { "\"\($0)\"" }
    var lines = [
      "-- What plugins have of Lua, made by `tenken plugin stubs`.",
      "stds.tenken = {", "  read_globals = {", "    _G = { other_fields = true },",
    ]
    lines += wrapped(plain, indent: "    ", width: longestLine)
    for library in Wording.PluginAPI.libraryNames {
      let fields = globals.filter { $0.hasPrefix("\(library).") }.map { "\"\($0.dropFirst(library.count + 1))\"" }
      lines += ["    \(library) = {", "      fields = {"]
      lines += wrapped(fields, indent: "        ", width: longestLine)
      lines += ["      },", "    },"]
    }
    lines += ["  },", "}", "std = \"tenken\"", "max_line_length = false"]
    return lines.joined(separator: "\n") + "\n"
  }

  private static let longestLine = 120
  private static var names: [String] { Wording.PluginAPI.globals.map(\.name) }

  /// Items with commas behind them, as many on a line as fit.
  private static func wrapped(_ items: [String], indent: String, width: Int) -> [String] {
    var lines: [String] = []
    for item in items {
      if let last = lines.last, last.count + item.count + 2 <= width {
        lines[lines.count - 1] = "\(last) \(item),"
      } else {
        lines.append("\(indent)\(item),")
      }
    }
    return lines
  }
}
