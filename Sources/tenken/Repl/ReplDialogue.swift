import Checks
import Compliance
import Reports
import SiteData
import Sweeps
import Wording

/// A session at a terminal: reads lines until the person has finished.
struct ReplDialogue {
  private let repl: Repl
  private let editor: LineEditor
  private let pager: Pager
  private let language: Language

  init(_ repl: Repl, _ editor: LineEditor) {
    self.repl = repl
    self.editor = editor
    language = repl.desk.language
    pager = Pager(language: language)
  }

  /// Reads and runs inputs. What fails is told, and the dialogue goes on.
  func run() throws(Failure) {
    let name = repl.desk.siteName?[language]
    try Terminal.out(Wording.Repl.greeting(version: Tenken.version, site: name)[language] + "\n")
    Interrupts.beginCounting()
    let prompt = Wording.Repl.prompt[language]
    let continuation = String(repeating: " ", count: NameColumns.width(of: prompt) - 2) + "> "
    var lines = InputLines(repl, name: "stdin")
    var hasToldOfLocals = false
    while true {
      switch editor.read(prompt: lines.isWaiting ? continuation : prompt) {
      case .end: return try Terminal.out("\n")
      case .cancelled:
        try Terminal.out("^C\n")
        lines.drop()
      case .line(let line):
        if !line.allSatisfy(\.isWhitespace) { editor.remember(line) }
        if !lines.isWaiting, let command = ColonCommand(line) {
          lines.skip()
          if command == .quit { return }
          try run(command)
          continue
        }
        if !lines.isWaiting, !hasToldOfLocals, line.hasPrefix("local "), !line.hasPrefix("local function") {
          Terminal.note(Wording.Repl.localsEnd[language])
          hasToldOfLocals = true
        }
        _ = try lines.take(line, show: pager.show, wish: Interrupts.wishes(tellOfStubbornness))
      }
    }
  }

  private func tellOfStubbornness() { Terminal.note(Wording.Repl.doesNotStop[language]) }

  private func run(_ command: ColonCommand) throws(Failure) {
    guard command == .reload else { return try pager.show(command.text(in: language) ?? "") }
    try Self.reload(repl)
  }

  /// Reads everything again, and tells of plugins that cannot be loaded; what cannot be read is told, too, and all stays.
  static func reload(_ repl: Repl) throws(Failure) {
    let language = repl.desk.language
    do throws(Failure) {
      let isNewSession = try repl.reload()
      for case .broken(let problem) in repl.desk.plugins {
        for problem in problem.problems { Terminal.note("tenken: \(problem.line(in: language))") }
      }
      try Terminal.out(
        Wording.Repl.reloaded(plugins: repl.desk.plugins.count, isNewSession: isNewSession)[language] + "\n")
    } catch {
      if case .output = error { throw error }
      for line in error.lines(in: language) { Terminal.note("tenken: \(line)") }
    }
  }
}
