import CatalogueFiles
import Compliance
import Testing

/// Choosing requirements by the words of a command line.
@Suite struct RequirementFilterTests {
  private let catalogue: Catalogue

  init() throws { catalogue = try CatalogueReader.read(folder: fixtures("valid")) }

  private func paths(_ filter: RequirementFilter) -> [String] {
    catalogue.requirements.filter(filter.admits).map(\.id.description)
  }

  private func texts(_ filter: () throws(RequirementFilter.Fault) -> RequirementFilter) throws -> [String] {
    let fault = try #require(throws: RequirementFilter.Fault.self) { try filter() }
    return fault.texts.map(\.en)
  }

  @Test func withoutWordsEverythingIsAdmitted() throws {
    #expect(try paths(RequirementFilter(in: catalogue)).count == catalogue.requirements.count)
  }

  @Test func everyWordNarrows() throws {
    #expect(
      try paths(RequirementFilter(guideline: "mic-1", in: catalogue)) == ["mic-1:3.2.3.ko.1", "mic-1:3.2.3.u.a.1"])
    #expect(try paths(RequirementFilter(chapter: "6.10", in: catalogue)) == ["mhlw-5:6.10.C.1"])
    #expect(try paths(RequirementFilter(chapter: "６．１０", in: catalogue)) == ["mhlw-5:6.10.C.1"])
    #expect(
      try paths(RequirementFilter(requirementClass: "recommended", in: catalogue)) == [
        "mhlw-5:6.5.C.12.2", "mhlw-5:6.5.D.6",
      ])
    #expect(
      try paths(RequirementFilter(requirementClass: "none", in: catalogue)) == [
        "mic-1:3.2.3.ko.1", "mic-1:3.2.3.u.a.1",
      ])
    #expect(try paths(RequirementFilter(status: "deleted", in: catalogue)) == ["mhlw-5:6.5.C.12.2"])
    #expect(try paths(RequirementFilter(guideline: "mic-1", status: "deleted", in: catalogue)) == [])
  }

  @Test func whatNamesNothingIsToldAllAtOnceWithWhatMayBeMeant() throws {
    let all = try texts { () throws(RequirementFilter.Fault) in
      try RequirementFilter(
        guideline: "mhlw5", chapter: "6.55", requirementClass: "minimal", status: "everything", in: catalogue)
    }
    #expect(
      all == [
        "There is no guideline ‘mhlw5’. Did you mean ‘mhlw-5’?", "There is no chapter ‘6.55’. Did you mean ‘6.5’?",
        "--class does not take ‘minimal’. Did you mean ‘minimum’?",
        "--status does not take ‘everything’. It may be one of: current, deleted, provider-only",
      ])
  }

  @Test func aChapterMustBeInTheGuideline() throws {
    let foreign = try texts { () throws(RequirementFilter.Fault) in
      try RequirementFilter(guideline: "mic-1", chapter: "6.5", in: catalogue)
    }
    #expect(foreign.count == 1)
  }
}
