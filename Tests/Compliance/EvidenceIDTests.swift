import Compliance
import Testing

struct EvidenceIDTests {
  @Test(arguments: ["wireless-lan/encryption", "wireless-lan", "attestation:rules-2026", "waiver:old"])
  func isItsText(text: String) throws {
    #expect(try #require(EvidenceID(text)).description == text)
  }

  @Test(arguments: ["", "attestation:", "waiver:Old", "mhlw-5:6.5.C.12", "attestation:a/b", "waiver: a"])
  func anythingElseIsNone(text: String) { #expect(EvidenceID(text) == nil) }
}

struct StandingTests {
  @Test func ranksAsOutcomesDoAndWaivedAboveWhatIsSettled() {
    for a in Outcome.allCases {
      for b in Outcome.allCases {
        #expect(Standing(a).combined(with: Standing(b)) == Standing(a.combined(with: b)))
      }
      #expect(Standing(a).combined(with: .waived) == (a.isSettled ? .waived : Standing(a)))
      #expect(Standing(a).isSettled == a.isSettled && Standing(a).outcome == a)
    }
    #expect(Standing.waived.isSettled && Standing.waived.outcome == nil)
  }
}

struct WildcardTests {
  @Test(arguments: [
    ("AP-*", "AP-", true), ("AP-*", "AP-5F-03", true), ("AP-?", "AP-12", false), ("*-03", "AP-5F-03", true),
    ("*a*b", "xaxxb", true), ("*a*b", "xaxxbc", false), ("が", "か\u{3099}", true), ("", "", true), ("", "x", false),
    ("?", "👩‍⚕️", true), ("**", "", true), ("AP", "AP-1", false),
  ])
  func matchesWhatItStandsFor(pattern: String, name: String, matches: Bool) {
    #expect(Wildcard(pattern).matches(name) == matches)
  }
}
