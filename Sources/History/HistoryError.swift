import Compliance
import GRDB
import Wording

/// Why a history could not be opened, read or written. Whatever the case, the file was not deleted, and nothing of the
/// failed work is in it. Carries no text of the database: SQL, and what a ledger held, never leave this target.
public struct HistoryError: Error, Hashable, Sendable {
  /// The cause, one case for each thing that a person would do about it.
  public enum Cause: Hashable, Sendable {
    /// There is no file; only when opening without the wish to write.
    case absent
    /// The file or its folder cannot be opened; the system's reason.
    case cannotOpen(reason: String)
    /// An SQLite database that is not a history.
    case foreign
    /// Not a database, or broken.
    case damaged
    /// It may be read but not written.
    case readOnly
    /// A later Tenken has changed its layout.
    case newer
    /// Another process held it for longer than we wait.
    case busy
    /// No space is left.
    case full
    /// Anything else, by SQLite's extended result code <https://www.sqlite.org/rescode.html>.
    case failed(code: Int32)
  }

  /// The database file, as the caller named it.
  public let path: String
  /// What stood in the way.
  public let cause: Cause

  /// Makes an error about one file.
  public init(path: String, cause: Cause) {
    self.path = path
    self.cause = cause
  }

  /// The error in words, at the file.
  public var problem: Problem {
    let text =
      switch cause {
      case .absent: Wording.History.absent
      case .cannotOpen(let reason): Wording.History.cannotOpen(reason: reason)
      case .foreign: Wording.History.foreign
      case .damaged: Wording.History.damaged
      case .readOnly: Wording.History.readOnly
      case .newer: Wording.History.newer
      case .busy: Wording.History.busy
      case .full: Wording.History.full
      case .failed(let code): Wording.History.failed(code: code)
      }
    return Problem(at: Place(file: path), text)
  }
}

extension HistoryError {
  /// Takes of an error what a person needs: SQLite's code. Its message may quote the schema or values, and stays behind.
  init(path: String, _ error: any Error) {
    switch error {
    case let error as HistoryError:
      self = error
    case let error as DatabaseError:
      self.init(path: path, cause: Cause(error.extendedResultCode))
    case is StoredValueError:
      self.init(path: path, cause: .damaged)
    default:
      self.init(path: path, cause: .failed(code: ResultCode.SQLITE_ERROR.rawValue))
    }
  }
}

extension HistoryError.Cause {
  init(_ code: ResultCode) {
    switch code.primaryResultCode {
    case .SQLITE_NOTADB, .SQLITE_CORRUPT: self = .damaged
    case .SQLITE_READONLY: self = .readOnly
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
    case .SQLITE_FULL: self = .full
    case .SQLITE_CANTOPEN, .SQLITE_PERM: self = .cannotOpen(reason: "SQLite \(code.rawValue)")
    default: self = .failed(code: code.rawValue)
    }
  }
}

/// A stored value that this program never writes: an unknown outcome, an id that does not parse.
struct StoredValueError: Error {}
