import Foundation
import Testing

/// Rule 6: the catalogue quotes, and says where from.
struct CatalogueTests {
  private func show(_ words: String...) throws -> Command.Result { try Command.run(["catalogue", "show"] + words) }

  private func withoutSpaces(_ text: some StringProtocol) -> String { String(text.filter { !$0.isWhitespace }) }

  @Test func aRequirementIsShownInTheWordsOfTheDocumentWithItsLine() throws {
    let shown = try show("mhlw-5:6.5.C.12.3")
    #expect(shown.status == 0)
    #expect(shown.out.contains("table-5, line 41"))
    let rest = shown.out.split(separator: "Official text (Japanese)\n", maxSplits: 1).last ?? ""
    let quotation = withoutSpaces(rest.prefix(upTo: rest.firstRange(of: "\n\n")?.lowerBound ?? rest.endIndex))
    #expect(quotation.count > 20)

    let documents = try String(
      contentsOf: Command.checkout.appending(path: "Catalogue/documents.yaml"), encoding: .utf8)
    let name = try #require(documents.split(separator: "\n").first { $0.contains("file:") }?.split(separator: " ").last)
    let document = try String(
      contentsOf: Command.checkout.appending(path: "Tests/CatalogueFiles/Fixtures/\(name)"), encoding: .utf8)
    let line = document.split(separator: "\n", omittingEmptySubsequences: false)[40]
    #expect(withoutSpaces(line).contains(quotation))
  }

  @Test(arguments: ["6.5 C 12 (3)", "第5版 6.5 C 12 (3)", "mhlw-5:6.5.C.12.3"]) func idsAndCitationsLeadToTheSame(
    words: String
  ) throws {
    let shown = try show(words)
    #expect(shown.status == 0)
    #expect(shown.out.hasPrefix("mhlw-5:6.5.C.12.3 "))
    #expect(shown.out.contains("wireless-lan/encryption"))
  }

  @Test func whatIsNotInTheCatalogueIsToldWithWhatWasMeant() throws {
    let shown = try show("mhlw-5:6.5.C.12.33", "mhlw-5:6.5.C.12.3", "nonsense")
    #expect(shown.status == 64)
    #expect(shown.out.isEmpty)
    #expect(shown.err.contains("mhlw-5:6.5.C.12.33"))
    #expect(shown.err.contains("nonsense"))
  }

  @Test func aListCanBeLimitedToOneGuideline() throws {
    let all = try Command.run(["catalogue", "list"])
    let one = try Command.run(["catalogue", "list", "--guideline", "mic-1"])
    #expect(all.status == 0)
    #expect(one.status == 0)
    #expect(all.out.contains("mhlw-5:6.5.C.12"))
    #expect(!one.out.contains("mhlw-5:"))
    #expect(one.out.contains("mic-1:3.2.3.ko.1"))
  }

  @Test(arguments: [("mhlw-6x", "mhlw-"), ("mhlw5", "mhlw-5"), ("MHLW-5", "mhlw-5")])
  func aGuidelineThatIsNotThereIsToldWithWhatWasMeant(id: String, meant: String) throws {
    let list = try Command.run(["catalogue", "list", "--guideline", id])
    #expect(list.status == 64)
    #expect(list.err.contains(id))
    #expect(list.err.split(separator: "Did you mean").last?.contains(meant) == true)
    #expect(list.out.isEmpty)
  }

  @Test func theShippedCatalogueIsInOrder() throws {
    let check = try Command.run(["catalogue", "check"])
    #expect(check.status == 0)
    #expect(check.err.isEmpty)
  }

  @Test func theSitesOwnRulesStandBesideTheGuidelines() throws {
    let site = try Site.small()
    try site.write(
      """
      guidelines:
        - id: local
          title: {ja: 院内規程, en: House rules}
          edition: {ja: 第1版, en: First edition}
          issuer: {ja: 小病院, en: Small}
          published: "2026"

      """, to: "catalogue/guidelines.yaml")
    try site.write("guideline: lcoal\n", to: "catalogue/local/1.yaml")
    let check = try Command.run(["catalogue", "check", "--site", site.folder.path])
    #expect(check.status == 65)
    #expect(check.err.contains("1.yaml:1:"))
    #expect(try site.sweep().status == 65)
  }

  @Test func whatIsTakenFromASnapshotReadsTheSame() throws {
    let cache = FileManager.default.temporaryDirectory.appending(path: "tenken-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: cache, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: cache) }
    for words in [["show", "6.5.C.12", "mic-1:3.2.3.ko.1"], ["list"], ["search", "暗号"]] {
      func run(_ folder: String) throws -> Command.Result {
        try Command.run(["catalogue"] + words, environment: ["XDG_CACHE_HOME": folder])
      }
      let read = try run("/proc")
      #expect(read.status == 0 && !read.output.isEmpty)
      for _ in 1...2 {
        let taken = try run(cache.path)
        #expect(taken.output == read.output)
        #expect(taken.err == "")
      }
    }
    let kept = try FileManager.default.contentsOfDirectory(atPath: "\(cache.path)/tenken").map { $0.prefix(7) }
    #expect(kept.sorted() == ["catalog", "plugin-", "plugin-", "plugin-"])
  }
}
