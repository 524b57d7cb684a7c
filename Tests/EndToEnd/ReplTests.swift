import Foundation
import Testing

/// `tenken repl` without a terminal: -e, standard input, JSON.
struct ReplTests {
  private struct Document: Decodable {
    struct Requirement: Decodable, Equatable { let id: String }
    struct Check: Decodable {
      struct Finding: Decodable { let subject, outcome, message: String }
      let check, outcome: String
      let findings: [Finding]
    }
    struct Fault: Decodable { let place: String?, text: String }
    let schema: String
    let printed: String
    let is_cut: Bool
    let error: Fault?
  }

  private struct Values<Value: Decodable>: Decodable {
    let values: [Value]
  }

  /// Runs inputs of `-e` with JSON, and reads the line of each.
  private func values<Value: Decodable>(_ type: Value.Type, _ code: String, in site: Site? = nil) throws -> [Value] {
    let run = try Command.run(["repl", "--json", "-e", code] + (site.map { ["--site", $0.folder.path] } ?? []))
    #expect(run.status == 0, "\(run.out)\(run.err)")
    return try JSONDecoder().decode(Values<Value>.self, from: run.output).values
  }

  private func texts(_ code: String, in site: Site? = nil) throws -> [String] {
    try values(String.self, code, in: site)
  }

  private func fault(_ arguments: [String], input: String? = nil) throws -> String {
    let run = try Command.run(["repl"] + arguments, input: input)
    #expect(run.status == 1, "\(run.out)")
    return run.err
  }

  // MARK: - The catalogue

  @Test func requirementsAreFoundAndShown() throws {
    #expect(try texts(#"req("6.5 C 12").id"#) == ["mhlw-5:6.5.C.12"])
    #expect(try texts(#"find("無線")[1].id"#).first?.hasPrefix("m") == true)
    let card = try Command.run(["repl", "-e", #"req "mhlw-5:6.5.C.12.3""#, "--language", "en"])
    #expect(card.out.contains("mhlw-5:6.5.C.12.3") && card.out.contains("wireless-lan/encryption"))
    let list = try Command.run(["repl", "-e", #"find "無線""#])
    #expect(list.out.split(separator: "\n").count > 3)
    let map = try Command.run(["repl", "-e", #"req("mhlw-5:6.5.C.12"):map "mic-1""#])
    #expect(map.out.contains("mic-1:3.2.3.ko.1"), "\(map.out)")
    #expect(map.out.contains("status"))
  }

  @Test func listsAreLoopedOverAndCounted() throws {
    let code = """
      local seen = {}
      local found = find("無線", 5)
      for r in found do for again in found do seen[#seen + 1] = r.id .. again.id end end
      return tostring(#seen), tostring(#found)
      """
    #expect(try texts(code) == ["25", "5"])
  }

  @Test func aRequirementThatIsNotThereIsToldWithWhatMayBeMeant() throws {
    let text = try fault(["-e", #"req "mhlw-5:6.5.C.122""#, "--language", "en"])
    #expect(text.contains("-e:1:") && text.contains("mhlw-5:6.5.C.12"), "\(text)")
    #expect(try fault(["-e", #"uncovered "mhlw5""#, "--language", "en"]).contains("mhlw-5"))
  }

  // MARK: - The site

  @Test func rowsOfASourceAreReadAsChecksReadThem() throws {
    let site = try Site.small()
    let code = #"for row in source "ledger" do print(row.name, row.person) end return source("ledger")[2].name"#
    let run = try Command.run(["repl", "--site", site.folder.path, "-e", code])
    #expect(run.status == 0, "\(run.err)")
    let lines = run.out.split(separator: "\n")
    #expect(lines.first?.hasPrefix("one\tperson-") == true, "\(run.out)")
    #expect(lines.last == "\"two\"")
    // Persons are not shown unless the site says so.
    #expect(!run.out.contains("山田"))
    let table = try Command.run(["repl", "--site", site.folder.path, "-e", #"source "small/ledger""#])
    #expect(table.out.contains("name") && table.out.contains("two"), "\(table.out)")
    #expect(try texts("tostring(#source 'ledger')", in: site) == ["2"])
  }

  @Test func aCheckRunsOnTheSiteAndOnGivenRows() throws {
    let site = try Site.small("return row.name == 'two' and tenken.fail('%s は不可', row.name) or tenken.pass()")
    let onSite = try #require(try values(Document.Check.self, #"run "small/check""#, in: site).first)
    #expect(onSite.outcome == "fail")
    let given = #"run("small/check", {{ name = "one" }, { name = "one more" }})"#
    let onRows = try #require(try values(Document.Check.self, given, in: site).first)
    #expect(onRows.outcome == "pass" && onRows.findings.count == 2)
    #expect(!site.exists(".tenken/history.sqlite"))
    let wrong = try fault([
      "--site", site.folder.path, "-e", #"run("small/check", { legder = {} })"#, "--language", "en",
    ])
    #expect(wrong.contains("ledger"), "\(wrong)")
    #expect(try fault(["--site", site.folder.path, "-e", #"run "small/chekc""#]).contains("small/check"))
  }

  @Test func anEditedPluginIsReloaded() throws {
    let site = try Site.small("return tenken.fail('旧')")
    let path = site.folder.path
    // The input between edits the plugin, as a person would at an editor.
    let process = Command.process(
      Command.program, ["repl", "--site", path], environment: ["LC_ALL": "C.UTF-8"])
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    let watchdog = Watchdog(process)
    defer { watchdog.cancel() }
    func send(_ line: String) throws { try input.fileHandleForWriting.write(contentsOf: Data("\(line)\n".utf8)) }
    var shown = Data()
    func wait(for text: String) throws {
      while !String(decoding: shown, as: UTF8.self).contains(text) {
        let more = output.fileHandleForReading.availableData
        try #require(!more.isEmpty, "ended before '\(text)': \(String(decoding: shown, as: UTF8.self))")
        shown += more
      }
    }
    try send("kept = 'kept'")
    try send(#"run("small/check").findings[1].message"#)
    try wait(for: "旧")
    try site.addPlugin("small", "return tenken.fail('新')")
    try send(":reload")
    try send(#"run("small/check").findings[1].message .. kept"#)
    try wait(for: "新kept")
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test func sweepsAndTheirHistoryAreAtHand() throws {
    let site = try Site.small("return tenken.fail('不可')")
    #expect(try fault(["--site", site.folder.path, "-e", "sweep()"]).contains("tenken sweep"))
    _ = try site.sweep()
    _ = try site.sweep()
    let code = """
      local found
      for _, check in ipairs(sweep(1).checks) do if check.check == "small/check" then found = check end end
      return found.findings[2].subject, tostring(#history()), found.outcome
      """
    #expect(try texts(code, in: site) == ["two", "2", "fail"])
    #expect(try fault(["--site", site.folder.path, "-e", "sweep(9)", "--language", "en"]).contains("no sweep 9"))
  }

  @Test func withoutASiteTheCatalogueIsStillThere() throws {
    #expect(try fault(["-e", #"source "access-points""#, "--language", "en"]).contains("--site"))
    #expect(try texts("type(checks()[1].id)") == ["string"])
  }

  // MARK: - Inputs

  @Test func standardInputRunsInputByInput() throws {
    let run = try Command.run(
      ["repl"],
      input: """
        x = 40
        function more(n)
          return n + 2
        end

        more(x)
        =x
        print("点検")
        :doc req
        """)
    #expect(run.status == 0, "\(run.err)")
    #expect(run.out.hasPrefix("42\n40\n点検\nreq(id)\n"), "\(run.out)")
  }

  @Test func theFirstFaultEndsARunAndIsToldWithItsLine() throws {
    let run = try Command.run(["repl"], input: "x = 1\n\nlocal t = nil\n  + {}\nprint('never')\n")
    #expect(run.status == 1)
    #expect(run.out == "")
    #expect(run.err.hasPrefix("stdin:4: "), "\(run.err)")
    #expect(try fault(["-e", "print(1)", "-e", "error('だめ')", "-e", "print(2)"]).contains("-e:1:"))
    let unfinished = try Command.run(["repl"], input: "for i = 1, 3 do\n")
    #expect(unfinished.status == 1 && unfinished.err.contains("<eof>"))
  }

  @Test func aFaultIsALineOfJSON() throws {
    let run = try Command.run(["repl", "--json", "-e", "print('a')  error('だめ')"])
    #expect(run.status == 1 && run.err == "")
    let document = try JSONDecoder().decode(Document.self, from: run.output)
    #expect(document.schema == "tenken.repl/1")
    #expect(document.printed == "a\n")
    #expect(document.error?.place == "-e:1")
    #expect(document.error?.text.contains("だめ") == true)
    #expect(run.out.split(separator: "\n").count == 1)
  }

  @Test func whatComesFromDataCannotSteerTheTerminal() throws {
    let run = try Command.run(["repl", "-e", #"print("\27[2J") return "\27[2J", { ["\27"] = "\27" }"#])
    #expect(run.status == 0)
    #expect(!run.out.contains("\u{1B}"))
  }

  @Test(arguments: [
    "io.open('/etc/passwd')", "os.execute('true')", "load('return 1')", "require 'io'",
    "string.rep('x', 1 << 40)", "setmetatable({}, { __gc = print })",
  ])
  func theSandboxIsThatOfPlugins(code: String) throws {
    #expect(try fault(["-e", code]).contains("-e:1:"))
  }

  @Test func aSiteThatCannotBeReadIsTold() throws {
    let site = try Site.small()
    try site.write("name: {ja: 病院\n", to: "tenken.yaml")
    #expect(try Command.run(["repl", "--site", site.folder.path, "-e", "1"]).status == 65)
    #expect(try Command.run(["repl", "--site", "/no/such", "-e", "1"]).status == 65)
  }
}
