import Compliance
import Lua
import SiteData

/// The worker's side of a session: a Lua state that takes one input after the other, and keeps what they assign.
final class SessionState {
  /// What a session can say and ask while an input runs.
  struct Host {
    /// Shows what the code printed.
    let print: (String) -> Void
    /// Shows a note about what was read.
    let note: (String) -> Void
    /// Asks, and waits for the reply.
    let ask: (SessionQuestion) -> SessionReply
  }

  private let state: LuaState

  /// Opens a session.
  init(limits: LuaLimits, language: Language, catalogue: CatalogueSource, _ host: Host) throws(LuaError) {
    state = try LuaState(limits: limits)
    try state.addFunction("print") { (call) throws(LuaCall.Failure) in
      host.print(try call.string(1))
      return .nothing
    }
    try state.addFunction("note") { (call) throws(LuaCall.Failure) in
      host.note(try call.string(1))
      return .nothing
    }
    try state.addFunction("ask") { (call) throws(LuaCall.Failure) in
      guard let topic = SessionQuestion.Topic(rawValue: try call.string(1)) else { return .nothing }
      let text = call.count > 1 ? try call.string(2) : ""
      switch host.ask(SessionQuestion(topic, text, rows: try call.value(3)?.rowsBySource ?? [:])) {
      case .value(let value): return .value(value)
      case .refused(let text): throw LuaCall.Failure(text)
      case .source: return .nothing
      }
    }
    try SessionSources(language, host).open(in: state)
    try Sandbox.addFunctions(to: state)
    try state.addLibrary("series", PackageResources.Series_lua)
    try catalogue.open(in: state)
    try state.openSession(PackageResources.Session_lua)
    try state.runPrelude(PackageResources.Prelude_lua)
  }

  /// Runs an input to its end.
  func run(_ input: LuaValue) throws(LuaError) -> LuaValue { try state.handOver(input) }
}

/// The sources that a session has asked for, and the passes over them that are under way.
private final class SessionSources {
  /// Passes that code has left early; beyond so many, the oldest are given up.
  private static let mostPasses = 64

  private typealias Pass = (reader: RecordReader, columns: [String], subject: String?)

  private let language: Language
  private let host: SessionState.Host
  private var sources: [String: SessionSource] = [:]
  private var passes: [Int64: Pass] = [:]
  private var last: Int64 = 0

  init(_ language: Language, _ host: SessionState.Host) {
    self.language = language
    self.host = host
  }

  func open(in state: LuaState) throws(LuaError) {
    try state.addFunction("open_source") { (call) throws(LuaCall.Failure) in
      switch self.host.ask(SessionQuestion(.source, try call.string(1))) {
      case .source(let source):
        self.sources[source.name] = source
        return .string(source.name)
      case .refused(let text): throw LuaCall.Failure(text)
      case .value: return .nothing
      }
    }
    try state.addFunction("open_rows") { (call) throws(LuaCall.Failure) in
      guard let source = self.sources[try call.string(1)] else { throw LuaCall.Failure("no such source") }
      self.last += 1
      self.passes[self.last] = (source.reader(), source.declaration.columns.map(\.name), source.declaration.subject)
      if self.passes.count > Self.mostPasses, let oldest = self.passes.keys.min() { self.passes[oldest] = nil }
      return .integer(self.last)
    }
    try state.addFunction("row_columns") { (call) throws(LuaCall.Failure) in
      let pass = try self.pass(call)
      // What names a record comes first; the others have no order that means anything.
      let names = pass.columns.filter { $0 == pass.subject } + pass.columns.filter { $0 != pass.subject }
      return .value(.list(names.map { .string($0) }))
    }
    try state.addFunction("next_row") { (call) throws(LuaCall.Failure) in
      let (reader, columns, _) = try self.pass(call)
      switch reader.next() {
      case .record: return .value(reader.record.row(columns))
      case .refused(let problem), .failed(let problem):
        return .value(.record(["problem": .string(problem.line(in: self.language))]))
      case .end:
        self.passes[try call.integer(1)] = nil
        return .nothing
      }
    }
  }

  private func pass(_ call: LuaCall) throws(LuaCall.Failure) -> Pass {
    guard let pass = passes[try call.integer(1)] else {
      throw LuaCall.Failure("this pass over a source has ended; begin another")
    }
    return pass
  }
}

extension Record {
  /// The cells by column, and the place.
  fileprivate func row(_ columns: [String]) -> LuaValue {
    var values: [String: LuaValue] = [:]
    for (name, cell) in zip(columns, cells) { values[name] = value(of: cell) }
    return .record(["cells": .record(values), "place": .string(place.description)])
  }

  private func value(of cell: Cell) -> LuaValue? {
    switch cell {
    case .null: nil
    case .boolean(let value): .boolean(value)
    case .integer(let value): .integer(value)
    case .number(let value): .number(value)
    case .text(let range): .string(text(range))
    case .list(let ranges): .list(ranges.map { .string(text($0)) })
    }
  }
}

extension LuaValue {
  /// Rows by source, as Session.lua copies them.
  fileprivate var rowsBySource: [String: [[String: String]]] {
    var rows: [String: [[String: String]]] = [:]
    for (source, list) in table?.entries ?? [:] {
      rows[source.string ?? ""] = (list.table?.list ?? []).map { row in
        var cells: [String: String] = [:]
        for (name, value) in row.table?.entries ?? [:] { cells[name.string ?? ""] = value.string }
        return cells
      }
    }
    return rows
  }
}
