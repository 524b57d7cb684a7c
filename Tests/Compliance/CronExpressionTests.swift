import Compliance
import Testing

struct CronExpressionTests {
  /// The minutes of a day that an expression names, each as `HH:MM`.
  private func times(_ text: String) throws -> [String] {
    let expression = try CronExpression(parsing: text)
    var times: [String] = []
    var next = expression.firstMinute(from: 0)
    while let minute = next {
      times.append("\(minute / 60):\(minute % 60)")
      next = expression.firstMinute(from: minute + 1)
    }
    return times
  }

  @Test func minutesAndHoursTakeListsRangesAndSteps() throws {
    #expect(try times("30 9 * * *") == ["9:30"])
    #expect(try times("0,30 8-10/2 * * *") == ["8:0", "8:30", "10:0", "10:30"])
    #expect(try times("*/20 23 * * *") == ["23:0", "23:20", "23:40"])
    #expect(try times("5-59/25,0 0,12 * * *") == ["0:0", "0:5", "0:30", "0:55", "12:0", "12:5", "12:30", "12:55"])
    #expect(try times("* * * * *").count == 1440)
    #expect(try times("59 23 * * *") == ["23:59"])
  }

  @Test(arguments: [
    // The year 2026: 28 February is a Saturday, 31 January too, 1 March a Sunday.
    ("0 3 * * *", 2, 28, 6, true, true), ("0 3 1 * *", 3, 1, 0, false, true), ("0 3 1 * *", 2, 28, 6, true, false),
    ("0 3 31 * *", 1, 31, 6, true, true), ("0 3 31 * *", 2, 28, 6, true, false), ("0 3 L * *", 2, 28, 6, true, true),
    ("0 3 l,15 * *", 2, 15, 0, false, true), ("0 3 L * *", 2, 27, 5, false, false),
    ("0 3 * feb-mar *", 3, 1, 0, false, true), ("0 3 * FEB *", 3, 1, 0, false, false),
    ("0 3 * * sun", 3, 1, 0, false, true), ("0 3 * * 7", 3, 1, 0, false, true),
    ("0 3 * * sat-sun", 3, 1, 0, false, true),
    ("0 3 * * 5-7", 2, 28, 6, true, true), ("0 3 * * mon-fri", 2, 28, 6, true, false),
    ("0 3 * * 1-5/2", 3, 4, 3, false, true), ("0 3 * * 1-5/2", 3, 3, 2, false, false),
    // Both restricted: either will do. A field that begins with * does not restrict.
    ("0 3 13 * fri", 2, 13, 5, false, true), ("0 3 13 * fri", 3, 6, 5, false, true),
    ("0 3 13 * fri", 3, 12, 4, false, false), ("0 3 */2 * fri", 2, 13, 5, false, true),
    ("0 3 */2 * fri", 2, 20, 5, false, false), ("0 3 L * mon", 3, 2, 1, false, true),
  ])
  func daysAreNamedAsCronDoes(text: String, month: Int, day: Int, weekday: Int, isLast: Bool, matches: Bool) throws {
    let expression = try CronExpression(parsing: text)
    #expect(expression.matches(month: month, day: day, weekday: weekday, isLast: isLast) == matches)
  }

  @Test(arguments: [
    ("60 * * * *", CronExpression.Field.minute, "60"), ("-1 * * * *", .minute, "-1"), ("1, * * * *", .minute, ""),
    ("*/0 * * * *", .minute, "*/0"), ("5/10 * * * *", .minute, "5/10"), ("1-2-3 * * * *", .minute, "1-2-3"),
    ("*/5/5 * * * *", .minute, "*/5/5"), ("0 24 * * *", .hour, "24"), ("0 22-4 * * *", .hour, "22-4"),
    ("0 0 0 * *", .day, "0"), ("0 0 32 * *", .day, "32"), ("0 0 LL * *", .day, "LL"), ("0 0 * 13 *", .month, "13"),
    ("0 0 * 0 *", .month, "0"), ("0 0 * january *", .month, "january"), ("0 0 * L *", .month, "L"),
    ("0 0 * * 8", .weekday, "8"), ("0 0 * * fri-mon", .weekday, "fri-mon"), ("0 0 * * 月", .weekday, "月"),
    ("0 ９ * * *", .hour, "９"), ("0 0 * * jan", .weekday, "jan"),
  ])
  func aPartThatCannotBeReadIsNamed(text: String, field: CronExpression.Field, part: String) {
    #expect(throws: CronExpression.Fault.part(field, part)) { try CronExpression(parsing: text) }
  }

  @Test func daysThatNoNamedMonthHasAreRefused() throws {
    #expect(throws: CronExpression.Fault.never) { try CronExpression(parsing: "0 3 30 2 *") }
    #expect(throws: CronExpression.Fault.never) { try CronExpression(parsing: "0 3 31 4,6,9,11 *") }
    _ = try CronExpression(parsing: "0 3 29 2 *")
    _ = try CronExpression(parsing: "0 3 30 2 mon")
    #expect(throws: CronExpression.Fault.fields(6)) { try CronExpression(parsing: "0 3 1 1 * root") }
  }
}
