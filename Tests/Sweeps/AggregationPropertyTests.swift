import Compliance
import Sweeps
import Testing

/// What must hold of every catalogue and every outcome; tried on random ones, the same in every run.
struct AggregationPropertyTests {
  private struct World {
    let catalogue: Catalogue
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
      generator = random
      runs = []
      for number in 0..<Int.random(in: 0...10, using: &generator) { runs.append(try randomRun("p/c\(number)")) }
    }

    mutating func randomRun(_ id: String, _ outcome: Outcome? = nil) throws -> CheckRun {
      let paths = catalogue.requirements.map(\.id.path).filter { _ in Int.random(in: 0..<5, using: &generator) == 0 }
      return try run(id, outcome ?? Outcome.allCases.randomElement(using: &generator) ?? .pass, for: paths)
    }

    func standings(_ runs: [CheckRun]? = nil) -> [RequirementStanding] {
      aggregate(runs ?? self.runs, catalogue).standings
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
      #expect(aggregate(world.runs, world.catalogue).exit == aggregate(shuffled, world.catalogue).exit)
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
        #expect(old.outcome.combined(with: new.outcome) == new.outcome, "seed \(seed), \(old.requirement)")
        if fail.check.requirements.contains(old.requirement) { #expect(new.standing == .fail) }
      }
      #expect(aggregate(world.runs + [fail], world.catalogue).exit == .failed)
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

  // MARK: - With attestations and waivers

  /// Runs with findings, and what people wrote about them.
  private struct Persons {
    var world: World
    var attestations: [AttestationReview] = []
    var waivers: [WaiverReview] = []

    init(seed: UInt64) throws {
      world = try World(seed: seed)
      var random = world.generator
      world.runs = try world.runs.map { try Self.withFindings($0, &random) }
      let paths = world.catalogue.requirements.map(\.id.path)
      for number in 0..<Int.random(in: 0...4, using: &random) {
        attestations.append(
          try attestation(
            "a\(number)", try #require(paths.randomElement(using: &random)),
            try #require(AttestationReview.State.allCases.randomElement(using: &random))))
      }
      for number in 0..<Int.random(in: 0...4, using: &random) {
        let path = Bool.random(using: &random) ? paths.randomElement(using: &random) : nil
        let check =
          path == nil || Bool.random(using: &random) ? ["p", "p/c1", "p/c2", "q"].randomElement(using: &random) : nil
        let subject = Bool.random(using: &random) ? ["s1", "s?", "*", "t"].randomElement(using: &random) : nil
        waivers.append(
          try waiver(
            "w\(number)", requirement: path, check: check, subject: subject,
            try #require(WaiverReview.State.allCases.randomElement(using: &random))))
      }
      world.generator = random
    }

    static func withFindings(_ run: CheckRun, _ random: inout SplitMix) throws -> CheckRun {
      var counts = OutcomeCounts()
      var findings: [Finding] = []
      for number in 0..<Int.random(in: 0...6, using: &random) {
        let outcome = try #require(Outcome.allCases.randomElement(using: &random))
        counts[outcome] += 1
        let finding = Finding(
          subject: "s\(number)", outcome: outcome, message: LocalizedText(verbatim: ""), place: nil)
        if Int.random(in: 0..<6, using: &random) > 0 { findings.append(finding) }
      }
      return CheckRun(
        check: run.check, outcome: counts.combined ?? run.outcome, counts: counts, findings: findings,
        pluginVersion: "1", pluginSHA256: "")
    }

    func result(_ runs: [CheckRun]? = nil, waivers: [WaiverReview]? = nil) -> SweepResult {
      aggregate(runs ?? world.runs, world.catalogue, attestations: attestations, waivers: waivers ?? self.waivers)
    }
  }

  @Test func aWaiverNeverHidesAnything() throws {
    for seed in Self.seeds {
      let persons = try Persons(seed: seed)
      let (with, without) = (persons.result(), persons.result(waivers: []))
      #expect(with.standings.map(\.outcome) == without.standings.map(\.outcome), "seed \(seed)")
      for (waived, plain) in zip(with.standings, without.standings) where waived.standing != plain.standing {
        #expect(waived.standing.combined(with: .waived) == waived.standing, "seed \(seed), \(waived.requirement)")
        #expect(waived.by.contains { if case .waiver = $0 { true } else { false } }, "seed \(seed)")
        #expect([.fail, .notchecked].contains(plain.standing), "seed \(seed), \(waived.requirement)")
      }
      for (waived, plain) in zip(with.checks, without.checks) {
        #expect(waived.outcome == plain.outcome && waived.counts == plain.counts)
        #expect(waived.findings.map(\.outcome) == plain.findings.map(\.outcome))
        if waived.standing != plain.standing {
          #expect(plain.standing == .fail && !waived.waivers.isEmpty, "seed \(seed), \(waived.check.id)")
          #expect(waived.standing.combined(with: .waived) == waived.standing, "seed \(seed), \(waived.check.id)")
        }
      }
    }
  }

  @Test func theOrderOfFindingsAttestationsAndWaiversDoesNotMatter() throws {
    for seed in Self.seeds {
      var persons = try Persons(seed: seed)
      let before = persons.result()
      var random = persons.world.generator
      persons.world.runs = persons.world.runs.map { run in
        var run = run
        run.findings.shuffle(using: &random)
        return run
      }.shuffled(using: &random)
      persons.attestations.shuffle(using: &random)
      persons.waivers.shuffle(using: &random)
      let after = persons.result()
      #expect(before.standings.map(\.standing) == after.standings.map(\.standing), "seed \(seed)")
      #expect(before.standings.map(\.outcome) == after.standings.map(\.outcome), "seed \(seed)")
      #expect(before.standings.map { Set($0.by) } == after.standings.map { Set($0.by) }, "seed \(seed)")
      #expect(before.exit == after.exit, "seed \(seed)")
      #expect(Set(before.waivers) == Set(after.waivers), "seed \(seed)")
    }
  }

  @Test func aFailBesidePersonsEvidenceNeverImprovesAnything() throws {
    for seed in Self.seeds {
      var persons = try Persons(seed: seed)
      let before = persons.result()
      let fail = try persons.world.randomRun("r/worse", .fail)
      let after = persons.result(persons.world.runs + [fail])
      for (old, new) in zip(before.standings, after.standings) {
        let isWaived = old.standing == .notchecked && new.standing == .waived
        #expect(
          old.standing.combined(with: new.standing) == new.standing || isWaived, "seed \(seed), \(old.requirement)")
        #expect(old.outcome.combined(with: new.outcome) == new.outcome, "seed \(seed), \(old.requirement)")
      }
    }
  }
}
