import CatalogueFiles
import Compliance
import Foundation
import Testing

/// Guidelines that a site adds to the catalogue, and the rules that they are held to.
@Suite struct SiteGuidelinesTests {
  private static let longTitle = String(repeating: "長", count: 40)

  /// A site's folder with one guideline, whose requirement and part break the rules of what Tenken ships.
  private func folder(_ guideline: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "guidelines.yaml",
      """
      guidelines:
        - id: \(guideline)
          title: {ja: 規格, en: Standard}
          edition: {ja: 第1版, en: 1st}
          issuer: {ja: 団体, en: Body}
          published: "2024"
      """)
    try folder.write(
      "\(guideline)/1.yaml",
      """
      guideline: \(guideline)
      chapter: "1"
      title: {ja: 章, en: Chapter}
      requirements:
        - id: A.1
          citation: 自由な引用
          title: {ja: \(Self.longTitle), en: Short}
          text: 本文
          parts:
            - id: elsewhere
              citation: 別の引用
              title: {ja: 一部, en: Part}
              text: 別の本文
      """)
    return folder
  }

  @Test func aGuidelineOfOthersIsTakenAsItsAuthorsMadeIt() throws {
    let base = try CatalogueReader.read(folder: fixtures("valid"))
    let folder = try folder("jahis-1")
    let catalogue = try CatalogueReader.read(folder: folder.path, extending: base)
    #expect(catalogue.guidelines.map(\.id.description) == ["mhlw-5", "mic-1", "jahis-1"])
    let part = try #require(RequirementID("jahis-1:elsewhere").flatMap { catalogue[$0] })
    #expect(part.parent == RequirementID("jahis-1:A.1"))
    #expect(part.source == nil)
    #expect(RequirementID("jahis-1:A.1").flatMap { catalogue[$0] }?.title.ja == Self.longTitle)
    #expect(catalogue.chapters.last?.title == LocalizedText(ja: "章", en: "Chapter"))
  }

  @Test func theHospitalsOwnRulesKeepToTitlesAndParts() throws {
    let base = try CatalogueReader.read(folder: fixtures("valid"))
    let folder = try folder("local")
    let problems = try #require(throws: Problems.self) {
      try CatalogueReader.read(folder: folder.path, extending: base)
    }
    #expect(
      problems.all.map { $0.line(in: .en) } == [
        "catalogue/local/1.yaml:7:12: The title (ja) has 40 characters. Keep it to 30.",
        "catalogue/local/1.yaml:10:13: This is a part of ‘A.1’, but its id ‘elsewhere’ does not begin with ‘A.1.’.",
        "catalogue/local/1.yaml:13:15: This text does not occur in the text of ‘A.1’. Quote it letter by letter.",
      ])
  }

  @Test func aSiteAddsNoChapterToWhatTenkenShips() throws {
    let folder = try folder("jahis-1")
    try folder.write(
      "mhlw-5/9.yaml",
      """
      guideline: mhlw-5
      chapter: "9"
      title: {ja: 章, en: Chapter}
      requirements:
        - {id: "9.C.1", citation: 第5版 9 C 1, title: {ja: 追加, en: Added}}
      """)
    let base = try CatalogueReader.read(folder: fixtures("valid"))
    let problems = try #require(throws: Problems.self) {
      try CatalogueReader.read(folder: folder.path, extending: base)
    }
    #expect(
      problems.all.map { $0.line(in: .en) } == [
        "catalogue/mhlw-5/9.yaml:1:12: The guideline ‘mhlw-5’ comes with Tenken; a site cannot add chapters to it."
      ])
  }

  @Test func whatTenkenShipsKeepsEveryRule() throws {
    let folder = try folder("other-1")
    try folder.write("documents.yaml", "documents: []\n")
    let problems = try #require(throws: Problems.self) { try CatalogueReader.read(folder: folder.path) }
    #expect(
      problems.all.map { $0.line(in: .en) } == [
        "other-1/1.yaml:5:9: The source is missing. Give document and line as ‘source’.",
        "other-1/1.yaml:6:15: The numbers of the citation ‘自由な引用’ do not agree with the id ‘A.1’.",
        "other-1/1.yaml:7:12: The title (ja) has 40 characters. Keep it to 30.",
        "other-1/1.yaml:10:13: The source is missing. Give document and line as ‘source’.",
        "other-1/1.yaml:10:13: This is a part of ‘A.1’, but its id ‘elsewhere’ does not begin with ‘A.1.’.",
        "other-1/1.yaml:13:15: This text does not occur in the text of ‘A.1’. Quote it letter by letter.",
      ])
  }
}

/// A folder that disappears with its value.
final class TemporaryFolder {
  let path = FileManager.default.temporaryDirectory.appending(path: "tenken-\(UUID().uuidString)").path

  init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, and the folders above it.
  func write(_ name: String, _ text: String) throws {
    let file = URL(filePath: "\(path)/\(name)")
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// The text of a file; nil if there is none.
  func read(_ name: String) -> String? {
    FileManager.default.contents(atPath: "\(path)/\(name)").map { String(decoding: $0, as: UTF8.self) }
  }

  /// The names in the folder, hidden ones among them.
  var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }
}
