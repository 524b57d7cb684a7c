import Compliance
import Foundation
import GRDB
import Testing

@testable import SiteData

struct SQLiteReaderTests {
  private func sqlite(_ columns: [Column], table: String? = nil, query: String? = nil) -> SourceDeclaration {
    source(columns, format: .sqlite, file: "d.sqlite", layout: SourceLayout(table: table, query: query))
  }

  private let devices = [
    Column(name: "name", type: .string, headers: ["機器名"]), Column(name: "mac", type: .mac, isOptional: true),
    Column(name: "seen", type: .date, isOptional: true), Column(name: "load", type: .number, isOptional: true),
  ]

  /// The bytes of a database as another program writes it.
  private func database(_ statements: String..., encoding: String = "UTF-8") throws -> [UInt8] {
    let path = "/tmp/tenken-database-\(UUID().uuidString).sqlite"
    defer { unlink(path) }
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA encoding = '\(encoding)'")
      for statement in statements { try database.execute(sql: statement) }
    }
    try queue.close()
    return Array(try #require(FileManager.default.contents(atPath: path)))
  }

  private var ledger: [UInt8] {
    get throws {
      try database(
        "CREATE TABLE devices (id INTEGER PRIMARY KEY, 機器名 TEXT, mac, seen TEXT, load, photo BLOB)",
        "INSERT INTO devices VALUES (3, 'CT-1', '00-1A-2B-3C-4D-5E', 'R8.5.1', 0.25, x'00FF')",
        "INSERT INTO devices VALUES (7, '検査 機', NULL, NULL, 12, NULL)",
        "INSERT INTO devices VALUES (9, 'MRI', 'none', '2026-01-02', 1e300, NULL)",
        "CREATE VIEW old AS SELECT * FROM devices WHERE id < 5",
        "CREATE TABLE pairs (a TEXT PRIMARY KEY, b TEXT) WITHOUT ROWID", "INSERT INTO pairs VALUES ('k', 'v')")
    }
  }

  @Test(arguments: ["UTF-8", "UTF-16le"])
  func aTableIsReadByItsColumnsAndRowsHaveTheirNumbers(encoding: String) throws {
    let bytes = try database(
      "CREATE TABLE \"機器 台帳\" (id INTEGER PRIMARY KEY, 機器名 TEXT, mac, seen TEXT, load REAL)",
      "INSERT INTO \"機器 台帳\" VALUES (3, 'CT-1', '00-1A-2B-3C-4D-5E', 'R8.5.1', 0.25), (7, '検査 機', NULL, NULL, 12)",
      encoding: encoding)
    let reader = RecordReader(
      sqlite(devices, table: "機器 台帳"), files: [try file(bytes, name: "data/d.sqlite")], timeZone: .japan,
      pseudonyms: nil)
    _ = reader.next()
    #expect(reader.record.place == Place(file: "data/d.sqlite 機器 台帳", line: 3))
    let read = try read(bytes, sqlite(devices, table: "機器 台帳"))
    #expect(
      read.seen == [
        .record(line: 3, ["CT-1", "00:1a:2b:3c:4d:5e", "2026-05-01", .number(0.25)]),
        .record(line: 7, ["検査 機", .null, .null, .number(12)]),
      ])
    #expect(read.evidence.encoding == "SQLite" && read.evidence.records == 2 && read.evidence.sha256?.count == 64)
  }

  @Test func aValueThatCannotBeReadIsAFaultOfItsRow() throws {
    let seen = try read(try ledger, sqlite(devices, table: "devices")).seen
    #expect(seen.map(\.isRefused) == [false, false, true] && seen[2].line == 9)
    let photo = [Column(name: "photo", type: .string)]
    #expect(
      try read(try ledger, sqlite(photo, table: "devices")).seen.first?.problem
        == "「photo」の値は文字ではなくバイナリ（BLOB）である。")
  }

  @Test func aViewAndATableWithoutRowNumbersCountTheirRows() throws {
    #expect(try read(try ledger, sqlite(devices, table: "old")).seen.map(\.line) == [1])
    let pairs = [Column(name: "b", type: .string)]
    #expect(try read(try ledger, sqlite(pairs, table: "pairs")).seen == [.record(line: 1, ["v"])])
  }

  @Test func aQueryGivesWhatItAsksFor() throws {
    let columns = [Column(name: "n", type: .integer), Column(name: "today", type: .date)]
    let query = "SELECT count(*) AS n, date('now') AS today FROM devices WHERE load > 0.5;"
    let reader = RecordReader(
      sqlite(columns, query: query), files: [try file(try ledger)], timeZone: .japan, pseudonyms: nil,
      today: CalendarDate(year: 2026, month: 11, day: 21))
    #expect(steps(reader) == [.record(line: 1, [.integer(2), "2026-11-21"])])
  }

  @Test(arguments: [
    ("DELETE FROM devices", "SELECT文だけ"), ("PRAGMA user_version", "SELECT文だけ"),
    ("ATTACH '/etc/passwd' AS x", "SELECT文だけ"),
    ("SELECT 1 AS name; SELECT 2", "SELECT文だけ"), ("", "SELECT文だけ"), ("SELECT random() AS name", "SELECT文だけ"),
    ("SELECT load_extension('x') AS name", "SELECT文だけ"), ("CREATE TABLE x (a)", "SELECT文だけ"),
    ("VACUUM INTO '/tmp/x'", "SELECT文だけ"), ("SELECT nmae FROM devices", "no such column: nmae"),
    ("SELECT FROM", "syntax error"), ("SELECT id FROM devices", "name"),
    ("WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT max(n) AS name FROM c", "打ち切った"),
    ("SELECT zeroblob(900000000) AS name", "メモリ"),
    (
      "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c LIMIT 3000000) SELECT n || hex(zeroblob(50)) AS name FROM c ORDER BY 1 DESC",
      "メモリ"
    ),
  ])
  func whatAQueryMayNotDoIsSaid(query: String, told: String) throws {
    let seen = try read(try ledger, sqlite([Column(name: "name", type: .string)], query: query)).seen
    #expect(seen.count == 1 && seen.first?.isFailed == true, "\(seen)")
    #expect(seen.first?.problem?.contains(told) == true, "\(seen)")
  }

  @Test func namesThatAreNotThereAreSaidWithThoseThatAre() throws {
    let table = try read(try ledger, sqlite(devices, table: "device")).seen.first?.problem
    #expect(table?.contains("「device」という表がない。") == true && table?.contains("「devices」のことではないか。") == true)
    let column = [Column(name: "laod", type: .number)]
    let problem = try read(try ledger, sqlite(column, table: "devices")).seen.first?.problem
    #expect(problem?.contains("「laod」") == true && problem?.contains("「load」") == true, "\(problem ?? "")")
  }

  @Test func aNameCannotBreakOutOfItsQuery() throws {
    let bytes = try database("CREATE TABLE \"a\"\"b\" (\"x\"\"y\" TEXT)", "INSERT INTO \"a\"\"b\" VALUES ('v')")
    #expect(
      try read(bytes, sqlite([Column(name: "x\"y", type: .string)], table: "a\"b")).seen == [.record(line: 1, ["v"])])
    #expect(try read(bytes, sqlite([Column(name: "x", type: .string)], table: "a\"; DROP TABLE a; --")).seen.count == 1)
  }

  // MARK: Files

  @Test func aPackedDatabaseIsRead() throws {
    let plain = try ledger
    #expect(
      try read(try gzip(plain), sqlite(devices, table: "devices")).seen
        == read(plain, sqlite(devices, table: "devices")).seen)
  }

  @Test func aDatabaseInWriteAheadModeIsRead() throws {
    let bytes = try database(
      "PRAGMA journal_mode = WAL", "CREATE TABLE t (name)", "INSERT INTO t VALUES ('a')",
      "PRAGMA wal_checkpoint(TRUNCATE)")
    #expect(bytes[18] == 2)
    #expect(
      try read(bytes, sqlite([Column(name: "name", type: .string)], table: "t")).seen == [.record(line: 1, ["a"])])
  }

  @Test(arguments: ["-wal", "-journal"])
  func workThatIsNotInTheFileYetIsNoticed(ending: String) throws {
    let site = try Site()
    try site.write(try ledger, to: "d.sqlite")
    let declaration = sqlite(devices, table: "devices")
    let data = DataFolder(path: site.path)
    try site.write([], to: "d.sqlite\(ending)")
    guard case .files = data.open(declaration) else {
      Issue.record("an empty log stands in the way")
      return
    }
    try site.write([1], to: "d.sqlite\(ending)")
    guard case .unreadable(let problem) = data.open(declaration) else {
      Issue.record("a full log does not stand in the way")
      return
    }
    #expect(problem.text.ja.contains("「d.sqlite\(ending)」"))
  }

  @Test func whatIsNoDatabaseIsSaid() throws {
    let declaration = sqlite(devices, table: "devices")
    #expect(try read(Array("name,mac\n".utf8), declaration).seen.first?.problem?.contains("暗号化") == true)
    #expect(try read([], declaration).seen.first?.problem?.contains("表は一つもない") == true)
  }

  @Test func aDamagedDatabaseIsSaidToBe() throws {
    let whole = try database(
      "CREATE TABLE t (name)",
      "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c LIMIT 5000) INSERT INTO t SELECT 'name ' || n FROM c"
    )
    let names = sqlite([Column(name: "name", type: .string)], table: "t")
    #expect(try read(whole, names).seen.count == 5000)
    for length in stride(from: 4096, to: whole.count, by: 4096 * 3) {
      let seen = try read(Array(whole[..<length]), names).seen
      #expect(seen.last?.isFailed == true, "\(length)")
    }
    var generator = Generator(seed: 7)
    for _ in 0..<300 {
      var bytes = whole
      for _ in 0..<20 {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      }
      // Whatever comes of it, it ends.
      _ = try read(bytes, names).seen.count
    }
  }
}
