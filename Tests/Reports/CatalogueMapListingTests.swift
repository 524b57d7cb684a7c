import Compliance
import Foundation
import Testing

@testable import Reports

/// Counterparts as people and programs read them.
struct CatalogueMapListingTests {
  /// Every kind of way: a link, a chain through a third guideline, through the requirement above, a candidate, none, nothing.
  private func mappings() throws -> [RequirementMapping] {
    let wireless = try SampleCatalogue.requirementID("mhlw-5:6.5.C.12")
    let part = try SampleCatalogue.requirementID("mhlw-5:6.5.C.12.1")
    let first = try SampleCatalogue.requirementID("mic-1:3.2.3.ko.1")
    let second = try SampleCatalogue.requirementID("mic-1:3.2.3.ko.2")
    let iot = try SampleCatalogue.requirementID("mhlw-5:6.5.D.6")
    let mic = try #require(GuidelineID("mic-1"))
    let later = try #require(GuidelineID("mhlw-6"))
    let links = try SampleCatalogue.catalogue().correspondences
    func step(
      _ from: RequirementID, _ link: Int, _ to: RequirementID?, holder: RequirementID? = nil,
      _ through: CorrespondenceStep.Holder = .itself, isForward: Bool = true
    ) -> CorrespondenceStep {
      CorrespondenceStep(
        from: from, holder: holder ?? from, through: through, to: to, link: links[link], isForward: isForward)
    }
    let direct = CorrespondencePath(steps: [step(wireless, 0, first)])
    let back = CorrespondencePath(steps: [step(wireless, 3, second, isForward: false)])
    let candidate = CorrespondencePath(steps: [step(wireless, 1, second)])
    let inherited = CorrespondencePath(steps: [step(part, 0, first, holder: wireless, .whole)])
    let chain = CorrespondencePath(steps: [
      step(iot, 3, wireless, isForward: false), step(wireless, 0, first, holder: part, .part),
    ])
    let none = CorrespondencePath(steps: [step(wireless, 2, nil)])
    return [
      RequirementMapping(
        requirement: wireless, target: mic,
        counterparts: [
          Counterpart(requirement: first, paths: [direct]),
          Counterpart(requirement: second, paths: [back, candidate, candidate, candidate, candidate]),
        ], withoutCounterpart: [none], isComplete: true),
      RequirementMapping(
        requirement: wireless, target: later, counterparts: [], withoutCounterpart: [none], isComplete: true),
      RequirementMapping(
        requirement: part, target: mic, counterparts: [Counterpart(requirement: first, paths: [inherited, chain])],
        withoutCounterpart: [], isComplete: false),
    ]
  }

  @Test(arguments: Language.allCases)
  func readAsRecorded(language: Language) throws {
    let catalogue = try SampleCatalogue.catalogue()
    try expectGolden(
      CatalogueMapListing.text(try mappings(), in: catalogue, language: language), "map.\(language).txt")
    try expectGolden(
      CatalogueMapListing.text(try mappings(), in: catalogue, language: language, style: .coloured),
      "map-coloured.\(language).txt")
  }

  @Test(arguments: Language.allCases, [40, 80, 120])
  func keepWithinTheWidth(language: Language, width: Int) throws {
    let text = CatalogueMapListing.text(
      try mappings(), in: try SampleCatalogue.catalogue(), language: language, width: width)
    for line in text.split(separator: "\n") { #expect(DisplayWidth.of(line) <= width, "\(line)") }
    #expect(!text.contains(" \n") && !text.contains("\n\n\n") && !text.hasPrefix("\n"))
  }

  @Test func programsGetEveryWay() throws {
    let text = try CatalogueMapJSON.text(mappings(), in: SampleCatalogue.catalogue())
    try expectGolden(text, "map.json")
    let document = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(document["schema"] as? String == "tenken.map/1")
    let answers = try #require(document["mappings"] as? [[String: Any]])
    let counterparts = try #require(answers.first?["counterparts"] as? [[String: Any]])
    #expect(counterparts.map { ($0["paths"] as? [Any])?.count } == [1, 5])
    #expect(answers.map { $0["complete"] as? Bool } == [true, true, false])
  }
}
