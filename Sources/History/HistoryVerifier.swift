import Compliance
import FoundationEssentials
import GRDB

/// Holds a history against its chain. One pass over the links and one over each record; rows that several sweeps share are hashed once.
struct HistoryVerifier {
  private let database: Database
  private let reader: ChainReader
  private var chainedRuns: ChainedRuns
  private let keys: [VerifyingKey]
  private let comparedHead: HistoryHead?
  private var faults: [HistoryFault] = []
  private var whole: [SweepID] = []
  private var signed = 0
  private var unknownSigners: Set<String> = []
  private var wasSigned = false
  /// The digests of rows that were hashed before, by the run or the sweep that holds them.
  private var runs: [Int64: [TableDigest]] = [:]
  private var standings: [Int64: [TableDigest]] = [:]

  init(_ database: Database, keys: [VerifyingKey], head: HistoryHead?) {
    self.database = database
    self.keys = keys
    reader = ChainReader(database: database)
    chainedRuns = ChainedRuns(database)
    comparedHead = head
  }

  mutating func verify() throws -> HistoryVerification {
    try verifyFile()
    let records = try Set(Int64.fetchAll(database, sql: "SELECT id FROM sweep"))
    let thinned = try thinnedSweeps()
    let (linked, head) = try verifyLinks(records, thinned)
    let unchained = verifyUnlinked(records.subtracting(linked), first: linked.min())
    try verifyEnd(last: max(linked.max() ?? 0, records.max() ?? 0))
    if let comparedHead { verify(comparedHead, isLinked: linked.contains(comparedHead.sweep.number)) }
    let inOrder = faults.enumerated().sorted {
      ($0.element.sweep?.number ?? 0, $0.offset) < ($1.element.sweep?.number ?? 0, $1.offset)
    }
    return HistoryVerification(
      faults: inOrder.map(\.element), whole: whole, thinned: thinned.count, unchained: unchained, signed: signed,
      unknownSigners: unknownSigners.sorted(), head: head, comparedHead: comparedHead)
  }

  private mutating func report(_ sweep: Int64?, _ kind: HistoryFault.Kind) {
    faults.append(HistoryFault(sweep.map { SweepID($0) }, kind))
  }

  // MARK: - The file

  private mutating func verifyFile() throws {
    // The texts of SQLite's own check name tables and pages; for a person it is enough that there is damage.
    let check = try? String.fetchOne(database, sql: "PRAGMA integrity_check(1)")
    if check != "ok" { report(nil, .fileDamaged) }
    if try HistorySchema.layout(of: database) != HistorySchema.expectedLayout() { report(nil, .layoutChanged) }
    if (try? Row.fetchOne(database, sql: "PRAGMA foreign_key_check")) != nil { report(nil, .strayRows) }
  }

  /// The sweeps that were thinned out, each with the sweep that says so.
  private func thinnedSweeps() throws -> [Int64: Int64] {
    let rows = try Row.fetchAll(database, sql: "SELECT sweep, thinned_with FROM thinned")
    return try rows.reduce(into: [:]) { $0[try $1.stored("sweep")] = try $1.stored("thinned_with") }
  }

  // MARK: - The links

  private mutating func verifyLinks(
    _ records: Set<Int64>, _ thinned: [Int64: Int64]
  ) throws -> (linked: Set<Int64>, head: HistoryHead?) {
    var listed: [Int64: [SweepID]] = [:]
    for (sweep, with) in thinned { listed[with, default: []].append(SweepID(sweep)) }
    var previous = Digest.none
    var linked: Set<Int64> = []
    var head: HistoryHead?
    let list = "SELECT link.*, at FROM link LEFT JOIN sweep ON sweep.id = link.sweep ORDER BY link.sweep"
    let links = try Row.fetchCursor(database, sql: list)
    while let row = try links.next() {
      let sweep: Int64 = try row.stored("sweep")
      linked.insert(sweep)
      guard let stored: Digest = try? row.stored("sha256"), let before: Digest = try? row.stored("previous"),
        let record: Digest = try? row.stored("record")
      else {
        report(sweep, .linkChanged)
        continue
      }
      let link = ChainLink(
        sweep: SweepID(sweep), previous: before, record: record, signer: try? row.storedIfAny("signer"),
        thinned: (listed[sweep] ?? []).sorted())
      let isSame = link.digest == stored
      let follows = before == previous
      if !isSame { report(sweep, .linkChanged) }
      if !follows { report(sweep, .linkBroken) }
      previous = stored
      let signature: Data? = try? row.storedIfAny("signature")
      let isSigned = verifySignature(signature, of: link)
      let isRecordWhole = verifyRecord(
        of: sweep, record, isThere: records.contains(sweep), isThinned: thinned[sweep] != nil)
      if isSame, follows, isSigned, isRecordWhole, records.contains(sweep) { whole.append(SweepID(sweep)) }
      if let comparedHead, comparedHead.sweep.number == sweep, comparedHead.sha256 != "\(stored)" {
        report(sweep, .notOfHead)
      }
      head = HistoryHead(
        sweep: SweepID(sweep), at: try row.storedIfAny("at") ?? "", sha256: "\(stored)", signer: link.signer,
        signature: signature?.base64EncodedString())
    }
    return (linked, head)
  }

  /// - Returns: whether nothing is wrong with it, as far as the keys at hand tell.
  private mutating func verifySignature(_ signature: Data?, of link: ChainLink) -> Bool {
    let sweep = link.sweep.number
    if link.signer == nil, !wasSigned { return true }
    wasSigned = true
    guard let signer = link.signer, let signature else {
      report(sweep, .signatureMissing)
      return false
    }
    guard let key = keys.first(where: { $0.id == signer }) else {
      unknownSigners.insert(signer)
      return true
    }
    guard key.accepts(signature, of: link.signed) else {
      report(sweep, .signatureWrong)
      return false
    }
    signed += 1
    return true
  }

  /// Records without a link. What was stored before there was a chain has no digests either, and is before its first link.
  /// - Returns: how many of those there are.
  private mutating func verifyUnlinked(_ records: Set<Int64>, first: Int64?) -> Int {
    // Where these cannot be read, what is unlinked counts as from before the chain only if it is before the first link.
    let digested = Set((try? Int64.fetchAll(database, sql: "SELECT DISTINCT sweep FROM part")) ?? [])
    let unchained = records.filter { $0 < first ?? .max && !digested.contains($0) }
    for sweep in records.subtracting(unchained) { report(sweep, .notLinked) }
    return unchained.count
  }

  /// Looks for what is missing at the end: SQLite remembers the highest number that a sweep has had.
  private mutating func verifyEnd(last: Int64) throws {
    let highest = try Int64.fetchOne(database, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'sweep'")
    if let highest, highest > last { report(highest, .tailRemoved) }
  }

  private mutating func verify(_ head: HistoryHead, isLinked: Bool) {
    if !isLinked { report(head.sweep.number, .notOfHead) }
    guard let signer = head.signer, let signature = head.signature.flatMap({ Data(base64Encoded: $0) }) else { return }
    guard let key = keys.first(where: { $0.id == signer }) else {
      unknownSigners.insert(signer)
      return
    }
    if !key.accepts(signature, of: ChainLink.signed(head.sweep, head.sha256)) {
      report(head.sweep.number, .headSignatureWrong)
    }
  }

  // MARK: - The records

  private mutating func verifyRecord(of sweep: Int64, _ record: Digest, isThere: Bool, isThinned: Bool) -> Bool {
    switch (isThere, isThinned) {
    case (false, true): return true
    case (false, false):
      report(sweep, .recordRemoved)
      return false
    case (true, true):
      report(sweep, .recordReturned)
      return false
    case (true, false): break
    }
    do {
      let found = try parts(of: sweep)
      if CanonicalForm.digest(CanonicalForm.record, lines: found.map(\.digest)) == record { return true }
      try locate(sweep, found, record)
    } catch {
      report(sweep, .unreadable)
    }
    return false
  }

  /// A part of a record as it is now.
  private struct Part {
    let digest: TableDigest
    /// The run that holds the rows, and their digests; only of a check.
    var rows: (holder: Int64, digests: [TableDigest])?
  }

  private mutating func parts(of sweep: Int64) throws -> [Part] {
    var parts: [Part] = []
    var rest: [Part] = []
    for table in StoredTable.ofSweeps where table.owner != .standings {
      guard let digest = try reader.digest(of: table, owner: sweep) else { continue }
      if table.owner == .none { parts.append(Part(digest: digest)) } else { rest.append(Part(digest: digest)) }
    }
    for run in try chainedRuns.runs(of: sweep) {
      let rows = try runs[run.holder] ?? StoredTable.ofRuns.compactMap { try reader.digest(of: $0, owner: run.holder) }
      runs[run.holder] = rows
      parts.append(
        Part(
          digest: TableDigest(name: "check \(run.check)", digest: CanonicalForm.digest(lines: [run.digest] + rows)),
          rows: (run.holder, rows)))
    }
    let holder = try Int64.fetchOne(
      try database.cachedStatement(sql: "SELECT coalesce(standings_of, id) FROM sweep WHERE id = ?"), arguments: [sweep]
    )
    guard let holder else { throw StoredValueError() }
    let shared =
      try standings[holder]
      ?? StoredTable.ofSweeps.filter { $0.owner == .standings }
      .compactMap { try reader.digest(of: $0, owner: holder) }
    standings[holder] = shared
    let byTable = Dictionary(grouping: rest + shared.map { Part(digest: $0) }, by: \.digest.name)
    return parts + StoredTable.ofSweeps.flatMap { byTable[$0.name] ?? [] }
  }

  /// Says where a record differs, by the digests of its parts that were stored with it.
  private mutating func locate(_ sweep: Int64, _ found: [Part], _ record: Digest) throws {
    let stored = try reader.parts(of: sweep)
    let isTrusted = CanonicalForm.digest(CanonicalForm.record, lines: stored) == record
    let before = Dictionary(stored.map { ($0.name, $0.digest) }) { first, _ in first }
    let count = faults.count
    for part in found {
      guard let digest = before[part.digest.name] else {
        report(sweep, .added(.init(part.digest.name)))
        continue
      }
      if digest != part.digest.digest { report(sweep, .changed(try changed(part))) }
    }
    let names = Set(found.map(\.digest.name))
    for part in stored where !names.contains(part.name) { report(sweep, .removed(.init(part.name))) }
    if faults.count == count { report(sweep, isTrusted ? .reordered : .recordChanged) }
  }

  /// Which part differs, and of a check, in which tables.
  private func changed(_ part: Part) throws -> RecordPart {
    guard let rows = part.rows, case .check(let check, _) = RecordPart(part.digest.name) else {
      return .init(part.digest.name)
    }
    let stored = try reader.runDigests(of: rows.holder)
    let tables = StoredTable.ofRuns.map(\.name).filter { name in
      stored.first { $0.name == name } != rows.digests.first { $0.name == name }
    }
    return .check(check, tables: tables.isEmpty ? [StoredTable.run.name] : tables)
  }
}

extension RecordPart {
  /// The part of a name in the record's text.
  fileprivate init(_ name: String) {
    if name == StoredTable.sweep.name {
      self = .sweep
    } else if name.hasPrefix("check ") {
      self = .check(String(name.dropFirst("check ".count)), tables: [])
    } else {
      self = .table(name)
    }
  }
}
