import Compliance
import Testing

struct SeverityTests {
  @Test func severitiesRiseFromLowToCritical() {
    #expect([Severity.critical, .low, .high, .medium].sorted() == [.low, .medium, .high, .critical])
    #expect(!(Severity.high < .high))
  }
}
