import GRDB
import Glibc

/// What the first bytes of a history file tell, read without SQLite: SQLite would replay a journal that lies beside a
/// database, and a file that is not ours must stay as it is.
enum HistoryFile {
  /// "TNKN", the application id in bytes 68 to 71 of a history <https://www.sqlite.org/fileformat2.html>.
  static let applicationID: Int32 = 0x544E_4B4E

  /// What stands at a path.
  enum Content {
    case absent
    /// No bytes yet: SQLite makes a database of it with the first write.
    case empty
    case ours
  }

  /// Looks at the file.
  /// - Throws: ``HistoryError`` for a file that cannot be opened, is no database, or belongs to another program.
  static func content(at path: String) throws(HistoryError) -> Content {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 {
      let code = errno
      if code == ENOENT { return .absent }
      throw HistoryError(path: path, cause: .cannotOpen(reason: systemMessage(code)))
    }
    defer { close(descriptor) }
    var header = [UInt8](repeating: 0, count: 100)
    let count = read(descriptor, &header, header.count)
    if count < 0 { throw HistoryError(path: path, cause: .cannotOpen(reason: systemMessage(errno))) }
    if count == 0 { return .empty }
    guard count == header.count, header.starts(with: Array("SQLite format 3\0".utf8)) else {
      throw HistoryError(path: path, cause: .damaged)
    }
    let id = header[68..<72].reduce(Int32(0)) { $0 << 8 | Int32($1) }
    guard id == applicationID else { throw HistoryError(path: path, cause: .foreign) }
    return .ours
  }

  /// Makes the folder of the file, if only that is missing. Others get no access: messages may name people.
  static func makeFolder(of path: String) throws(HistoryError) {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return }
    if mkdir(String(path[..<slash]), 0o750) != 0, errno != EEXIST {
      throw HistoryError(path: path, cause: .cannotOpen(reason: systemMessage(errno)))
    }
  }

  /// How connections are set up.
  ///
  /// The journal is SQLite's default, the rollback journal, not WAL: a sweep writes once a day in one transaction, so that
  /// WAL's readers beside a writer gain nothing, while its two extra files would make a read-only copy unreadable, a
  /// plain file copy incomplete, and a site folder on a network share unsafe. `synchronous = EXTRA` also syncs the
  /// folder after the journal is deleted, so that a sweep that was reported as stored survives a power cut.
  /// `secure_delete` writes zeros over what is thinned out.
  static func configuration(readOnly: Bool, waiting seconds: Double) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(seconds)
    configuration.label = "history"
    configuration.prepareDatabase { database in
      try database.execute(
        sql: """
          PRAGMA synchronous = EXTRA;
          PRAGMA trusted_schema = OFF;
          PRAGMA cell_size_check = ON;
          PRAGMA secure_delete = ON;
          """)
    }
    return configuration
  }

  static func systemMessage(_ code: Int32) -> String {
    // strerror gives a NUL-terminated text that lives at least until the thread's next call; it is copied at once.
    String(cString: strerror(code))
  }
}
