import Compliance
import Lua
import SiteData
import Wording

/// The environment of a plugin: a Lua state with everything that the contract promises.
enum Sandbox {
  /// Opens a state for a plugin and makes its modules known.
  static func open(
    for plugin: PluginFiles, limits: LuaLimits, catalogue: CatalogueSource
  ) throws(LuaError) -> LuaState {
    let state = try LuaState(limits: limits)
    try addFunctions(to: state)
    try catalogue.open(in: state)
    try state.runPrelude(PackageResources.Prelude_lua)
    for (path, bytes) in plugin.files where path != PluginFiles.mainFile {
      let name = path.dropLast(".lua".count)
      // a.b.lua would stand for the same name as a/b.lua.
      if !name.contains(".") { try state.addModule(String(name).replacing("/", with: "."), bytes) }
    }
    return state
  }

  /// Makes the host's part of `tenken` known to the prelude, the catalogue aside.
  static func addFunctions(to state: LuaState) throws(LuaError) {
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
      if let order = try plainOrder(call) { return .integer(Int64(order)) }
      return .integer(Int64(compareVersions(try version(call, 1), try version(call, 2))))
    }
    try state.addFunction("fiscal_year") { (call) throws(LuaCall.Failure) in
      let date = try date(call, 1)
      return .integer(Int64(date.month < 4 ? date.year - 1 : date.year))
    }
    try state.addFunction("judge_age") { (call) throws(LuaCall.Failure) in
      let judged = AgeJudgement(
        of: try call.isNil(1) ? nil : try date(call, 1), within: try span(call, 2), today: try date(call, 3),
        name: try call.isNil(4)
          ? Wording.someDate : LocalizedText(ja: try call.string(4), en: try call.string(5)))
      return .value(
        .record([
          "outcome": .string(judged.outcome.rawValue), "ja": .string(judged.text.ja), "en": .string(judged.text.en),
        ]))
    }
    try state.addFunction("in_network") { (call) throws(LuaCall.Failure) in
      .integer(try network(call, 2).contains(try network(call, 1)) ? 1 : 0)
    }
  }

  private static func date(_ call: LuaCall, _ index: Int) throws(LuaCall.Failure) -> CalendarDate {
    let text = try call.string(index)
    // A datetime is taken for its date: the two come from ledgers side by side.
    guard let date = CalendarDate(iso: text.prefix(10)), text.count == 10 || text.dropFirst(10).first == "T" else {
      throw LuaCall.Failure("argument \(index) must be a date such as \"2026-11-21\"")
    }
    return date
  }

  private static func span(_ call: LuaCall, _ index: Int) throws(LuaCall.Failure) -> CalendarSpan {
    if let days = try? call.integer(index) {
      guard 0...1_000_000 ~= days else { throw LuaCall.Failure("argument \(index) is out of range") }
      return CalendarSpan(days: Int(days))
    }
    guard let span = (try? call.string(index)).flatMap({ CalendarSpan($0) }) else {
      throw LuaCall.Failure("argument \(index) must be a number of days, or a time such as \"3 months\"")
    }
    return span
  }

  private static func network(_ call: LuaCall, _ index: Int) throws(LuaCall.Failure) -> InternetNetwork {
    guard let network = InternetNetwork(try call.string(index)) else {
      throw LuaCall.Failure("argument \(index) must be an address or a network such as \"192.0.2.0/24\"")
    }
    return network
  }

  private static let longestVersion = 1024

  /// The order of two versions that take no Strings to compare.
  private static func plainOrder(_ call: LuaCall) throws(LuaCall.Failure) -> Int? {
    try call.withBytes(1) { left in
      // What is wrong with the second argument, the other way tells.
      guard left.count <= longestVersion else { return nil }
      return try? call.withBytes(2) { right in
        right.count <= longestVersion ? comparePlainVersions(left, right) : nil
      }
    }
  }

  /// A version of a length that versions have: what is compared takes memory outside the state's limit.
  private static func version(_ call: LuaCall, _ index: Int) throws(LuaCall.Failure) -> String {
    let text = try call.string(index)
    guard text.utf8.count <= longestVersion else {
      throw LuaCall.Failure("argument \(index) is too long for a version")
    }
    return text
  }

  private static func count(_ call: LuaCall, _ index: Int) throws(LuaCall.Failure) -> Int {
    let value = try call.integer(index)
    guard -1_000_000...1_000_000 ~= value else { throw LuaCall.Failure("argument \(index) is out of range") }
    return Int(value)
  }
}

extension LuaCall {
  fileprivate func isNil(_ index: Int) throws(Failure) -> Bool { try value(index) ?? .nil == .nil }
}
