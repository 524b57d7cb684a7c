import ArgumentParser
import Checks
import Compliance
import Glibc
import SiteData
import Wording

struct ReplCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repl", abstract: spoken(Wording.Repl.abstract), discussion: spoken(Wording.Repl.discussion))

  @Option(help: ArgumentHelp(spoken(Wording.Repl.siteHelp), valueName: "dir"))
  var site: String?

  @Option(
    name: .customShort("e"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(spoken(Wording.Repl.codeHelp), valueName: "code"))
  var code: [String] = []

  @Flag(help: ArgumentHelp(spoken(Wording.Repl.jsonHelp)))
  var json = false

  @OptionGroup var speech: LanguageOption

  func run() throws {
    var allRan = true
    try telling(speech.language()) { () throws(Failure) in
      let here = SiteFolder(site ?? ".")
      let isSite = site != nil || access(here.settingsFile, F_OK) == 0
      let language = speech.language(of: isSite ? try OpenSite.readSettings(here).language : nil)
      let desk = try SessionDesk(isSite ? here : nil, Installation.find(), language)
      let repl = Repl(desk, json ? .json : .text)
      if !code.isEmpty {
        allRan = try run(code, repl)
      } else if !json, let editor = lineEditor(repl) {
        try ReplDialogue(repl, editor).run()
      } else {
        allRan = try runStandardInput(repl)
      }
    }
    if !allRan { throw ExitCode.failure }
  }

  /// The line editor, if there is a terminal.
  private func lineEditor(_ repl: Repl) -> LineEditor? {
    let completions = Completions(repl)
    return LineEditor(historyFile: Terminal.stateFile("repl-history"), complete: completions.complete)
  }

  /// Runs texts, each an input of its own, up to the first that fails.
  private func run(_ texts: [String], _ repl: Repl) throws(Failure) -> Bool {
    for text in texts {
      switch try repl.run(text, of: "-e", line: 1) {
      case .ran: continue
      case .failed: return false
      case .isUnfinished(let failure):
        try repl.fail(Wording.sentences([failure.text, Wording.Repl.inputEndsEarly]), at: failure.place)
        return false
      }
    }
    return true
  }

  /// Runs what stands on standard input, line by line, up to the first input that fails.
  private func runStandardInput(_ repl: Repl) throws(Failure) -> Bool {
    var lines = InputLines(repl, name: "stdin")
    while let line = readLine() {
      if !lines.isWaiting, let command = ColonCommand(line) {
        lines.skip()
        if command == .quit { return true }
        if command == .reload { try ReplDialogue.reload(repl) }
        if let text = command.text(in: repl.desk.language) { try Terminal.out(text) }
        continue
      }
      if case .failed = try lines.take(line) { return false }
    }
    return try lines.finish()
  }
}
