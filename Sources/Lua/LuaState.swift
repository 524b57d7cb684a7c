import CLuaBridge
import CRecords

/// One sandboxed Lua state. It belongs to the thread that opened it and is closed with the last reference to it, on that thread:
/// its deadline is a timer of the thread. Not `Sendable` for that reason.
public final class LuaState {
  let state: OpaquePointer
  private var functions: [HostFunction] = []

  /// Opens a state with the allow-listed libraries.
  /// - Throws: ``LuaError`` of the kind `unavailable` if there is no memory or no timer for it.
  public init(limits: LuaLimits = LuaLimits()) throws(LuaError) {
    var bridged = limits.bridged
    guard let opened = tl_open(&bridged) else {
      throw LuaError(unavailable: "no Lua state could be opened")
    }
    state = opened
  }

  deinit { tl_close(state) }

  /// The release of the Lua library, such as `Lua 5.4.4`.
  public static var release: String { String(cString: tl_lua_release()) }

  /// For tests alone: from the allocation after so many more, memory is refused as at the limit.
  func refuseMemory(after granted: Int) { tl_refuse_memory_after(state, UInt64(granted)) }

  /// The bytes that the state's heap holds now.
  public var memoryUsed: Int { tl_memory_used(state) }

  /// The processor time in seconds that calls have taken so far, to an eighth of what one call may take.
  public var secondsUsed: Double { tl_seconds_used(state) }

  /// For tests alone: how many calls into the code there were.
  var callCount: Int { Int(tl_call_count(state)) }

  /// What the code printed, and whether the limit cut it.
  public var log: (text: String, isCut: Bool) {
    var isCut = false
    let bytes = tl_log(state, &isCut)
    return (text(bytes.start, bytes.length), isCut)
  }

  private func check(_ status: tl_status) throws(LuaError) {
    if status != TL_OK { throw error() }
  }

  /// Why the last call did not succeed.
  func error() -> LuaError { LuaError(tl_last_error(state)) }

  // MARK: - What the code can call

  /// Gives the prelude a function of the host's. An error that it throws is raised at the plugin's line.
  public func addFunction(
    _ name: String, _ body: @escaping (LuaCall) throws(LuaCall.Failure) -> LuaCall.Result
  ) throws(LuaError) {
    let function = HostFunction(body)
    functions.append(function)
    // The box lives in `functions` as long as the state, and the state is the only one to call it.
    let context = Unmanaged.passUnretained(function).toOpaque()
    try check(tl_add_function(state, name, { HostFunction.call($0, $1) }, context))
  }

  /// Runs a part of the host's own Lua and gives its result to the prelude under a name.
  public func addLibrary(_ name: String, _ source: [UInt8]) throws(LuaError) {
    try check(source.withCharacters { tl_add_library(state, name, $0, $1) })
  }

  /// Runs the host's own Lua, whose result is what `require "tenken"` gives.
  public func runPrelude(_ source: [UInt8]) throws(LuaError) {
    try check(source.withCharacters { tl_run_prelude(state, $0, $1) })
  }

  /// Makes a module of the plugin's folder known to `require`, by its dotted name.
  public func addModule(_ name: String, _ source: [UInt8]) throws(LuaError) {
    guard source.withCharacters({ tl_add_module(state, name, $0, $1) }) else {
      throw LuaError(unavailable: "no memory for module \(name)")
    }
  }

  // MARK: - The plugin's own value

  /// Runs a plugin's main file and copies out what it returns.
  /// - Parameters:
  ///   - file: the name that errors call it by, relative to the plugin's folder.
  ///   - source: the text; a binary chunk is refused.
  ///   - path: of tables, level by level, the name of the only entry that is copied, nil for all; below its end all are.
  public func run(file: String, _ source: [UInt8], only path: [String?] = []) throws(LuaError) -> LuaValue {
    try check(source.withCharacters { tl_run_plugin(state, file, $0, $1) })
    return LuaValue(leftIn: state, only: path)
  }

  /// Keeps a value for later calls.
  public func keep(_ value: LuaValue) throws(LuaError) -> LuaReference {
    var reference: Int32 = 0
    try check(
      value.withNodes { nodes, bytes in
        bytes.withCharacters { start, _ in tl_keep_value(state, nodes.baseAddress, nodes.count, start, &reference) }
      })
    return LuaReference(reference: reference)
  }

  // MARK: - Sessions

  /// Runs the host's own Lua for sessions, before the prelude; inputs are handed to the function that it returns.
  public func openSession(_ source: [UInt8]) throws(LuaError) {
    try check(source.withCharacters { tl_open_session(state, $0, $1) })
  }

  /// Hands a value to the session's function, and copies out what it returns. An interruption (SIGINT) of this process ends the call.
  ///
  /// Unlike with plugins, no error spends the state but that of the kind `totalTime`: what was assigned before is still there.
  public func handOver(_ value: LuaValue) throws(LuaError) -> LuaValue {
    try check(
      value.withNodes { nodes, bytes in
        bytes.withCharacters { start, _ in tl_hand_over(state, nodes.baseAddress, nodes.count, start) }
      })
    return LuaValue(leftIn: state)
  }

  /// Puts a kept value under a name into a kept table.
  public func set(_ name: String, in table: LuaReference, to value: LuaReference) throws(LuaError) {
    try check(tl_set_field(state, table.reference, name, value.reference))
  }

  /// Puts a list of records under a name into a kept table.
  public func set(_ name: String, in table: LuaReference, to list: LuaList) throws(LuaError) {
    try check(tl_set_field(state, table.reference, name, list.reference))
  }

  // MARK: - Records

  /// Declares a kind of record by the names of its columns.
  public func addSource(columns: [String]) throws(LuaError) -> LuaSource {
    var bytes: [UInt8] = []
    var lengths: [Int] = []
    for column in columns {
      bytes.append(contentsOf: column.utf8)
      lengths.append(column.utf8.count)
    }
    var reference: Int32 = 0
    let status = bytes.withCharacters { start, _ in
      var offset = 0
      let names = lengths.map { length in
        defer { offset += length }
        return tl_bytes(start: start.map { $0 + offset }, length: length)
      }
      return tl_add_source(state, names, names.count, &reference)
    }
    try check(status)
    return LuaSource(reference: reference)
  }

  /// Makes an empty list of records.
  public func makeList() throws(LuaError) -> LuaList {
    var reference: Int32 = 0
    try check(tl_new_list(state, &reference))
    return LuaList(reference: reference)
  }

  /// Makes an empty index of records.
  /// - Parameter readKey: makes a key of a string that is none, as a test may write it; nil for what cannot be one.
  public func makeIndex(readKey: @escaping (String) -> LuaKey?) throws(LuaError) -> LuaIndex {
    let function = HostFunction { (call) throws(LuaCall.Failure) in
      switch readKey(try call.string(1)) {
      case .integer(let value)?: .integer(value)
      case .text(let text)?: .string(text)
      case nil: .nothing
      }
    }
    functions.append(function)
    var reference: Int32 = 0
    // The box lives in `functions` as long as the state, and the state is the only one to call it.
    let context = Unmanaged.passUnretained(function).toOpaque()
    try check(tl_new_index(state, { HostFunction.call($0, $1) }, context, &reference))
    return LuaIndex(reference: reference)
  }

  /// Puts an index under a name into a kept table.
  public func set(_ name: String, in table: LuaReference, to index: LuaIndex) throws(LuaError) {
    try check(tl_set_index(state, table.reference, name, index.reference))
  }

  /// Copies a record, which then lives as long as the state, and puts the copy into lists and indexes.
  /// - Parameters:
  ///   - keys: the bytes that the entries' keys name.
  ///   - entries: where it goes; what was found there is noted in them.
  public func append(
    _ source: LuaSource, number: Int, cells: [LuaCell], text: [UInt8], keys: [UInt8] = [], to entries: inout [LuaEntry]
  ) throws(LuaError) {
    precondition(entries.allSatisfy { $0.key.isWithin(keys.count) }, "a key names bytes outside the keys")
    let status = withRecord(source, number, cells, text) { record in
      keys.withCharacters { keys, _ in
        entries.withUnsafeMutableBufferPointer { entries in
          // LuaEntry wraps one tl_entry and nothing else, so an array of the one is laid out as an array of the other.
          UnsafeMutableRawBufferPointer(entries).withMemoryRebound(to: tl_entry.self) { entries in
            tl_append(state, record, keys, entries.baseAddress, entries.count)
          }
        }
      }
    }
    try check(status)
  }

  /// Calls a test with a record that ends with the call.
  /// - Parameters:
  ///   - again: whether this is the same record as in the call before.
  ///   - body: is handed the outcomes one by one.
  public func call(
    _ test: LuaTest, _ source: LuaSource, number: Int, cells: [LuaCell], text: [UInt8], again: Bool,
    _ body: (LuaOutcome) -> Void
  ) throws(LuaError) {
    var raw = test.raw
    var result = tl_result()
    try check(withRecord(source, number, cells, text) { tl_call_each(state, &raw, $0, again, &result) })
    handOut(result, body)
  }

  /// Calls a test with a record of a list, by its position from 0; `body` is handed the outcomes one by one.
  public func call(
    _ test: LuaTest, _ list: LuaList, at position: Int, _ body: (LuaOutcome) -> Void
  ) throws(LuaError) {
    var raw = test.raw
    var result = tl_result()
    try check(tl_call_listed(state, &raw, list.reference, position + 1, &result))
    handOut(result, body)
  }

  /// Calls a test with a list of records; `body` is handed the outcomes one by one.
  public func call(_ test: LuaTest, _ list: LuaList, _ body: (LuaOutcome) -> Void) throws(LuaError) {
    var raw = test.raw
    var result = tl_result()
    try check(tl_call_all(state, &raw, list.reference, &result))
    handOut(result, body)
  }

  // Inlined, as is the outcome's own reading: a copy of the C struct in wide words, right after C has written it in narrow ones,
  // stalls the processor for a tenth of the whole call.
  @inline(__always)
  func handOut(_ result: tl_result, _ body: (LuaOutcome) -> Void) {
    body(LuaOutcome(raw: result.first))
    for index in 1..<max(1, result.count) { body(LuaOutcome(raw: tl_outcome_at(state, index))) }
  }

  private func withRecord(
    _ source: LuaSource, _ number: Int, _ cells: [LuaCell], _ text: [UInt8],
    _ body: (UnsafePointer<tl_record>) -> tl_status
  ) -> tl_status {
    precondition(cells.allSatisfy { $0.isWithin(text.count) }, "a cell names bytes outside its record")
    return cells.withUnsafeBufferPointer { cells in
      text.withCharacters { start, length in
        // LuaCell wraps one tr_cell and nothing else, so an array of the one is laid out as an array of the other.
        UnsafeRawBufferPointer(cells).withMemoryRebound(to: tr_cell.self) { cells in
          var record = tl_record(
            source: source.reference, number: UInt32(number), cells: cells.baseAddress, count: UInt32(cells.count),
            text: start, text_length: length)
          return body(&record)
        }
      }
    }
  }
}

extension String {
  /// The bytes of its UTF-8 as C sees them.
  mutating func withCharacters<R>(_ body: (UnsafePointer<CChar>, Int) -> R) -> R {
    withUTF8 { bytes in
      // CChar and UInt8 have the same size and alignment, and the rebinding ends with the closure. An empty string has no
      // address, and needs none where the count is 0; C takes any.
      guard let start = bytes.baseAddress else { return body("", 0) }
      return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) { body($0, bytes.count) }
    }
  }
}

extension [UInt8] {
  /// The bytes as C sees them.
  func withCharacters<R>(_ body: (UnsafePointer<CChar>?, Int) -> R) -> R {
    // CChar and UInt8 have the same size and alignment, and the rebinding ends with the closure.
    withUnsafeBytes { bytes in bytes.withMemoryRebound(to: CChar.self) { body($0.baseAddress, $0.count) } }
  }
}
