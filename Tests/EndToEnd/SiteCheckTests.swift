import Foundation
import Testing

/// `tenken site check` says how each file that a plugin reads was understood.
struct SiteCheckTests {
  private func check(_ site: Site, _ language: String) throws -> Command.Result {
    try Command.run(["site", "check", site.folder.path, "--language", language])
  }

  @Test func everyFileIsReadAndSaidHow() throws {
    let site = try Site.small()
    try site.write("研修一覧,,\n研修内容,person,備考\none,山田 花子,x\n,,only\ntwo,佐藤 次郎,\n合計,,\n", to: "data/ledger.csv")
    let english = try check(site, "en")
    #expect(english.status == 0)
    for line in [
      "small", "  ledger  Ledger", "    data/ledger.csv",
      "      UTF-8   header on line 2   read 2   refused 1   skipped 2",
      "      column  header in the file  with a value", "      name    研修内容                       2",
      "      person  person                         2", "      Headers that are not used: 備考",
      "      data/ledger.csv:4: \"研修内容\" is blank.",
    ] { #expect(english.out.contains(line + "\n"), "\(line)\n\(english.out)") }
    let japanese = try check(site, "ja")
    #expect(japanese.out.contains("見出しは2行目   読めた記録 2   読めない記録 1   飛ばした行 2\n"))
    // Nothing of the site is changed, and nobody is named.
    #expect(!site.exists(".tenken") && !english.out.contains("山田") && !japanese.out.contains("山田"))
  }

  @Test func aHeaderThatIsNearlyRightIsAskedAbout() throws {
    let site = try Site.small()
    try site.write("研修内容,persom\none,x\n", to: "data/ledger.csv")
    let run = try check(site, "en")
    #expect(run.out.contains("person  (none)                         -  Did you mean \"persom\"?\n"), "\(run.out)")
  }

  @Test func aFileThatIsNotThereIsSaidToBeMissing() throws {
    let site = try Site.small()
    try site.remove("data/ledger.csv")
    let run = try check(site, "en")
    #expect(run.status == 0 && run.out.contains("  Sources without a file:\n    ledger  data/ledger.csv\n"))
  }

  @Test func theSampleHospitalIsUnderstood() throws {
    // The sample has faults on purpose, which are told; nothing in them stops a sweep.
    let run = try check(try Site.sample(), "ja")
    #expect(run.status == 0)
    #expect(run.out.contains("CP932") && run.out.contains("アクセスポイント台帳"))
  }
}
