import Compliance
import Sweeps
import Testing

/// What must hold of every catalogue and every outcome; tried on random ones, the same in every run.
struct AggregationPropertyTests {
  private struct World {
    let catalogue: Catalogue
    let guidelines: [GuidelineID]
    var runs: [CheckRun]
    var generator: SplitMix

    init(seed: UInt64) throws {
      var random = SplitMix(seed: seed)
      var paths: [String] = []
      for number in 1...Int.random(in: 1...14, using: &random) {
        let parent = Bool.random(using: &random) ? paths.randomElement(using: &random) : nil
        paths.append(parent.map { "\($0).\(number)" } ?? "\(number)")
      }
      let deleted = Set(paths.filter { _ in Int.random(in: 0..<8, using: &random) == 0 })
      catalogue = try SweepsTests.catalogue(paths, deleted: deleted)
      guidelines = catalogue.guidelines.map(\.id)
      generator = random
      runs = []
      for number in 0..<Int.random(in: 0...10, using: &generator) { runs.append(try randomRun("p/c\(number)")) }
    }

    mutating func randomRun(_ id: String, _ outcome: Outcome? = nil) throws -> CheckRun {
      let paths = catalogue.requirements.map(\.id.path).filter { _ in Int.random(in: 0..<5, using: &generator) == 0 }
      return try run(id, outcome ?? Outcome.allCases.randomElement(using: &generator) ?? .pass, for: paths)
    }

    func standings(_ runs: [CheckRun]? = nil) -> [RequirementStanding] {
      Aggregation.standings(of: runs ?? self.runs, catalogue: catalogue, guidelines: guidelines, selection: .all)
    }
  }

  private static let seeds = 0..<300 as Range<UInt64>

  @Test func theOrderOfTheRunsDoesNotMatter() throws {
    for seed in Self.seeds {
      var world = try World(seed: seed)
      let shuffled = world.runs.shuffled(using: &world.generator)
      let (before, after) = (world.standings(), world.standings(shuffled))
      #expect(before.map(\.requirement) == after.map(\.requirement))
      #expect(before.map(\.standing) == after.map(\.standing), "seed \(seed)")
      #expect(before.map { Set($0.by) } == after.map { Set($0.by) })
      #expect(Aggregation.exit(of: world.runs) == Aggregation.exit(of: shuffled))
    }
  }

  @Test func aFailNeverImprovesAnything() throws {
    for seed in Self.seeds {
      var world = try World(seed: seed)
      let fail = try world.randomRun("p/worse", .fail)
      let before = world.standings()
      let after = world.standings(world.runs + [fail])
      for (old, new) in zip(before, after) {
        #expect(old.standing.combined(with: new.standing) == new.standing, "seed \(seed), \(old.requirement)")
        if fail.check.requirements.contains(old.requirement) { #expect(new.standing == .fail) }
      }
      #expect(Aggregation.exit(of: world.runs + [fail]) == .failed)
    }
  }

  @Test func aRequirementThatNobodyLooksAtIsNotChecked() throws {
    for seed in Self.seeds {
      for standing in try World(seed: seed).standings() where standing.by.isEmpty {
        #expect(standing.standing == .notchecked, "seed \(seed), \(standing.requirement)")
      }
    }
  }

  @Test func aDeselectedCheckCountsAsIfItWereNotThere() throws {
    for seed in Self.seeds {
      var world = try World(seed: seed)
      world.runs.append(try world.randomRun("p/off", .notselected))
      #expect(world.standings() == world.standings(world.runs.filter { $0.outcome != .notselected }), "seed \(seed)")
    }
  }

  @Test func whatIsSettledRestsOnSettledEvidenceAlone() throws {
    for seed in Self.seeds {
      let world = try World(seed: seed)
      let outcomes = Dictionary(uniqueKeysWithValues: world.runs.map { ($0.check.id, $0.outcome) })
      for standing in world.standings() where standing.standing.isSettled {
        #expect(!standing.by.isEmpty)
        #expect(
          standing.by.compactMap(\.check).allSatisfy { outcomes[$0]?.isSettled == true },
          "seed \(seed), \(standing.requirement)")
      }
    }
  }
}
