import Foundation
import Testing

/// The keys of `tenken.sweep/1`. Programs lean on them: one that goes missing or changes its kind breaks them.
struct JSONKeysTests {
  private typealias Object = [String: Any]

  @Test func theDocumentHasTheKeysThatArePromised() throws {
    let run = try Site.sampleSweep.get()
    let document = try #require(try JSONSerialization.jsonObject(with: run.output) as? Object)
    #expect(
      Set(document.keys) == [
        "schema", "language", "sweep", "checks", "beside", "requirements", "chapters", "derived", "expiring",
        "attestations", "waivers",
      ])
    #expect(document["schema"] as? String == "tenken.sweep/1")
    #expect(document["language"] as? String == "en")

    let sweep = try #require(document["sweep"] as? Object)
    #expect(Set(sweep.keys) == ["id", "site", "at", "exit", "only", "scope"])
    #expect(sweep["at"] as? String == "2026-11-20T09:00:00+09:00")
    #expect(sweep["exit"] as? Int == Int(run.status))

    let checks = try #require(document["checks"] as? [Object])
    let keys: Set = [
      "id", "title", "severity", "outcome", "requirements", "counts", "duration_ms", "plugin_version", "plugin_sha256",
      "parameters", "findings", "sources", "standing", "waived", "waivers",
    ]
    var problems = 0
    for check in checks {
      #expect(Set(check.keys).subtracting(["problem", "carried"]) == keys)
      #expect(check["duration_ms"] is Int)
      #expect(Set(try #require(check["counts"] as? [String: Int]).keys).isSubset(of: Self.outcomes))
      #expect(Self.outcomes.contains(try #require(check["outcome"] as? String)))
      for finding in try #require(check["findings"] as? [Object]) {
        #expect(
          Set(finding.keys).subtracting(["waivers", "waived", "due"]) == ["subject", "outcome", "message", "place"])
        #expect(finding["waivers"] == nil || finding["outcome"] as? String == "fail")
      }
      for source in try #require(check["sources"] as? [Object]) {
        #expect(
          Set(source.keys) == ["source", "file", "sha256", "encoding", "records", "refused", "skipped", "columns"])
      }
      if let problem = check["problem"] as? Object {
        #expect(Set(problem.keys) == ["place", "text"])
        problems += 1
      }
    }
    #expect(problems > 2)

    for requirement in try #require(document["requirements"] as? [Object]) {
      #expect(Set(requirement.keys) == ["id", "standing", "outcome", "own", "by"])
      #expect(Self.outcomes.union(["waived"]).contains(try #require(requirement["standing"] as? String)))
    }
    let derived = try #require(document["derived"] as? [Object])
    #expect(derived.count > 100)
    for requirement in derived {
      #expect(Set(requirement.keys) == ["id", "standing", "outcome", "own", "by", "through"])
      for link in try #require(requirement["through"] as? [Object]) {
        #expect(Set(link.keys) == ["from", "standing", "holder", "relation", "status"])
        #expect(["stated", "inferred"].contains(try #require(link["status"] as? String)))
      }
    }
    for attestation in try #require(document["attestations"] as? [Object]) {
      #expect(
        Set(attestation.keys) == [
          "id", "requirement", "claim", "statement", "by", "role", "date", "until", "time_zone", "state", "evidence",
          "place",
        ])
    }
    for waiver in try #require(document["waivers"] as? [Object]) {
      #expect(
        Set(waiver.keys) == [
          "id", "requirement", "check", "subject", "reason", "approver", "from", "until", "time_zone", "state", "place",
        ])
    }
  }

  @Test func countsAreThoseOfTheFindings() throws {
    for check in try SweepDocument(Site.sampleSweep.get().output).checks {
      #expect(Dictionary(check.findings.map { ($0.outcome, 1) }, uniquingKeysWith: +) == check.counts, "\(check.id)")
    }
  }

  private static let outcomes: Set = [
    "pass", "fail", "error", "unknown", "notapplicable", "notchecked", "notselected", "informational",
  ]
}
