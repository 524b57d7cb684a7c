import CatalogueFiles
import Compliance
import Testing

/// Corrections as they are read, and as texts show them.
@Suite struct ErrataTests {
  @Test func correctionsAreReadAndTheTextStays() throws {
    let catalogue = try CatalogueReader.read(folder: fixtures("valid"))
    let id = try #require(RequirementID("mhlw-5:6.5.C.12.2"))
    #expect(catalogue.errata.count == 2)
    #expect(
      catalogue.errata.last
        == Erratum(
          requirement: id, source: SourceLine(document: "table-5", line: 42), printed: "不正アクセスの対策を",
          corrected: "不正アクセスに対する対策を",
          reason: LocalizedText(ja: "ほかの版による。", en: "Other editions read so."), certainty: .certain))
    #expect(catalogue[id]?.text == "(2) 不正アクセスの対策を施すこと。")
  }

  @Test func aRequirementShowsTheCorrectionsOfItsParts() throws {
    #expect(
      try passages("mhlw-5:6.5.C.12") == [
        "12. 無線LANを", "利用する場合 (1) 特定 => 利用する場合、(1) 特定", "されないこと。 (2) ", "不正アクセスの対策を => 不正アクセスに対する対策を", "施すこと。",
      ])
  }

  @Test func aPartShowsThoseOfItsOwnWords() throws {
    #expect(try passages("mhlw-5:6.5.C.12.1") == ["(1) 特定されないこと。"])
    #expect(try passages("mhlw-5:6.5.C.12.2") == ["(2) ", "不正アクセスの対策を => 不正アクセスに対する対策を", "施すこと。"])
  }

  @Test func aRequirementWithoutTextHasNoPassages() throws {
    #expect(try passages("mhlw-5:6.5.D.6") == [])
  }

  @Test func wordsAreFoundByTheirBytes() {
    // が as one character and as か with a combining mark are equal to Swift, and different in a document.
    #expect(firstRange(of: "か\u{3099}", in: "がある") == nil)
    #expect(firstRange(of: "ある", in: "がある") != nil)
    #expect(firstRange(of: "", in: "がある") == nil)
    #expect(firstRange(of: "があるよ", in: "がある") == nil)
  }

  private func passages(_ id: String) throws -> [String] {
    let catalogue = try CatalogueReader.read(folder: fixtures("valid"))
    let requirement = try #require(RequirementID(id).flatMap { catalogue[$0] })
    return catalogue.passages(of: requirement).map { passage in
      passage.text + (passage.erratum.map { " => \($0.corrected)" } ?? "")
    }
  }
}
