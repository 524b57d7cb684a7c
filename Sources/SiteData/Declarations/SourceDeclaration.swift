import Compliance

/// What a plugin says about a source that its checks read: where it comes from, and which columns of it.
public struct SourceDeclaration: Sendable, Hashable {
  /// A column that checks may read.
  public struct Column: Sendable, Hashable {
    /// The name that checks use; always accepted as a header too.
    public let name: String
    /// How cells are read.
    public let type: ColumnType
    /// Whether a cell may be blank and the column absent.
    public let isOptional: Bool
    /// The headers that name the column in files (for key-value files: keys), the preferred one first.
    public let headers: [String]
    /// Whether the value identifies a person.
    public let isPersonal: Bool
    /// What stands for the value of the row above; nil where nothing does.
    public let sameAsAbove: SameAsAbove?
    /// What the column holds, for those who keep the ledger.
    public let doc: LocalizedText?
    /// A value as it may stand in the file.
    public let example: String?

    /// Makes the declaration of a column.
    public init(
      name: String, type: ColumnType, isOptional: Bool = false, headers: [String] = [], isPersonal: Bool = false,
      sameAsAbove: SameAsAbove? = nil, doc: LocalizedText? = nil, example: String? = nil
    ) {
      self.name = name
      self.type = type
      self.isOptional = isOptional
      self.headers = headers
      self.isPersonal = isPersonal
      self.sameAsAbove = sameAsAbove
      self.doc = doc
      self.example = example
    }
  }

  /// The name in settings and output, lower-case words joined by hyphens.
  public let id: String
  /// What people call the source.
  public let title: LocalizedText
  /// Where it comes from.
  public let origin: SourceOrigin
  /// How the file is laid out.
  public let format: SourceFormat
  /// How its characters are encoded; nil to find out from the bytes.
  public let encoding: TextEncoding?
  /// The name of the column that names a record in findings.
  public let subject: String?
  /// Key-value files: a line with one of these keys begins a new record. Blocks: a line that fits one of these patterns does.
  public let begins: [String]
  /// What else the format needs to know.
  public let layout: SourceLayout
  /// Whether a site may well have nothing of the kind, as a controller of a maker whose devices it does not use. See the decision
  /// "What a site need not have".
  public let isOptional: Bool
  /// The most days since its file was last changed; nil for any number. What a machine writes about itself bears no date, and
  /// would be taken for today's for ever.
  public let maxAgeDays: Int?
  /// The columns that checks may read, in the order of ``Record/cells``.
  public let columns: [Column]
  /// The names of the columns in the order in which the plugin's text has them, for templates; empty where that is not known. Workers
  /// are not told.
  public let columnOrder: [String]

  /// Makes the declaration of a source.
  public init(
    id: String, title: LocalizedText, origin: SourceOrigin, format: SourceFormat, encoding: TextEncoding? = nil,
    subject: String? = nil, begins: [String] = [], layout: SourceLayout = SourceLayout(), isOptional: Bool = false,
    maxAgeDays: Int? = nil, columns: [Column], columnOrder: [String] = []
  ) {
    self.id = id
    self.title = title
    self.origin = origin
    self.format = format
    self.encoding = encoding
    self.subject = subject
    self.begins = begins
    self.layout = layout
    self.isOptional = isOptional
    self.maxAgeDays = maxAgeDays
    self.columns = columns
    self.columnOrder = columnOrder
  }
}

/// What in a ledger stands for the value of the row above. The raw values are the words of the plugin contract.
public enum SameAsAbove: String, Sendable, CaseIterable {
  /// A mark: `〃`, 同上, or the quotation marks that are typed for it.
  case marks
  /// A mark, or a cell with nothing in it, as merged cells leave behind them. A dash is something.
  case blanks
}

/// How the cells of a column are read. The raw values are the words of the plugin contract.
public enum ColumnType: String, Sendable, CaseIterable {
  /// Text, trimmed of spaces.
  case string
  /// A term: NFKC, lower case, runs of spaces collapsed to one, every hyphen the ASCII one.
  case keyword
  /// A whole number within 64 bits.
  case integer
  /// A decimal number.
  case number
  /// A yes or a no, as 有/無 or ○/×.
  case boolean
  /// A calendar date, Western or with a Japanese era.
  case date
  /// A date and a time of day.
  case datetime
  /// A fiscal year, from April: the calendar year in which it begins.
  case fiscalYear = "fiscal-year"
  /// A 48-bit hardware address.
  case mac
  /// An IPv4 or IPv6 address.
  case ip
  /// A network: an IPv4 or IPv6 address and the length of its prefix.
  case network
  /// A version, for ``compareVersions(_:_:)``.
  case version
  /// Several texts in one cell.
  case list

  /// Whether a value is text, and so can be replaced by a pseudonym.
  public var isTextual: Bool {
    switch self {
    case .string, .keyword, .mac, .ip, .network, .version, .list: true
    case .integer, .number, .boolean, .date, .datetime, .fiscalYear: false
    }
  }
}

/// How a source file is laid out. The raw values are the words of the plugin contract.
public enum SourceFormat: String, Sendable, CaseIterable {
  /// Comma-separated values (RFC 4180, and what Excel makes of it).
  case csv
  /// Tab-separated values, quoted as Excel does.
  case tsv
  /// A sheet of an Excel workbook (ECMA-376).
  case xlsx
  /// A table of a SQLite database, or what a query gives.
  case sqlite
  /// Lines of `key=value` or `key value`, as in hostapd.conf and sshd_config.
  case keyValue = "key-value"
  /// JSON (RFC 8259).
  case json
  /// JSON Lines: a JSON value on each line.
  case jsonLines = "json-lines"
  /// XML 1.0, without entities of its own.
  case xml
  /// YAML 1.2, one document.
  case yaml
  /// TOML 1.0.
  case toml
  /// Sections of `name = value`, as Windows, Samba and systemd write them.
  case ini
  /// OpenWrt's configuration.
  case uci
  /// The accounts of a Unix system (passwd(5)).
  case passwd
  /// The passwords of a Unix system (shadow(5)), without the hashes.
  case shadow
  /// The groups of a Unix system (group(5)).
  case group
  /// Text in which each line is a record that fits a pattern.
  case lines
  /// Text in which a record stands on several lines that fit patterns.
  case blocks
  /// System logs (RFC 5424, RFC 3164).
  case syslog

  /// The endings of the files beside a file that hold what is not yet in it: a database's write-ahead log and rollback journal.
  var unfinished: [String] { self == .sqlite ? ["-wal", "-journal"] : [] }

  /// The format that the ending of a file's name tells, that of `.gz` aside; nil for an ending that tells none.
  public static func forFile(_ name: String) -> SourceFormat? {
    var lowered = name.lowercased()[...]
    if lowered.hasSuffix(".gz") { lowered = lowered.dropLast(3) }
    guard let dot = lowered.lastIndex(of: ".") else { return nil }
    return switch lowered[dot...] {
    case ".csv": .csv
    case ".tsv": .tsv
    case ".xlsx", ".xlsm": .xlsx
    case ".sqlite", ".sqlite3", ".db": .sqlite
    case ".json": .json
    case ".jsonl", ".ndjson": .jsonLines
    case ".xml": .xml
    case ".yaml", ".yml": .yaml
    case ".toml": .toml
    case ".ini", ".inf": .ini
    default: nil
    }
  }
}

/// An encoding that a plugin can declare. A byte-order mark in the file outranks the declaration.
public enum TextEncoding: String, Sendable, CaseIterable {
  /// UTF-8, with or without a mark.
  case utf8 = "utf-8"
  /// Windows code page 932, which Japanese Excel calls Shift_JIS.
  case cp932
  /// UTF-16, little-endian unless a mark says otherwise.
  case utf16 = "utf-16"
}

extension SourceDeclaration {
  /// Whether a cell may say that it is the same as the one above, so that a row is not to be read without those before it.
  var repeatsRows: Bool { columns.contains { $0.sameAsAbove != nil } }
}
