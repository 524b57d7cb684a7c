import Compliance
import Testing

@testable import Reports

/// What checking a history gave, for people and for programs.
struct VerificationTests {
  private let head = HistoryHead(
    sweep: SweepID(365), at: "2026-11-20T06:00:00+09:00", sha256: String(repeating: "9f86d081", count: 8),
    signer: "0123456789abcdef", signature: "c2ln")

  private static let kinds: [HistoryFault.Kind] = [
    .changed(.sweep), .changed(.check("wireless-lan/encryption", tables: ["finding", "finding_count"])),
    .removed(.check("accounts/leavers", tables: [])), .added(.table("attestation")), .changed(.table("standing")),
    .reordered, .recordChanged, .recordRemoved, .recordReturned, .notLinked, .linkChanged, .linkBroken, .signatureWrong,
    .signatureMissing, .tailRemoved, .unreadable, .notOfHead, .headSignatureWrong,
  ]

  private var tampered: HistoryVerification {
    let files: [HistoryFault.Kind] = [.fileDamaged, .layoutChanged, .strayRows]
    let faults = Self.kinds.enumerated().flatMap { index, kind in
      [1, 2, 3, 5].map { HistoryFault(SweepID(Int64($0 + index)), kind) }
    }
    return HistoryVerification(
      faults: files.map { HistoryFault(nil, $0) } + faults, whole: [30, 31, 32, 40].map { SweepID($0) }, thinned: 7,
      unchained: 2, signed: 3, unknownSigners: ["fedcba9876543210"], head: head, comparedHead: head)
  }

  @Test(arguments: Language.allCases)
  func everyFaultHasItsWords(language: Language) throws {
    try expectGolden(VerificationText.text(tampered, language: language), "verification.\(language).txt")
    try expectGolden(VerificationJSON.text(tampered, language: language), "verification.\(language).json")
  }

  @Test(arguments: Language.allCases)
  func aWholeHistory(language: Language) throws {
    let whole = HistoryVerification(faults: [], whole: (1...365).map { SweepID($0) }, head: head)
    try expectGolden(VerificationText.text(whole, language: language), "verification-whole.\(language).txt")
  }

  @Test(
    arguments: [
      ([], ""), ([4], "4"), ([1, 2], "1–2"), ([3, 1, 2, 7, 9, 10], "1–3, 7, 9–10"), ([5, 5, 6], "5–6"),
    ] as [([Int64], String)])
  func neighboursAreDrawnTogether(numbers: [Int64], text: String) {
    #expect(ranges(numbers.map { SweepID($0) }, separator: ", ") == text)
  }
}
