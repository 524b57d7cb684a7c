import Compliance
import Testing

/// Ids in the form of OSCAL's tokens, and back.
@Suite struct OSCALTokenTests {
  @Test(arguments: [
    ("mhlw-5:6.5.C.12.3", "mhlw-5_6.5.C.12.3"), ("mhlw-6:management.15-13", "mhlw-6_management.15-13"),
    ("mhlw-5.2:7.3.C.in.3.1", "mhlw-5.2_7.3.C.in.3.1"), ("local:network.3", "local_network.3"),
  ])
  func requirementsAreToldAgain(id: String, token: String) throws {
    let requirement = try #require(RequirementID(id))
    #expect(requirement.oscalToken == token)
    #expect(RequirementID(oscalToken: token) == requirement)
  }

  @Test(arguments: ["", "_", "ac-2", "mhlw-5_", "5_6.5", "mhlw-5__6.5", "mhlw-5_6.5_smt", "MHLW_1"])
  func otherTokensAreNoRequirements(token: String) {
    #expect(RequirementID(oscalToken: token) == nil)
  }

  @Test(arguments: [
    ("6.5", "mhlw-5__6.5"), ("ネット", "mhlw-5___30CD__30C3__30C8_"), ("a b_c", "mhlw-5__a_20_b_5F_c"),
    ("𠮷1", "mhlw-5___20BB7_1"),
    ("", "mhlw-5__"),
  ])
  func chaptersAreToldAgain(number: String, token: String) throws {
    let guideline = try #require(GuidelineID("mhlw-5"))
    let chapter = Chapter(guideline: guideline, number: number, title: LocalizedText(verbatim: ""))
    #expect(chapter.oscalToken == token)
    let named = try #require(Chapter.named(oscalToken: token))
    #expect(named.guideline == guideline)
    #expect(named.number == number)
  }

  @Test(arguments: ["", "ac", "mhlw-5_6.5", "mhlw-5__6_", "mhlw-5___D800_", "mhlw-5___X_", "mhlw-5___"])
  func otherTokensAreNoChapters(token: String) {
    #expect(Chapter.named(oscalToken: token) == nil)
  }
}
