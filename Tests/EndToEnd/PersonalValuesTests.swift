import Foundation
import Testing

/// Rule 8: patients are never in it. Not in what is printed, not in what is stored.
struct PersonalValuesTests {
  /// How the names of persons begin in the sample hospital: borrowers, performers, approvers.
  private static let sampleNames = ["仮名 ", "架空 "]

  private func everything(_ site: Site, _ runs: [Command.Result]) throws -> [Data] {
    let records = try FileManager.default.contentsOfDirectory(atPath: site.folder.appending(path: ".tenken").path)
    return try runs.flatMap { [$0.output, $0.errors] } + records.map { try site.read(".tenken/\($0)") }
  }

  private func occurs(_ text: String, in all: [Data]) -> Bool { all.contains { $0.range(of: Data(text.utf8)) != nil } }

  @Test func namesOfTheSampleStayInItsLedgers() throws {
    let site = try Site.sample()
    let runs = [
      try site.sweep("--format", "json", "--verbose"), try site.sweep("--language", "ja", "--verbose"),
      try site.sweep("--output", site.folder.appending(path: ".tenken/report.txt").path, "--language", "ja"),
      try Command.run(["history", "show", "--site", site.folder.path]),
    ]
    let all = try everything(site, runs)
    for name in Self.sampleNames { #expect(!occurs(name, in: all), "\(name)") }

    // There is something to hide.
    let ledgers = try ["data/media/movements.csv", "data/iot/devices.csv"].map { path in
      let bytes = try site.read(path)
      return try #require(String(data: bytes, encoding: .utf8) ?? String(data: bytes, encoding: .shiftJIS))
    }
    for name in Self.sampleNames { #expect(ledgers.contains { $0.contains(name) }) }
  }

  @Test func aSiteThatAsksForPersonsSeesThem() throws {
    let site = try Site.small("return tenken.fail('%s', row.person)")
    try site.write("name: x\nguidelines: [mhlw-5]\nevidence: {personal: show}\n", to: "tenken.yaml")
    #expect(try site.result("--only", "small").checks[0].findings.map(\.message) == ["山田 花子", "佐藤 次郎"])
  }

  @Test func aPluginCannotTellWhatItDoesNotSee() throws {
    let site = try Site.small(bodies: [
      "return tenken.fail('%s', row.person)", "return tenken.fail('x'):about(row.person)",
      "print(row.person) return tenken.pass()",
      "error(row.person)", "error({ row.person })", "local t = { [row.person] = 1 } return t[row.person]()",
      "return tenken.unknown('%d', row.person)", "return tenken.fail(row.person)", "return row[row.person]",
      "return tenken.add_days(row.person, 1)", "string.rep(row.person, 1 << 40)",
    ])
    let all = try everything(
      site, [try site.sweep("--format", "json", "--verbose"), try site.sweep("--language", "ja")])
    for name in ["山田", "花子", "佐藤", "次郎"] { #expect(!occurs(name, in: all), "\(name)") }
    #expect(occurs("p10/check", in: all))
  }

  /// Rows as they go wrong: a cell too many or too few, quotes that do not pair up, characters that no cell holds.
  @Test func aRowThatCannotBeReadKeepsItsNames() throws {
    let rows = [
      "one,山田 花子,3,4,5", "\"one,山田 花子", "one,\"山田\" 花子", "山田 花子,one,\"", ",山田 花子", "one,山田\u{0}花子", "one,山田 花子\u{7}",
      "one,\"山田 花子\n",
    ]
    let site = try Site.small()
    for (number, row) in rows.enumerated() {
      try site.write("name,person\nzero,\n\(row)\nthree,\n", to: "data/rows-\(number).csv")
      try site.addPlugin("p\(number)", "return tenken.fail('%s', row.person)", file: "rows-\(number).csv")
    }
    let runs = [try site.sweep("--format", "json", "--verbose"), try site.sweep("--language", "ja")]
    for (number, row) in rows.enumerated() {
      #expect(try SweepDocument(runs[0].output)[check: "p\(number)/check"]?.findings.isEmpty == false, "\(row)")
    }
    let all = try everything(site, runs)
    for name in ["山田", "花子"] { #expect(!occurs(name, in: all), "\(name)") }
  }

  @Test func aTypedPersonalColumnDoesNotQuoteWhatItCannotRead() throws {
    let site = try Site.small("return tenken.pass()")
    try site.replace(
      "person = { \"string?\", personal = true }", by: "person = { \"mac\", personal = true }",
      in: "plugins/small/plugin.lua")
    let runs = [
      try site.sweep("--only", "small", "--format", "json"), try site.sweep("--only", "small", "--language", "ja"),
    ]
    let all = try everything(site, runs)
    #expect(try SweepDocument(runs[0].output).checks[0].counts == ["error": 2])
    for name in ["山田", "花子", "佐藤", "次郎"] { #expect(!occurs(name, in: all), "\(name)") }
  }

  @Test func cellsThatHaveShiftedBringNoNameIntoAnotherColumn() throws {
    let site = try Site.sample()
    // Number, name, kind, model, … : the maker is left out, so that the borrower stands under "lent".
    let shifted =
      "IOT-9999,輸液ポンプ,医療機器,IP-300,3階病棟,2.10.0,R13.3.31,02-00-5E-10-99-99,有,R8.4.1,規程,有,仮名 十子,R8.9.30,R8.9.30,ME室,,,,2026/11/19,\r\n"
    let ledger = "data/iot/devices.csv"
    let bytes = try site.read(ledger)
    let row =
      bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Data(shifted.utf8) : try #require(shifted.data(using: .shiftJIS))
    try site.write(bytes + row, to: ledger)
    let run = try site.sweep("--format", "json", "--language", "ja")
    #expect(
      run.out.contains("data/iot/devices.csv:\(bytes.split(separator: 10, omittingEmptySubsequences: false).count)"))
    #expect(!run.out.contains("仮名"))
  }
}
