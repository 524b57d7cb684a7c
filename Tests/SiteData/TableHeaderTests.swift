import Testing

@testable import SiteData

struct TableHeaderTests {
  @Test func widthCaseSpacesAndLineBreaksDoNotMatter() throws {
    let declaration = source([
      Column(name: "name", type: .string, headers: ["AP名"]),
      Column(name: "os", type: .string, headers: ["バージョン/ファーム"]),
    ])
    for header in ["ＡＰ名,ﾊﾞｰｼﾞｮﾝ／ﾌｧｰﾑ", "\" ap \r\n名\",バージョン　/　ファーム", "Name,ＯＳ"] {
      #expect(try read("\(header)\na,b\n", declaration).last.map(\.isFailed) == false, "\(header)")
    }
  }

  @Test func thePreferredHeaderIsRead() throws {
    let seen = try read("name,AP名,機器名,暗号化方式\n1,2,3,x\n", accessPoints)
    #expect(seen == [.record(line: 2, ["3", "x", .null])])
  }

  @Test func aHeaderThatStandsTwiceIsRefused() throws {
    let seen = try read("機器名,暗号化方式,機 器 名\na,x,b\n", accessPoints)
    #expect(seen.count == 1 && seen[0].isFailed && seen[0].line == 1)
    #expect(seen[0].problem?.contains("見出し「機器名」が二つ以上あり") == true)
    // Twice, but not declared: nobody reads it.
    #expect(try read("機器名,暗号化方式,備考,備考\na,x\n", accessPoints).map(\.isFailed) == [false])
  }

  @Test func aMissingColumnIsNamedWithWhatStandsThere() throws {
    let seen = try read("一覧\n機器名,暗号方式,撤去日\na,x,\n", accessPoints)
    #expect(
      seen == [
        .failed(
          line: 2,
          "見出しの行に、必要な列「暗号化方式」がない。ある列は「機器名」「暗号方式」「撤去日」。"
            + "「暗号方式」が「暗号化方式」のことであれば見出しを直す。")
      ])
  }

  @Test func withoutAHeaderNoCellIsShown() throws {
    let seen = try read("山田太郎,A型,\n鈴木花子,B型,\n", accessPoints)
    let problem = try #require(seen.first?.problem)
    #expect(seen.count == 1 && seen[0].isFailed && seen[0].line == nil)
    #expect(problem.contains("必要な列は「機器名」「暗号化方式」。"))
    #expect(!problem.contains("山田") && !problem.contains("A型"))
  }

  @Test func theHeaderIsAmongTheFirstTwentyRows() throws {
    func ledger(titles: Int) -> String {
      "\n" + (0..<titles).map { "title \($0)\n\n" }.joined() + "name,encryption\na,x\n"
    }
    #expect(try read(ledger(titles: 19), accessPoints) == [.record(line: 41, ["a", "x", .null])])
    #expect(try read(ledger(titles: 20), accessPoints).map(\.isFailed) == [true])
  }

  @Test func withoutRequiredColumnsOneDeclaredHeaderIsEnough() throws {
    let declaration = source([
      Column(name: "a", type: .string, isOptional: true), Column(name: "b", type: .string, isOptional: true),
    ])
    #expect(try read("title\nx,b\n1,2\n", declaration) == [.record(line: 3, [.null, "2"])])
    #expect(try read("title\nx,y\n1,2\n", declaration).map(\.isFailed) == [true])
  }

  @Test func aBrokenRowBeforeTheHeaderIsATitleAndOtherwiseExplainsTheFailure() throws {
    #expect(try read("a \"b\n\"c\"d\nname,encryption\na,x\n", accessPoints) == [.record(line: 4, ["a", "x", .null])])
    let seen = try read("\"name\"x,encryption\na,x\n", accessPoints)
    #expect(seen.count == 1 && seen[0].problem?.contains("引用符") == true)
  }

  @Test func anAbsentOptionalColumnIsNull() throws {
    #expect(try read("name,encryption\na,x\n", accessPoints) == [.record(line: 2, ["a", "x", .null])])
  }
}
