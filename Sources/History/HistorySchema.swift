import GRDB

/// The layout of the database, as migrations. One that has been released is never changed: the next one follows it.
enum HistorySchema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1-sweeps") { try $0.execute(sql: sweeps) }
    migrator.registerMigration("2-chain") { try $0.execute(sql: chain) }
    migrator.registerMigration("3-statements") { try $0.execute(sql: statements) }
    migrator.registerMigration("4-schedule") { try $0.execute(sql: schedule) }
    migrator.registerMigration("5-due") { try $0.execute(sql: due) }
    return migrator
  }

  /// Every text is stored once, in `text`, and referred to by number: from one day to the next a sweep repeats almost all
  /// of its words. `value` is TEXT, or a BLOB of UTF-8 where the text holds U+0000, at which SQLite's C strings end.
  /// Lists keep their order in `position`, from 0.
  private static let sweeps = """
    CREATE TABLE text (
      id INTEGER PRIMARY KEY,
      value ANY NOT NULL UNIQUE
    ) STRICT;

    CREATE TABLE sweep (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      at TEXT NOT NULL,
      started_at TEXT NOT NULL,
      finished_at TEXT NOT NULL,
      exit INTEGER NOT NULL CHECK (exit BETWEEN 0 AND 2),
      only_ids INTEGER NOT NULL REFERENCES text,
      site_ja INTEGER NOT NULL REFERENCES text,
      site_en INTEGER NOT NULL REFERENCES text,
      program INTEGER NOT NULL REFERENCES text,
      catalogue_sha256 INTEGER NOT NULL REFERENCES text
    ) STRICT;

    CREATE TABLE check_run (
      id INTEGER PRIMARY KEY,
      sweep INTEGER NOT NULL REFERENCES sweep ON DELETE CASCADE,
      position INTEGER NOT NULL,
      check_id TEXT NOT NULL,
      outcome TEXT NOT NULL,
      severity TEXT NOT NULL,
      title_ja INTEGER NOT NULL REFERENCES text,
      title_en INTEGER NOT NULL REFERENCES text,
      remedy_ja INTEGER NOT NULL REFERENCES text,
      remedy_en INTEGER NOT NULL REFERENCES text,
      cadence INTEGER NOT NULL REFERENCES text,
      plugin_version INTEGER NOT NULL REFERENCES text,
      plugin_sha256 INTEGER NOT NULL REFERENCES text,
      milliseconds INTEGER NOT NULL,
      problem_file INTEGER REFERENCES text,
      problem_line INTEGER,
      problem_column INTEGER,
      problem_ja INTEGER REFERENCES text,
      problem_en INTEGER REFERENCES text,
      UNIQUE (sweep, position)
    ) STRICT;

    CREATE TABLE check_requirement (
      check_run INTEGER NOT NULL REFERENCES check_run ON DELETE CASCADE,
      position INTEGER NOT NULL,
      requirement INTEGER NOT NULL REFERENCES text,
      PRIMARY KEY (check_run, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE finding (
      check_run INTEGER NOT NULL REFERENCES check_run ON DELETE CASCADE,
      position INTEGER NOT NULL,
      subject INTEGER NOT NULL REFERENCES text,
      outcome TEXT NOT NULL,
      message_ja INTEGER NOT NULL REFERENCES text,
      message_en INTEGER NOT NULL REFERENCES text,
      file INTEGER REFERENCES text,
      line INTEGER,
      "column" INTEGER,
      PRIMARY KEY (check_run, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE finding_count (
      check_run INTEGER NOT NULL REFERENCES check_run ON DELETE CASCADE,
      outcome TEXT NOT NULL,
      number INTEGER NOT NULL,
      PRIMARY KEY (check_run, outcome)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE source_evidence (
      check_run INTEGER NOT NULL REFERENCES check_run ON DELETE CASCADE,
      position INTEGER NOT NULL,
      source INTEGER NOT NULL REFERENCES text,
      file INTEGER NOT NULL REFERENCES text,
      sha256 INTEGER REFERENCES text,
      encoding INTEGER NOT NULL REFERENCES text,
      records INTEGER NOT NULL,
      refused INTEGER NOT NULL,
      skipped INTEGER NOT NULL,
      PRIMARY KEY (check_run, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE standing (
      sweep INTEGER NOT NULL REFERENCES sweep ON DELETE CASCADE,
      position INTEGER NOT NULL,
      requirement INTEGER NOT NULL REFERENCES text,
      outcome TEXT NOT NULL,
      PRIMARY KEY (sweep, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE standing_check (
      sweep INTEGER NOT NULL,
      standing INTEGER NOT NULL,
      position INTEGER NOT NULL,
      check_id INTEGER NOT NULL REFERENCES text,
      PRIMARY KEY (sweep, standing, position),
      FOREIGN KEY (sweep, standing) REFERENCES standing (sweep, position) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    """
}
