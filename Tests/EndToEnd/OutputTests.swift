import Foundation
import Testing

/// What the command writes, and where.
struct OutputTests {
  private static let escape = Data([0x1B])

  @Test func bothLanguagesTellTheSameResult() throws {
    let site = try Site.sample()
    let ja = try site.sweep("--language", "ja", "--format", "json")
    let en = try site.sweep("--language", "en", "--format", "json")
    let (japanese, english) = (try SweepDocument(ja.output), try SweepDocument(en.output))
    #expect(japanese.outcomes == english.outcomes)
    #expect(japanese.requirements.map(\.standing) == english.requirements.map(\.standing))
    #expect(japanese.sweep.site == "みなと総合病院")
    #expect(english.sweep.site == "Minato General Hospital")
    for (a, b) in zip(japanese.checks, english.checks) {
      #expect(a.findings.map(\.place) == b.findings.map(\.place))
      for (first, second) in zip(a.findings, b.findings) where first.outcome != "pass" {
        #expect(first.message != second.message, "\(a.id): \(first.message)")
      }
    }
  }

  @Test(arguments: [
    (["--language", "ja"], [:], "不適合"), (["--language", "en"], [:], "fail"), ([], ["LC_ALL": "ja_JP.UTF-8"], "不適合"),
    ([], ["LC_ALL": "", "LANG": "ja_JP.UTF-8"], "不適合"), (["--language", "en"], ["LC_ALL": "ja_JP.UTF-8"], "fail"),
    (["--language", "ja"], ["LC_ALL": "en_US.UTF-8"], "不適合"),
  ])
  func theLanguageIsTheOneAskedForOrTheLocales(words: [String], environment: [String: String], text: String) throws {
    let site = try Site.small("return tenken.fail('x')")
    let run = try Command.run(site.sweeping(["--only", "small"] + words), environment: environment)
    #expect(run.out.lowercased().contains(text))
  }

  @Test func errorsSpeakBothLanguages() throws {
    let site = try Site.small()
    #expect(try site.sweep("--only", "smal", "--language", "ja").err.contains("誤りではありませんか"))
    #expect(try site.sweep("--only", "smal", "--language", "en").err.contains("Did you mean"))
  }

  @Test func aPipeHoldsNoEscapeCodes() throws {
    let site = try Site.small("return tenken.fail('\\27[31mred\\27[0m \\155 %s', row.name)")
    for format in ["text", "json"] {
      let run = try site.sweep(
        "--only", "small", "--format", format, environment: ["TERM": "xterm-256color", "COLORTERM": "truecolor"])
      #expect(run.output.range(of: Self.escape) == nil)
      #expect(run.errors.range(of: Self.escape) == nil)
    }
    let listed = try Command.run(["catalogue", "show", "mhlw-5:6.5.C.12"], environment: ["TERM": "xterm-256color"])
    #expect(listed.output.range(of: Self.escape) == nil)
  }

  // MARK: - --output

  @Test func anOutputFileHoldsTheWholeReport() throws {
    let site = try Site.sample()
    let file = site.around.appending(path: "report.json")
    let run = try site.sweep("--format", "json", "--output", file.path)
    #expect(run.status == 1)
    #expect(!run.out.hasPrefix("{"))
    #expect(run.out.contains(file.path))
    let shown = try Command.run(["history", "show", "1", "--site", site.folder.path, "--format", "json"])
    #expect(try Data(contentsOf: file) == shown.output)

    // The text on the screen is a summary, the one in the file has every finding.
    let text = site.around.appending(path: "report.txt")
    let summary = try site.sweep("--output", text.path)
    let full = try Data(contentsOf: text)
    #expect(full.count > summary.output.count)
    #expect(full.range(of: Self.escape) == nil)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: site.around.path).sorted() == [
        "report.json", "report.txt", "site",
      ])
  }

  @Test func anOutputFileIsReplacedAtOnce() throws {
    let site = try Site.small()
    let file = site.around.appending(path: "report.json")
    try Data("the old report\n".utf8).write(to: file)
    let reader = try FileHandle(forReadingFrom: file)
    #expect(try site.sweep("--only", "small", "--format", "json", "--output", file.path).status == 0)
    // Who has the old file open reads the old file, not a part of the new one.
    #expect(try reader.readToEnd() == Data("the old report\n".utf8))
    #expect(try SweepDocument(Data(contentsOf: file)).outcomes == ["small/check": "pass"])
  }

  @Test func anOutputThatCannotBeWrittenLeavesNothingBehind() throws {
    let site = try Site.small()
    try Data().write(to: site.around.appending(path: "file"))
    for path in [site.around.path + "/file/report.json", site.around.path + "/nowhere/report.json"] {
      let run = try site.sweep("--only", "small", "--output", path)
      #expect(run.status == 74)
      #expect(run.err.contains(path))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: site.around.path).sorted() == ["file", "site"])
  }

  @Test func everyVerbHasHelpInBothLanguages() throws {
    var verbs: [[String]] = [[]]
    var helped = 0
    while let verb = verbs.popLast() {
      let en = try Command.run(verb + ["--help"])
      let ja = try Command.run(verb + ["--help"], environment: ["LC_ALL": "ja_JP.UTF-8"])
      #expect(en.status == 0)
      #expect(ja.status == 0)
      // English help may quote Japanese words to search for.
      let quoted = en.out.unicodeScalars.count(where: Self.isJapanese)
      #expect(quoted * 20 < en.out.count, "\(verb)")
      #expect(ja.out.unicodeScalars.count(where: Self.isJapanese) > quoted, "\(verb)")
      helped += 1
      // The names of further verbs stand indented by two spaces below their heading.
      let list = en.out.split(separator: "SUBCOMMANDS:\n").dropFirst().first ?? ""
      for line in list.split(separator: "\n") where line.hasPrefix("  ") && !line.hasPrefix("   ") {
        let name = line.dropFirst(2).prefix { $0 != " " }
        if name != "help", name != "See" { verbs.append(verb + [String(name)]) }
      }
    }
    #expect(helped > 12)
  }

  private static func isJapanese(_ scalar: Unicode.Scalar) -> Bool { 0x3040...0x9FFF ~= scalar.value }
}
