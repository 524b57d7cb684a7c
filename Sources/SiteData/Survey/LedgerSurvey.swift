public import Compliance
import Glibc
import Wording

/// What a table looks like before anybody has declared its columns: its header, and of each column which types its values can be read as.
/// It holds no value of the file.
public struct LedgerSurvey: Sendable, Hashable {
  /// A column with a header.
  public struct Column: Sendable, Hashable {
    /// The header as it stands in the file, on one line.
    public let header: String
    /// The header in the form in which headers are compared.
    public let folded: String
    /// How many rows have something in it.
    public fileprivate(set) var values = 0
    /// How many rows have nothing in it.
    public fileprivate(set) var blanks = 0
    /// How many cells say that they are the same as the one above (`〃`); not among the values.
    public fileprivate(set) var dittos = 0
    /// How many of the values can be read as each type.
    public fileprivate(set) var readable: [ColumnType: Int] = [:]
    /// For each type the lines of the first values that cannot be read as it, at most ``LedgerSurvey/mostLines``.
    public fileprivate(set) var refused: [ColumnType: [Int]] = [:]
    /// How many different values there are, counted up to ``LedgerSurvey/mostDistinct``.
    public fileprivate(set) var distinct = 0
    /// How many values are whole numbers that begin with a zero, as codes do.
    public fileprivate(set) var zeros = 0
    /// How many values are lists of several texts.
    public fileprivate(set) var lists = 0
  }

  /// The most lines that are kept of values that cannot be read.
  public static let mostLines = 3
  /// The number up to which different values are counted.
  public static let mostDistinct = 1000

  /// How the file is encoded.
  public let encoding: String
  /// The line of the header.
  public let headerLine: Int
  /// The columns whose header no other column has, from left to right.
  public let columns: [Column]
  /// The headers that several columns have.
  public let duplicates: [String]
  /// The numbers, from 1, of the columns that have values and no header.
  public let unnamed: [Int]
  /// How many rows were read below the header.
  public let rows: Int
  /// The lines of the rows that could not be read, at most ``mostLines``.
  public let brokenLines: [Int]

  /// Why a table could not be surveyed.
  public enum Fault: Error, Hashable, Sendable {
    /// It could not be read, why, and where.
    case unreadable(Problem)
    /// There is no row.
    case empty
    /// The first row that could be the header holds values.
    case noHeader(line: Int)
    /// Nothing tells whether the first row is a header or one of the records.
    case uncertain(line: Int)
    /// The line that was said to be the header has no row, or lies too far down.
    case noSuchLine(Int)
  }

  /// Surveys a table.
  /// - Parameters:
  ///   - file: the file.
  ///   - format: `csv`, `tsv` or `xlsx`; of a workbook the first sheet that is not hidden.
  ///   - header: the line of the header; nil to look for it.
  ///   - isHeader: whether a header in the form in which they are compared is one that ledgers are known to have.
  public init(
    of file: SourceFile, format: SourceFormat, header: Int? = nil, isHeader: @escaping (String) -> Bool
  ) throws(Fault) {
    switch format {
    case .xlsx:
      self = try Self.survey(file, header, isHeader) { SheetRows(file, sheet: nil) }
    default:
      let delimiter: UInt8 = format == .tsv ? 0x09 : UInt8(ascii: ",")
      self = try Self.survey(file, header, isHeader) {
        TableRows(file, declared: nil, delimiter: delimiter, chunkSize: ByteInput.usualChunkSize)
      }
    }
  }

  private static func survey<Rows: RowSource & ~Copyable>(
    _ file: SourceFile, _ header: Int?, _ isHeader: @escaping (String) -> Bool, _ make: () -> Rows
  ) throws(Fault) -> LedgerSurvey {
    var first = make()
    if let text = first.open() { throw .unreadable(Problem(at: Place(file: file.name), text)) }
    let guess = HeaderGuess(rows: try HeaderGuess.read(&first), isHeader: isHeader)
    let line = try guess.line(said: header)
    var rows = make()
    // It was opened before.
    _ = rows.open()
    return try LedgerSurvey(&rows, headerLine: line)
  }

  private init<Rows: RowSource & ~Copyable>(_ rows: inout Rows, headerLine: Int) throws(Fault) {
    self.headerLine = headerLine
    var counts: [Column] = []
    var seen: [Set<[UInt8]>] = []
    var unnamedValues: Set<Int> = []
    var values = ValueReader(zone: .japan)
    var (rowCount, broken) = (0, [Int]())
    reading: while true {
      switch rows.scan() {
      case .end: break reading
      case .unreadable(let text): throw .unreadable(Problem(at: Place(file: rows.placeName, line: rows.line), text))
      case .broken(_, let line):
        if line > headerLine, broken.count < Self.mostLines { broken.append(line) }
      case .row:
        let line = rows.line
        if line == headerLine {
          counts = headerTexts(rows).map { Column(header: shownHeader($0), folded: headerFolded($0)) }
          seen = counts.map { _ in [] }
          rows.pass()
          rows.endHeader()
          continue
        }
        if line > headerLine, let start = rows.firstCellThatIsNotBlank, !rows.isTotal(start) {
          rowCount += 1
          for cell in counts.indices {
            counts[cell].take(cell < rows.cellCount ? text(rows, cell) : [], line, &values, &seen[cell])
          }
          for cell in 0..<rows.cellCount where cell >= counts.count || counts[cell].folded.isEmpty {
            if !text(rows, cell).isEmpty { unnamedValues.insert(cell) }
          }
        }
        rows.pass()
      }
    }
    let named = counts.filter { !$0.folded.isEmpty }
    let times = Dictionary(named.map { ($0.folded, 1) }, uniquingKeysWith: +)
    columns = named.filter { times[$0.folded] == 1 }
    var duplicated: Set<String> = []
    duplicates = named.filter { times[$0.folded] != 1 && duplicated.insert($0.folded).inserted }.map(\.header)
    unnamed = unnamedValues.sorted().map { $0 + 1 }
    encoding = rows.encodingName
    self.rows = rowCount
    brokenLines = broken
  }
}

/// The text of each cell of a row; what cannot be decoded is empty.
func headerTexts<Rows: RowSource & ~Copyable>(_ rows: borrowing Rows) -> [String] {
  (0..<rows.cellCount).map { String(decoding: text(rows, $0), as: UTF8.self) }
}

/// The trimmed text of a cell; empty if it is blank or cannot be decoded.
private func text<Rows: RowSource & ~Copyable>(_ rows: borrowing Rows, _ cell: Int) -> [UInt8] {
  var bytes: [UInt8] = []
  do throws(ValueFault) { try rows.decode(cell, to: &bytes) } catch { return [] }
  let range = trimmed(bytes, bytes.indices)
  return isBlank(bytes, range) ? [] : Array(bytes[range])
}

extension LedgerSurvey.Column {
  fileprivate init(header: String, folded: String) {
    self.header = header
    self.folded = folded
  }

  /// Counts one cell, which is empty if it is blank.
  fileprivate mutating func take(
    _ text: [UInt8], _ line: Int, _ values: inout ValueReader, _ seen: inout Set<[UInt8]>
  ) {
    guard !text.isEmpty else { return blanks += 1 }
    if isDitto(text, text.indices) { return dittos += 1 }
    self.values += 1
    if seen.count < LedgerSurvey.mostDistinct { seen.insert(text) }
    distinct = seen.count
    for type in ColumnType.allCases {
      var bytes = text
      do throws(ValueFault) {
        _ = try values.read(type, in: &bytes, from: 0)
        readable[type, default: 0] += 1
        if type == .integer, hasLeadingZero(text) { zeros += 1 }
      } catch {
        if refused[type, default: []].count < LedgerSurvey.mostLines { refused[type, default: []].append(line) }
      }
    }
    if splitList(text, text.indices).count > 1 { lists += 1 }
  }

  private func hasLeadingZero(_ text: [UInt8]) -> Bool {
    let folded = Array(keywordFolded(String(decoding: text, as: UTF8.self)).utf8)
    return folded.count > 1 && folded[0] == UInt8(ascii: "0")
  }
}

extension SourceFile {
  /// Opens the regular file that a person names. Unlike the files of a site it may lie anywhere, and behind links.
  /// - Throws: the system's error; `EISDIR` for a folder, `EINVAL` for anything else that is no regular file.
  public static func open(named path: String) throws(SystemError) -> SourceFile {
    // Without O_NONBLOCK, opening a FIFO would wait for somebody to write.
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw SystemError(number: errno) }
    let file = SourceFile(name: path, owning: descriptor)
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw SystemError(number: errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return file
    case S_IFDIR: throw SystemError(number: EISDIR)
    default: throw SystemError(number: EINVAL)
    }
  }
}
