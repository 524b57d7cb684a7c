import Compliance
import Testing

struct CadenceTests {
  @Test(arguments: [
    ("1 hour", 1, Cadence.Unit.hour), ("1 day", 1, .day), ("2 weeks", 2, .week), ("12 months", 12, .month),
    ("1000 years", 1000, .year),
  ])
  func aCadenceIsANumberAndAUnit(text: String, count: Int, unit: Cadence.Unit) throws {
    let cadence = try #require(Cadence(text))
    #expect(cadence == .every(count, unit))
    #expect(cadence.description == text)
  }

  @Test func orItIsACronExpression() throws {
    #expect(Cadence("0 3 * * mon-fri") == .cron(try CronExpression(parsing: "0 3 * * mon-fri")))
    #expect(Cadence("0  3 *\t* 1-5") == .cron(try CronExpression(parsing: "0 3 * * 1-5")))
    #expect(Cadence("0 3 * * mon-fri")?.description == "0 3 * * mon-fri")
  }

  @Test func singularAndPluralAreTheSame() {
    #expect(Cadence("1 days") == Cadence("1 day"))
    #expect(Cadence("3 month")?.description == "3 months")
  }

  @Test(arguments: [
    "", "day", "1", "0 days", "1001 days", "-1 day", "+1 day", "1.5 days", "1  day", " 1 day", "1 day ", "1 dayss",
    "1 Day", "１ day",
    "one day", "1 day 2", "1\tday", "1 fortnight", "99999999999999999999 days", "1 s", "毎日", "@daily", "*",
  ])
  func anythingElseIsRefused(text: String) {
    #expect(Cadence(text) == nil)
  }

  @Test func whatLooksLikeACronExpressionIsRefusedAsOne() {
    #expect(throws: Cadence.Fault.form) { try Cadence(parsing: "3 fortnights") }
    #expect(throws: Cadence.Fault.cron(.fields(4))) { try Cadence(parsing: "0 3 * *") }
    #expect(throws: Cadence.Fault.cron(.fields(1))) { try Cadence(parsing: "@daily") }
    #expect(throws: Cadence.Fault.cron(.part(.hour, "24"))) { try Cadence(parsing: "0 24 * * *") }
  }

  @Test func everyCadenceReadsItsOwnDescription() {
    for unit in Cadence.Unit.allCases {
      for count in [1, 2, 30, 1000] {
        let cadence = Cadence("\(count) \(unit)")
        #expect(cadence != nil)
        #expect(cadence.flatMap { Cadence($0.description) } == cadence)
      }
    }
  }
}
