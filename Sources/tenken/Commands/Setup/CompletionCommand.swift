import ArgumentParser
import Wording

struct CompletionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completion", abstract: spoken(Wording.Setup.completionAbstract),
    discussion: spoken(Wording.Setup.completionDiscussion))

  enum Shell: String, ExpressibleByArgument, CaseIterable {
    case bash
    case zsh
    case fish
  }

  @Argument(help: ArgumentHelp(spoken(Wording.Setup.shellHelp)))
  var shell: Shell

  @OptionGroup var speech: LanguageOption

  func run() throws {
    try telling(speech.language()) { () throws(Failure) in
      try Terminal.out(Tenken.completionScript(for: library) + "\n")
    }
  }

  private var library: CompletionShell {
    switch shell {
    case .bash: .bash
    case .zsh: .zsh
    case .fish: .fish
    }
  }
}
