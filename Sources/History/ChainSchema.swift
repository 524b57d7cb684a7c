import GRDB

extension HistorySchema {
  /// The hash chain, and what lets a run share the rows of the run before.
  ///
  /// `link` and `thinned` do not refer to `sweep`: they stay when a sweep's record is thinned out. `part` and `run_digest` say where
  /// in a sweep something was changed; the chain itself needs only `link`.
  ///
  /// `rows_of` names the earlier run of the check that holds the rows of this one too; NULL if they are its own. `standings_of`
  /// likewise for the tables of standings.
  static let chain = """
    ALTER TABLE sweep ADD COLUMN standings_of INTEGER REFERENCES sweep;
    ALTER TABLE check_run ADD COLUMN rows_of INTEGER REFERENCES check_run;
    ALTER TABLE check_run ADD COLUMN parameters INTEGER REFERENCES text;
    ALTER TABLE source_evidence ADD COLUMN columns INTEGER REFERENCES text;
    CREATE INDEX check_run_by_check ON check_run (check_id, sweep);
    CREATE INDEX check_run_by_rows ON check_run (rows_of) WHERE rows_of IS NOT NULL;
    CREATE INDEX sweep_by_standings ON sweep (standings_of) WHERE standings_of IS NOT NULL;
    CREATE INDEX standing_by_requirement ON standing (requirement, sweep);

    CREATE TABLE link (
      sweep INTEGER PRIMARY KEY,
      previous BLOB NOT NULL,
      record BLOB NOT NULL,
      sha256 BLOB NOT NULL,
      signer TEXT,
      signature BLOB
    ) STRICT;

    CREATE TABLE thinned (
      sweep INTEGER PRIMARY KEY,
      thinned_with INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE part (
      sweep INTEGER NOT NULL REFERENCES sweep ON DELETE CASCADE,
      position INTEGER NOT NULL,
      name INTEGER NOT NULL REFERENCES text,
      sha256 BLOB NOT NULL,
      PRIMARY KEY (sweep, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE run_digest (
      check_run INTEGER NOT NULL REFERENCES check_run ON DELETE CASCADE,
      position INTEGER NOT NULL,
      name INTEGER NOT NULL REFERENCES text,
      sha256 BLOB NOT NULL,
      PRIMARY KEY (check_run, position)
    ) STRICT, WITHOUT ROWID;
    """
}

extension HistorySchema {
  /// The tables, indexes, triggers and views of a database as they were made.
  static func layout(of database: Database) throws -> Set<[String]> {
    let rows = try Row.fetchAll(database, sql: "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema")
    return Set(rows.map { row in row.databaseValues.map { String.fromDatabaseValue($0) ?? "" } })
  }

  /// The layout of a new history.
  static func expectedLayout() throws -> Set<[String]> {
    let empty = try DatabaseQueue()
    try migrator.migrate(empty)
    return try empty.read(layout)
  }
}
