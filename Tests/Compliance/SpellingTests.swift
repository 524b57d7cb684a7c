import Compliance
import Testing

struct SpellingTests {
  private static let words = [
    "encryption", "ssid-hidden", "located", "logged", "mhlw-5:6.5.C.12", "mhlw-5:6.5.C.13", "id",
  ]

  @Test(arguments: [
    ("encrpytion", "encryption"),  // two letters swapped count once
    ("encription", "encryption"), ("encryptio", "encryption"), ("encryptionn", "encryption"),
    ("Encryption", "encryption"),
    ("ssid_hidden", "ssid-hidden"), ("sid-hiden", "ssid-hidden"), ("loged", "logged"), ("lcoated", "located"),
    ("mhlw-5:6.5.c.12", "mhlw-5:6.5.C.12"), ("mhlw-5:6.5.C.1", "mhlw-5:6.5.C.12"), ("ud", "id"),
    ("encryption", "encryption"),
  ])
  func theWordThatWasMeantIsFound(written: String, meant: String) {
    #expect(nearest(to: written, among: Self.words) == meant)
  }

  @Test(arguments: ["antivirus", "encrypted-traffic", "", "xyz", "暗号化", "eeeeeeeeee"])
  func whatIsFarFromAllWordsIsNoMisspelling(written: String) {
    #expect(nearest(to: written, among: Self.words) == nil)
  }

  @Test func whatNobodyTypesIsNearToNothing() {
    let long = String(repeating: "a", count: 512)
    #expect(nearest(to: long, among: [long + "b"]) == long + "b")
    #expect(nearest(to: long + "a", among: [long]) == nil)
    #expect(nearest(to: "a", among: [String(repeating: "ab", count: 1 << 20), "b"]) == "b")
  }

  @Test func amongNothingThereIsNothingNear() {
    #expect(nearest(to: "encryption", among: [String]()) == nil)
  }

  @Test func ofTwoEquallyNearWordsTheFirstByLettersIsMeant() {
    #expect(nearest(to: "bat", among: ["cat", "bar", "hat"]) == "bar")
    #expect(nearest(to: "bat", among: ["hat", "cat", "bar"]) == "bar")
  }

  @Test func theOrderOfTheKnownWordsDoesNotMatter() {
    for seed in 0..<50 as Range<UInt64> {
      var generator = SplitMix(seed: seed)
      #expect(nearest(to: "lcoated", among: Self.words.shuffled(using: &generator)) == "located")
    }
  }

  @Test func oneLetterIsAlwaysForgiven() {
    #expect(nearest(to: "a", among: ["b"]) == "b")
    #expect(nearest(to: "", among: ["b"]) == "b")
    #expect(nearest(to: "ab", among: ["cd"]) == nil)
  }
}
