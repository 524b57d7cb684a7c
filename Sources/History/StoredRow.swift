/// A table whose rows belong to sweeps, as the canonical form and the writer know it.
struct StoredTable: Sendable {
  /// Whose the rows are, and so by which column they are found.
  enum Owner: Sendable {
    /// Itself: a row is found by its own number.
    case none
    /// A sweep, by the column `sweep`.
    case sweep
    /// A sweep, by the column `sweep`, or the earlier one that `sweep.standings_of` names.
    case standings
    /// A check's run, by the column `check_run`, or the earlier one that `check_run.rows_of` names.
    case run

    fileprivate var column: String? {
      switch self {
      case .none: nil
      case .sweep, .standings: "sweep"
      case .run: "check_run"
      }
    }
  }

  /// A column: a number or a word that stands in the row, or the number of a text that stands in `text`.
  struct Column: Sendable {
    let name: String
    let isReference: Bool
  }

  let name: String
  let owner: Owner
  /// The column that names the owner; nil for `sweep`.
  var ownerColumn: String? { owner.column }

  let columns: [Column]
  /// The columns that put the rows of one owner in order.
  let order: String
  /// What gives the rows of an owner, their texts in place of the numbers of texts. Made once: a verification asks for it thousands
  /// of times.
  let selection: String

  /// - Parameters:
  ///   - columns: the names apart from spaces; a `*` before one says that it refers to `text`. Their order is that of the canonical
  ///     form. A column that comes later goes to the end and may be NULL, so that rows of old keep their form.
  ///   - order: the columns that put the rows of one owner in order.
  init(_ name: String, of owner: Owner, _ columns: String, order: String = "position") {
    self.name = name
    self.owner = owner
    let columns = columns.split(separator: " ").map {
      Column(name: $0.hasPrefix("*") ? String($0.dropFirst()) : String($0), isReference: $0.hasPrefix("*"))
    }
    self.columns = columns
    self.order = order
    let selected = columns.map { column in
      column.isReference ? "(SELECT value FROM text WHERE id = \(name).\"\(column.name)\")" : "\"\(column.name)\""
    }
    .joined(separator: ", ")
    selection = "SELECT \(selected) FROM \(name) WHERE \(owner.column ?? "id") = ? ORDER BY \(order)"
  }
}

extension StoredTable {
  /// Every table whose rows belong to a sweep. A new one comes in by its line here, behind those of its owner: the order is that of
  /// the canonical form, in which a table without rows has no part, so that sweeps of old keep their form.
  static let all = ofSweeps + [run] + ofRuns

  /// Tables of a sweep. The first is `sweep`, which is one row.
  static let ofSweeps =
    [
      sweep, standing, standingCheck,
    ] + statements

  /// Tables of a check's run. Rows that are the same as those of the check's run before are not stored again.
  static let ofRuns = [checkRequirement, finding, findingCount, sourceEvidence] + waiverMarks

  static let sweep = StoredTable(
    "sweep", of: .none,
    "id at started_at finished_at exit *only_ids *site_ja *site_en *program *catalogue_sha256 scope", order: "id")
  static let standing = StoredTable("standing", of: .standings, "position *requirement outcome")
  static let standingCheck = StoredTable(
    "standing_check", of: .standings, "standing position *check_id", order: "standing, position")

  static let run = StoredTable(
    "check_run", of: .sweep,
    """
    position check_id outcome severity *title_ja *title_en *remedy_ja *remedy_en *cadence *plugin_version *plugin_sha256 \
    milliseconds *problem_file problem_line problem_column *problem_ja *problem_en *parameters \
    freshness carried_from carried_at is_beside
    """)
  static let checkRequirement = StoredTable("check_requirement", of: .run, "position *requirement")
  static let finding = StoredTable(
    "finding", of: .run, "position *subject outcome *message_ja *message_en *file line column due")
  static let findingCount = StoredTable("finding_count", of: .run, "outcome number", order: "outcome")
  static let sourceEvidence = StoredTable(
    "source_evidence", of: .run, "position *source *file *sha256 *encoding records refused skipped *columns")
}

/// One row of such a table, its texts as texts: what is hashed, and what is inserted.
struct StoredRow {
  enum Value {
    case none
    case integer(Int64)
    case text(String)
  }

  let table: StoredTable
  /// The values in the order of the table's columns.
  let values: [Value]

  init(_ table: StoredTable, _ values: [Value]) {
    precondition(values.count == table.columns.count, "\(table.name) has \(table.columns.count) columns")
    self.table = table
    self.values = values
  }
}

extension StoredRow.Value: ExpressibleByIntegerLiteral {
  init(integerLiteral value: Int64) { self = .integer(value) }
  init(_ value: Int?) { self = value.map { .integer(Int64($0)) } ?? .none }
  init(_ value: String?) { self = value.map { .text($0) } ?? .none }
}

extension StoredRow {
  /// The row as it is inserted where SQLite gives the number: the first column is the number.
  var withoutID: StoredRow { StoredRow(table, [.none] + values.dropFirst()) }
}
