import Compliance
import FoundationEssentials
import Testing

@testable import Reports

/// The document that programs read is the one that its schema describes.
struct JSONSchemaTests {
  private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent(
      "Sources/tenken/Documentation.docc/Schemas/tenken.sweep-1.schema.json")

  private func schema() throws -> JSONSchema {
    JSONSchema(root: try JSONDecoder().decode(JSONTree.self, from: try Data(contentsOf: Self.file)))
  }

  private func tree(_ text: String) throws -> JSONTree {
    try JSONDecoder().decode(JSONTree.self, from: Data(text.utf8))
  }

  @Test func everyReportConforms() throws {
    let schema = try schema()
    for language in Language.allCases {
      for result in [
        try SampleSweep.hospital(), try PersonsSweep.hospital(), SampleSweep.empty(), try SampleSweep.onlyErrors(),
        try HostileSweep.sweep(), try DatesSweep.hospital(), try DatesSweep.part(),
      ] {
        let text = try SampleReport.text(result, .json, language)
        #expect(schema.faults(of: try tree(text)) == [])
      }
    }
    #expect(schema.root["title"]?.text == JSONReport.schema)
  }

  @Test(arguments: [
    (#""exit" : 1"#, #""exit" : 3"#), (#""exit" : 1"#, #""exit" : "1""#),
    (#""language" : "en""#, #""language" : "fr""#),
    (#""outcome" : "fail""#, #""outcome" : "passed""#), (#""severity" : "low""#, #""grade" : "low""#),
    (#""duration_ms" : 12"#, #""duration_ms" : -1"#), (#""records" : 46"#, #""records" : 4.5"#),
    (#""id" : "accounts/leavers""#, #""id" : "Accounts""#), (#""skipped" : 2"#, #""skipped" : 2, "new" : 1"#),
  ])
  func whatDoesNotConformIsFound(old: String, new: String) throws {
    let text = try SampleReport.text(try SampleSweep.hospital(), .json)
    #expect(text.contains(old))
    #expect(try !schema().faults(of: tree(text.replacing(old, with: new, maxReplacements: 1))).isEmpty)
  }
}
