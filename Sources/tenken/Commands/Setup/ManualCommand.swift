import ArgumentParser
import Wording

/// Writes the manual page; `make install` puts it where man(1) looks. Hidden, because people read it with man(1).
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: spoken(Wording.Setup.manualAbstract), shouldDisplay: false)

  @OptionGroup var speech: LanguageOption

  func run() throws {
    let language = speech.language()
    try telling(language) { () throws(Failure) in
      let tree = try step({ () throws(any Error) in try CommandTree.own() }) {
        .input(Wording.Command.cannotRender("\($0)"))
      }
      try Terminal.out(ManualPage(tree, version: Tenken.version, language: language).text)
    }
  }
}
