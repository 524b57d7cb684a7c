import FoundationEssentials
import GRDB

/// The numbers of the texts that a sweep names. Compared byte for byte, as SQLite does, and not as Swift does, for which composed and
/// decomposed か゛ are the same.
final class TextNumbers {
  private let database: Database
  private var numbers: [[UInt8]: Int64] = [:]

  init(_ database: Database) { self.database = database }

  /// Takes numbers that are known.
  func take(_ texts: [(text: DatabaseValue, number: Int64)]) {
    numbers.reserveCapacity(2 * texts.count)
    for (text, number) in texts {
      switch text.storage {
      case .string(let value): numbers[Array(value.utf8)] = number
      case .blob(let value): numbers[Array(value)] = number
      case .null, .int64, .double: continue
      }
    }
  }

  /// The number of a text, which is stored if it is new.
  func number(of value: String) throws -> Int64 {
    let bytes = Array(value.utf8)
    if let known = numbers[bytes] { return known }
    let stored = bytes.contains(0) ? Data(bytes).databaseValue : value.databaseValue
    let find = try database.cachedStatement(sql: "SELECT id FROM text WHERE value = ?")
    let number: Int64
    if let found = try Int64.fetchOne(find, arguments: [stored]) {
      number = found
    } else {
      try database.cachedStatement(sql: "INSERT INTO text (value) VALUES (?)").execute(arguments: [stored])
      number = database.lastInsertedRowID
    }
    numbers[bytes] = number
    return number
  }
}
