import Compliance

/// Random texts and requirements, the same in every run.
struct SearchSamples: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64 (Steele, Lea, Flood 2014).
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  /// Few characters, so that the same pairs come again and again, of every kind that is folded.
  private static let alphabet =
    Array("あいかがはばぱルールサババーーアィッャﾊﾊﾞﾟｶｰ暗号鍵管理Aa bＢ12１２--－‐・。\n　（é").map(String.init)
    + ["\u{3099}", "\u{309A}", "サーバー", "サーバ", "システム", "access", "葛\u{E0100}", "👍🏽"]

  mutating func text(of length: Int) -> String {
    (0..<Int.random(in: 0...length, using: &self)).map { _ in Self.alphabet.randomElement(using: &self) ?? "" }.joined()
  }

  mutating func requirements(_ count: Int) -> [Requirement] {
    (0..<count).compactMap { number in
      guard let id = RequirementID("mhlw-5:\(Int.random(in: 6...7, using: &self)).C.\(number)") else { return nil }
      return Requirement(
        id: id, citation: "第5版 \(text(of: 3))", requirementClass: nil,
        status: RequirementStatus.allCases.randomElement(using: &self) ?? .current,
        title: LocalizedText(ja: text(of: 5), en: text(of: 5)), text: Bool.random(using: &self) ? text(of: 30) : nil,
        parent: nil, parts: [], chapter: "6", source: nil,
        notes: (0..<Int.random(in: 0...2, using: &self)).map { _ in LocalizedText(ja: text(of: 8), en: text(of: 8)) })
    }
  }
}
