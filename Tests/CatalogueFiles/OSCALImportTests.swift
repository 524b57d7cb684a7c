import Compliance
import Foundation
import Testing

@testable import CatalogueFiles

/// OSCAL catalogs that are taken over into a site.
@Suite struct OSCALImportTests {
  private func nist(into folder: TemporaryFolder, as id: String? = "nist") throws -> ImportedGuideline {
    try OSCALImport.add(
      path: fixtures("oscal/nist-cut.json"), to: folder.path, existing: CatalogueReader.read(folder: fixtures("valid")),
      as: id.flatMap { GuidelineID($0) })
  }

  private func read(_ folder: TemporaryFolder) throws -> Catalogue {
    try CatalogueReader.read(folder: folder.path, extending: CatalogueReader.read(folder: fixtures("valid")))
  }

  /// A catalog with the given members beside its metadata.
  private func catalog(_ members: String, metadata: String = "") -> String {
    """
    {"catalog": {"uuid": "7b0f0a0e-0000-4000-8000-000000000000",
      "metadata": {"title": "Trial", "last-modified": "2024-05-31T00:00:00Z", "version": "2", "oscal-version": "1.1.2"\(metadata)},
      \(members)}}
    """
  }

  private func imported(_ json: String) throws -> (Catalogue, ImportedGuideline) {
    let (input, folder) = (try TemporaryFolder(), try TemporaryFolder())
    try input.write("trial.json", json)
    let result = try OSCALImport.add(
      path: "\(input.path)/trial.json", to: folder.path, existing: CatalogueReader.read(folder: fixtures("valid")))
    return (try read(folder), result)
  }

  /// The problems of a file, `FILE` for its name; nothing may have been written.
  private func problems(_ json: String) throws -> [String] {
    let (input, folder) = (try TemporaryFolder(), try TemporaryFolder())
    try input.write("trial.json", json)
    let path = "\(input.path)/trial.json"
    do {
      _ = try OSCALImport.add(path: path, to: folder.path, existing: CatalogueReader.read(folder: fixtures("valid")))
      return []
    } catch ImportFailure.problems(let problems) {
      #expect(folder.names.isEmpty)
      return problems.all.map { $0.line(in: .en).replacing(path, with: "FILE") }
    }
  }

  private func requirement(_ id: String, _ catalogue: Catalogue) throws -> Requirement {
    try #require(RequirementID(id).flatMap { catalogue[$0] }, "\(id)")
  }

  // MARK: - A catalog of NIST

  @Test func aCatalogOfNISTIsReadAgainWithoutAProblem() throws {
    let folder = try TemporaryFolder()
    let result = try nist(into: folder)
    #expect(result.requirements == 7)
    #expect(result.chapters == 3)
    #expect(folder.names == ["guidelines.yaml", "nist"])
    let catalogue = try read(folder)
    let ids = catalogue.requirements.map(\.id.description).filter { $0.hasPrefix("nist:") }
    #expect(
      ids == ["nist:ac-2", "nist:ac-2.1", "nist:ac-11", "nist:au-8", "nist:sc-7", "nist:sc-7.21", "nist:sc-39"])
    #expect(
      catalogue.chapters.suffix(3).map(\.title.en) == [
        "Access Control", "Audit and Accountability", "System and Communications Protection",
      ])
    let guideline = try #require(catalogue.guidelines.last)
    #expect(guideline.edition == LocalizedText(verbatim: "5.1.1+u4"))
    #expect(guideline.issuer.en == "Joint Task Force, Transformation Initiative")
    #expect(guideline.published == "2024-02-13")
  }

  @Test func aControlHasItsStatementWithLabelsAndParameters() throws {
    let folder = try TemporaryFolder()
    _ = try nist(into: folder)
    let catalogue = try read(folder)
    let accounts = try requirement("nist:ac-2", catalogue)
    #expect(accounts.citation == "AC-2")
    #expect(accounts.requirementClass == nil)
    #expect(accounts.status == .current)
    #expect(accounts.title == LocalizedText(verbatim: "Account Management"))
    #expect(accounts.parts == [RequirementID("nist:ac-2.1")])
    let lines = (accounts.text ?? "").split(separator: "\n").prefix(8).map(String.init)
    #expect(
      lines == [
        "a. Define and document the types of accounts allowed and specifically prohibited for use within the system;",
        "b. Assign account managers;",
        "c. Require [prerequisites and criteria] for group and role membership;",
        "d. Specify:",
        "  1. Authorized users of the system;",
        "  2. Group and role membership; and",
        "  3. Access authorizations (i.e., privileges) and [attributes (as required)] for each account;",
        "e. Require approvals by [personnel or roles] for requests to create accounts;",
      ])
    // A choice that names another parameter.
    #expect(
      try requirement("nist:ac-11", catalogue).text?.hasPrefix(
        "a. Prevent further access to the system by [Selection (one or more): initiating a device lock after [time period] of "
          + "inactivity; requiring the user to initiate a device lock before leaving the system unattended] ; and\n")
        ?? false)
    #expect(try requirement("nist:sc-39", catalogue).text?.contains("\n\n[guidance]\n") ?? false)
  }

  @Test func whatIsLeftOutIsSaid() throws {
    let notices = try nist(into: TemporaryFolder()).notices.map(\.en)
    #expect(
      notices == [
        "7 parts for assessors (assessment-…) were left out.", "13 links were left out.",
        "6 resources of the back matter were left out.",
      ])
  }

  @Test func everyFileSaysWhereItIsFrom() throws {
    let folder = try TemporaryFolder()
    _ = try nist(into: folder)
    let first = try #require(folder.read("nist/ac.yaml")?.split(separator: "\n").first)
    #expect(first.hasPrefix("# Taken over from nist-cut.json, SHA-256 "))
    #expect(first.hasSuffix(", OSCAL 1.1.2, version 5.1.1+u4, last modified 2024-02-13T17:43:49.139028Z"))
  }

  // MARK: - What is there already

  @Test func aGuidelineIsNeverOverwritten() throws {
    let folder = try TemporaryFolder()
    _ = try nist(into: folder)
    let before = (folder.read("guidelines.yaml"), folder.read("nist/ac.yaml"))
    let now = try read(folder)
    #expect(throws: ImportFailure.self) {
      try OSCALImport.add(
        path: fixtures("oscal/nist-cut.json"), to: folder.path, existing: now, as: GuidelineID("nist"))
    }
    #expect(throws: ImportFailure.self) { try nist(into: folder) }
    #expect(before == (folder.read("guidelines.yaml"), folder.read("nist/ac.yaml")))
  }

  @Test(arguments: ["mhlw-5", "local", "correspondences", "a.yaml", "b.yml"])
  func idsThatAreTakenAreRefused(id: String) throws {
    let folder = try TemporaryFolder()
    #expect {
      try nist(into: folder, as: id)
    } throws: { error in
      if case ImportFailure.refused(let text) = error {
        text.en.contains("--guideline") && text.ja.contains(id)
      } else {
        false
      }
    }
    #expect(folder.names.isEmpty)
  }

  @Test(arguments: ["", "  ", "# 院内\n"])
  func entriesAreAddedBelowWhatStandsThere(ending: String) throws {
    let folder = try TemporaryFolder()
    let written = """
      # 院内規程
      guidelines:
      -   id: local   # 手書き
          title: {ja: 院内規程, en: Hospital rules}
          edition: {ja: 令和8年度, en: FY2026}
          issuer: {ja: 病院, en: Hospital}
          published: "2026-04-01"
      """
    try folder.write("guidelines.yaml", written + "\n" + ending)
    try folder.write(
      "local/1.yaml",
      """
      guideline: local
      chapter: "1"
      title: {ja: 章, en: Chapter}
      requirements:
        - {id: "1", citation: 第1条, title: {ja: 申請, en: Application}, text: 申請する。}
      """)
    let folderNow = try? read(folder)
    let existing = try #require(folderNow ?? nil, "\(ending)")
    _ = try OSCALImport.add(
      path: fixtures("oscal/nist-cut.json"), to: folder.path, existing: existing, as: GuidelineID("nist"))
    #expect(folder.read("guidelines.yaml")?.hasPrefix(written) ?? false)
    #expect(try read(folder).guidelines.map(\.id.description) == ["mhlw-5", "mic-1", "local", "nist"])
  }

  @Test func aListThatCannotBeAddedToIsLeftAlone() throws {
    let folder = try TemporaryFolder()
    let written =
      "guidelines: [{id: local, title: {ja: 規程, en: Rules}, edition: {ja: 版, en: 1}, issuer: {ja: 病院, en: H}, published: '2026'}]\n"
    try folder.write("guidelines.yaml", written)
    #expect {
      try nist(into: folder)
    } throws: { error in
      guard case ImportFailure.problems(let problems) = error else { return false }
      return problems.all.map { $0.line(in: .en) } == [
        "catalogue/guidelines.yaml:1:14: Nothing can be added to guidelines.yaml as it is written. Let each guideline begin a line with ‘- id: …’ and import again."
      ]
    }
    #expect(folder.names == ["guidelines.yaml"])
    #expect(folder.read("guidelines.yaml") == written)
  }

  @Test func aFolderThatCannotBeWrittenIsSaid() throws {
    let folder = try TemporaryFolder()
    try folder.write("catalogue", "a file")
    #expect {
      try OSCALImport.add(
        path: fixtures("oscal/nist-cut.json"), to: "\(folder.path)/catalogue", existing: .empty, as: GuidelineID("nist")
      )
    } throws: { error in
      if case ImportFailure.unwritable = error { true } else { false }
    }
    #expect(folder.read("catalogue") == "a file")
  }

  // MARK: - Catalogs of other kinds

  @Test func groupsMayNestAndControlsMayStandAlone() throws {
    let json = catalog(
      """
      "controls": [{"id": "z-0", "title": "Alone"}],
      "groups": [
        {"id": "b", "title": "Second", "groups": [
          {"title": "内側", "controls": [{"id": "b_1", "title": "Inner"}]}, {"id": "empty", "title": "Empty"}]},
        {"id": "a", "title": "First", "controls": [{"id": "a.1", "title": "One", "controls": [
          {"id": "free", "title": "Two", "controls": [{"id": "a..3.", "title": "Three"}]}]}]}]
      """)
    let (catalogue, result) = try imported(json)
    #expect(result.id.description == "trial")
    let ids = catalogue.requirements.filter { $0.id.guideline == result.id }.map(\.id.path)
    #expect(ids == ["z-0", "b-1", "a.1", "free", "a.-3.-"])
    #expect(catalogue.chapters.suffix(3).map(\.title.en) == ["Trial", "Second / 内側", "First"])
    #expect(try requirement("trial:a.-3.-", catalogue).parent == RequirementID("trial:free"))
  }

  @Test func groupsWithOneNameAreToldApart() throws {
    let json = catalog(
      """
      "groups": [{"title": "General", "controls": [{"id": "b", "title": "B"}]},
        {"title": "GENERAL", "controls": [{"id": "c", "title": "C"}]},
        {"title": "General", "controls": [{"id": "a", "title": "A"}]}]
      """)
    let (catalogue, _) = try imported(json)
    #expect(catalogue.chapters.suffix(3).map(\.number) == ["General", "GENERAL", "General (2)"])
    #expect(catalogue.requirements.suffix(3).map(\.id.path) == ["b", "c", "a"])
  }

  @Test func aWithdrawnControlIsDeleted() throws {
    let json = catalog(
      """
      "controls": [
        {"id": "a-1", "title": "Gone", "props": [{"name": "status", "value": "Withdrawn"}], "controls": [
          {"id": "a-1.1", "title": "Stays"}]},
        {"id": "a-2", "title": "Other", "props": [{"name": "status", "ns": "https://example.org", "value": "withdrawn"}]}]
      """)
    let (catalogue, _) = try imported(json)
    #expect(try requirement("trial:a-1", catalogue).status == .deleted)
    #expect(try requirement("trial:a-1.1", catalogue).status == .current)
    #expect(try requirement("trial:a-2", catalogue).status == .current)
  }

  @Test func textsComeThroughWhateverTheyHold() throws {
    let prose = "日本語\u{3000}：# ~ null\t\"引用\" \\ 'x' {{ insert: other, p }} {{ }} {{ open 𠮷👩‍⚕️\u{7F}\u{2028}\u{FEFF} "
    let bytes = try JSONEncoder().encode(prose)
    let long = String(repeating: "長い題名", count: 50)
    let json = catalog(
      """
      "controls": [{"id": "a-1", "title": "\(long)\\nsecond line", "parts": [
        {"name": "statement", "prose": \(String(decoding: bytes, as: UTF8.self))}]}]
      """)
    let (catalogue, _) = try imported(json)
    let control = try requirement("trial:a-1", catalogue)
    #expect(control.text?.utf8.elementsEqual(prose.utf8) ?? false)
    #expect(control.title.ja == "\(long) second line")
  }

  @Test func parametersAreFilledIn() throws {
    let json = catalog(
      """
      "params": [{"id": "p", "values": ["30", "60"]}],
      "controls": [{"id": "a-1", "title": "A", "params": [{"id": "q", "label": "days"}, {"id": "r", "select": {"choice": ["x", "{{ q }}"]}}],
        "parts": [{"name": "statement", "prose": "{{ insert: param, p }}/{{insert:param,q}}/{{ r }}/{{ insert: param, s }}"}]}]
      """)
    let (catalogue, result) = try imported(json)
    #expect(try requirement("trial:a-1", catalogue).text == "30, 60/[days]/[Selection: x; [days]]/[s]")
    #expect(
      result.notices.map(\.en) == ["Texts name parameters that the file does not have; they stay there as [ID]: s"])
  }

  @Test func labelsThatAreThereTwiceAreToldApart() throws {
    let label = #""props": [{"name": "label", "value": "X"}]"#
    let (catalogue, _) = try imported(
      catalog(#""controls": [{"id": "a-1", "title": "A", \#(label)}, {"id": "a-2", "title": "B", \#(label)}]"#))
    #expect(catalogue.requirements.suffix(2).map(\.citation) == ["X", "X [a-2]"])
  }

  // MARK: - Bad files

  @Test func everythingThatIsWrongIsSaidAtOnce() throws {
    let json = catalog(
      """
      "groups": [
        {"title": 5, "controls": [
          {"id": "a-1"}, {"title": "B", "params": {}}, "text", {"id": "a-2", "title": " ", "parts": [{"prose": "x"}]}]},
        {"title": "G", "controls": [
          {"id": "b-1", "title": "One", "params": [{"id": "p"}, {"id": "p"}]}, {"id": "b-1", "title": "Two"}]}]
      """)
    #expect(
      try problems(json) == [
        "FILE#/catalog/groups/0/controls/0: The key ‘title’ is missing.",
        "FILE#/catalog/groups/0/controls/1: The key ‘id’ is missing.",
        "FILE#/catalog/groups/0/controls/1/params: Expected an array ([ ]), but found keys with values.",
        "FILE#/catalog/groups/0/controls/2: Expected an object ({ }), but found ‘text’.",
        "FILE#/catalog/groups/0/controls/3/parts/0: The key ‘name’ is missing.",
        "FILE#/catalog/groups/0/controls/3/title: Expected text, but there is nothing.",
        "FILE#/catalog/groups/0/title: Expected text, but found ‘5’.",
        "FILE#/catalog/groups/1/controls/0/params/1: The parameter ‘p’ is there twice.",
      ])
  }

  @Test func idsThatAreThereTwiceAreSaid() throws {
    let found = try problems(
      catalog(
        #""controls": [{"id": "a_1", "title": "One"}, {"id": "b", "title": "B", "controls": [{"id": "a-1", "title": "Two"}]}]"#
      ))
    #expect(
      found == ["FILE#/catalog/controls/1/controls/0: The id ‘a-1’ is there twice (first at FILE#/catalog/controls/0)."]
    )
  }

  @Test(arguments: [
    ("{}", "FILE#: This is no OSCAL catalog"), ("[]", "FILE#: Expected an object"),
    (#"{"profile": {}}"#, "FILE#: This is no OSCAL catalog"), (#"{"catalog": {"#, "FILE:1:14: The JSON ends too early"),
    (#"{"catalog": {}}"#, "FILE#/catalog: The key ‘metadata’ is missing."),
    ("", "FILE:1:1: The JSON ends too early"), ("\u{0}\u{1}", "FILE:1:1: A JSON value is expected"),
  ])
  func filesThatAreNoCatalogsAreSaid(json: String, start: String) throws {
    let first = try #require(try problems(json).first)
    #expect(first.hasPrefix(start), "\(first)")
  }

  @Test func aCatalogWithoutControlsOrWithoutADateIsSaid() throws {
    #expect(try problems(catalog(#""groups": []"#)) == ["FILE#/catalog: The catalog has no controls."])
    let undated = catalog(#""controls": [{"id": "a", "title": "A"}]"#, metadata: #", "published": "yesterday""#)
    #expect(try problems(undated).first?.contains("but found ‘yesterday’") ?? false)
  }

  @Test func aFileThatIsNoneIsSaid() throws {
    for path in ["/nonexistent.json", "/dev/zero", fixtures("oscal")] {
      #expect {
        try OSCALImport.add(path: path, to: TemporaryFolder().path, existing: .empty, as: GuidelineID("nist"))
      } throws: { error in
        if case ImportFailure.problems(let problems) = error { problems.all.map(\.place.file) == [path] } else { false }
      }
    }
  }

  @Test func parametersWithoutEndAreSaid() throws {
    // Each names the next twice: 2 to the power of 60 insertions.
    let doubling = (0..<60).map { #"{"id": "p\#($0)", "values": ["{{ p\#($0 + 1) }}{{ p\#($0 + 1) }}"]}"# }
    let own = #"{"id": "own", "label": "{{ own }}"}"#
    let chain = (0..<5000).map { #"{"id": "c\#($0)", "label": "{{ c\#($0 + 1) }}"}"# }
    let large = #"{"id": "large", "values": ["\#(String(repeating: "x", count: 60_000))"]}"#
    let json = catalog(
      """
      "params": [\((doubling + chain + [own, large]).joined(separator: ","))],
      "controls": [{"id": "a", "title": "A", "parts": [{"name": "statement",
        "prose": "{{ p0 }}{{ own }}{{ c0 }}\(String(repeating: "{{ large }}", count: 2000))"}]}]
      """)
    let found = try problems(json)
    #expect(found.contains { $0.contains("‘own’ contains itself") })
    #expect(found.contains { $0.contains("‘large’") })
    #expect(found.contains { $0.contains("‘c") })
  }

  @Test func aChapterThatCouldNotBeReadAgainIsRefused() throws {
    let text = String(repeating: "x", count: 5 << 20)
    let control = #""title": "T", "parts": [{"name": "statement", "prose": "\#(text)"}]"#
    #expect(
      try problems(catalog(#""controls": [{"id": "a", \#(control)}, {"id": "b", \#(control)}]"#)) == [
        "catalogue/trial/trial.yaml: The file is too large. Up to 8 MiB can be read."
      ])
  }

  @Test func controlsMayNestAsDeepAsFilesAreRead() throws {
    func nested(_ depth: Int) -> String {
      (0..<depth).reduce("") { inner, level in
        #"{"id": "n\#(depth - level)", "title": "T"\#(inner.isEmpty ? "" : #", "controls": [\#(inner)]"#)}"#
      }
    }
    #expect(try imported(catalog(#""controls": [\#(nested(25))]"#)).1.requirements == 25)
    for depth in 25..<40 {
      // Either it can be read again or it is refused, with the reason.
      #expect(try problems(catalog(#""controls": [\#(nested(depth))]"#)).allSatisfy { $0.contains("too deep") })
    }
  }

  @Test func anyTruncatedFileIsRefused() throws {
    let whole = try #require(FileManager.default.contents(atPath: fixtures("oscal/nist-cut.json")))
    for count in stride(from: 0, to: whole.count - 2, by: 997) {
      #expect(!(try problems(String(decoding: whole.prefix(count), as: UTF8.self)).isEmpty))
    }
  }
}
