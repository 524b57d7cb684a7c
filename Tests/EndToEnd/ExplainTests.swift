import Foundation
import Testing

/// `tenken explain`: from a verdict to what it rests on, out of the history alone.
struct ExplainTests {
  /// The sample hospital with one sweep, for all tests that only ask.
  private static let swept = Result {
    let site = try Site.sample()
    _ = try site.sweep()
    return site
  }

  private func explain(_ site: Site? = nil, _ words: String...) throws -> Command.Result {
    try Command.run(["explain", "--site", (site ?? Self.swept.get()).folder.path] + words)
  }

  @Test func aFailingRequirementLeadsToItsRecords() throws {
    let run = try explain(nil, "mhlw-5:6.5.C.12.3")
    #expect(run.status == 0 && run.err.isEmpty)
    let result = try SweepDocument(Site.sampleSweep.get().output)
    let standing = try #require(result.requirements.first { $0.id == "mhlw-5:6.5.C.12.3" })
    #expect(standing.standing == "fail" && standing.by.count > 1)
    for id in standing.by {
      #expect(run.out.contains(id))
      let failures = try #require(result[check: id]).findings.filter { $0.outcome == "fail" }
      for finding in failures.prefix(3) {
        #expect(run.out.contains(finding.subject))
        #expect(run.out.contains(try #require(finding.place)))
      }
    }
    #expect(run.out.contains("Standing    ✗ failed"))
    #expect(run.out.contains("第5版 6.5 C 12 (3)"))
    #expect(run.out.contains("5th edition"))
  }

  @Test func aRequirementSaysWhichPartEachCheckSpeaksFor() throws {
    let run = try explain(nil, "6.5 C 12", "--language", "ja")
    #expect(run.status == 0)
    let parts = run.out.components(separatedBy: "\n").filter { $0.contains("  項目 第5版 6.5 C 12 (") }
    #expect(parts.count == 5)
    let text = run.out
    let third = try #require(text.range(of: "項目 第5版 6.5 C 12 (3)"))
    let fourth = try #require(text.range(of: "項目 第5版 6.5 C 12 (4)"))
    let (first, last) = (third.upperBound, fourth.lowerBound)
    #expect(first < last && text[first..<last].contains("wireless-lan/encryption"))
  }

  @Test func whatNobodyLooksAtSaysSoAndWhatWouldFit() throws {
    let run = try explain(nil, "mhlw-5:6.10.C.2")
    #expect(run.status == 0)
    #expect(run.out.contains("Standing    – not checked"))
    #expect(run.out.contains("No check looks at this requirement"))
    #expect(run.out.contains("a person's dated statement"))
  }

  @Test func whatPersonsStatedIsShownWithItsAgeAndEnd() throws {
    let run = try explain(nil, "mhlw-5:6.10.C.1", "attestation:policy-2026", "waiver:external-storage-response")
    #expect(run.status == 0)
    for text in [
      "Standing    ✗ failed", "evidence has changed since", "66 days ago", "documents/continuity-plan.txt",
      "valid until 2027-03-31", "233 days ago", "expires in 20 days", "media-lifecycle/storage-places",
    ] {
      #expect(Self.words(run.output).contains(text.replacing("    ", with: " ")), "\(text)\n\(run.out)")
    }
    #expect(try explain(nil, "waiver:infusion-pum").err.contains("waiver:infusion-pump"))
  }

  @Test func theProvidersRequirementsAreExplainedThroughTheirLinks() throws {
    let run = try explain(nil, "mic-1:3.2.1.a")
    #expect(run.status == 0)
    #expect(run.out.contains("Derived through correspondences") && run.out.contains("mhlw-5:6.3.C.1  ✓ passed"))
  }

  @Test func aFindingLeadsToTheHashesOfItsFileAndPlugin() throws {
    let result = try SweepDocument(Site.sampleSweep.get().output)
    let check = try #require(result[check: "wireless-lan/encryption"])
    let finding = try #require(check.findings.first { $0.outcome == "fail" })
    let (place, hash) = (try #require(finding.place), try #require(check.sources.first?.sha256))
    let bySubject = try explain(nil, check.id, finding.subject)
    #expect(bySubject.status == 0)
    for text in [place, hash, check.plugin_sha256, "mhlw-5:6.5.C.12.3", finding.subject] {
      #expect(bySubject.out.contains(text))
    }
    #expect(try explain(nil, check.id, place).output == bySubject.output)
    #expect(try explain(nil, "\(check.id) \(finding.subject)").output == bySubject.output)
  }

  @Test func everyCheckPluginAndRequirementOfASweepCanBeExplained() throws {
    let result = try SweepDocument(Site.sampleSweep.get().output)
    let ids = result.checks.map(\.id) + Set(result.checks.map { String($0.id.prefix { $0 != "/" }) }).sorted()
    let all = try Command.run(
      ["explain", "--site", Self.swept.get().folder.path, "--format", "json"] + ids + result.requirements.map(\.id))
    #expect(all.status == 0)
    let document = try JSONDecoder().decode(Explanations.self, from: all.output)
    #expect(document.schema == "tenken.explanation/1")
    #expect(document.explanations.count == ids.count + result.requirements.count)
    for standing in result.requirements {
      let explained = document.explanations.lazy.compactMap(\.requirement).first { $0.id == standing.id }
      #expect(explained?.standing == standing.standing)
      #expect(explained.map { Set($0.all) } == Set(standing.by), "\(standing.id)")
    }
  }

  @Test func aCheckThatALimitStoppedNamesTheSetting() throws {
    let site = try Site.small("while true do end")
    try site.write("name: {ja: 小病院, en: Small}\nguidelines: [mhlw-5]\nlimits: {call_seconds: 0.5}\n", to: "tenken.yaml")
    #expect(try site.sweep("--only", "small").status == 2)
    let run = try explain(site, "small/check")
    #expect(run.status == 0)
    #expect(run.out.contains("Outcome    ! error"))
    #expect(run.out.contains("0.5 s of processor time"))
    #expect(run.out.contains("limits: in tenken.yaml"))
    #expect(run.out.contains("plugins/small/plugin.lua"))
  }

  @Test func nothingOfALedgerSteersTheTerminal() throws {
    let site = try Site.small("return tenken.fail('%s', '\\27[2J\\27[32mfine')")
    try site.write("name,person\none,x\n\u{1B}[31mred,y\n", to: "data/ledger.csv")
    #expect(try site.sweep("--only", "small").status == 1)
    for words in [
      ["small/check"], ["small"], ["mhlw-5:6.5.C.12.3"], ["small/check", "ledger.csv:2"], ["small/check one"],
    ] {
      let run = try Command.run(["explain", "--site", site.folder.path] + words)
      #expect(run.status == 0)
      #expect(!run.out.contains("\u{1B}"))
    }
    let run = try explain(site, "small/check", "\u{1B}[31mtwo")
    #expect(run.status == 64)
    #expect(!run.err.contains("\u{1B}"))
  }

  @Test func earlierSweepsAreExplainedAsTheyWere() throws {
    let site = try Site.small("return tenken.fail('bad')")
    #expect(try site.sweep("--only", "small").status == 1)
    let before = try explain(site, "small/check").output
    try site.replace("tenken.fail('bad')", by: "tenken.pass()", in: "plugins/small/plugin.lua")
    #expect(try site.sweep("--only", "small").status == 0)
    #expect(try explain(site, "small/check").out.contains("✓ passed"))
    let earlier = try explain(site, "small/check", "--sweep", "1")
    // Its own commands ask for the same sweep again; lines may be broken elsewhere for that.
    let (old, new) = (Self.words(before), Self.words(earlier.output))
    #expect(new.contains("--sweep 1 mhlw-5:6.5.C.12.3"))
    #expect(new.replacingOccurrences(of: " --sweep 1", with: "") == old)
    let later = try explain(site, "small", "--sweep", "9")
    #expect(later.status == 64)
    #expect(later.err.contains("There is no sweep 9. The newest is 2."))
  }

  @Test func everythingUnknownIsToldAtOnce() throws {
    let run = try explain(
      nil, "wireless-lan/encription", "mhlw-5:6.5.C.99", "wireles-lan", "wireless-lan/encryption", "AP-RAD-04")
    #expect(run.status == 64)
    #expect(run.out.isEmpty)
    #expect(run.err.split(separator: "\n").count == 4)
    for text in [
      "'wireless-lan/encryption'", "mhlw-5:6.5.C.99", "'wireless-lan'", "'AP-RAD-04'. Did you mean 'AP-RAD-0",
    ] {
      #expect(run.err.contains(text), "\(text)")
    }
    #expect(try explain(nil).status == 64)
  }

  @Test func withoutASweepItSaysWhatToRun() throws {
    let site = try Site.small()
    let run = try explain(site, "small")
    #expect(run.status == 74)
    #expect(run.err.contains("tenken sweep"))
    // Asking makes no history.
    #expect(!site.exists(".tenken/history.sqlite"))
  }

  /// A text without its layout.
  private static func words(_ output: Data) -> String {
    String(decoding: output, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private struct Explanations: Decodable {
    struct Check: Decodable {
      let id: String
    }

    struct Requirement: Decodable {
      let id: String
      let standing: String?
      let checks: [Check]
      let attestations: [Check]
      let waivers: [Check]
      let parts: [Requirement]

      var all: [String] { checks.map(\.id) + attestations.map(\.id) + waivers.map(\.id) + parts.flatMap(\.all) }
    }

    struct Explanation: Decodable {
      let kind: String
      let requirement: Requirement?
    }

    let schema: String
    let explanations: [Explanation]
  }
}
