import Compliance
import Testing

@testable import CatalogueFiles

/// Following correspondences from guideline to guideline.
@Suite struct CatalogueMapTests {
  @Test func aLinkIsFollowedFromBothEnds() throws {
    let world = try World("a:1 b:1", ["a:1 b:1 corresponds stated"])
    #expect(try world.ways("a:1", "b") == ["b:1 stated: a:1 -> b:1"])
    #expect(try world.ways("b:1", "a") == ["a:1 stated: b:1 <- a:1"])
  }

  @Test func aChainIsAsSureAsItsWeakestLink() throws {
    let world = try World(
      "m5:1 m52:1 m6:1 mic:1",
      ["m5:1 mic:1 merged stated", "m5:1 m52:1 corresponds inferred", "m52:1 m6:1 corresponds stated"])
    #expect(try world.ways("mic:1", "m6") == ["m6:1 inferred: mic:1 <- m5:1 -> m52:1 -> m6:1"])
    #expect(try world.ways("m6:1", "mic") == ["mic:1 inferred: m6:1 <- m52:1 <- m5:1 -> mic:1"])
    let mapping = try world.mapping("mic:1", "m6")
    #expect(mapping.counterparts[0].paths[0].steps.map(\.link.relation) == [.merged, .corresponds, .corresponds])
  }

  @Test func aLinkOfTheRequirementHoldsForItsPart() throws {
    let world = try World("a:1 a:1.1 a:1.1.1 b:1", ["a:1 b:1 corresponds stated"])
    #expect(try world.ways("a:1.1.1", "b") == ["b:1 stated: a:1.1.1 (whole a:1)-> b:1"])
  }

  @Test func aLinkOfAPartHoldsForAPartOfTheRequirement() throws {
    let world = try World("a:1 a:1.1 b:1", ["a:1.1 b:1 corresponds stated"])
    #expect(try world.ways("a:1", "b") == ["b:1 stated: a:1 (part a:1.1)-> b:1"])
  }

  @Test func aPartIsNotItsNeighbour() throws {
    let world = try World("a:1 a:1.1 a:1.2 b:1", ["a:1.1 b:1 corresponds stated"])
    #expect(try world.ways("a:1.2", "b") == [])
  }

  @Test func partsCountOnTheWayToo() throws {
    let world = try World(
      "a:1 b:1 b:1.1 c:1 c:2",
      ["a:1 b:1.1 corresponds stated", "b:1 c:1 corresponds stated", "b:1.1 c:2 covered inferred"])
    #expect(
      try world.ways("a:1", "c") == [
        "c:1 stated: a:1 -> b:1.1 (whole b:1)-> c:1", "c:2 inferred: a:1 -> b:1.1 -> c:2",
      ])
  }

  @Test func twoThatShareACounterpartAreNotTheSame() throws {
    let world = try World(
      "a:1 a:2 b:1 c:1", ["a:1 b:1 corresponds stated", "a:2 b:1 merged stated", "a:2 c:1 corresponds stated"])
    #expect(try world.ways("a:1", "c") == [])
  }

  @Test func cyclesEnd() throws {
    let world = try World(
      "a:1 b:1 c:1 d:1",
      [
        "a:1 b:1 corresponds stated", "b:1 c:1 corresponds stated", "c:1 a:1 corresponds stated",
        "a:1 a:1 corresponds stated", "c:1 d:1 corresponds stated",
      ])
    #expect(
      try world.ways("a:1", "d") == ["d:1 stated: a:1 <- c:1 -> d:1", "d:1 stated: a:1 -> b:1 -> c:1 -> d:1"])
    #expect(try world.ways("a:1", "a") == [])
  }

  @Test func aWayThatIsMuchLongerThanTheShortestIsLeftOut() throws {
    let world = try World(
      "a:1 b:1 c:1 d:1",
      [
        "a:1 d:1 corresponds inferred", "a:1 b:1 corresponds stated", "b:1 d:1 corresponds stated",
        "b:1 c:1 corresponds stated", "c:1 d:1 corresponds stated",
      ])
    #expect(
      try world.ways("a:1", "d") == [
        "d:1 inferred: a:1 -> d:1", "d:1 stated: a:1 -> b:1 -> d:1",
      ])
    // It is as sure as its surest way.
    #expect(try world.mapping("a:1", "d").counterparts[0].status == .stated)
  }

  @Test func whatIsUnresolvedGivesEveryCandidate() throws {
    let world = try World("a:1 b:1 b:2 c:1", ["a:1 b:1|b:2 corresponds unresolved", "b:2 c:1 corresponds stated"])
    #expect(try world.ways("a:1", "b") == ["b:1 unresolved: a:1 -> b:1", "b:2 unresolved: a:1 -> b:2"])
    #expect(try world.ways("a:1", "c") == ["c:1 unresolved: a:1 -> b:2 -> c:1"])
    #expect(try world.ways("b:1", "a") == ["a:1 unresolved: b:1 <- a:1"])
  }

  @Test func theSurestComesFirst() throws {
    let world = try World(
      "a:1 b:1 b:2 b:3 b:4 c:4",
      [
        "a:1 b:1|b:2 corresponds unresolved", "a:1 b:3 corresponds inferred", "a:1 c:4 corresponds stated",
        "c:4 b:4 corresponds stated", "a:1 b:2 corresponds inferred",
      ])
    #expect(try world.mapping("a:1", "b").counterparts.map(\.requirement.path) == ["4", "2", "3", "1"])
  }

  @Test func aLinkToNothingIsReported() throws {
    let world = try World(
      "a:1 a:1.1 b:1 c:1 c:2", ["a:1 - b none stated", "a:1.1 b:1 corresponds stated", "b:1 c:1 corresponds stated"])
    #expect(try world.gaps("a:1", "b") == ["a:1 -> none in b"])
    #expect(try world.gaps("a:1.1", "b") == ["a:1.1 (whole a:1)-> none in b"])
    // What is between is told only if it is why nothing answers.
    #expect(try world.gaps("a:1", "c") == [])
    let alone = try World("a:1 b:1 c:1", ["a:1 - b none stated", "b:1 c:1 corresponds stated"])
    #expect(try alone.gaps("a:1", "c") == ["a:1 -> none in b"])
    #expect(try alone.gaps("b:1", "a") == [])
  }

  @Test func theOrderOfLinksMakesNoDifference() throws {
    let links = [
      "a:1 b:2 corresponds stated", "a:1 b:1 corresponds stated", "b:1 c:1 corresponds inferred",
      "b:2 c:1 corresponds inferred", "b:2 c:2 corresponds stated",
    ]
    let expected = try World("a:1 b:1 b:2 c:1 c:2", links).ways("a:1", "c")
    #expect(try World("a:1 b:1 b:2 c:1 c:2", links.reversed()).ways("a:1", "c") == expected)
  }

  @Test func tooManyWaysAreCutShortAndSaidToBe() throws {
    // Five guidelines with 20 requirements each, everything linked with everything.
    let guidelines = ["a", "b", "c", "d", "e"]
    let ids = guidelines.flatMap { guideline in (1...20).map { "\(guideline):\($0)" } }
    let links = zip(guidelines, guidelines.dropFirst()).flatMap { from, to in
      (1...20).flatMap { x in (1...20).map { "\(from):\(x) \(to):\($0) corresponds stated" } }
    }
    let world = try World(ids.joined(separator: " "), links)
    let mapping = try world.mapping("a:1", "e")
    #expect(!mapping.isComplete)
    #expect(try world.mapping("a:1", "b").isComplete == false || world.mapping("a:1", "b").counterparts.count == 20)
  }

  @Test func itWorksOnTheShippedCatalogue() throws {
    let catalogue = try CatalogueReader.read(folder: shipped)
    let map = CatalogueMap(catalogue)
    for requirement in catalogue.requirements {
      for target in catalogue.guidelines.map(\.id) where target != requirement.id.guideline {
        let mapping = map.mapping(of: requirement.id, to: target)
        #expect(mapping.isComplete)
        for counterpart in mapping.counterparts {
          #expect(counterpart.requirement.guideline == target)
          for path in counterpart.paths {
            #expect(path.steps.first?.from == requirement.id && path.steps.last?.to == counterpart.requirement)
          }
        }
      }
    }
  }

  @Test func theShippedEditionsAreConnected() throws {
    let map = CatalogueMap(try CatalogueReader.read(folder: shipped))
    let part = try #require(RequirementID("mhlw-5:7.3.C.in.2.1"))
    let six = try #require(GuidelineID("mhlw-6"))
    let mapping = map.mapping(of: part, to: six)
    let found = try #require(mapping.counterparts.first { $0.requirement.path == "management.15-13" })
    #expect(found.status == .inferred)
    #expect(
      found.paths[0].steps.map { $0.to?.description } == ["mhlw-5.2:7.3.C.in.2.1", "mhlw-6:management.15-13"])
    #expect(found.paths[0].steps.map(\.through) == [.itself, .whole])
  }
}

/// Requirements and links in few words. Ids whose path begins with another's are its parts.
private struct World {
  let catalogue: Catalogue

  /// - Parameters:
  ///   - ids: the requirements, separated by spaces.
  ///   - links: `FROM TO RELATION STATUS`, with `X|Y` for candidates and `- GUIDELINE` for none.
  init(_ ids: String, _ links: [String]) throws {
    let ids = try ids.split(separator: " ").map { try #require(RequirementID($0)) }
    func parent(of id: RequirementID) -> RequirementID? {
      id.path.lastIndex(of: ".").flatMap { RequirementID(id.guideline, path: id.path[..<$0]) }.flatMap {
        ids.contains($0) ? $0 : nil
      }
    }
    let text = LocalizedText(verbatim: "")
    var names: [GuidelineID] = []
    for id in ids where !names.contains(id.guideline) { names.append(id.guideline) }
    catalogue = Catalogue(
      guidelines: names.map { Guideline(id: $0, title: text, edition: text, issuer: text, published: "2017") },
      requirements: ids.map { id in
        Requirement(
          id: id, citation: id.path, requirementClass: nil, status: .current, title: text, text: nil,
          parent: parent(of: id), parts: ids.filter { parent(of: $0) == id }, chapter: "1", source: nil, notes: [])
      }, correspondences: try links.map(Self.link))
  }

  private static func link(_ text: String) throws -> Correspondence {
    let words = text.split(separator: " ")
    let from = try #require(RequirementID(words[0]))
    let relation = try #require(Relation(rawValue: String(words[words.count - 2])))
    let status = try #require(CorrespondenceStatus(rawValue: String(words[words.count - 1])))
    if words[1] == "-" {
      return Correspondence(
        from: from, to: nil, relation: relation, status: status, source: nil, target: GuidelineID(words[2]))
    }
    let ends = try words[1].split(separator: "|").map { try #require(RequirementID($0)) }
    return Correspondence(
      from: from, to: ends.count == 1 ? ends[0] : nil, relation: relation, status: status, source: nil,
      candidates: ends.count == 1 ? [] : ends)
  }

  func mapping(_ id: String, _ target: String) throws -> RequirementMapping {
    CatalogueMap(catalogue).mapping(of: try #require(RequirementID(id)), to: try #require(GuidelineID(target)))
  }

  /// Every way to every counterpart in words.
  func ways(_ id: String, _ target: String) throws -> [String] {
    try mapping(id, target).counterparts.flatMap { counterpart in
      counterpart.paths.map { "\(counterpart.requirement) \($0.status.rawValue): \(words($0))" }
    }
  }

  func gaps(_ id: String, _ target: String) throws -> [String] {
    try mapping(id, target).withoutCounterpart.map(words)
  }

  private func words(_ path: CorrespondencePath) -> String {
    path.steps.reduce(path.steps.first?.from.description ?? "") { text, step in
      let through = step.through == .itself ? "" : "(\(step.through.rawValue) \(step.holder))"
      let end = step.to?.description ?? "none in \(step.link.target?.description ?? "?")"
      return "\(text) \(through)\(step.isForward ? "->" : "<-") \(end)"
    }
  }
}
