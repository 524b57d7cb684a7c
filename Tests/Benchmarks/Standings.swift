import CatalogueFiles
import Compliance
import GRDB
import Sweeps

/// Standing over many findings, beside the same grouping in SQLite over the same findings, both in memory.
enum Standings {
  private static let checks = 300
  private static let rounds = 5

  static func run(catalogue folder: String, findings count: Int = 1_000_000) throws {
    let catalogue = try CatalogueReader.read(folder: folder)
    let ids = catalogue.requirements.filter { $0.id.guideline.description == "mhlw-5" && $0.status == .current }.map(
      \.id)
    let runs = try (0..<checks).map { try run($0, of: ids, findings: count / checks) }
    let waivers = try stride(from: 0, to: checks, by: 6).map { try waiver($0) }
    let database = try load(runs, waivers)
    let aggregation = Aggregation(
      catalogue, guidelines: catalogue.guidelines.map(\.id).filter { $0 == ids[0].guideline })

    var ours: [Duration] = []
    var theirs: [Duration] = []
    var difference: [String] = []
    for _ in 0..<rounds {
      var result: SweepResult?
      ours.append(
        ContinuousClock().measure {
          result = aggregation.result(
            of: runs.map(counted), waivers: waivers, site: LocalizedText(verbatim: ""), at: "2026-11-20T09:00:00+09:00")
        })
      var grouped: [String: Int] = [:]
      theirs.append(
        try ContinuousClock().measure {
          grouped = try database.read { database in
            try Row.fetchAll(database, sql: grouping).reduce(into: [:]) { $0[$1["requirement"]] = $1["rank"] }
          }
        })
      // The same answer, or the figures mean nothing: SQLite does not roll up, so the requirements' own standings are compared.
      difference = (result?.standings ?? []).filter { standing in
        standing.own.map(rank) != grouped[standing.requirement.description]
      }.map(\.requirement.description)
    }
    precondition(difference.isEmpty, "SQLite stands elsewhere: \(difference)")
    let (mine, other) = (median(ours), median(theirs))
    print("| standing over \(count) findings | tenken | sqlite3, the same grouping | ratio |")
    print("| --- | --- | --- | --- |")
    print(
      "| \(checks) checks, \(waivers.count) waivers by subject | \(mine) ms | \(other) ms | \((100 * mine / other).rounded() / 100) |"
    )
  }

  /// What a check saw; the outcomes are not counted yet, which belongs to what is measured.
  private static func run(_ number: Int, of ids: [RequirementID], findings: Int) throws -> CheckRun {
    guard let id = CheckID("bench/c\(number)") else { fatalError("no id") }
    return CheckRun(
      check: Check(
        id: id, title: LocalizedText(verbatim: ""), requirements: [ids[number % ids.count]], severity: .low,
        cadence: "1 day", remedy: LocalizedText(verbatim: "")),
      outcome: .unknown,
      findings: (0..<findings).map { index in
        let outcome: Outcome = number % 3 > 0 && index % 50 == 7 ? .fail : index % 10 == 0 ? .notapplicable : .pass
        return Finding(
          subject: "device-\(number)-\(index)", outcome: outcome, message: LocalizedText(verbatim: ""), place: nil)
      }, pluginVersion: "", pluginSHA256: "")
  }

  private static func counted(_ run: CheckRun) -> CheckRun {
    var counts = OutcomeCounts()
    for finding in run.findings { counts[finding.outcome] += 1 }
    return CheckRun(
      check: run.check, outcome: counts.combined ?? .unknown, counts: counts, findings: run.findings,
      pluginVersion: "", pluginSHA256: "")
  }

  private static func waiver(_ number: Int) throws -> WaiverReview {
    guard let id = WaiverID("w\(number)"), let check = CheckID("bench/c\(number + 1)"),
      let scope = WaiverScope(check: check, subject: number % 12 == 0 ? "device-*" : "device-*57")
    else { fatalError("no waiver") }
    return WaiverReview(
      waiver: Waiver(
        id: id, scope: scope, reason: LocalizedText(verbatim: ""), approver: "", from: .earliest, until: .latest,
        timeZone: "Asia/Tokyo", place: Place(file: "")), state: .valid)
  }

  private static func load(_ runs: [CheckRun], _ waivers: [WaiverReview]) throws -> DatabaseQueue {
    let queue = try DatabaseQueue()
    try queue.write { database in
      try database.execute(
        sql: """
          CREATE TABLE finding (check_id INTEGER NOT NULL, subject TEXT NOT NULL, rank INTEGER NOT NULL);
          CREATE TABLE check_requirement (check_id INTEGER NOT NULL, requirement TEXT NOT NULL);
          CREATE TABLE waiver (check_id INTEGER PRIMARY KEY, pattern TEXT NOT NULL);
          """)
      let insert = try database.makeStatement(sql: "INSERT INTO finding VALUES (?, ?, ?)")
      for (number, run) in runs.enumerated() {
        for id in run.check.requirements {
          try database.execute(
            sql: "INSERT INTO check_requirement VALUES (?, ?)", arguments: [number, id.description])
        }
        for finding in run.findings {
          try insert.execute(arguments: [number, finding.subject, rank(Standing(finding.outcome))])
        }
      }
      for review in waivers {
        let number = runs.firstIndex { $0.check.id == review.waiver.scope.check }
        try database.execute(
          sql: "INSERT INTO waiver VALUES (?, ?)", arguments: [number, review.waiver.scope.subject])
      }
      try database.execute(sql: "CREATE INDEX finding_by_check ON finding (check_id)")
    }
    return queue
  }

  private static let grouping = """
    SELECT requirement, max(CASE WHEN rank = \(rank(.fail)) AND subject GLOB pattern THEN \(rank(.waived)) ELSE rank END) AS rank
    FROM finding JOIN check_requirement USING (check_id) LEFT JOIN waiver USING (check_id) GROUP BY requirement
    """

  /// The place of a standing among all, by which combination prevails.
  private static func rank(_ standing: Standing) -> Int {
    Standing.allCases.count { $0 != standing && standing.combined(with: $0) == standing }
  }

  private static func median(_ durations: [Duration]) -> Double {
    Search.milliseconds(durations.sorted()[durations.count / 2])
  }
}
