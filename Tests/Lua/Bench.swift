import Testing

@testable import Lua

/// A state with one kind of record and the tests that a script returns by name.
final class Bench {
  let state: LuaState
  let source: LuaSource
  let list: LuaList
  let context: LuaReference
  private var tests: [String: LuaTest] = [:]
  private var number = 0

  /// Codes as the tests of this target use them.
  static let codes = "local pass, fail = 1, 2 local tenken = require 'tenken' "

  init(_ script: String, columns: [String] = ["name", "count"], _ limits: LuaLimits = LuaLimits()) throws(LuaError) {
    state = try open(limits)
    try state.runBarePrelude()
    source = try state.addSource(columns: columns)
    list = try state.makeList()
    context = try state.keep(.record(["today": "2026-11-21"]))
    let parameters = try state.keep(.record(["limit": 3]))
    for (name, value) in try state.run(Self.codes + script).table?.entries ?? [:] {
      if case .string(let name) = name, case .function(let function) = value {
        tests[name] = LuaTest(function, parameters: parameters, context: context)
      }
    }
  }

  /// Calls a test with a record of the name AP-1 and a count; the number of records goes on.
  func each(
    _ test: String, count: LuaCell = .integer(7), again: Bool = false
  ) throws(LuaError) -> [LuaOutcome] {
    try each(test, cells: [.text(0..<4), count], text: Array("AP-1".utf8), again: again)
  }

  /// A test by its name.
  func test(_ name: String) throws -> LuaTest { try #require(tests[name]) }

  func each(
    _ test: String, cells: [LuaCell], text: [UInt8] = [], again: Bool = false
  ) throws(LuaError) -> [LuaOutcome] {
    guard let test = tests[test] else { return [] }
    if !again { number += 1 }
    var outcomes: [LuaOutcome] = []
    try state.call(test, source, number: number, cells: cells, text: text, again: again) { outcomes.append($0) }
    return outcomes
  }

  func all(_ test: String, _ list: LuaList) throws(LuaError) -> [LuaOutcome] {
    guard let test = tests[test] else { return [] }
    var outcomes: [LuaOutcome] = []
    try state.call(test, list) { outcomes.append($0) }
    return outcomes
  }

  func listed(_ test: String, at position: Int) throws(LuaError) -> [LuaOutcome] {
    guard let test = tests[test] else { return [] }
    var outcomes: [LuaOutcome] = []
    try state.call(test, list, at: position) { outcomes.append($0) }
    return outcomes
  }

  func failure(each test: String, sourceLocation: SourceLocation = #_sourceLocation) -> LuaError? {
    do throws(LuaError) {
      let outcomes = try each(test)
      Issue.record("no error but \(outcomes)", sourceLocation: sourceLocation)
      return nil
    } catch {
      return error
    }
  }

  func failure(all test: String, _ list: LuaList, sourceLocation: SourceLocation = #_sourceLocation) -> LuaError? {
    do throws(LuaError) {
      let outcomes = try all(test, list)
      Issue.record("no error but \(outcomes)", sourceLocation: sourceLocation)
      return nil
    } catch {
      return error
    }
  }

  /// Appends records named by the texts, counted from 1, to a list.
  func fill(_ list: LuaList, _ names: [String]) throws(LuaError) {
    var entries = [LuaEntry(list)]
    try fill(&entries, names)
  }

  /// Appends records named by the texts, counted from 1, under their names in an index.
  func fill(_ index: LuaIndex, onlyFirst: Bool = false, _ names: [String]) throws(LuaError) {
    var entries = [LuaEntry(index, onlyFirst: onlyFirst)]
    try fill(&entries, names)
  }

  private func fill(_ entries: inout [LuaEntry], _ names: [String]) throws(LuaError) {
    for (index, name) in names.enumerated() {
      let bytes = Array(name.utf8)
      for entry in entries.indices { entries[entry].key = .text(0..<bytes.count) }
      try state.append(
        source, number: index + 1, cells: [.text(0..<bytes.count), .integer(Int64(index))], text: bytes, keys: bytes,
        to: &entries)
    }
  }
}
