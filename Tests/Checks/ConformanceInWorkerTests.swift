import Compliance
import Foundation
import Testing

@testable import Checks
@testable import Lua

/// The conformance tests of the language again, in workers: sealing takes nothing of the language away.
@Suite struct ConformanceInWorkerTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Lua/Conformance")

  static let sections =
    FileManager.default.enumerator(atPath: folder.path)?
    .compactMap { ($0 as? String)?.split(separator: ".lua").first.map(String.init) }
    .filter { $0 != "check" && $0 != "driver" }.sorted() ?? []

  private func source(_ name: String) throws -> String {
    try String(contentsOf: Self.folder.appending(path: "\(name).lua"), encoding: .utf8)
  }

  @Test(arguments: sections)
  func `a section of the manual holds in a worker`(section: String) throws {
    let driver = try source("driver").replacing("SECTION", with: section)
    let files = [
      PluginFiles.mainFile: driver, "check.lua": try source("check"), "\(section).lua": try source(section),
    ].mapValues { Array($0.utf8) }
    let plugin = PluginFiles(id: try trialID(), folder: "Plugins/trial", files: files, sha256: "")
    let result = try workers().evaluate(PluginScript(main: plugin, limits: LuaLimits(), catalogue: .byID(.empty))).get()
    guard case .table(let table) = result else {
      Issue.record("\(section) returned \(result)")
      return
    }
    guard case .table(let failures)? = table["failures"] else {
      Issue.record("\(section) told nothing of failures")
      return
    }
    #expect(failures.entries.isEmpty)
    #expect(table["count"] == .integer(Int64(try source(section).matches(of: /(?m)^  \["/).count)))
  }

  @Test func `there are sections`() { #expect(Self.sections.count >= 15) }
}
