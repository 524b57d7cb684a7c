import Foundation
import Testing

/// The sample hospital and what its page says of it.
struct SampleHospitalTests {
  /// A line of the table in the sample's README: where, found by which checks, with which outcome.
  private struct Fault {
    let places: [String]
    let checks: [String]
    let outcome: String
  }

  private func table(ofChecks checks: [String]) throws -> [Fault] {
    let text = try String(contentsOf: Site.sampleFolder.appending(path: "README.md"), encoding: .utf8)
    return text.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard line.hasPrefix("| `"), cells.count == 4 else { return nil }
      var places: [String] = []
      for word in codeWords(cells[0]) {
        // `:52` is a further line of the file before it.
        let file = places.last?.prefix { $0 != ":" } ?? ""
        places.append(word.hasPrefix(":") ? "\(file)\(word)" : "data/\(word)")
      }
      var names: [String] = []
      for word in codeWords(cells[2]) {
        // `-antivirus` is the last part of a name that begins like the one before it.
        let stem = names.last.map { $0.split(separator: "-").dropLast(2).joined(separator: "-") } ?? ""
        names.append(word.hasPrefix("-") ? checks.first { $0.hasPrefix(stem) && $0.hasSuffix(word) } ?? word : word)
      }
      return Fault(places: places, checks: names, outcome: cells[3])
    }
  }

  private func codeWords(_ text: String) -> [String] {
    text.split(separator: "`", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }.map {
      String($0.element)
    }
  }

  @Test func everyFaultOfItsPageIsFoundAtItsLine() throws {
    let result = try SweepDocument(Site.sampleSweep.get().output)
    #expect(result.sweep.exit == 1)
    let faults = try table(ofChecks: result.checks.map(\.id))
    #expect(faults.count > 25)
    for fault in faults {
      for check in fault.checks {
        let found = try #require(result[check: check], "\(check)")
        for place in fault.places {
          if place.contains(":") {
            let isFound = found.findings.contains { $0.place == place && $0.outcome == fault.outcome }
            #expect(isFound, "\(check) finds no \(fault.outcome) at \(place)")
          } else {
            #expect(found.outcome == fault.outcome, "\(check)")
          }
        }
      }
      // "Every check of the ledger": one that read it says so.
      if fault.checks.isEmpty {
        for place in fault.places {
          let isTold = result.checks.contains {
            $0.findings.contains { $0.place == place && $0.outcome == fault.outcome }
          }
          #expect(isTold, "nothing tells of \(place)")
        }
      }
    }
  }

  @Test func nothingFailsThatItsPageDoesNotName() throws {
    let result = try SweepDocument(Site.sampleSweep.get().output)
    let faults = try table(ofChecks: result.checks.map(\.id))
    let named = Set(faults.flatMap { fault in fault.checks.flatMap { check in fault.places.map { "\(check) \($0)" } } })
    for check in result.checks {
      for finding in check.findings where finding.outcome == "fail" {
        let isNamed = named.contains("\(check.id) \(finding.place ?? "")")
        #expect(isNamed, "\(check.id) fails \(finding.subject) at \(finding.place ?? "no place")")
      }
    }
  }

  @Test func aFailIsToldWithItsFileAndLineInTheText() throws {
    let out = try Site.sample().sweep().out
    #expect(out.contains("data/wireless/access-points.csv:33"))
    #expect(out.contains("AP-RAD-03"))
  }
}
