import Compliance
import FoundationEssentials
import GRDB
import Testing

@testable import History

/// Values for the tests of this target, and a folder of its own for each.
struct ScratchFolder: ~Copyable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/history-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var database: String { path + "/.tenken/history.sqlite" }
}

func bytes(of path: String) throws -> Data {
  try #require(FileManager.default.contents(atPath: path))
}

func write(_ bytes: Data, to path: String) throws {
  let folder = path[..<(try #require(path.lastIndex(of: "/")))]
  try FileManager.default.createDirectory(atPath: String(folder), withIntermediateDirectories: true)
  try bytes.write(to: URL(fileURLWithPath: path))
}

/// What SQLite says of a whole file: `ok`.
func integrity(of store: SweepStore) throws -> String? {
  try store.database.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") }
}

extension SweepStore {
  /// Appends with the same surroundings every time.
  @discardableResult
  func append(_ result: SweepResult) throws(HistoryError) -> SweepID {
    try append(
      result, startedAt: "2026-11-21T09:00:01+09:00", finishedAt: "2026-11-21T09:00:04+09:00",
      program: "tenken 0.1.0, Lua 5.4.4", catalogueSHA256: String(repeating: "0f", count: 32))
  }
}

/// Whether two results are the same down to the bytes of their texts. Swift's `==` takes composed and decomposed forms for
/// equal; their descriptions as bytes do not.
func expectSame(_ a: SweepResult?, _ b: SweepResult, sourceLocation: SourceLocation = #_sourceLocation) {
  guard let a else {
    Issue.record("there is no such sweep", sourceLocation: sourceLocation)
    return
  }
  #expect(a.site == b.site, sourceLocation: sourceLocation)
  #expect(a.at == b.at, sourceLocation: sourceLocation)
  #expect(a.exit == b.exit, sourceLocation: sourceLocation)
  #expect(a.checks == b.checks, sourceLocation: sourceLocation)
  #expect(a.beside == b.beside, sourceLocation: sourceLocation)
  #expect(a.standings == b.standings, sourceLocation: sourceLocation)
  #expect(a.derived == b.derived, sourceLocation: sourceLocation)
  #expect(a.attestations == b.attestations, sourceLocation: sourceLocation)
  #expect(a.waivers == b.waivers, sourceLocation: sourceLocation)
  let messages = { (result: SweepResult) in
    result.checks.flatMap { $0.findings.flatMap { Array($0.message.ja.utf8) + Array($0.subject.utf8) } }
  }
  #expect(messages(a) == messages(b), sourceLocation: sourceLocation)
}

/// A sweep with every field filled and every field empty somewhere.
func richSweep() throws -> SweepResult {
  let encryption = Check(
    id: try #require(CheckID("wireless-lan/encryption")),
    title: LocalizedText(ja: "通信を暗号化している", en: "Traffic is encrypted"),
    requirements: [
      try #require(RequirementID("mhlw-5:6.5.C.12.3")), try #require(RequirementID("mic-1:3.2.3.ko.1")),
    ],
    severity: .high, cadence: "1 day", remedy: LocalizedText(ja: "直す。", en: "Mend it."))
  var counts = OutcomeCounts()
  counts[.fail] = 1_200
  counts[.pass] = 1
  let failing = CheckRun(
    check: encryption, outcome: .fail, counts: counts,
    findings: [
      Finding(
        subject: "AP-𠮷野", outcome: .fail, message: LocalizedText(ja: "か\u{3099}と が", en: "'; DROP TABLE sweep; --"),
        place: Place(file: "data/無線/ap.csv", line: 12, column: 3)),
      Finding(
        subject: "が", outcome: .fail, message: LocalizedText(ja: "NUL\0の後", en: ""),
        place: Place(file: "data/ap.csv")),
      Finding(
        subject: "か\u{3099}", outcome: .pass, message: LocalizedText(verbatim: ""), place: nil,
        due: CalendarDate(year: 2028, month: 2, day: 29)),
    ],
    sources: [
      SourceEvidence(
        source: "access-points", file: "data/ap.csv", sha256: String(repeating: "ab", count: 32), encoding: "CP932",
        records: 1_201, refused: 2, skipped: 3),
      SourceEvidence(
        source: "access-points", file: "data/absent.csv", sha256: nil, encoding: "", records: 0, refused: 0, skipped: 0),
    ],
    pluginVersion: "1.0.0", pluginSHA256: String(repeating: "cd", count: 32), milliseconds: 41)
  let broken = CheckRun(
    check: Check(
      id: try #require(CheckID("broken")), title: LocalizedText(verbatim: "broken"), requirements: [],
      severity: .critical, cadence: "", remedy: LocalizedText(verbatim: "")),
    outcome: .error,
    problem: Problem(
      at: Place(file: "plugins/broken/plugin.lua", line: 3, column: 9), LocalizedText(ja: "壊れている", en: "broken")),
    pluginVersion: "", pluginSHA256: "")
  let beside = CheckRun(
    check: Check(
      id: try #require(CheckID("wireless-lan/hidden")), title: LocalizedText(verbatim: "hidden"),
      requirements: [try #require(RequirementID("mhlw-5:6.5.C.12.1"))], severity: .low, cadence: "1 day",
      remedy: LocalizedText(verbatim: "")),
    outcome: .pass, pluginVersion: "1.0.0", pluginSHA256: String(repeating: "cd", count: 32),
    freshness: .carried(from: SweepID(7), at: "2026-11-20T09:00:00+09:00"))
  return SweepResult(
    site: LocalizedText(ja: "緑が丘病院", en: "Midorigaoka Hospital"), at: "2026-11-21T09:00:00+09:00",
    checks: [failing, broken], beside: [beside],
    standings: [
      RequirementStanding(
        requirement: try #require(RequirementID("mhlw-5:6.5.C.12")), standing: .fail,
        by: [.check(encryption.id), try #require(EvidenceID("broken"))]),
      RequirementStanding(
        requirement: try #require(RequirementID("mhlw-5:6.5.C.13")), standing: .notchecked, by: []),
    ],
    exit: .failed, only: ["wireless-lan", "mhlw-5:6.5.C.12"])
}

/// A sweep of many findings that have little in common with those of another `day`, so that it fills many pages.
func largeSweep(day: Int, checks: Int = 10, findings: Int = 100) throws -> SweepResult {
  let runs = try (0..<checks).map { number in
    var counts = OutcomeCounts()
    counts[.fail] = findings
    return CheckRun(
      check: Check(
        id: try #require(CheckID("ledger/check-\(number)")), title: LocalizedText(ja: "台帳", en: "Ledger"),
        requirements: [try #require(RequirementID("mhlw-5:6.5.C.\(number + 1)"))], severity: .low, cadence: "1 day",
        remedy: LocalizedText(ja: "直す。", en: "Mend it.")),
      outcome: .fail, counts: counts,
      findings: (0..<findings).map { line in
        Finding(
          subject: "device-\(number)-\(line)", outcome: .fail,
          message: LocalizedText(ja: "\(day)日目に見つかった", en: "found on day \(day)"),
          place: Place(file: "data/ledger-\(number).csv", line: line + 2))
      },
      pluginVersion: "1.0.0", pluginSHA256: String(repeating: "0", count: 64))
  }
  return SweepResult(
    site: LocalizedText(verbatim: "site"), at: "2026-11-21T09:00:00+09:00", checks: runs, standings: [], exit: .failed)
}
