import Compliance
import Crypto
import FoundationEssentials
import Testing

@testable import Reports

struct HTMLReportTests {
  private func rendered(_ result: SweepResult, _ language: Language, previous: SweepResult? = nil) throws -> String {
    let catalogue = try SampleCatalogue.catalogue()
    let earlier = previous.map { [SweepSummary(id: SweepID(11), at: $0.at, exit: $0.exit, checks: counts($0))] } ?? []
    let report = SweepReport(
      result: result, sweepID: SweepID(12), catalogue: catalogue, earlier: earlier,
      drift: previous.map { SampleSweep.drift(from: $0, to: result) },
      program: "tenken 1.2.3", language: language)
    return String(decoding: try report.bytes(.html), as: UTF8.self)
  }

  private func counts(_ result: SweepResult) -> [Standing: Int] {
    Dictionary(result.checks.map { ($0.standing, 1) }, uniquingKeysWith: +)
  }

  /// The page without its style sheet and script, which are the same always.
  private func content(_ page: String) -> String {
    page.replacing(#/(?s)(<(?:style|script)>).*?(<\/)/#) { "\($0.1)…\($0.2)" }
      .replacing(#/'sha256-[^']+'/#, with: "'sha256-…'")
      // A line an element, so that a difference can be read.
      .replacing("><", with: ">\n<")
  }

  @Test(arguments: Language.allCases)
  func readsAsRecorded(language: Language) throws {
    let earlier = try SampleSweep.earlierHospital()
    for (name, page) in [
      ("hospital", try rendered(try SampleSweep.hospital(), language, previous: earlier)),
      ("persons", try rendered(try PersonsSweep.hospital(), language)),
      ("empty", try rendered(SampleSweep.empty(), language)),
      ("errors", try rendered(try SampleSweep.onlyErrors(), language)),
    ] {
      try expectGolden(content(page), "\(name)-report.\(language).html")
    }
  }

  @Test func everyElementEndsAndEveryIDIsUnique() throws {
    for result in [try SampleSweep.hospital(), SampleSweep.empty(), try HostileSweep.sweep(HostileSweep.markup)] {
      let page = content(try rendered(result, .ja))
      var open: [String] = []
      for tag in page.matches(of: #/<(\/?)([a-z0-9]+)([^>]*)>/#) {
        let name = String(tag.2)
        if ["meta", "input", "br"].contains(name) { continue }
        if tag.1.isEmpty { open.append(name) } else { #expect(open.popLast() == name) }
      }
      #expect(open.isEmpty)
      let ids = page.matches(of: #/ id="([^"]*)"/#).map { String($0.1) }
      #expect(Set(ids).count == ids.count)
      for link in page.matches(of: #/ href="#([^"]*)"/#) { #expect(ids.contains(String(link.1)), "\(link.1)") }
    }
  }

  @Test func loadsNothingAndRunsNothingButItsOwn() throws {
    for evil in [HostileSweep.markup, HostileSweep.terminal] {
      let whole = try rendered(try HostileSweep.sweep(evil), .en)
      let page = content(whole)
      let elements = Set(page.matches(of: #/<([a-z0-9]+)/#).map { String($0.1) })
      #expect(elements.isDisjoint(with: ["img", "iframe", "link", "object", "form", "base", "embed"]))
      #expect(whole.matches(of: #/<script/#).count == 1)
      for tag in page.matches(of: #/<[a-z0-9]+((?: [a-z0-9-]+="[^"<>]*")*)>/#) {
        for attribute in tag.1.matches(of: #/ ([a-z0-9-]+)="([^"]*)"/#) {
          #expect(!attribute.1.hasPrefix("on") && attribute.1 != "src" && attribute.1 != "style")
          if attribute.1 == "href" { #expect(attribute.2.hasPrefix("#")) }
        }
      }
      // Every < begins an element of ours, closes one, or is the doctype.
      #expect(
        page.matches(of: #/</#).count
          == page.matches(of: #/<(?:\/?[a-z0-9]+(?: [a-z0-9-]+="[^"<>]*")*>|!doctype)/#).count)
    }
  }

  @Test func thePolicyNamesTheHashesOfItsOwnStyleAndScript() throws {
    let page = try rendered(try SampleSweep.hospital(), .en)
    for name in ["style", "script"] {
      let start = try #require(page.firstRange(of: "<\(name)>")).upperBound
      let end = try #require(page.firstRange(of: "</\(name)>")).lowerBound
      let digest = SHA256.hash(data: Data(page[start..<end].utf8))
      #expect(page.contains("\(name)-src &#39;sha256-\(Data(digest).base64EncodedString())&#39;"))
    }
    #expect(page.contains("default-src &#39;none&#39;"))
  }

  @Test func everyNumberLeadsToAsManyRequirements() throws {
    let page = content(try rendered(try SampleSweep.hospital(), .en))
    let items = page.matches(of: #/<details class="item" ([^>]*)>/#).map { String($0.1) }
    var numbers = 0
    for link in page.matches(of: #/<a [^>]*data-only="([^"]*)"[^>]*>([^<]*)<\/a>/#) {
      let wanted = link.1.split(separator: ";").map { $0.split(separator: "=") }
      let count = items.count { item in
        wanted.allSatisfy { pair in
          pair[1] == "*" ? item.contains("data-\(pair[0])=") : item.contains("data-\(pair[0])=\"\(pair[1])\"")
        }
      }
      #expect(Int(link.2.split(separator: " ").last ?? "") == count, "\(link.0)")
      numbers += 1
    }
    #expect(numbers > 12)
  }

  @Test func tellsWhatChanged() throws {
    let page = content(try rendered(try SampleSweep.hospital(), .en, previous: try SampleSweep.earlierHospital()))
    let changes = try #require(page.firstMatch(of: #/(?s)id="changes".*?<\/section>/#)).0
    #expect(changes.contains("Compared with sweep 11 of 2026-11-14 09:00 +09:00."))
    #expect(changes.contains("#check-wireless-lan/encryption"))
    #expect(changes.contains("#check-clocks/synchronized"))
    #expect(!changes.contains("#check-accounts/leavers"))
  }

  /// A sweep that found as much as few hospitals have.
  private func largeSweep(checks: Int, findings: Int) throws -> SweepResult {
    let message = String(repeating: "管理責任者が記入されていない。", count: 8)
    let runs = try (0..<checks).map { number in
      try SampleSweep.run(
        "large/check-\(number)", "検査", "check", outcome: .fail, counts: [.fail: findings],
        findings: (0..<findings).map {
          SampleSweep.finding("機器-\(number)-\($0)", .fail, message, message, "data/devices.csv", $0 + 2)
        })
    }
    return SweepResult(
      site: LocalizedText(verbatim: "大病院"), at: "2026-11-21T09:00:00+09:00", checks: runs, standings: [], exit: .failed)
  }

  @Test(arguments: [(1, 100_000), (10, 10_000), (250, 400), (1_000, 100)])
  func aHundredThousandFindingsStayUnderFiveMegabytes(checks: Int, findings: Int) throws {
    let page = try rendered(try largeSweep(checks: checks, findings: findings), .ja)
    #expect(page.utf8.count < 5_000_000)
    // Each table has a row of heads.
    let shown = page.split(separator: "<tr>").count - 1 - checks
    #expect(shown > min(checks, 90))
    // What is not shown is counted.
    let rests = page.split(separator: "ほか 不適合 ").dropFirst().map { Int($0.prefix(while: \.isNumber)) ?? 0 }
    #expect(shown + rests.reduce(0, +) == checks * findings)
  }
}
