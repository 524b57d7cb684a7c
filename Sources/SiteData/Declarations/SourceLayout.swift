import Compliance
import Wording

/// What a format needs to know about a file beyond its name. What a format does not use is nil or empty.
public struct SourceLayout: Sendable, Hashable {
  /// JSON, YAML, TOML, INI, UCI: the path to the records, as `$.data.devices`. XML: as `/nmaprun/host`.
  public let records: String?

  /// Lines and blocks: what the lines look like, with a field for each value.
  public let patterns: [String]
  /// Lines: whether those that fit no pattern are passed over; otherwise they are refused.
  public let skipsOthers: Bool

  /// Workbooks: the name of the sheet; nil for the first that is not hidden.
  public let sheet: String?

  /// SQLite: the name of the table or view.
  public let table: String?
  /// SQLite: the query, one SELECT; instead of a table.
  public let query: String?

  /// The name of the file in the ZIP archive that ``SourceDeclaration/file`` names; nil if that is the file.
  public let member: String?

  /// Makes a layout.
  public init(
    records: String? = nil, patterns: [String] = [], skipsOthers: Bool = false, sheet: String? = nil,
    table: String? = nil, query: String? = nil, member: String? = nil
  ) {
    self.member = member
    self.table = table
    self.query = query
    self.sheet = sheet
    self.records = records
    self.patterns = patterns
    self.skipsOthers = skipsOthers
  }
}

extension SourceFormat {
  /// The keys of a source that some formats alone use.
  public static let optionalKeys = ["begins", "member", "others", "pattern", "query", "records", "sheet", "table"]

  /// Those of the ``optionalKeys`` that the format uses.
  public var keys: Set<String> {
    switch self {
    case .xlsx: ["sheet", "member"]
    case .sqlite: ["table", "query", "member"]
    case .csv, .tsv, .jsonLines, .passwd, .shadow, .group, .syslog: ["member"]
    case .keyValue: ["begins", "member"]
    case .json, .xml, .yaml, .toml, .ini, .uci: ["records", "member"]
    case .lines: ["pattern", "others", "member"]
    case .blocks: ["pattern", "begins", "member"]
    }
  }
}

extension SourceDeclaration {
  /// What is wrong with the paths and patterns that a plugin wrote; found when the plugin is loaded, and not with the first file.
  public var layoutFaults: [LayoutFault] {
    var faults: [LayoutFault] = []
    if ![.csv, .tsv, .xlsx].contains(format) {
      faults = columns.filter { $0.sameAsAbove != nil }
        .map { LayoutFault(written: $0.name, Wording.repetitionNeedsTable($0.name)) }
    }
    func gather(_ parse: () throws(LayoutFault) -> Void) {
      do throws(LayoutFault) { try parse() } catch { faults.append(error) }
    }
    switch format {
    case .csv, .tsv, .xlsx, .keyValue: break
    case .sqlite:
      if (layout.table == nil) == (layout.query == nil) {
        faults.append(LayoutFault(written: layout.query ?? format.rawValue, Wording.tableOrQuery))
      }
    case .json, .jsonLines, .yaml, .toml, .ini, .uci:
      if let records = layout.records { gather { () throws(LayoutFault) in _ = try FieldPath(records) } }
      for column in columns { gather { () throws(LayoutFault) in _ = try FieldTrie([column]) } }
    case .xml:
      if let records = layout.records {
        gather { () throws(LayoutFault) in _ = try ElementPath(records, fromRoot: true) }
      }
      for column in columns { gather { () throws(LayoutFault) in _ = try ElementWalk([column]) } }
    case .lines, .blocks:
      if layout.patterns.isEmpty { faults.append(LayoutFault(written: format.rawValue, Wording.patternsNeeded)) }
      var names: [String] = []
      for text in begins + layout.patterns { gather { () throws(LayoutFault) in names += try TextPattern(text).names } }
      if faults.isEmpty { faults = unknownColumns(names) }
    case .syslog: faults += unknownColumns(SyslogLine.columns) { SyslogLine.isParameter($0) }
    case .passwd: faults += unknownColumns(AccountTable.passwd.columns)
    case .shadow: faults += unknownColumns(AccountTable.shadow.columns)
    case .group: faults += unknownColumns(AccountTable.group.columns)
    }
    return faults
  }

  /// The columns that a format with columns of its own does not have.
  private func unknownColumns(
    _ known: [String], orIf isKnown: (String) -> Bool = { _ in false }
  ) -> [LayoutFault] {
    let folded = Set(known.map(headerFolded))
    return columns.filter { column in
      !(column.headers + [column.name]).contains { folded.contains(headerFolded($0)) || isKnown($0) }
    }
    .map { column in
      let written = column.headers.first ?? column.name
      let meant = nearest(to: written, among: known)
      return LayoutFault(
        written: written, Wording.formatHasNoColumn(written, format: format.rawValue, known: known, meant: meant))
    }
  }
}
