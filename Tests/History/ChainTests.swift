import Compliance
import Crypto
import FoundationEssentials
import GRDB
import Testing

@testable import History

/// Every way to tamper with a history's file, and what verifying says of it.
struct ChainTests {
  /// A history of five sweeps; the third and the fifth differ from the others, which share their rows.
  private func history(in folder: borrowing ScratchFolder, key: SigningKey? = nil) throws -> SweepStore {
    let store = try SweepStore(at: folder.database)
    for number in 1...5 {
      try store.append(number == 3 ? largeSweep(day: 3, checks: 2, findings: 5) : richSweep(), key: key)
    }
    return store
  }

  private func faults(_ store: SweepStore, keys: [VerifyingKey] = [], head: HistoryHead? = nil) throws -> [HistoryFault]
  {
    try store.verify(keys: keys, head: head).faults
  }

  private func tamper(_ store: SweepStore, _ sql: String) throws {
    try store.database.writeWithoutTransaction { database in
      // As the sqlite3 program does it, which does not keep foreign keys unless it is told to.
      try database.execute(sql: "PRAGMA foreign_keys = OFF")
      try database.execute(sql: sql)
      try database.execute(sql: "PRAGMA foreign_keys = ON")
    }
  }

  @Test func anUntouchedHistoryIsWhole() throws {
    let folder = try ScratchFolder()
    let result = try history(in: folder).verify(keys: [], head: nil)
    #expect(result.faults == [])
    #expect(result.whole.map(\.number) == [1, 2, 3, 4, 5])
    #expect(result.head?.sweep == SweepID(5))
    #expect(result.signed == 0 && result.unchained == 0 && result.thinned == 0)
  }

  @Test(
    arguments: [
      (
        "UPDATE finding SET outcome = 'pass' WHERE check_run = (SELECT min(id) FROM check_run WHERE sweep = 3) AND position = 1",
        [3], ["finding"]
      ),
      ("UPDATE finding SET line = line + 1 WHERE check_run = 1 AND position = 0", [1, 2], ["finding"]),
      ("UPDATE finding SET \"column\" = NULL WHERE check_run = 1 AND position = 0", [1, 2], ["finding"]),
      ("DELETE FROM finding WHERE check_run = 1 AND position = 2", [1, 2], ["finding"]),
      (
        """
        INSERT INTO finding (check_run, position, subject, outcome, message_ja, message_en)
        SELECT check_run, 9, subject, outcome, message_ja, message_en FROM finding WHERE check_run = 1 AND position = 0
        """, [1, 2], ["finding"]
      ),
      ("UPDATE finding SET position = position + 10 WHERE check_run = 1", [1, 2], ["finding"]),
      ("UPDATE finding_count SET number = 7 WHERE check_run = 1 AND outcome = 'fail'", [1, 2], ["finding_count"]),
      (
        "UPDATE source_evidence SET sha256 = (SELECT id FROM text WHERE value = '1.0.0') WHERE check_run = 1 AND position = 0",
        [1, 2], ["source_evidence"]
      ),
      ("DELETE FROM source_evidence WHERE check_run = 1", [1, 2], ["source_evidence"]),
      ("DELETE FROM check_requirement WHERE check_run = 1", [1, 2], ["check_requirement"]),
      ("UPDATE check_run SET outcome = 'pass' WHERE id = 1", [1], ["check_run"]),
      ("UPDATE check_run SET milliseconds = 1 WHERE id = 1", [1], ["check_run"]),
      ("UPDATE check_run SET plugin_sha256 = plugin_version WHERE id = 1", [1], ["check_run"]),
      ("UPDATE check_run SET freshness = 'not-run' WHERE id = 1", [1], ["check_run"]),
      (
        "UPDATE check_run SET freshness = 'carried', carried_from = 1, carried_at = '' WHERE id = 1", [1], ["check_run"]
      ),
    ] as [(String, [Int64], [String])])
  func `an edit is found, with its check and table`(sql: String, sweeps: [Int64], tables: [String]) throws {
    let folder = try ScratchFolder()
    let store = try history(in: folder)
    // What the statements rest on: the runs of sweep 2 share the rows of those of sweep 1.
    let holders = try store.database.read {
      try (Int64?).fetchAll($0, sql: "SELECT rows_of FROM check_run ORDER BY id LIMIT 6")
    }
    #expect(holders == [nil, nil, nil, 1, 2, 3])
    try tamper(store, sql)
    let check = sweeps == [3] ? "ledger/check-0" : "wireless-lan/encryption"
    let touched = try sharing(sweeps, in: store)
    let result = try store.verify(keys: [], head: nil)
    #expect(
      result.faults == touched.map { HistoryFault(SweepID($0), .changed(.check(check, tables: tables))) })
    #expect(result.whole.map(\.number) == [1, 2, 3, 4, 5].filter { !touched.contains($0) })
  }

  /// The sweeps that show the rows of the first of these, if more than one does.
  private func sharing(_ sweeps: [Int64], in store: SweepStore) throws -> [Int64] {
    guard sweeps.count > 1 else { return sweeps }
    return try store.database.read {
      try Int64.fetchAll($0, sql: "SELECT sweep FROM check_run WHERE id = 1 OR rows_of = 1 ORDER BY sweep")
    }
  }

  @Test func aTextThatManySweepsShareIsFoundInAllOfThem() throws {
    let folder = try ScratchFolder()
    let store = try history(in: folder)
    try tamper(store, "UPDATE text SET value = 'AP-別' WHERE value = 'AP-𠮷野'")
    #expect(try faults(store).map(\.sweep?.number) == sharing([1, 2], in: store).map(Optional.some))
    // The hospital's name stands in every sweep but the third.
    try tamper(store, "UPDATE text SET value = '別の病院' WHERE value = '緑が丘病院'")
    #expect(try faults(store).filter { $0.kind == .changed(.sweep) }.map(\.sweep?.number) == [1, 2, 4, 5])
  }

  @Test(
    arguments: [
      ("UPDATE sweep SET at = '2026-11-21T08:00:00+09:00' WHERE id = 2", 2, .changed(.sweep)),
      ("UPDATE sweep SET exit = 0 WHERE id = 2", 2, .changed(.sweep)),
      ("UPDATE standing SET outcome = 'pass' WHERE sweep = 4 AND position = 0", 4, .changed(.table("standing"))),
      ("DELETE FROM standing_check WHERE sweep = 4", 4, .removed(.table("standing_check"))),
      ("DELETE FROM check_run WHERE sweep = 3 AND position = 1", 3, .removed(.check("ledger/check-1", tables: []))),
      (
        "UPDATE check_run SET check_id = 'ledger/other' WHERE sweep = 3 AND position = 1", 3,
        .added(.check("ledger/other", tables: []))
      ),
      ("DELETE FROM sweep WHERE id = 3", 3, .recordRemoved),
      ("DELETE FROM link WHERE sweep = 3", 3, .notLinked),
      ("UPDATE link SET record = zeroblob(32) WHERE sweep = 3", 3, .linkChanged),
      ("UPDATE link SET previous = zeroblob(32) WHERE sweep = 3", 3, .linkBroken),
      ("UPDATE link SET sha256 = zeroblob(32) WHERE sweep = 3", 4, .linkBroken),
      ("UPDATE link SET sha256 = x'00' WHERE sweep = 3", 3, .linkChanged),
      (
        "UPDATE check_run SET problem_file = NULL WHERE sweep = 2", 2, .changed(.check("broken", tables: ["check_run"]))
      ),
      ("INSERT INTO thinned VALUES (3, 5); DELETE FROM sweep WHERE id = 3", 5, .linkChanged),
      ("DELETE FROM sweep WHERE id = 5; DELETE FROM link WHERE sweep = 5", 5, .tailRemoved),
      (
        """
        INSERT INTO sweep (id, at, started_at, finished_at, exit, only_ids, site_ja, site_en, program, catalogue_sha256)
        SELECT 9, at, started_at, finished_at, exit, only_ids, site_ja, site_en, program, catalogue_sha256 FROM sweep
        WHERE id = 1
        """, 9, .notLinked
      ),
      ("UPDATE text SET value = x'ff' WHERE value = 'か' || char(0x3099) || 'と が'", 1, .unreadable),
    ] as [(String, Int64, HistoryFault.Kind)])
  func `whatever else is done is found and told where`(sql: String, sweep: Int64, kind: HistoryFault.Kind) throws {
    let folder = try ScratchFolder()
    let store = try history(in: folder)
    try tamper(store, sql)
    #expect(try faults(store).contains(HistoryFault(SweepID(sweep), kind)))
  }

  @Test func sweepsThatChangedPlacesAreFound() throws {
    let folder = try ScratchFolder()
    let store = try history(in: folder)
    for name in ["sweep", "check_run", "standing", "standing_check", "part", "link"] {
      let column = name == "sweep" ? "id" : "sweep"
      try tamper(store, "UPDATE \(name) SET \(column) = \(column) + 100 WHERE \(column) IN (2, 3)")
      try tamper(store, "UPDATE \(name) SET \(column) = 105 - \(column) WHERE \(column) IN (102, 103)")
    }
    let kinds = try faults(store).filter { $0.sweep == SweepID(2) || $0.sweep == SweepID(3) }.map(\.kind)
    #expect(kinds.contains(.linkBroken) && kinds.contains(.linkChanged))
  }

  @Test func checksInAnotherOrderAreFound() throws {
    let folder = try ScratchFolder()
    let store = try history(in: folder)
    try tamper(
      store,
      """
      UPDATE check_run SET position = position + 10 WHERE sweep = 3;
      UPDATE check_run SET position = 11 - position WHERE sweep = 3;
      """)
    #expect(try faults(store).allSatisfy { $0.sweep == SweepID(3) })
    #expect(try !faults(store).isEmpty)
  }

  @Test func whoAlsoChangesTheDigestsOfPartsIsFoundByTheRecord() throws {
    let folder = try ScratchFolder()
    let store = try history(in: folder)
    try tamper(store, "UPDATE sweep SET exit = 0 WHERE id = 3")
    let digest = try store.database.read { try ChainReader(database: $0).digest(of: .sweep, owner: 3) }
    try store.database.write {
      try $0.execute(
        sql: "UPDATE part SET sha256 = ? WHERE sweep = 3 AND position = 0", arguments: [try #require(digest).digest])
    }
    #expect(try faults(store) == [HistoryFault(SweepID(3), .recordChanged)])
  }

  /// Who changes a record and works every later hash out anew leaves a chain that is whole in itself.
  @Test func onlyAHeadOrASignatureShowsAChainMadeAnew() throws {
    let folder = try ScratchFolder()
    let key = SigningKey()
    let head = try #require(try history(in: folder, key: key).head())
    let forged = try ScratchFolder()
    let store = try SweepStore(at: forged.database)
    for _ in 1...5 { try store.append(richSweep()) }
    #expect(try faults(store) == [])
    #expect(try faults(store, head: head) == [HistoryFault(SweepID(5), .notOfHead)])
    try store.append(richSweep())
    #expect(try faults(store, head: head) == [HistoryFault(SweepID(5), .notOfHead)])

    // With the links of the signed chain laid under it, the signatures are those of other records.
    let other = try ScratchFolder()
    let signed = try history(in: other, key: SigningKey())
    #expect(try signed.verify(keys: [key.verifying], head: nil).unknownSigners.count == 1)
    try tamper(signed, "UPDATE link SET signer = '\(key.id)'")
    let kinds = Set(try faults(signed, keys: [key.verifying]).map(\.kind))
    #expect(kinds.contains(.signatureWrong) && kinds.contains(.linkChanged))
  }

  @Test func aTruncatedHistoryIsTheHeadsToFind() throws {
    let folder = try ScratchFolder()
    let store = try history(in: folder)
    let head = try #require(try store.head())
    // With the number that SQLite remembers, nothing in the file tells of the last sweep any more.
    try tamper(
      store, "DELETE FROM sweep WHERE id = 5; DELETE FROM link WHERE sweep = 5; UPDATE sqlite_sequence SET seq = 4")
    let alone = try faults(store)
    #expect(!alone.contains { $0.kind == .tailRemoved })
    #expect(try faults(store, head: head).contains(HistoryFault(SweepID(5), .notOfHead)))
  }

  @Test func signaturesAreChecked() throws {
    let folder = try ScratchFolder()
    let key = SigningKey()
    let store = try history(in: folder, key: key)
    let result = try store.verify(keys: [SigningKey().verifying, key.verifying], head: store.head())
    #expect(result.isWhole && result.signed == 5 && result.unknownSigners == [])
    #expect(try store.verify(keys: [], head: nil).unknownSigners == [key.id])
    try tamper(store, "UPDATE link SET signature = zeroblob(64) WHERE sweep = 2")
    #expect(try faults(store, keys: [key.verifying]) == [HistoryFault(SweepID(2), .signatureWrong)])
    try tamper(store, "UPDATE link SET signature = NULL WHERE sweep = 3")
    #expect(try faults(store).map(\.kind) == [.signatureMissing])
    try store.append(richSweep())
    #expect(try faults(store).last == HistoryFault(SweepID(6), .signatureMissing))
  }

  @Test func aTriggerIsFound() throws {
    let folder = try ScratchFolder()
    let store = try history(in: folder)
    try tamper(store, "CREATE TRIGGER t AFTER INSERT ON finding BEGIN DELETE FROM finding; END")
    #expect(try faults(store) == [HistoryFault(nil, .layoutChanged)])
  }

  @Test func damageIsToldWithWhatIsWhole() throws {
    let folder = try ScratchFolder()
    let store = try SweepStore(at: folder.database)
    for day in 1...6 { try store.append(try largeSweep(day: day)) }
    let whole = try bytes(of: folder.database)
    var broken = whole
    // Pages near the end, where the rows of the last sweeps lie.
    broken.replaceSubrange((whole.count - 40_960)..<whole.count, with: Data(repeating: 0xA5, count: 40_960))
    try write(broken, to: folder.database)
    let result = try SweepStore.openReadOnly(at: folder.database).verify(keys: [], head: nil)
    #expect(result.faults.contains(HistoryFault(nil, .fileDamaged)))
    #expect(!result.isWhole)
    try write(whole, to: folder.database)
    #expect(try SweepStore.openReadOnly(at: folder.database).verify(keys: [], head: nil).isWhole)
  }

  /// The documented form, worked out here from the words of the document alone.
  @Test func theHashesAreThoseOfTheDocumentedForm() throws {
    let folder = try ScratchFolder()
    let store = try SweepStore(at: folder.database)
    try store.append(
      SweepResult(
        site: LocalizedText(ja: "病院", en: "H"), at: "2026-11-21T09:00:00+09:00", checks: [], standings: [],
        exit: .undetermined))
    func sha256(_ text: String) -> String {
      SHA256.hash(data: Data(text.utf8)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
    let zeros = String(repeating: "0", count: 64)
    let row = """
      sweep
      id=1
      at=25:2026-11-21T09:00:00+09:00
      started_at=25:2026-11-21T09:00:01+09:00
      finished_at=25:2026-11-21T09:00:04+09:00
      exit=2
      only_ids=0:
      site_ja=6:病院
      site_en=1:H
      program=23:tenken 0.1.0, Lua 5.4.4
      catalogue_sha256=64:\(String(repeating: "0f", count: 32))


      """
    let record = sha256("tenken.record/1\nsweep \(sha256(row))\n")
    let link = sha256("tenken.link/1\nsweep 1\nprevious \(zeros)\nrecord \(record)\nsigner none\n")
    #expect(try store.head()?.sha256 == link)
  }

  /// A table that a later migration adds must be registered, or it would not be covered.
  @Test func everyTableOfSweepsIsInTheCanonicalForm() throws {
    let folder = try ScratchFolder()
    let store = try SweepStore(at: folder.database)
    let apart: Set = ["text", "link", "thinned", "part", "run_digest", "sqlite_sequence", "grdb_migrations"]
    // What only says where rows are, or repeats the owner.
    let unhashed: Set = ["sweep.standings_of", "check_run.rows_of", "check_run.id"]
    try store.database.read { database in
      let tables = try String.fetchAll(database, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'")
      for table in tables where !apart.contains(table) {
        let known = try #require(StoredTable.all.first { $0.name == table }, "\(table) is not registered")
        let columns = try database.columns(in: table).map(\.name)
        #expect(
          columns.filter { !unhashed.contains("\(table).\($0)") && $0 != known.ownerColumn }
            == known.columns.map(\.name))
        let references = Set(
          try database.foreignKeys(on: table).filter { $0.destinationTable == "text" }.flatMap {
            $0.mapping.map(\.origin)
          })
        #expect(references == Set(known.columns.filter(\.isReference).map(\.name)))
      }
    }
  }
}

extension SweepStore {
  @discardableResult
  func append(_ result: SweepResult, key: SigningKey?) throws(HistoryError) -> SweepID {
    try append(
      result, startedAt: "2026-11-21T09:00:01+09:00", finishedAt: "2026-11-21T09:00:04+09:00",
      program: "tenken 0.1.0, Lua 5.4.4", catalogueSHA256: String(repeating: "0f", count: 32), key: key)
  }
}
