import Foundation
import Testing

/// Rule 7: the same input gives the same bytes, with one worker or with sixteen.
struct SameBytesTests {
  @Test func theSameSiteGivesTheSameDocumentWithAnyNumberOfJobs() throws {
    let site = try Site.sample()
    // More plugins than jobs, so that some end before others begin.
    for name in ["p-one", "p-two", "p-three", "p-four", "p-five"] {
      try site.addPlugin(
        name, "return tenken.fail('%s %d', row.name, math.random(1 << 30))", file: "staff/training.csv")
    }
    let first = try site.sweep("--format", "json", "--jobs", "1")
    let expected = SweepDocument.lasting(first.output)
    #expect(expected.contains("p-five/check"))
    for jobs in ["1", "2", "3", "16"] {
      let run = try site.sweep("--format", "json", "--jobs", jobs)
      #expect(SweepDocument.lasting(run.output) == expected, "\(jobs) jobs")
      #expect(run.status == first.status)
    }
  }

  @Test func theNumberOfTheSweepIsTheOnlyThingThatGrows() throws {
    let site = try Site.small()
    #expect(try (1...3).map { _ in try site.result("--only", "small").sweep.id } == [1, 2, 3])
  }

  @Test func twoSitesWithTheSameFilesDifferInPseudonymsAlone() throws {
    let body = "return tenken.fail('%s', row.person)"
    let (one, other) = (try Site.small(body), try Site.small(body))
    let (a, b) = (try one.result("--only", "small"), try other.result("--only", "small"))
    let (first, second) = (a.checks[0].findings, b.checks[0].findings)
    #expect(first.map(\.subject) == second.map(\.subject))
    #expect(first[0].message != second[0].message)
    // Within a site a person keeps the pseudonym from sweep to sweep.
    #expect(try one.result("--only", "small").checks[0].findings.map(\.message) == first.map(\.message))
  }
}
