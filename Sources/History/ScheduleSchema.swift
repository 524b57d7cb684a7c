import Compliance
import GRDB

extension HistorySchema {
  /// What a schedule needs to know. All columns are NULL for the usual: a sweep of all checks or of those that were named, and results that
  /// their sweep won itself. The sweep that a result was carried over from may be gone by now: the copy stands for itself.
  static let schedule = """
    ALTER TABLE sweep ADD COLUMN scope TEXT;
    ALTER TABLE check_run ADD COLUMN freshness TEXT;
    ALTER TABLE check_run ADD COLUMN carried_from INTEGER;
    ALTER TABLE check_run ADD COLUMN carried_at TEXT;
    """
}

extension HistorySchema {
  /// The day until which a finding holds, as in 2026-11-21. `is_beside` is 1 for a run that stands beside those of its sweep: the last
  /// result of a check that the sweep was not about, and on which its requirements rest too. Both are NULL for the usual.
  static let due = """
    ALTER TABLE finding ADD COLUMN due TEXT;
    ALTER TABLE check_run ADD COLUMN is_beside INTEGER CHECK (is_beside = 1);
    """
}

extension SweepScope {
  /// The word in the column `scope`.
  var stored: String? {
    switch self {
    case .all, .named: nil
    case .due, .brokenOff: rawValue
    }
  }

  /// What the row of a sweep says; nil for the usual.
  init?(stored row: some StoredColumns) throws {
    guard let word: String = try row.storedIfAny("scope") else { return nil }
    guard let scope = SweepScope(rawValue: word) else { throw StoredValueError() }
    self = scope
  }
}

extension Freshness {
  private static let (carriedWord, notRunWord) = ("carried", "not-run")

  /// The columns `freshness`, `carried_from` and `carried_at`.
  var stored: [StoredRow.Value] {
    switch self {
    case .ran: [.none, .none, .none]
    case .carried(let sweep, let at): [.text(Self.carriedWord), .integer(sweep.number), .text(at)]
    case .notRun: [.text(Self.notRunWord), .none, .none]
    }
  }

  /// What the row of a run says.
  init(stored row: some StoredColumns) throws {
    switch try row.storedIfAny("freshness") as String? {
    case nil: self = .ran
    case Self.carriedWord:
      self = .carried(from: SweepID(try row.stored("carried_from")), at: try row.stored("carried_at"))
    case Self.notRunWord: self = .notRun
    default: throw StoredValueError()
    }
  }
}
