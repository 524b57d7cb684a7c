import Crypto

/// What is hashed of a sweep, byte for byte; `Decisions/history-chain.md` says it for those who check it with other programs.
///
/// Everything is UTF-8, and every line ends with a line feed.
/// - A row is the line of its table's name, one line `COLUMN=VALUE` for each value that is not NULL, in the order of
///   ``StoredTable``, and an empty line. A number is decimal, a text is the number of its bytes, a colon, and the bytes.
/// - A table's digest is SHA-256 of the rows that one owner has in it. No rows, no digest.
/// - A check's digest is SHA-256 of the lines `TABLE DIGEST` of its tables, the digest in lower-case hexadecimal.
/// - A sweep's record is the line `tenken.record/1` and the lines `NAME DIGEST` of its parts: table `sweep`, each check as `check ID`
///   in the order of the sweep, then its other tables.
enum CanonicalForm {
  static let record = "tenken.record/1\n"

  /// Appends a row.
  static func append(_ row: StoredRow, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: row.table.name.utf8)
    bytes.append(0x0A)
    for (column, value) in zip(row.table.columns, row.values) {
      switch value {
      case .none: continue
      case .integer(let number):
        append(column, number, to: &bytes)
      case .text(let text):
        append(column, Int64(text.utf8.count), to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(contentsOf: text.utf8)
      }
      bytes.append(0x0A)
    }
    bytes.append(0x0A)
  }

  private static func append(_ column: StoredTable.Column, _ number: Int64, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: column.name.utf8)
    bytes.append(UInt8(ascii: "="))
    bytes.append(contentsOf: String(number).utf8)
  }

  /// The digests of the tables that rows are of, in the order of the rows, which stand table by table.
  static func digests(of rows: [StoredRow]) -> [TableDigest] {
    var digests: [TableDigest] = []
    var hasher = TableHasher()
    for row in rows {
      if let table = hasher.table, table != row.table.name { digests.append(hasher.finish()) }
      hasher.add(row)
    }
    return hasher.table == nil ? digests : digests + [hasher.finish()]
  }

  /// The digest of what lines say.
  static func digest(_ head: String = "", lines: [TableDigest]) -> Digest {
    var bytes = Array(head.utf8)
    append(lines, to: &bytes)
    return Digest(SHA256.hash(data: bytes))
  }

  /// A line `NAME DIGEST` for each table.
  static func lines(_ digests: [TableDigest]) -> String {
    var bytes: [UInt8] = []
    append(digests, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func append(_ digests: [TableDigest], to bytes: inout [UInt8]) {
    for digest in digests {
      bytes.append(contentsOf: digest.name.utf8)
      bytes.append(UInt8(ascii: " "))
      digest.digest.append(to: &bytes)
      bytes.append(0x0A)
    }
  }
}

/// The digest of one table's rows of one owner, or of something else that has a name.
struct TableDigest: Hashable {
  let name: String
  let digest: Digest
}

/// Hashes the rows of one table.
struct TableHasher {
  private(set) var table: String?
  private var hasher = SHA256()
  private var bytes: [UInt8] = []

  mutating func add(_ row: StoredRow) {
    table = row.table.name
    bytes.removeAll(keepingCapacity: true)
    CanonicalForm.append(row, to: &bytes)
    hasher.update(data: bytes)
  }

  /// The digest; the hasher is new afterwards.
  mutating func finish() -> TableDigest {
    defer {
      hasher = SHA256()
      table = nil
    }
    return TableDigest(name: table ?? "", digest: Digest(hasher.finalize()))
  }
}

/// A SHA-256.
struct Digest: Hashable, CustomStringConvertible {
  let bytes: [UInt8]

  /// What the first link of a chain has before it.
  static let none = Digest(bytes: [UInt8](repeating: 0, count: SHA256.byteCount))

  init(_ digest: SHA256.Digest) { bytes = Array(digest) }

  init(of text: String) { self.init(SHA256.hash(data: Array(text.utf8))) }

  /// Takes bytes as they are stored.
  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Lower-case hexadecimal.
  var description: String {
    var text: [UInt8] = []
    append(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? value + UInt8(ascii: "0") : value - 10 + UInt8(ascii: "a")
  }

  /// Appends the digits of the description.
  fileprivate func append(to text: inout [UInt8]) {
    for byte in bytes {
      text.append(Self.digit(byte >> 4))
      text.append(Self.digit(byte & 0xF))
    }
  }
}
