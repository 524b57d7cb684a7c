import Testing

@testable import CatalogueFiles

/// The rule that ties a citation to an id.
@Suite struct CitationTests {
  @Test(arguments: [
    ("第5版 6.5 C 12", "6.5.C.12"),
    ("第5版 6.5 C 12 (3)", "6.5.C.12.3"),
    ("第5版 6.6 (1) C 2", "6.6.1.C.2"),
    ("第5版 7.1 C (1) a 2", "7.1.C.1.a.2"),
    ("第5版 7.3 C 【医療機関等に保存する場合】 (3) 1", "7.3.C.in.3.1"),
    ("第5版 8.1.2 C ③ (ウ)", "8.1.2.C.3.u"),
    ("3.2.3 (ウ)(a)1", "3.2.3.u.a.1"),
    ("3.2.3 (コ) 2 ①", "3.2.3.ko.2.1"),
    ("第5.2版 7.3 C 【医療機関等に保存する場合】 3 (1)", "7.3.C.in.3.1"),
    ("第6.0版 企画管理編 15 ⑬", "management.15-13"),
    ("第6.0版 システム運用編 12.2", "control.12.2"),
    ("第5版 6.5 C 11 システム管理者 (1)", "6.5.C.11.admin.1"),
    ("6.5章C-12", "6.5.C.12"),
    ("６．５　Ｃ　１２（３）", "6.5.C.12.3"),
    ("15㉑", "15-21"),
    ("15⑴", "15-1"),
    ("12㊱", "12-36"),
    ("企画15⑬", "management.15-13"),
    ("企画管理編 第15章 第⑬条", "management.15-13"),
    ("経営3", "governance.3"),
    ("シス12.2", "control.12.2"),
    ("ｼｽﾃﾑ運用編 12.2", "control.12.2"),
    ("システム 運用編 12.2", "control.12.2"),
    ("概説編 3.2", "overview.3.2"),
    ("医療情報システムの安全管理に関するガイドライン第5版 6.5 C 12", "6.5.C.12"),
    ("6.5章の第12", "6.5.12"),
    ("6.5Cー12", "6.5.C.12"),
    ("3.2.3(ｺ)2①", "3.2.3.ko.2.1"),
    ("3.2.3（こ）2", "3.2.3.ko.2"),
    ("3.2.3(ヒ)1", "3.2.3.hi.1"),
    ("3.2.3(ﾝ)1", "3.2.3.n.1"),
    ("第5版 6.5 C 11 何々 (1)", "6.5.C.11.admin.1"),
  ])
  func aCitationSpellsItsID(citation: String, path: String) {
    #expect(Citation(citation).spells(path))
  }

  @Test(arguments: [
    ("第5版 6.5 C 12", "6.5.C.13"),
    ("第5版 6.5 C 12", "6.5.D.12"),
    ("第5版 6.5 C 12", "6.5.C.12.1"),
    ("第5版 6.5 C 12 (1)", "6.5.C.12"),
    ("3.2.3 (カ) 1", "3.2.3.ko.1"),
    ("第5版 7.3 C (3) 1", "7.3.C.in.3.1"),
    ("第5版 7.3 C 【医療機関等に保存する場合】 (3) 1", "7.3.C.3.1"),
    ("第6.0版 企画管理編 15 ⑬", "15-13"),
    ("技術的安全対策", "3.2.3.ko"),
    ("企画管理編 15 ⑬", "control.15-13"),
    ("シス12.2", "management.12.2"),
    ("第5版 6.5 C 11 システム管理者 (1)", "6.5.C.11.user.1"),
    ("第5版 7.3 C 【医療機関等に保存する場合】 (3) 1", "7.3.C.net.3.1"),
    ("3.2.3(ガ)1", "3.2.3.ka.1"),
    ("3.2.3(ｶﾞ)1", "3.2.3.ka.1"),
    ("", "6.5"),
  ])
  func anotherCitationDoesNot(citation: String, path: String) {
    #expect(!Citation(citation).spells(path))
  }

  @Test(arguments: [
    ("第5版 6.5", "第5版"), ("第５．２版 7.3", "第5.2版"), ("第 6.0 版", "第6.0版"),
    ("ガイドライン第5版", "第5版"),
  ])
  func theEditionIsNoPartOfThePath(citation: String, edition: String) {
    #expect(Citation(citation).edition == edition)
  }

  @Test func anUnclosedBracketIsAHeadingToTheEnd() {
    #expect(Citation("7.3 C 【医療機関 (3)").steps == [.mark("7"), .mark("3"), .mark("C"), .heading("医療機関 (3)")])
  }

  @Test func chaptersAreInNaturalOrder() {
    let names = ["6.10.yaml", "6.9.yaml", "7.1.yaml", "6.11.yaml", "6.5.yaml", "06.6.yaml", "a.yaml"]
    #expect(
      names.sorted(by: naturallyPrecedes)
        == ["6.5.yaml", "06.6.yaml", "6.9.yaml", "6.10.yaml", "6.11.yaml", "7.1.yaml", "a.yaml"])
  }
}
