import Foundation
import Testing

/// Rule 5: every verdict leads back to the record, the line, and the bytes of data and plugin that it rests on.
struct ExplainedVerdictTests {
  @Test func everyVerdictSaysOnWhat() throws {
    let result = try SweepDocument(Site.sampleSweep.get().output)
    for check in result.checks where check.outcome != "notselected" {
      #expect(!check.findings.isEmpty || check.problem != nil, "\(check.id)")
      #expect(!check.requirements.isEmpty)
      #expect(check.plugin_sha256.count == 64)
      for finding in check.findings {
        let place = try #require(finding.place, "\(check.id): \(finding.subject)")
        let parts = place.split(separator: ":")
        let bytes = try Data(contentsOf: Site.sampleFolder.appending(path: String(parts[0])))
        let lines = bytes.split(separator: 10, omittingEmptySubsequences: false).count
        if parts.count > 1 { #expect(try 1...lines ~= #require(Int(parts[1])), "\(check.id): \(place)") }
        if ["fail", "unknown", "error"].contains(finding.outcome) {
          #expect(!finding.message.isEmpty, "\(check.id): \(place)")
        }
      }
    }
  }

  @Test func everySourceIsNamedWithTheHashOfItsBytes() throws {
    let sources = try SweepDocument(Site.sampleSweep.get().output).checks.flatMap(\.sources)
    let hashes = Dictionary(sources.map { ($0.file, $0.sha256) }) { first, second in
      #expect(first == second)
      return first
    }
    #expect(hashes.count > 12)
    let sums = try Command.run(URL(filePath: "/usr/bin/sha256sum"), hashes.keys.sorted(), in: Site.sampleFolder)
    let expected = hashes.keys.sorted().map { "\(hashes[$0].flatMap(\.self) ?? "none")  \($0)\n" }.joined()
    #expect(sums.out == expected)
  }

  @Test func everyStandingNamesTheChecksBehindIt() throws {
    let result = try SweepDocument(Site.sampleSweep.get().output)
    var looked = 0
    for standing in result.requirements {
      let named = result.checks.filter { check in
        check.outcome != "notselected"
          && check.requirements.contains { $0 == standing.id || $0.hasPrefix("\(standing.id).") }
      }
      #expect(standing.by.filter { !$0.contains(":") } == named.map(\.id), "\(standing.id)")
      looked += standing.by.isEmpty ? 0 : 1
      if standing.by.isEmpty { #expect(standing.standing == "notchecked") }
    }
    #expect(looked > 10)
  }

  @Test func anotherByteInThePluginIsAnotherHash() throws {
    let site = try Site.small()
    let before = try site.result("--only", "small").checks.map(\.plugin_sha256)
    try site.replace("Good", by: "Bood", in: "plugins/small/plugin.lua")
    let after = try site.result("--only", "small").checks.map(\.plugin_sha256)
    #expect(before != after)
  }

  @Test func theHistoryGivesASweepBackAsItWas() throws {
    let site = try Site.sample()
    let run = try site.sweep("--format", "json")
    // Later sweeps do not change what is told of an earlier one.
    try site.remove("data/media/media.csv")
    #expect(try site.sweep().status == 1)
    let shown = try Command.run(["history", "show", "1", "--site", site.folder.path, "--format", "json"])
    #expect(shown.status == 0)
    #expect(shown.output == run.output)
    let list = try Command.run(["history", "list", "--site", site.folder.path])
    #expect(list.status == 0)
    #expect(list.out.contains("2026-11-20"))
  }
}
