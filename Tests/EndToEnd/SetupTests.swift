import Foundation
import Testing

/// What `make install` installs beside the program: completion scripts and manual pages.
struct SetupTests {
  /// The verbs that the help lists.
  private func verbs() throws -> [String] {
    let help = try Command.run(["--help", "--language", "en"]).out
    let list = try #require(help.range(of: "SUBCOMMANDS:"))
    return help[list.upperBound...].split(separator: "\n").compactMap { line in
      guard line.hasPrefix("  "), !line.hasPrefix("   ") else { return nil }
      return line.split(separator: " ").first.map(String.init)
    }.filter { $0 != "See" }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionScriptsKnowEveryVerb(shell: String) throws {
    let run = try Command.run(["completion", shell])
    #expect(run.status == 0)
    for verb in try verbs() { #expect(run.out.contains(verb), "\(verb)") }
    #expect(!run.out.contains("manual"))
  }

  @Test func theBashScriptIsSound() throws {
    let script = try Command.run(["completion", "bash"])
    let file = try Site.nothing()
    let path = file.around.appending(path: "tenken")
    try script.output.write(to: path)
    let bash = try Command.run(URL(filePath: "/bin/bash"), ["-n", path.path])
    #expect(bash.status == 0, "\(bash.err)")
  }

  @Test func anUnknownShellIsAnUsageError() throws {
    #expect(try Command.run(["completion", "csh"]).status == 64)
  }

  @Test(arguments: ["en", "ja"])
  func theManualKnowsEveryVerbInBothLanguages(language: String) throws {
    let page = try Command.run(["manual", "--language", language])
    #expect(page.status == 0)
    let lines = page.out.split(separator: "\n")
    #expect(lines.first?.hasPrefix(".TH TENKEN 1") == true)
    for verb in try verbs() { #expect(page.out.contains("tenken \(verb)"), "\(verb)") }
    #expect(page.out.contains(language == "ja" ? "書式" : "SYNOPSIS"))
    #expect(page.out.contains("\\-\\-site"))
    // A line that begins with a point is a macro, so text must not be taken for one.
    let macros: Set = [".TH", ".SH", ".SS", ".TP", ".br", ".ad", ".nh"]
    for line in lines where line.hasPrefix(".") || line.hasPrefix("'") {
      #expect(macros.contains(String(line.prefix { $0 != " " })), "\(line)")
    }
  }
}
