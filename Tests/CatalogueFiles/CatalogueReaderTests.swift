import CatalogueFiles
import Compliance
import Foundation
import Testing

/// The reader of the catalogue, against small folders.
@Suite struct CatalogueReaderTests {
  @Test func aFolderIsReadInDocumentOrderWithPartsBehindTheirParents() throws {
    let catalogue = try CatalogueReader.read(folder: fixtures("valid"))
    #expect(catalogue.guidelines.map(\.id.description) == ["mhlw-5", "mic-1"])
    #expect(
      catalogue.requirements.map(\.id.description) == [
        "mhlw-5:6.5.C.12", "mhlw-5:6.5.C.12.1", "mhlw-5:6.5.C.12.2", "mhlw-5:6.5.D.6",
        "mhlw-5:6.9.C.1", "mhlw-5:6.10.C.1",
        "mic-1:3.2.3.ko.1", "mic-1:3.2.3.u.a.1",
      ])
    #expect(catalogue.correspondences.count == 3)
  }

  @Test func aRequirementHasEverythingThatItsFileSays() throws {
    let catalogue = try CatalogueReader.read(folder: fixtures("valid"))
    let id = try #require(RequirementID("mhlw-5:6.5.C.12"))
    let requirement = try #require(catalogue[id])
    #expect(
      requirement
        == Requirement(
          id: id, citation: "第5版 6.5 C 12", requirementClass: .minimum, status: .current,
          title: LocalizedText(ja: "無線LANの利用", en: "Use of wireless LAN"),
          text: "12. 無線LANを利用する場合 (1) 特定されないこと。 (2) 不正アクセスの対策を施すこと。",
          parent: nil, parts: ["mhlw-5:6.5.C.12.1", "mhlw-5:6.5.C.12.2"].compactMap { RequirementID($0) },
          chapter: "6.5", source: SourceLine(document: "table-5", line: 41),
          notes: [LocalizedText(ja: "注", en: "A note")]))
  }

  @Test func aPartInheritsWhatItDoesNotSayItself() throws {
    let catalogue = try CatalogueReader.read(folder: fixtures("valid"))
    let silent = try #require(RequirementID("mhlw-5:6.5.C.12.1").flatMap { catalogue[$0] })
    #expect(silent.parent == RequirementID("mhlw-5:6.5.C.12"))
    #expect(silent.requirementClass == .minimum)
    #expect(silent.status == .current)
    #expect(silent.source == SourceLine(document: "table-5", line: 41))
    let outspoken = try #require(RequirementID("mhlw-5:6.5.C.12.2").flatMap { catalogue[$0] })
    #expect(outspoken.requirementClass == .recommended)
    #expect(outspoken.status == .deleted)
    #expect(outspoken.source == SourceLine(document: "table-5", line: 42))
  }

  @Test func linksAreReadWithTheirGuidelines() throws {
    let links = try CatalogueReader.read(folder: fixtures("valid")).correspondences
    #expect(links.map(\.from.description) == ["mhlw-5:6.5.C.12", "mhlw-5:6.5.C.12.1", "mhlw-5:6.5.D.6"])
    #expect(links.map(\.to?.description) == ["mic-1:3.2.3.ko.1", nil, nil])
    #expect(links.map(\.relation) == [.corresponds, Relation.none, .corresponds])
    #expect(links.map(\.status) == [.stated, .stated, .unresolved])
    #expect(links[2].candidates.map(\.description) == ["mic-1:3.2.3.ko.1", "mic-1:3.2.3.u.a.1"])
    #expect(links[2].note == LocalizedText(ja: "表からは決まらない。", en: "The table does not tell."))
  }

  @Test func documentsCanBeReadAlone() throws {
    let documents = try CatalogueReader.documents(folder: fixtures("valid"))
    #expect(documents.map(\.id) == ["table-5"])
    #expect(documents.map(\.file) == ["table.txt"])
  }

  /// Every folder in `invalid` is named for its fault; `expected.txt` beside its files has the problems, line by line.
  @Test(arguments: invalidFixtures())
  func aFaultIsReportedAsExpected(name: String) throws {
    let folder = fixtures("invalid/\(name)")
    let expected = try String(contentsOfFile: "\(folder)/expected.txt", encoding: .utf8)
    let problems = try #require(throws: Problems.self) { try CatalogueReader.read(folder: folder) }
    let report = problems.all.map { $0.line(in: .en) + "\n" }.joined()
    #expect(report == expected)
    #expect(problems.all.allSatisfy { !$0.text.ja.isEmpty && $0.text.ja != $0.text.en })
  }

  @Test func theInvalidFixturesAreFound() {
    #expect(invalidFixtures().count >= 20)
  }

  @Test func aSiteAddsItsOwnRequirements() throws {
    let base = try CatalogueReader.read(folder: fixtures("valid"))
    let catalogue = try CatalogueReader.read(folder: fixtures("site"), extending: base)
    #expect(catalogue.requirements.count == base.requirements.count + 1)
    #expect(catalogue.requirements.last?.id.description == "local:network.3")
    #expect(catalogue.requirements.last?.source == nil)
    #expect(catalogue.correspondences.last?.from.description == "local:network.3")
    #expect(catalogue.correspondences.last?.to?.description == "mhlw-5:6.5.C.12")
    #expect(catalogue.guidelines.map(\.id.description) == ["mhlw-5", "mic-1", "local"])
  }

  @Test func aSiteCannotDeclareOfficialGuidelines() throws {
    let base = try CatalogueReader.read(folder: fixtures("valid"))
    let problems = try #require(throws: Problems.self) {
      try CatalogueReader.read(folder: fixtures("valid"), extending: base)
    }
    let lines = problems.all.map { $0.line(in: .en) }
    #expect(
      lines.contains("catalogue/guidelines.yaml:2:5: The id ‘mhlw-5’ is in the catalogue already. Choose another."))
  }

  @Test func aSiteIsNotAddedTwice() throws {
    let base = try CatalogueReader.read(folder: fixtures("valid"))
    let once = try CatalogueReader.read(folder: fixtures("site"), extending: base)
    let problems = try #require(throws: Problems.self) {
      try CatalogueReader.read(folder: fixtures("site"), extending: once)
    }
    #expect(
      problems.all.map { $0.line(in: .en) } == [
        "catalogue/guidelines.yaml:2:5: The id ‘local’ is in the catalogue already. Choose another."
      ])
  }

  @Test func aFolderThatIsNotThereIsAProblem() throws {
    let problems = try #require(throws: Problems.self) { try CatalogueReader.read(folder: "/nonexistent") }
    #expect(problems.all.map(\.place.description) == ["documents.yaml", "guidelines.yaml"])
  }
}

func fixtures(_ name: String) -> String {
  URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name)").path
}

private func invalidFixtures() -> [String] {
  let names = try? FileManager.default.contentsOfDirectory(atPath: fixtures("invalid"))
  return (names ?? []).filter { !$0.hasPrefix(".") }.sorted()
}
