import Foundation
import Testing

@testable import Lua

/// The language in the sandbox against the Lua 5.4 reference manual: a file of `Conformance/` is a section, and a case of it a
/// function that asserts. What is kept behaves as the manual says; what is replaced, as `Plugins/README.md` says.
@Suite struct ConformanceTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Conformance")

  /// The sections by name: each file but those that serve the others.
  static let sections =
    FileManager.default.enumerator(atPath: folder.path)?
    .compactMap { ($0 as? String)?.split(separator: ".lua").first.map(String.init) }
    .filter { $0 != "check" && $0 != "driver" }.sorted() ?? []

  private func source(_ name: String) throws -> String {
    try String(contentsOf: Self.folder.appending(path: "\(name).lua"), encoding: .utf8)
  }

  @Test(arguments: sections)
  func `a section of the manual holds`(section: String) throws {
    let text = try source(section)
    let state = try LuaState()
    try state.addModule("check", Array(try source("check").utf8))
    try state.addModule(section, Array(text.utf8))
    try state.runPrelude(Array("return {}".utf8))
    let result = try #require(try state.run(try source("driver").replacing("SECTION", with: section)).table)
    for (name, reason) in result["failures"]?.table?.entries ?? [:] {
      Issue.record("\(name): \(reason)")
    }
    // Of two cases of one name the table would keep one.
    let written = text.matches(of: /(?m)^  \["/).count
    #expect(result["count"] == .integer(Int64(written)))
  }

  @Test func `the sections are many, and so are their cases`() throws {
    let cases = try Self.sections.map { try source($0).matches(of: /(?m)^  \["/).count }
    #expect(Self.sections.count >= 15)
    #expect(cases.reduce(0, +) >= 400)
  }
}
