import Crypto
import Testing

@testable import SiteData

struct PseudonymsTests {
  private let pseudonyms = Pseudonyms(key: Array("Jefe".utf8))

  @Test func itIsTheBeginningOfTheHMAC() {
    // The key and the text of RFC 4231, test case 2, without the spaces, which are folded away.
    #expect(pseudonyms.pseudonym(for: "whatdoyawantfornothing?".utf8) == "person-404ca403a3")
  }

  @Test func spacesAndWidthsDoNotMakeAnotherPerson() {
    let one = pseudonyms.pseudonym(for: "山田ﾀﾛｳ".utf8)
    #expect(pseudonyms.pseudonym(for: "山田　タロウ".utf8) == one)
    #expect(pseudonyms.pseudonym(for: "山田 タロウ".utf8) == one)
    #expect(pseudonyms.pseudonym(for: "山田 ジロウ".utf8) != one)
  }

  @Test func wordsForNobodyStayAsTheyAre() throws {
    let declaration = source([Column(name: "who", type: .string, isOptional: true, isPersonal: true)])
    let seen = try read(Array("who\nなし\n不明\n無田\n".utf8), declaration, pseudonyms: pseudonyms).seen
    #expect(seen[0] == .record(line: 2, ["なし"]) && seen[1] == .record(line: 3, ["不明"]))
    #expect(seen[2] == .record(line: 4, [.text(pseudonyms.pseudonym(for: "無田".utf8))]))
  }

  @Test func noCellOfAShiftedRowIsShownBesideAPersonalColumn() throws {
    let declaration = source([
      Column(name: "who", type: .string, isPersonal: true), Column(name: "day", type: .date),
    ])
    let ledger = Array("who,day\n0012,山田太郎\n".utf8)
    let hidden = try #require(try read(ledger, declaration, pseudonyms: pseudonyms).seen.first?.problem)
    #expect(hidden.contains("「day」") && !hidden.contains("山田"))
    let shown = try #require(try read(ledger, declaration, pseudonyms: nil).seen.first?.problem)
    #expect(shown.contains("山田太郎"))
  }

  @Test func anotherKeyGivesAnotherName() {
    #expect(pseudonyms.pseudonym(for: "a".utf8) != Pseudonyms(key: [1]).pseudonym(for: "a".utf8))
    #expect(pseudonyms.pseudonym(for: "a".utf8) != pseudonyms.pseudonym(for: "b".utf8))
  }

  @Test func personalTextIsReplacedAndNothingElse() throws {
    let declaration = source([
      Column(name: "who", type: .string, isPersonal: true), Column(name: "ids", type: .list, isPersonal: true),
      Column(name: "mail", type: .keyword, isOptional: true, isPersonal: true),
      Column(name: "born", type: .date, isPersonal: true), Column(name: "ward", type: .string),
    ])
    let ledger = Array("who,ids,mail,born,ward\n 山田 ,7、8,,2000-01-01,南\n".utf8)
    let seen = try read(ledger, declaration, pseudonyms: pseudonyms).seen
    #expect(
      seen == [
        .record(
          line: 2,
          [
            .text(pseudonyms.pseudonym(for: "山田".utf8)),
            .list([pseudonyms.pseudonym(for: "7".utf8), pseudonyms.pseudonym(for: "8".utf8)]), .null, "2000-01-01", "南",
          ])
      ])
    #expect(
      try read(ledger, declaration).seen == [.record(line: 2, ["山田", .list(["7", "8"]), .null, "2000-01-01", "南"])])
  }
}
