import Characters
import Testing

/// Half-width kana and voicing marks.
@Suite struct KanaTests {
  @Test func `half-width kana and signs are widened, anything else is not`() {
    #expect(widened("ｱｶｻﾀﾅﾊﾏﾔﾗﾜｦﾝｰ｡｢｣､･ｧｯ") == "アカサタナハマヤラワヲンー。「」、・ァッ")
    #expect(widened("アa１亜ﾞﾟ") == "アa１亜ﾞﾟ")
  }

  @Test func `a voicing mark makes just what Unicode composes`() throws {
    for kana: UInt32 in 0x30A0...0x30FF {
      for (isSemiVoiced, mark) in [(false, "\u{3099}"), (true, "\u{309A}")] {
        let pair = String(try #require(Unicode.Scalar(kana))) + mark
        // A Character's canonical form is not at hand without Foundation; equality of Strings is canonical.
        let composed: UInt32? = (0x30A0...0x30FF).first { Unicode.Scalar($0).map { String($0) } == pair }
        #expect(Kana.voiced(kana, isSemiVoiced: isSemiVoiced) == composed, "\(pair)")
      }
    }
    #expect(Kana.voiced(0x4E00, isSemiVoiced: false) == nil)
  }

  private func widened(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.compactMap { Unicode.Scalar(Kana.widened($0.value)) }))
  }
}
