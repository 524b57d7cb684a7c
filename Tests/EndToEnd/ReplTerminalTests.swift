import Foundation
import Testing

/// `tenken repl` at a terminal.
struct ReplTerminalTests {
  private func start(
    _ arguments: [String] = [], rows: UInt16 = 24, columns: UInt16 = 80, environment: [String: String] = [:]
  ) throws -> Terminal {
    let terminal = try Terminal(
      ["repl", "--language", "en"] + arguments, rows: rows, columns: columns, environment: environment)
    try terminal.wait(for: "tenken> ")
    return terminal
  }

  @Test func inputsRunAndUnfinishedOnesWaitForMore() throws {
    let terminal = try start()
    try terminal.type("x = 20\r")
    try terminal.wait(for: "tenken> ")
    try terminal.type("for i = 1, 2 do\r")
    try terminal.wait(for: "      > ")
    try terminal.type("x = x + i\rend\r")
    try terminal.wait(for: "tenken> ")
    try terminal.type("x\r")
    try terminal.wait(for: "\n23")
    try terminal.wait(for: "tenken> ")
    try terminal.type("\u{4}")
    #expect(terminal.end() == 0)
  }

  @Test func aFaultIsToldAndTheSessionGoesOn() throws {
    let terminal = try start()
    try terminal.type("kept = 'still here'\rnothing.field\r")
    try terminal.wait(for: "stdin:2: ")
    try terminal.type("kept\r")
    try terminal.wait(for: "\"still here\"")
    try terminal.type(":quit\r")
    #expect(terminal.end() == 0)
  }

  @Test func ctrlCStopsWhatRunsAndKeepsTheSession() throws {
    let terminal = try start()
    try terminal.type("kept = 'still here'\r")
    try terminal.wait(for: "tenken> ")
    // It tells that it runs before it is stopped.
    try terminal.type("print('begun') while true do pcall(error) end\r")
    try terminal.wait(for: "\nbegun")
    try terminal.type("\u{3}")
    try terminal.wait(for: "Stopped.")
    try terminal.type("kept\r")
    try terminal.wait(for: "\n\"still here\"")
    try terminal.type(":quit\r")
    #expect(terminal.end() == 0)
  }

  @Test func ctrlCTwiceKillsWhatDoesNotStop() throws {
    let terminal = try start()
    // Within the pattern matcher no hook is looked at. Ctrl-C may come before the matcher begins, and stop it: then once more.
    var stops = true
    for _ in 1...50 where stops {
      try terminal.type("s = ('x'):rep(1 << 20) print('begun') return s:find(('x-'):rep(30) .. '[^x]')\r")
      try terminal.wait(for: "\nbegun")
      try terminal.type("\u{3}")
      stops = try !terminal.wait(for: "top").hasSuffix("It does not stop")
      if stops { try terminal.wait(for: "tenken> ") }
    }
    #expect(!stops)
    try terminal.type("\u{3}")
    try terminal.wait(for: "The variables are gone.")
    try terminal.wait(for: "tenken> ")
    try terminal.type("type(s)\r")
    try terminal.wait(for: "\n\"nil\"")
    try terminal.type(":quit\r")
    #expect(terminal.end() == 0)
  }

  @Test func ctrlCAtThePromptGivesTheInputUp() throws {
    let terminal = try start()
    try terminal.type("while true do\r")
    try terminal.wait(for: "      > ")
    try terminal.type("print(1)\u{3}")
    try terminal.wait(for: "tenken> ")
    try terminal.type("6 * 7\r")
    try terminal.wait(for: "\n42")
    try terminal.type(":quit\r")
    #expect(terminal.end() == 0)
  }

  @Test func tabCompletesIdsFieldsAndFunctions() throws {
    let terminal = try start()
    try terminal.type("unco\t")
    try terminal.wait(for: "vered")
    try terminal.type(" \"mic\t")
    try terminal.wait(for: "-1\"")
    try terminal.type("\u{3}")
    try terminal.wait(for: "tenken> ")
    try terminal.type("r = req \"mhlw-5:6.5.C.12.3\t\r")
    try terminal.wait(for: "tenken> ")
    try terminal.type("r.cita\t\r")
    try terminal.wait(for: "6.5 C 12")
    try terminal.type("run \"wireless-lan/encr\t")
    try terminal.wait(for: "yption\"")
    try terminal.type("\u{3}:re\t\r")
    try terminal.wait(for: "Read again")
    // Where several fit, they are shown.
    try terminal.type("string.\t")
    try terminal.wait(for: "gmatch")
    try terminal.type("\u{3}:quit\r")
    #expect(terminal.end() == 0)
  }

  @Test func aLongListIsPaged() throws {
    let terminal = try start(rows: 10)
    try terminal.type("t = {} for i = 1, 60 do t[i] = { number = i } end return t\r")
    try terminal.wait(for: "more lines")
    try terminal.type(" ")
    try terminal.wait(for: "more lines")
    try terminal.type("q")
    try terminal.wait(for: "tenken> ")
    try terminal.type(":quit\r")
    #expect(terminal.end() == 0)
  }

  @Test func linesAreRememberedForTheirOwnerAlone() throws {
    let home = try Site.nothing()
    let first = try start(environment: ["HOME": home.around.path])
    try first.type("x = '無線LAN'\r")
    try first.wait(for: "tenken> ")
    try first.type(":quit\r")
    #expect(first.end() == 0)
    let file = home.around.appending(path: ".local/state/tenken/repl-history")
    let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let second = try start(environment: ["HOME": home.around.path])
    // Up, past :quit.
    try second.type("\u{1B}[A\u{1B}[A\r")
    try second.wait(for: "無線LAN")
    try second.wait(for: "tenken> ")
    try second.type("x\r")
    try second.wait(for: "\n\"無線LAN\"")
    try second.type(":quit\r")
    #expect(second.end() == 0)
  }

  @Test func theCursorKnowsWideCharacters() throws {
    let terminal = try start(columns: 40)
    // Left over 線, and a letter before it: the line is drawn again from column 8 + 1 + 2 = 11.
    try terminal.type("'無線'\u{1B}[D\u{1B}[DX\r")
    try terminal.wait(for: "\n\"無X線\"")
    try terminal.type(":quit\r")
    #expect(terminal.end() == 0)
  }
}
