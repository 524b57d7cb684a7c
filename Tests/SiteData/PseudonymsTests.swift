import Crypto
import Testing

@testable import SiteData

struct PseudonymsTests {
  private let pseudonyms = Pseudonyms(key: Array("Jefe".utf8))

  @Test func itIsTheBeginningOfTheHMAC() {
    // RFC 4231, test case 2.
    #expect(pseudonyms.pseudonym(for: "what do ya want for nothing?".utf8) == "person-5bdcc146bf")
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
