extension HistorySchema {
  /// The tables of attestations, waivers, and what follows from them and from correspondences.
  ///
  /// A row of `waiver_mark` or `standing_mark` is there only where something differs from the outcome alone, so that a sweep that was
  /// stored before this migration reads as it did. `waivers` are names with spaces between.
  static let statements = """
    CREATE TABLE waiver_mark (
      check_run INTEGER NOT NULL PRIMARY KEY REFERENCES check_run ON DELETE CASCADE,
      standing TEXT NOT NULL,
      waived INTEGER NOT NULL,
      waivers INTEGER NOT NULL REFERENCES text
    ) STRICT;

    CREATE TABLE finding_waiver (
      check_run INTEGER NOT NULL REFERENCES check_run ON DELETE CASCADE,
      finding INTEGER NOT NULL,
      waivers INTEGER NOT NULL REFERENCES text,
      is_waived INTEGER NOT NULL CHECK (is_waived IN (0, 1)),
      PRIMARY KEY (check_run, finding)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE standing_mark (
      sweep INTEGER NOT NULL,
      standing INTEGER NOT NULL,
      value TEXT NOT NULL,
      own TEXT,
      PRIMARY KEY (sweep, standing),
      FOREIGN KEY (sweep, standing) REFERENCES standing (sweep, position) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE derived (
      sweep INTEGER NOT NULL REFERENCES sweep ON DELETE CASCADE,
      position INTEGER NOT NULL,
      requirement INTEGER NOT NULL REFERENCES text,
      standing TEXT NOT NULL,
      outcome TEXT NOT NULL,
      own TEXT,
      evidence INTEGER NOT NULL REFERENCES text,
      PRIMARY KEY (sweep, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE derived_link (
      sweep INTEGER NOT NULL,
      derived INTEGER NOT NULL,
      position INTEGER NOT NULL,
      source INTEGER NOT NULL REFERENCES text,
      standing TEXT NOT NULL,
      holder INTEGER NOT NULL REFERENCES text,
      relation TEXT NOT NULL,
      status TEXT NOT NULL,
      PRIMARY KEY (sweep, derived, position),
      FOREIGN KEY (sweep, derived) REFERENCES derived (sweep, position) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE attestation (
      sweep INTEGER NOT NULL REFERENCES sweep ON DELETE CASCADE,
      position INTEGER NOT NULL,
      name INTEGER NOT NULL REFERENCES text,
      requirement INTEGER NOT NULL REFERENCES text,
      claim TEXT NOT NULL,
      statement_ja INTEGER NOT NULL REFERENCES text,
      statement_en INTEGER NOT NULL REFERENCES text,
      stated_by INTEGER NOT NULL REFERENCES text,
      role INTEGER NOT NULL REFERENCES text,
      stated_on TEXT NOT NULL,
      until TEXT NOT NULL,
      time_zone INTEGER NOT NULL REFERENCES text,
      file INTEGER NOT NULL REFERENCES text,
      line INTEGER,
      "column" INTEGER,
      state TEXT NOT NULL,
      PRIMARY KEY (sweep, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE attestation_evidence (
      sweep INTEGER NOT NULL,
      attestation INTEGER NOT NULL,
      position INTEGER NOT NULL,
      file INTEGER NOT NULL REFERENCES text,
      sha256 INTEGER NOT NULL REFERENCES text,
      found_sha256 INTEGER REFERENCES text,
      missing_ja INTEGER REFERENCES text,
      missing_en INTEGER REFERENCES text,
      PRIMARY KEY (sweep, attestation, position),
      FOREIGN KEY (sweep, attestation) REFERENCES attestation (sweep, position) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE waiver (
      sweep INTEGER NOT NULL REFERENCES sweep ON DELETE CASCADE,
      position INTEGER NOT NULL,
      name INTEGER NOT NULL REFERENCES text,
      requirement INTEGER REFERENCES text,
      check_id INTEGER REFERENCES text,
      subject INTEGER REFERENCES text,
      reason_ja INTEGER NOT NULL REFERENCES text,
      reason_en INTEGER NOT NULL REFERENCES text,
      approver INTEGER NOT NULL REFERENCES text,
      valid_from TEXT NOT NULL,
      until TEXT NOT NULL,
      time_zone INTEGER NOT NULL REFERENCES text,
      file INTEGER NOT NULL REFERENCES text,
      line INTEGER,
      "column" INTEGER,
      state TEXT NOT NULL,
      PRIMARY KEY (sweep, position)
    ) STRICT, WITHOUT ROWID;
    """
}

extension StoredTable {
  static let statements = [standingMark, derived, derivedLink, attestation, attestationEvidence, waiver]
  static let waiverMarks = [waiverMark, findingWaiver]

  static let standingMark = StoredTable("standing_mark", of: .standings, "standing value own", order: "standing")
  static let derived = StoredTable("derived", of: .standings, "position *requirement standing outcome own *evidence")
  static let derivedLink = StoredTable(
    "derived_link", of: .standings, "derived position *source standing *holder relation status",
    order: "derived, position")
  static let attestation = StoredTable(
    "attestation", of: .standings,
    """
    position *name *requirement claim *statement_ja *statement_en *stated_by *role stated_on until *time_zone *file line \
    column state
    """)
  static let attestationEvidence = StoredTable(
    "attestation_evidence", of: .standings,
    "attestation position *file *sha256 *found_sha256 *missing_ja *missing_en", order: "attestation, position")
  static let waiver = StoredTable(
    "waiver", of: .standings,
    """
    position *name *requirement *check_id *subject *reason_ja *reason_en *approver valid_from until *time_zone *file line \
    column state
    """)

  static let waiverMark = StoredTable("waiver_mark", of: .run, "standing waived *waivers", order: "standing")
  static let findingWaiver = StoredTable("finding_waiver", of: .run, "finding *waivers is_waived", order: "finding")
}
