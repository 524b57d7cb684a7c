import Compliance
import Testing

struct OutcomeTests {
  private static let all = Outcome.allCases

  @Test func theSpellingsAreThoseOfXCCDF() {
    #expect(
      Self.all.map(\.rawValue) == [
        "pass", "fail", "error", "unknown", "notapplicable", "notchecked", "notselected", "informational",
      ])
  }

  /// The truth table for AND of XCCDF 1.2 (NISTIR 7275 rev. 4, 6.4.4.4), which knows five of the values.
  @Test func theCombinationIsTheTableOfXCCDF() {
    let columns: [Outcome] = [.pass, .fail, .unknown, .error, .notapplicable]
    let table: [(Outcome, [Outcome])] = [
      (.pass, [.pass, .fail, .unknown, .error, .pass]),
      (.fail, [.fail, .fail, .fail, .fail, .fail]),
      (.unknown, [.unknown, .fail, .unknown, .unknown, .unknown]),
      (.error, [.error, .fail, .unknown, .error, .error]),
      (.notapplicable, [.pass, .fail, .unknown, .error, .notapplicable]),
    ]
    for (row, values) in table {
      for (column, value) in zip(columns, values) {
        #expect(row.combined(with: column) == value, "\(row) and \(column)")
      }
    }
  }

  @Test func whatNobodyLookedAtDoesNotPassBesideAPass() {
    #expect(Outcome.pass.combined(with: .notchecked) == .notchecked)
    #expect(Outcome.notapplicable.combined(with: .notchecked) == .notchecked)
    #expect(Outcome.notchecked.combined(with: .error) == .error)
  }

  @Test func whatSaysNothingDoesNotHideAnOutcome() {
    for outcome in Self.all { #expect(outcome.combined(with: .notselected) == outcome) }
    #expect(Outcome.pass.combined(with: .informational) == .pass)
  }

  @Test func combiningIsAssociativeCommutativeAndIdempotent() {
    for a in Self.all {
      #expect(a.combined(with: a) == a)
      for b in Self.all {
        #expect(a.combined(with: b) == b.combined(with: a))
        for c in Self.all {
          #expect(a.combined(with: b).combined(with: c) == a.combined(with: b.combined(with: c)))
        }
      }
    }
  }

  @Test func aFailIsNeverCombinedAway() {
    for outcome in Self.all { #expect(outcome.combined(with: .fail) == .fail) }
  }

  @Test func onlySettledOutcomesCombineToASettledOne() {
    for a in Self.all {
      for b in Self.all {
        #expect(a.combined(with: b).isSettled == (a.isSettled && b.isSettled), "\(a) and \(b)")
      }
    }
    #expect(Self.all.filter(\.isSettled) == [.pass, .notapplicable, .notselected, .informational])
  }

  @Test func nothingCombinesToNothing() {
    #expect([Outcome]().combined() == nil)
    #expect([Outcome.pass].combined() == .pass)
    #expect([Outcome.pass, .notchecked, .fail, .error].combined() == .fail)
  }

  // MARK: - Counts

  @Test func countsStartAtNothing() {
    let counts = OutcomeCounts()
    #expect(counts.total == 0)
    #expect(counts.combined == nil)
    #expect(counts.occurring.isEmpty)
    #expect(counts[.fail] == 0)
  }

  @Test func countsTellWhatOccurredInAFixedOrder() {
    var counts = OutcomeCounts()
    for outcome in [Outcome.informational, .fail, .pass, .fail, .pass, .pass] { counts[outcome] += 1 }
    #expect(counts.total == 6)
    #expect(counts.combined == .fail)
    #expect(counts.occurring.map(\.outcome) == [.pass, .fail, .informational])
    #expect(counts.occurring.map(\.count) == [3, 2, 1])
  }

  @Test func whatWasTakenBackToZeroDidNotOccur() {
    var counts = OutcomeCounts()
    counts[.fail] = 2
    counts[.pass] = 1
    counts[.fail] -= 2
    #expect(counts.combined == .pass)
    #expect(counts.occurring.map(\.outcome) == [.pass])
    var same = OutcomeCounts()
    same[.pass] = 1
    #expect(counts == same)
  }

  @Test func countsCombineLikeTheOutcomesThatWereCounted() {
    for seed in 0..<200 as Range<UInt64> {
      var generator = SplitMix(seed: seed)
      let outcomes = (0..<Int.random(in: 0...6, using: &generator)).compactMap { _ in
        Self.all.randomElement(using: &generator)
      }
      var counts = OutcomeCounts()
      for outcome in outcomes { counts[outcome] += 1 }
      #expect(counts.combined == outcomes.combined())
      #expect(counts.total == outcomes.count)
    }
  }
}
