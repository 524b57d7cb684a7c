import Compliance
import Wording

/// The accounts of a Unix system: lines of fields between colons whose names the format fixes.
struct AccountLines: LineFormat {
  private let table: AccountTable
  private let wants: [[GatheredFields.Want]]
  private var fields: GatheredFields

  init(_ table: AccountTable, _ columns: [SourceDeclaration.Column]) {
    self.table = table
    fields = GatheredFields(columns, .listsCollect)
    let all = GatheredFields.wants(columns)
    wants = table.columns.map { all[headerFolded($0)] ?? [] }
  }

  mutating func take(_ lines: inout TextLines, at place: Place, _ builder: inout RecordBuilder) -> LineStep {
    let content = lines.text[lines.content]
    // NIS writes lines such as `+::::::`, which name other sources of accounts and no account.
    if let first = content.first, "#+-".utf8.contains(first) { return .skipped }
    let cells = content.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard cells.count == table.fieldCount else {
      return .refused(Wording.wrongFieldCount(found: cells.count, expected: table.fieldCount))
    }
    for (index, value) in table.values(cells).enumerated() where !value.isEmpty {
      fields.put(wants[index], key: table.columns[index], value.span)
    }
    return .made(fields.finish(at: place, &builder))
  }
}

/// A file of accounts with fixed fields. Password hashes are not given out: a check learns how a password is stored and
/// whether it is locked, which is all that it may judge.
enum AccountTable {
  /// passwd(5).
  case passwd
  /// shadow(5).
  case shadow
  /// group(5).
  case group

  /// How many fields a line has.
  var fieldCount: Int {
    switch self {
    case .passwd: 7
    case .shadow: 9
    case .group: 4
    }
  }

  /// The columns that checks may declare.
  var columns: [String] {
    switch self {
    case .passwd: ["name", "password", "locked", "uid", "gid", "comment", "home", "shell"]
    case .shadow:
      [
        "name", "password", "locked", "changed_on", "minimum_days", "maximum_days", "warning_days", "inactive_days",
        "expires_on",
      ]
    case .group: ["name", "password", "locked", "gid", "members"]
    }
  }

  /// The values of the columns.
  /// - Parameter cells: as many as ``fieldCount``.
  func values(_ cells: [ArraySlice<UInt8>]) -> [[UInt8]] {
    let password = StoredPassword(cells[1])
    let head = [Array(cells[0]), Array(password.scheme.utf8), Array((password.isLocked ? "true" : "false").utf8)]
    return switch self {
    case .passwd, .group: head + cells[2...].map { Array($0) }
    case .shadow: head + [date(cells[2])] + cells[3...6].map { Array($0) } + [date(cells[7])]
    }
  }

  /// The date of a number of days since 1970-01-01; what is no such number stays, to be refused as no date.
  private func date(_ days: ArraySlice<UInt8>) -> [UInt8] {
    guard let count = decimal(days), count < 3_000_000 else { return Array(days) }
    var text: [UInt8] = []
    CalendarDate(daysSince1970: count).appendISO(to: &text)
    return text
  }
}

/// How a password is stored, from the prefix of its hash (crypt(5)).
struct StoredPassword {
  /// `none` for an account without a password, `shadow` where another file has it, `disabled` for what no password can
  /// match, or the name of the method as crypt(5) has it.
  let scheme: String
  /// Whether `!` before it keeps the password from being used (passwd(1), usermod(8)).
  let isLocked: Bool

  init(_ field: ArraySlice<UInt8>) {
    let bare = field.drop { $0 == UInt8(ascii: "!") }
    isLocked = bare.count < field.count
    scheme = field.isEmpty ? "none" : Self.scheme(bare)
  }

  private static func scheme(_ hash: ArraySlice<UInt8>) -> String {
    if hash.isEmpty || hash.first == UInt8(ascii: "*") { return "disabled" }
    let text = String(decoding: hash, as: UTF8.self)
    if text == "x" { return "shadow" }
    for (prefix, name) in methods where text.hasPrefix(prefix) { return name }
    return hash.count == 13 ? "descrypt" : "unknown"
  }

  private static let methods = [
    ("$y$", "yescrypt"), ("$gy$", "gost-yescrypt"), ("$7$", "scrypt"), ("$2", "bcrypt"), ("$6$", "sha512crypt"),
    ("$5$", "sha256crypt"), ("$sha1", "sha1crypt"), ("$md5", "sunmd5"), ("$1$", "md5crypt"), ("$3$", "nt"),
    ("_", "bsdicrypt"),
  ]
}
