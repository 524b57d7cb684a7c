import Compliance
import Testing

@testable import CatalogueFiles

/// The catalogue against the documents that it quotes.
@Suite struct SourceVerificationTests {
  @Test func whatAgreesIsCounted() throws {
    let verification = try SourceVerification(
      catalogue: fixtures("quoted/catalogue"), documents: fixtures("quoted/documents"))
    #expect(verification.documents == 2)
    #expect(verification.texts == 6)
  }

  /// The folder `changed` lacks one document, and the other has a line too many, one too few, and another word.
  @Test func everythingThatDoesNotAgreeIsReportedAtOnce() throws {
    let problems = try #require(throws: Problems.self) {
      try SourceVerification(catalogue: fixtures("quoted/catalogue"), documents: fixtures("quoted/changed"))
    }
    let folder = fixtures("quoted/changed")
    #expect(
      problems.all.map { $0.line(in: .en) } == [
        "a/1.yaml:9:11: This text does not stand at table.txt:2 but on line 3. Mend the line of the source.",
        "a/1.yaml:14:15: This text does not stand at table.txt:2 but on line 3. Mend the line of the source.",
        "a/1.yaml:19:11: ‘2. 保存すること。…’ of this text is neither at table.txt:3 nor shortly behind it.",
        "a/1.yaml:24:11: This text does not stand at table.txt:4 but on line 5. Mend the line of the source.",
        "a/1.yaml:32:11: This text is not that of table.txt:9. Behind ‘4. 別の’ it has ‘項’ here, ‘欄’ in the document.",
        "correspondences/a--b.yaml:4:77: The document ‘table.txt’ has no line 10; its last is 9.",
        "documents.yaml:2:5: The document ‘table.txt’ is not the one that was quoted. "
          + "Its SHA-256 is d40fd4ef1602523b4cf65276b2cf3f8aa23fa31b22c4190f1fd491057ea77c18.",
        "documents.yaml:3:5: The document ‘other.txt’ is not in \(folder). What is quoted from it was not verified.",
      ])
    #expect(problems.all.allSatisfy { $0.text.ja != $0.text.en })
  }

  @Test func theFilesOfTheCatalogueMustBeInOrderFirst() throws {
    let problems = try #require(throws: Problems.self) {
      try SourceVerification(catalogue: fixtures("invalid/unknown-keys"), documents: fixtures("quoted/documents"))
    }
    #expect(problems.all.allSatisfy { $0.text.en.contains("Unknown key") })
  }

  private let lines = SourceLines(Array("一\n<p>二</p>三\n\n四\n五六\n左 七\n左\t八 右\n".utf8))

  @Test(arguments: [
    ("一", 1), ("二三", 2), ("三\n四", 2), ("二三\n四\n五", 2), ("四\n五六", 4), ("左 七\n八", 6), ("七\n八", 6),
    ("五六\n七", 5), ("五", 5), ("六", 5),
  ])
  func aTextStandsInItsLines(text: String, line: Int) {
    #expect(lines.difference(of: text, at: line) == nil)
  }

  @Test(arguments: [
    ("一", 2), ("二", 7), ("二", 0), ("三\n五", 5), ("三\n四", 1), ("二\n四", 2), ("三\n四\n六", 2), ("二三\n五\n四", 2),
    ("左 七\n八\n右", 6), ("五\n七", 5), ("か\u{3099}", 1),
  ])
  func anotherDoesNot(text: String, line: Int) {
    #expect(lines.difference(of: text, at: line) != nil)
  }

  @Test func linesOfOtherColumnsMayStandBetweenButNotAnyNumber() {
    let gap = String(repeating: "\n", count: SourceLines.widestGap)
    #expect(SourceLines(Array("一\n\(gap)二".utf8)).difference(of: "一\n二", at: 1) == nil)
    #expect(SourceLines(Array("一\n\n\(gap)二".utf8)).difference(of: "一\n二", at: 1)?.text == "二")
  }
}
