import ArgumentParser
import Compliance
import Glibc
import Wording

/// The language of help and of messages that come before a site is known: `--language`, else the locale, else English.
let spokenLanguage: Language = {
  let words = CommandLine.arguments
  for (index, word) in words.enumerated() {
    if word == "--language", index + 1 < words.count, let language = Language(rawValue: words[index + 1]) {
      return language
    }
    if word.hasPrefix("--language="), let language = Language(rawValue: String(word.dropFirst(11))) { return language }
  }
  return localeLanguage ?? .en
}()

/// The language that the locale names; nil for C, POSIX, or one that Tenken does not speak. As setlocale(3) looks them up.
let localeLanguage: Language? = {
  for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
    // getenv's text is copied at once; nothing in this program sets the environment.
    guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { continue }
    return Language(rawValue: String(value.prefix(2)))
  }
  return nil
}()

/// A text in the language of help and early messages.
func spoken(_ text: LocalizedText) -> String { text[spokenLanguage] }

/// The option that every verb has.
struct LanguageOption: ParsableArguments {
  @Option(name: .customLong("language"), help: ArgumentHelp(spoken(Wording.Command.languageHelp), valueName: "ja|en"))
  var written: Language?

  /// The language for a site: the option, else the locale, else what the site's settings say, else English.
  func language(of site: Language? = nil) -> Language {
    written ?? localeLanguage ?? site ?? .en
  }
}

extension Language: ExpressibleByArgument {}
