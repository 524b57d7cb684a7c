import Compliance
import GRDB

/// A stored sweep whose result is at hand. What another sweep has stored alike is taken from it instead of being read: of two neighbouring
/// days, nearly all.
struct SweepAtHand {
  let result: SweepResult
  /// The sweep that holds its standings.
  let standingsHolder: SweepID
  private let runs: [String: (row: FoundRow, run: CheckRun)]
  /// The positions of the columns that say what a run gave, in a row of `check_run`.
  private let compared: [Int]

  /// What a row says of its own sweep alone.
  private static let ofTheSweep: Set = [
    "id", "sweep", "position", "rows_of", "milliseconds", "freshness", "carried_from", "carried_at",
  ]

  /// - Parameter result: the sweep, exactly as it is stored as `id`.
  init?(_ result: SweepResult, as id: SweepID, _ reader: SweepReader) throws {
    let rows = try reader.rowsOfRuns(of: id, areBeside: false)
    guard let row = try reader.rows("SELECT standings_of FROM sweep WHERE id = ?", id.number).first,
      rows.count == result.checks.count
    else { return nil }
    self.result = result
    let holder: Int64? = try row.storedIfAny("standings_of")
    standingsHolder = holder.map { SweepID($0) } ?? id
    runs = Dictionary(zip(rows, result.checks).map { ($1.check.id.description, ($0, $1)) }) { first, _ in first }
    compared = rows.first?.columns.indices.filter { !Self.ofTheSweep.contains(rows[0].columns[$0]) } ?? []
  }

  /// The run that a row of the same query says, if it is alike but for when it was.
  func run(_ row: FoundRow, of check: String, _ freshness: Freshness) throws -> CheckRun? {
    guard let (known, run) = runs[check], try known.holderOfRows == row.holderOfRows,
      compared.allSatisfy({ known.values[$0] == row.values[$0] })
    else { return nil }
    var alike = run
    alike.milliseconds = try row.stored("milliseconds")
    alike.freshness = freshness
    return alike
  }
}

extension StoredColumns {
  /// The run that holds the rows of the run that a row of `check_run` says.
  var holderOfRows: Int64 {
    get throws { try storedIfAny("rows_of") ?? stored("id") }
  }
}
