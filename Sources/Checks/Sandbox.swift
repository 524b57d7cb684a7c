import Lua
import SiteData

/// The environment of a plugin: a Lua state with everything that the contract promises.
enum Sandbox {
  /// Opens a state for a plugin and makes its modules known.
  static func open(for plugin: PluginFiles, limits: LuaLimits) throws(LuaError) -> LuaState {
    let state = try LuaState(limits: limits)
    try state.addFunction("days_between") { (call) throws(LuaCall.Failure) in
      .integer(Int64(try date(call, 1).days(until: try date(call, 2))))
    }
    try state.addFunction("add_days") { (call) throws(LuaCall.Failure) in
      .string(try date(call, 1).adding(days: try count(call, 2)).description)
    }
    try state.addFunction("add_months") { (call) throws(LuaCall.Failure) in
      .string(try date(call, 1).adding(months: try count(call, 2)).description)
    }
    try state.addFunction("compare_versions") { (call) throws(LuaCall.Failure) in
      .integer(Int64(compareVersions(try call.string(1), try call.string(2))))
    }
    try state.runPrelude(PackageResources.Prelude_lua)
    for (path, bytes) in plugin.files where path != PluginFiles.mainFile {
      try state.addModule(path.dropLast(".lua".count).split(separator: "/").joined(separator: "."), bytes)
    }
    return state
  }

  /// Runs the plugin's main file in its state and gives the value that it returns.
  static func run(_ plugin: PluginFiles, in state: LuaState) throws(LuaError) -> LuaValue {
    try state.run(file: PluginFiles.mainFile, plugin.files[PluginFiles.mainFile] ?? [])
  }

  private static func date(_ call: LuaCall, _ index: Int) throws(LuaCall.Failure) -> CalendarDate {
    let text = try call.string(index)
    // A datetime is taken for its date: the two come from ledgers side by side.
    guard let date = CalendarDate(iso: text.prefix(10)) else {
      throw LuaCall.Failure("argument \(index) must be a date such as \"2026-11-21\"")
    }
    return date
  }

  private static func count(_ call: LuaCall, _ index: Int) throws(LuaCall.Failure) -> Int {
    let value = try call.integer(index)
    guard abs(value) <= 1_000_000 else { throw LuaCall.Failure("argument \(index) is out of range") }
    return Int(value)
  }
}

/// The outcomes that a test can return; the codes agree with the host's Lua.
extension LuaOutcome {
  var isPlainPass: Bool { code == 1 && english.isEmpty && japanese.isEmpty }
}
