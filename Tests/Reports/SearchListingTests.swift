import Compliance
import Testing

@testable import Reports

struct SearchListingTests {
  private func passage(_ field: CatalogueHit.Field, _ text: String, _ words: [String]) throws -> CatalogueHit.Passage {
    CatalogueHit.Passage(
      field: field, text: text,
      marks: words.flatMap { text.ranges(of: $0) }.sorted { $0.lowerBound < $1.lowerBound })
  }

  private func hits() throws -> [CatalogueHit] {
    let catalogue = try SampleCatalogue.catalogue()
    func hit(_ id: String, _ fields: [CatalogueHit.Field], _ words: [String]) throws -> CatalogueHit {
      let requirement = try #require(catalogue[SampleCatalogue.requirementID(id)])
      return CatalogueHit(
        requirement: requirement,
        passages: try fields.map { field in
          let text =
            switch field {
            case .id: requirement.id.description
            case .citation: requirement.citation
            case .title(let language): requirement.title[language]
            case .text: try #require(requirement.text)
            case .note(let number, let language): requirement.notes[number][language]
            case .correction(let number): catalogue.errata(of: requirement.id)[number].corrected
            case .reason(let number, let language): catalogue.errata(of: requirement.id)[number].reason[language]
            }
          return try passage(field, text, words)
        })
    }
    return [
      try hit("mhlw-5:6.5.C.12", [.title(.ja), .title(.en), .text], ["無線LAN", "wireless LAN", "暗号"]),
      try hit("mhlw-5:6.5.C.12", [.note(0, .ja), .note(0, .en)], ["WPA3"]),
      try hit("mhlw-5:6.5.C.12.1", [.id], ["6.5"]),
      try hit("mhlw-5:6.9.deleted", [.citation], ["第5版"]),
      try hit("mic-1:3.2.3.ko.1", [.title(.en)], ["Wireless"]),
    ]
  }

  @Test(arguments: Language.allCases)
  func readAsRecorded(language: Language) throws {
    let hits = try hits()
    try expectGolden(SearchListing.list(hits, hasMore: true, language: language), "search.\(language).txt")
    try expectGolden(
      SearchListing.list(hits, hasMore: false, language: language, style: .coloured), "search-coloured.\(language).txt")
    let missing: [(word: String, near: String?)] = [("暗合", "暗号"), ("会計", nil)]
    try expectGolden(
      SearchListing.nothing(missing: missing, language: language)
        + SearchListing.nothing(missing: [], language: language),
      "search-nothing.\(language).txt")
  }

  @Test(arguments: Language.allCases, [40, 80, 120])
  func keepsWithinTheWidth(language: Language, width: Int) throws {
    let text = SearchListing.list(try hits(), hasMore: true, language: language, width: width)
    for line in text.split(separator: "\n") { #expect(DisplayWidth.of(line) <= width, "\(line)") }
  }

  @Test func aLongTextIsCutAroundWhatWasFound() throws {
    let text = String(repeating: "前", count: 100) + "暗号\n鍵" + String(repeating: "後", count: 100)
    let requirement = try #require(SampleCatalogue.catalogue().requirements.first)
    let hit = CatalogueHit(requirement: requirement, passages: [try passage(.text, text, ["暗号", "鍵"])])
    let line = try #require(SearchListing.list([hit], hasMore: false, language: .ja).split(separator: "\n").last)
    #expect(line == "    …\(String(repeating: "前", count: 10))[暗号] [鍵]\(String(repeating: "後", count: 16))…")
  }

  @Test func whatWasFoundIsShownWhole() throws {
    let long = String(repeating: "鍵", count: 80)
    let requirement = try #require(SampleCatalogue.catalogue().requirements.first)
    let hit = CatalogueHit(requirement: requirement, passages: [try passage(.text, "の\(long)の", [long])])
    let text = SearchListing.list([hit], hasMore: false, language: .ja, width: 120)
    #expect(text.filter { $0 == "鍵" }.count == 80)
    let edge = "暗号" + String(repeating: "の", count: 27) + "鍵管理の"
    let cut = CatalogueHit(requirement: requirement, passages: [try passage(.text, edge, ["暗号", "鍵管理"])])
    #expect(!SearchListing.list([cut], hasMore: false, language: .ja).contains("鍵"))
  }

  @Test func whatIsHostileIsMadeVisible() throws {
    let requirement = try #require(SampleCatalogue.catalogue().requirements.first)
    let hit = CatalogueHit(
      requirement: requirement, passages: [try passage(.text, "a\u{1B}[31m\u{202E}暗号", ["\u{1B}[31m"])])
    let text = SearchListing.list([hit], hasMore: false, language: .ja)
    #expect(!text.unicodeScalars.contains("\u{1B}") && !text.unicodeScalars.contains("\u{202E}"))
  }
}
