import Compliance
import Foundation
import Testing

@testable import CatalogueFiles

/// Search as people do it: what is found, in which order, and what is marked.
@Suite struct CatalogueSearchTests {
  private func requirement(
    _ id: String, ja: String = "", en: String = "", text: String? = nil, status: RequirementStatus = .current,
    note: String? = nil, citation: String? = nil
  ) throws -> Requirement {
    Requirement(
      id: try #require(RequirementID(id)), citation: citation ?? "第5版 \(id)", requirementClass: .minimum,
      status: status,
      title: LocalizedText(ja: ja, en: en), text: text, parent: nil, parts: [], chapter: "6.5", source: nil,
      notes: note.map { [LocalizedText(ja: $0, en: "")] } ?? [])
  }

  private func ids(_ requirements: [Requirement], _ query: String, limit: Int = 20) throws -> [String] {
    let scanned = try #require(CatalogueSearch(requirements, by: .scan).find(query, limit: limit))
    let indexed = try #require(CatalogueSearch(requirements, by: .index).find(query, limit: limit))
    #expect(scanned == indexed)
    return scanned.hits.map(\.requirement.id.path)
  }

  @Test func theMoreTellingPlaceComesFirst() throws {
    let requirements = [
      try requirement("mhlw-5:note", note: "暗号"), try requirement("mhlw-5:text", text: "暗号と暗号と暗号"),
      try requirement("mhlw-5:cite", citation: "第5版 暗号 2"), try requirement("mhlw-5:title", ja: "通信の暗号"),
      try requirement("mhlw-5:exact", text: "暗号", citation: "第5版 暗号"),
    ]
    #expect(try ids(requirements, "暗号") == ["exact", "title", "cite", "text", "note"])
  }

  @Test func moreHitsThenEarlierOnesThenTheCurrentThenTheOrderOfTheCatalogue() throws {
    let requirements = [
      try requirement("mhlw-5:late", text: "機器の鍵"), try requirement("mhlw-5:gone", text: "鍵", status: .deleted),
      try requirement("mhlw-5:provider", text: "鍵", status: .providerOnly), try requirement("mhlw-5:first", text: "鍵"),
      try requirement("mhlw-5:second", text: "鍵"), try requirement("mhlw-5:twice", text: "その他の機器の鍵と鍵"),
    ]
    #expect(try ids(requirements, "鍵") == ["twice", "first", "second", "provider", "gone", "late"])
  }

  @Test(arguments: ["mhlw-5:6.5.C.1", "6.5.C.1", "６．５．ｃ．１", "6.5 C 1", "第5版 6.5 C 1"])
  func whatIsNamedComesBeforeWhatOnlyHasTheName(query: String) throws {
    let requirements = [
      try requirement("mhlw-5:6.5.C.12", ja: "6.5 C 1, 6.5.C.1", citation: "第5版 6.5 C 12"),
      try requirement("mhlw-5:6.5.C.1", citation: "第5版 6.5 C 1"),
      try requirement("mhlw-5:16.5.C.1", citation: "第5版 16.5 C 1"),
    ]
    #expect(try ids(requirements, query).first == "6.5.C.1")
  }

  @Test func everyWordMustOccurAnywhere() throws {
    let requirements = [
      try requirement("mhlw-5:a", ja: "暗号", text: "鍵を管理する"), try requirement("mhlw-5:b", ja: "暗号"),
      try requirement("mhlw-5:c", text: "鍵"), try requirement("mhlw-5:d", ja: "暗号鍵"),
    ]
    #expect(try ids(requirements, "暗号 鍵") == ["d", "a"])
    #expect(try ids(requirements, "鍵\u{3000}暗号") == ["d", "a"])
    #expect(try ids(requirements, "暗号 印章") == [])
  }

  @Test(arguments: [#""access control""#, "“access control”", "「access control」"])
  func quotationMarksKeepWordsTogether(query: String) throws {
    let requirements = [
      try requirement("mhlw-5:apart", en: "Control of access"),
      try requirement("mhlw-5:together", en: "Access  control"),
    ]
    #expect(try ids(requirements, query) == ["together"])
    #expect(try ids(requirements, "access control") == ["together", "apart"])
  }

  @Test(arguments: [
    ("サーバ", "サーバーの設定"), ("サーバー", "サーバの設定"), ("サーバー", "ファイルサーバ"), ("ｻｰﾊﾞｰ", "サーバ室"), ("さーばー", "サーバ"),
    ("サーバルーム", "サーバールーム"), ("サーバールーム", "サーバルーム"), ("コンピューター", "コンピュータ"), ("ユーザーID", "ユーザIDの管理"),
    ("ユーザID", "ユーザーIDの管理"), ("インターフェース", "インタフェース"), ("インタフェース", "インターフェース"), ("セキュリティー", "セキュリティ"),
    ("メモリ", "メモリー"), ("キー", "暗号キー"), ("無線ＬＡＮ", "無線 LAN"), ("ねじ", "ネジ"), ("あくせす", "アクセス"), ("バー", "サーバー"),
  ])
  func spellingMakesNoDifference(query: String, text: String) throws {
    #expect(try ids([requirement("mhlw-5:a", text: text)], query) == ["a"])
  }

  @Test(arguments: [
    ("メール", "定める"), ("キー", "大きい"), ("エラー", "考えられる"), ("ビル", "ビール"), ("ルール", "するるり"), ("フロー", "フロッピー"),
    ("サーバー", "さばく"), ("は", "ば"),
  ])
  func whatReadsOtherwiseIsNotFound(query: String, text: String) throws {
    #expect(try ids([requirement("mhlw-5:a", text: text)], query) == [])
  }

  @Test func fieldsDoNotRunIntoOneAnother() throws {
    #expect(try ids([requirement("mhlw-5:a", ja: "通信の暗", en: "号", text: "化")], "暗号") == [])
  }

  @Test func marksStandInTheOriginalText() throws {
    let text = "「ﾌｧｲﾙｻｰﾊﾞｰ」を 無線\nLAN の\u{304B}\u{3099}きに、サーバ"
    let search = CatalogueSearch([try requirement("mhlw-5:a", ja: "ファイルサーバー", en: "Server", text: text)])
    func marks(_ query: String, _ field: CatalogueHit.Field) throws -> [String] {
      let hit = try #require(search.find(query)?.hits.first)
      let passage = try #require(hit.passages.first { $0.field == field })
      return passage.marks.map { String(passage.text[$0]) }
    }
    #expect(try marks("サーバ", .text) == ["ｻｰﾊﾞｰ", "サーバ"])
    #expect(try marks("サーバー", .text) == ["ｻｰﾊﾞｰ", "サーバ"])
    #expect(try marks("サーバー", .title(.ja)) == ["サーバー"])
    #expect(try marks("無線LAN", .text) == ["無線\nLAN"])
    #expect(try marks("がき", .text) == ["が\u{3099}き".replacing("が\u{3099}", with: "か\u{3099}")])
    #expect(try marks("ファイル サーバ イルサ", .title(.ja)) == ["ファイルサーバー"])
    #expect(try marks("サー", .text) == ["ｻｰ", "サー"])
  }

  @Test func atMostAsManyAsWantedAreGivenAndWhetherThereAreMore() throws {
    let requirements = try (0..<50).map { try requirement("mhlw-5:\($0)", text: "鍵") }
    for method in [CatalogueSearch.Method.scan, .index] {
      let search = CatalogueSearch(requirements, by: method)
      for limit in [1, 7, 49] {
        let answer = try #require(search.find("鍵", limit: limit))
        #expect(answer.hits.map(\.requirement.id.path) == (0..<limit).map(String.init))
        #expect(answer.hasMore)
      }
      for limit in [50, 51, .max] {
        #expect(search.find("鍵", limit: limit)?.hits.count == 50)
        #expect(search.find("鍵", limit: limit)?.hasMore == false)
      }
      #expect(search.find("鍵", limit: 0)?.hits == [])
      #expect(search.find("鍵", limit: -1)?.hasMore == true)
    }
  }

  @Test(arguments: ["", "  \n　", "\"\"", "「」", "\u{200B}"])
  func aQueryWithoutAWordHasNoAnswer(query: String) throws {
    #expect(CatalogueSearch([try requirement("mhlw-5:a")]).find(query) == nil)
  }

  @Test func anEmptyCatalogueHasNoHit() {
    for method in [CatalogueSearch.Method.scan, .index] {
      #expect(CatalogueSearch([], by: method).find("鍵")?.hits == [])
    }
  }

  @Test func wordsThatStandNowhereAreNamedWithOneThatIsNear() throws {
    let search = CatalogueSearch([
      try requirement("mhlw-5:a", ja: "通信の暗号化", en: "Encryption of traffic", text: "アクセス権限を定める。"),
      try requirement("mhlw-5:b", ja: "鍵"),
    ])
    typealias Missing = CatalogueSearch.MissingWord
    #expect(search.missingWords(of: "暗合") == [Missing(word: "暗合", near: "暗号")])
    #expect(search.missingWords(of: "encription 鍵") == [Missing(word: "encription", near: "Encryption")])
    #expect(search.missingWords(of: "アクセル") == [Missing(word: "アクセル", near: "アクセス")])
    #expect(search.missingWords(of: "会計") == [Missing(word: "会計", near: nil)])
    #expect(search.missingWords(of: "暗号 鍵") == [])
  }

  @Test func correctionsAreFoundAndSayThatTheyAreSome() throws {
    let requirements = [
      try requirement("mhlw-5:a", text: "認証を行うことバイオMETRICS", note: "生体"), try requirement("mhlw-5:b", text: "認証"),
    ]
    let erratum = Erratum(
      requirement: requirements[0].id, source: SourceLine(document: "d", line: 1), printed: "バイオMETRICS",
      corrected: "バイオメトリクス", reason: LocalizedText(ja: "変換の誤り。", en: "A slip of conversion."), certainty: .certain)
    let catalogue = Catalogue(guidelines: [], requirements: requirements, correspondences: [], errata: [erratum])
    let whole = CatalogueSearch(catalogue)
    let indexed = CatalogueSearch(requirements, errata: { catalogue.errata(of: $0) }, by: .index)
    for (query, field, marked) in [
      ("バイオメトリクス", CatalogueHit.Field.correction(0), "バイオメトリクス"), ("変換", .reason(0, .ja), "変換"),
      ("CONVERSION", .reason(0, .en), "conversion"),
    ] {
      let answer = try #require(whole.find(query))
      #expect(answer == indexed.find(query))
      let hit = try #require(answer.hits.count == 1 ? answer.hits.first : nil)
      #expect(hit.requirement.id == requirements[0].id)
      #expect(hit.passages.map(\.field) == [field])
      #expect(hit.passages.flatMap { passage in passage.marks.map { String(passage.text[$0]) } } == [marked])
    }
    // What was printed is still found, in the text; and a search that leaves the requirement out does not find its corrections.
    #expect(whole.find("METRICS")?.hits.first?.passages.map(\.field) == [.text])
    #expect(CatalogueSearch(catalogue, where: { $0.id.path == "b" }).find("変換")?.hits == [])
  }

  @Test func theShippedCatalogueIsSearched() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Catalogue")
      .standardizedFileURL
    let search = CatalogueSearch(try CatalogueReader.read(folder: folder.path).requirements)
    let encryption = try #require(search.find("暗号", limit: 1000))
    #expect(encryption.hits.count > 20)
    #expect(encryption.hits[0].requirement.title.ja.contains("暗号"))
    #expect(try #require(search.find("鍵", limit: 1000)).hits.count > 3)
    #expect(search.find("6.5.C.12")?.hits.first?.requirement.id == RequirementID("mhlw-5:6.5.C.12"))
    #expect(search.find("wireless lan")?.hits.first?.requirement.title.en.contains("wireless LAN") == true)
    #expect(search.find("ムセンLAN")?.hits == [])
  }
}
