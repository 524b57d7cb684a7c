import Compliance
import Testing

@testable import Checks
@testable import Frames

/// The plugins that come with Tenken pass their own tests.
@Suite struct ShippedPluginTests {
  private static let folder = #filePath.split(separator: "/").dropLast(3).map { "/\($0)" }.joined() + "/Plugins"

  /// A catalogue of exactly the requirements that a plugin names; whether they are real is for the catalogue's tests.
  private func catalogue(for files: PluginFiles) throws -> Catalogue {
    let texts = files.files.values.map { String(decoding: $0, as: UTF8.self) }
    let ids = Set(texts.flatMap { $0.matches(of: /"([a-z0-9.-]+:[A-Za-z0-9.-]+)"/).map { String($0.1) } })
    let requirements = ids.sorted().compactMap { RequirementID($0) }.map {
      Requirement(
        id: $0, citation: $0.path, requirementClass: nil, status: .current, title: LocalizedText(verbatim: $0.path),
        text: nil, parent: nil,
        parts: [], chapter: "", source: nil, notes: [])
    }
    return Catalogue(guidelines: [], requirements: requirements, correspondences: [])
  }

  @Test func `every shipped plugin loads, and its cases pass`() throws {
    let all = PluginFolder.readAll(in: Self.folder, shownAs: "Plugins")
    #expect(all.count >= 3)
    for result in all {
      let files = try result.get()
      let plugin = try PluginLoader.load(
        files, catalogue: .byID(try catalogue(for: files)), runner: InProcessRunner())
      // What is kept of it from one run to the next is all of it.
      #expect(try PluginManifest(frame: PluginManifest(of: plugin).frame).plugin(of: files) == plugin)
      let report = PluginTests.run(
        plugin, in: "\(Self.folder)/\(plugin.id)", runner: InProcessRunner(), catalogue: .byID(.empty))
      #expect(report.failures == [] && report.problems == [], "\(plugin.id)")
      #expect(report.passed > 0)
    }
  }
}
