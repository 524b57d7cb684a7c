import Compliance
import FoundationEssentials
import Testing

struct IdentifierTests {
  // MARK: - Guidelines

  @Test(arguments: ["mhlw-5", "mic-1", "mhlw-5.2", "local", "a"])
  func aGuidelineKeepsItsSpelling(text: String) {
    #expect(GuidelineID(text)?.description == text)
  }

  @Test(arguments: [
    "", "MHLW-5", "5-mhlw", "-mhlw", "mhlw 5", "mhlw_5", "ｍｈｌｗ-5", "mhlw-5:6", "mhlw-5\n", "厚労省", "mhlw-5\0",
  ])
  func anythingElseIsNoGuideline(text: String) {
    #expect(GuidelineID(text) == nil)
  }

  // MARK: - Requirements

  @Test(arguments: [
    ("mhlw-5:6.5.C.12.3", "mhlw-5", "6.5.C.12.3"), ("mhlw-5:7.3.C.in.3.1", "mhlw-5", "7.3.C.in.3.1"),
    ("mhlw-6:management.15-13", "mhlw-6", "management.15-13"), ("mic-1:3.2.3.ko.2", "mic-1", "3.2.3.ko.2"),
    ("mhlw-5.2:1", "mhlw-5.2", "1"),
  ])
  func aRequirementIsAGuidelineAndAPath(text: String, guideline: String, path: String) throws {
    let id = try #require(RequirementID(text))
    #expect(id.guideline.description == guideline)
    #expect(id.path == path)
    #expect(id.description == text)
  }

  @Test(arguments: [
    "", "mhlw-5", "mhlw-5:", ":6.5", "mhlw-5:6..5", "mhlw-5:.6", "mhlw-5:6.", "mhlw-5:6.5 C", "mhlw-5:６.5",
    "mhlw-5:6:5",
    "mhlw-5:6.5/12", "MHLW-5:6.5", "mhlw-5:6.5.Ｃ", "mhlw-5:6.5.é", "mhlw-5:6.5\n", " mhlw-5:6.5",
  ])
  func anythingElseIsNoRequirement(text: String) {
    #expect(RequirementID(text) == nil)
  }

  @Test func lettersOfDifferentCaseAreDifferentRequirements() {
    #expect(RequirementID("mhlw-5:6.5.C.1") != RequirementID("mhlw-5:6.5.c.1"))
  }

  // MARK: - Plugins and checks

  @Test(arguments: ["wireless-lan", "a", "usb3", "a1-b2", String(repeating: "a", count: 64)])
  func aPluginKeepsItsSpelling(text: String) {
    #expect(PluginID(text)?.description == text)
  }

  @Test(arguments: [
    "", "Wireless", "wireless_lan", "wireless--lan", "-wireless", "wireless-", "3com", "wireless lan", "無線", "..",
    "a/b", "a.b",
    String(repeating: "a", count: 65),
  ])
  func anythingElseIsNoPlugin(text: String) {
    #expect(PluginID(text) == nil)
    #expect(!isHyphenatedName(text))
  }

  @Test func aCheckIsAPluginAndAName() throws {
    let id = try #require(CheckID("wireless-lan/ssid-hidden"))
    #expect(id.plugin.description == "wireless-lan")
    #expect(id.name == "ssid-hidden")
    #expect(id == CheckID(id.plugin, name: "ssid-hidden"))
    #expect(id.description == "wireless-lan/ssid-hidden")
  }

  @Test func aBarePluginStandsForTheWholeOfIt() throws {
    let id = try #require(CheckID("wireless-lan"))
    #expect(id.name == nil)
    #expect(id == CheckID(whole: id.plugin))
    #expect(id.description == "wireless-lan")
  }

  @Test(arguments: ["", "/", "wireless-lan/", "/ssid", "a/b/c", "a/B", "A/b", "a /b", "a/../b", "mhlw-5:6.5"])
  func anythingElseIsNoCheck(text: String) {
    #expect(CheckID(text) == nil)
  }

  @Test func checksAreOrderedByPluginThenName() {
    let sorted = ["a", "a/b", "a/c", "a-b", "a-b/a", "b/a"].compactMap { CheckID($0) }
    #expect(sorted.count == 6)
    for seed in 0..<20 as Range<UInt64> {
      var generator = SplitMix(seed: seed)
      #expect(sorted.shuffled(using: &generator).sorted() == sorted)
    }
  }

  // MARK: - Encoding

  @Test func idsAreEncodedAsTheirText() throws {
    try expectRoundTrip(#require(GuidelineID("mhlw-5.2")), "\"mhlw-5.2\"")
    try expectRoundTrip(#require(RequirementID("mhlw-5:6.5.C.12")), "\"mhlw-5:6.5.C.12\"")
    try expectRoundTrip(#require(PluginID("wireless-lan")), "\"wireless-lan\"")
    try expectRoundTrip(#require(CheckID("wireless-lan/encryption")), "\"wireless-lan\\/encryption\"")
    try expectRoundTrip(#require(CheckID("wireless-lan")), "\"wireless-lan\"")
  }

  @Test(arguments: ["\"\"", "\"A\"", "3", "null", "[\"a\"]", "\"a b\""])
  func whatIsNoIDIsRefusedWhenDecoded(json: String) {
    let data = Data(json.utf8)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(GuidelineID.self, from: data) }
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(RequirementID.self, from: data) }
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(PluginID.self, from: data) }
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(CheckID.self, from: data) }
  }

  private func expectRoundTrip<ID: Codable & Equatable>(_ id: ID, _ json: String) throws {
    let data = try JSONEncoder().encode(id)
    #expect(String(decoding: data, as: UTF8.self) == json)
    #expect(try JSONDecoder().decode(ID.self, from: data) == id)
  }
}
