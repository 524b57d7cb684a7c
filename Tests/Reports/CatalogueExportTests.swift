import Compliance
import FoundationEssentials
import Testing

@testable import Reports

/// The catalogue in the formats of others, on a small sample.
@Suite struct CatalogueExportTests {
  @Test func jsonReadsAsRecorded() throws {
    let catalogue = try SampleCatalogue.catalogue()
    try expectGolden(try CatalogueJSON.text(catalogue, of: catalogue.guidelines), "catalogue-export.json")
  }

  @Test(arguments: Language.allCases)
  func tablesAndPagesReadAsRecorded(language: Language) throws {
    let catalogue = try SampleCatalogue.catalogue()
    let guidelines = catalogue.guidelines
    try expectGolden(
      CatalogueCSV.text(catalogue, of: guidelines, language: language), "catalogue-export.\(language).csv")
    try expectGolden(
      CatalogueMarkdown.text(catalogue, of: guidelines, language: language), "catalogue-export.\(language).md")
  }

  @Test func oscalReadsAsRecorded() throws {
    let catalogue = try SampleCatalogue.catalogue()
    for guideline in catalogue.guidelines {
      try expectGolden(try CatalogueOSCAL.text(catalogue, of: guideline), "catalogue-export.\(guideline.id).oscal.json")
    }
  }

  @Test func oneGuidelineHasTheLinksThatTouchIt() throws {
    struct Document: Decodable {
      struct Guideline: Decodable { let id: String }
      struct Link: Decodable {
        let from: String
        let to: String?
      }
      let guidelines: [Guideline]
      let correspondences: [Link]
    }
    let sample = try SampleCatalogue.catalogue()
    let stranger = try SampleCatalogue.requirementID("mhlw-6:control.1")
    let links = [
      Correspondence(from: stranger, to: nil, relation: .none, status: .stated, source: nil),
      Correspondence(
        from: stranger, to: nil, relation: .none, status: .stated, source: nil, target: GuidelineID("mic-1")),
      Correspondence(
        from: stranger, to: try SampleCatalogue.requirementID("mhlw-5:6.5.C.9"), relation: .merged, status: .stated,
        source: nil),
      Correspondence(
        from: try SampleCatalogue.requirementID("mic-1:3.2.3.ko.1"), to: stranger, relation: .covered, status: .stated,
        source: nil),
    ]
    let catalogue = Catalogue(
      guidelines: sample.guidelines, requirements: sample.requirements, correspondences: links)
    let text = try CatalogueJSON.text(catalogue, of: catalogue.guidelines.filter { $0.id.description == "mic-1" })
    let document = try JSONDecoder().decode(Document.self, from: Data(text.utf8))
    #expect(document.guidelines.map(\.id) == ["mic-1"])
    #expect(document.correspondences.map(\.from) == ["mhlw-6:control.1", "mic-1:3.2.3.ko.1"])
    #expect(document.correspondences.map(\.to) == [nil, "mhlw-6:control.1"])
  }

  // MARK: - CSV

  @Test(arguments: ["=1+1", "+1", "-1", "@a", "\ta", "\ra", "\na", "＝1", "＋1", "－", "＠a"])
  func cellsThatWouldBeFormulasHaveAnApostrophe(cell: String) {
    var table = CSVText()
    table.add([cell, "a\(cell)"])
    #expect(table.text == "\u{FEFF}\"'\(cell)\",\"a\(cell)\"\r\n")
  }

  @Test func cellsKeepQuotationMarksAndLineBreaks() {
    var table = CSVText()
    table.add(["", "a\"b\",", "一\n二"])
    table.add(["x\"\u{301}y", "\"\""])
    #expect(
      table.text
        == "\u{FEFF}\"\",\"a\"\"b\"\",\",\"一\n二\"\r\n\"x\"\"\u{301}y\",\"\"\"\"\"\"\r\n")
  }

  @Test(arguments: [
    ("", #""""#), ("文 \u{301}é", "\"文 \u{301}é\""), ("\u{202E}", #""\u202e""#),
    ("a\u{7F}b\u{85}", #""a\u007fb\u0085""#),
    ("\u{E0041}\u{200B}字", #""\udb40\udc41\u200b字""#),
  ])
  func jsonHidesNothing(text: String, expected: String) throws {
    #expect(try jsonText(text) == expected + "\n")
    #expect(try jsonLine([text]) == "[\(expected)]\n")
  }

  // MARK: - Markdown

  @Test(arguments: [
    ("1. 文", "1\\. 文"), ("(1) 文", "(1) 文"), ("3.2.3", "3.2.3"), ("3.文", "3.文"), ("12)", "12\\)"), ("# a", "\\# a"),
    ("- a", "\\- a"), ("+ a", "\\+ a"), ("a - b # c", "a - b # c"), ("==", "\\=="), ("  1. a", "&#32;&#32;1\\. a"),
    (
      "*a* _b_ `c` [d](e) <f> &amp; ~g~ |h| !i $j$ \\k",
      "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\<f\\> \\&amp; \\~g\\~ \\|h\\| \\!i \\$j\\$ \\\\k"
    ),
    ("a\nb", "a\\\nb"), ("> a", "\\> a"), ("\u{202E}a", "\\\\u{202E}a"), ("", ""), ("1", "1"), ("1.", "1\\."),
    ("a|\u{301}b <\u{301}", "a\\|\u{301}b \\<\u{301}"),
  ])
  func nothingInATextBecomesMarkup(text: String, expected: String) {
    #expect(markdown(text) == expected)
  }

  // MARK: - OSCAL

  @Test func uuidsAreThoseOfTheStandard() {
    // RFC 9562 has no example in the namespace of URLs; this is what Python's uuid.uuid5(uuid.NAMESPACE_URL, …) gives.
    #expect(uuid(named: "https://example.org/") == "527dda32-a0de-5105-a042-cb475b5f7d11")
  }
}
