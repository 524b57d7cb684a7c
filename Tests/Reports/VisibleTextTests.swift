import Testing

@testable import Reports

struct VisibleTextTests {
  @Test(arguments: [
    ("plain 漢字 🇯🇵 ｶﾞ 葛\u{E0100}", "plain 漢字 🇯🇵 ｶﾞ 葛\u{E0100}"), ("\u{1B}[31m", "␛[31m"), ("a\0b\tc\r\nd", "a␀b␉c␍␊d"),
    ("\u{7F}", "␡"),
    ("\u{9B}31m\u{85}", "\\u{9B}31m\\u{85}"), ("\u{202E}abc\u{202C}", "\\u{202E}abc\\u{202C}"),
    ("\u{2066}\u{2069}\u{200F}\u{61C}", "\\u{2066}\\u{2069}\\u{200F}\\u{61C}"),
    ("a\u{200B}b\u{FEFF}c\u{AD}d", "a\\u{200B}b\\u{FEFF}c\\u{AD}d"), ("\u{2028}\u{2029}", "\\u{2028}\\u{2029}"),
    ("\u{3164}\u{FFA0}", "\\u{3164}\\u{FFA0}"), ("\u{E0041}", "\\u{E0041}"),
    ("👩‍⚕️ 👨‍👩‍👧 👩🏽‍⚕️", "👩‍⚕️ 👨‍👩‍👧 👩🏽‍⚕️"), ("a\u{200D}b 1\u{200D}2 👩\u{200D}", "a\\u{200D}b 1\\u{200D}2 👩\\u{200D}"),
  ])
  func shows(text: String, shown: String) {
    #expect(Array(visible(text).unicodeScalars) == Array(shown.unicodeScalars))
  }

  @Test func showsEveryControlAndFormatCharacter() {
    for value in UInt32(0)...0x10_FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator:
        #expect(!visible("a\(scalar)b").unicodeScalars.contains(scalar), "U+\(String(value, radix: 16))")
      default: break
      }
    }
  }
}
