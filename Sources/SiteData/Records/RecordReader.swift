import Compliance

/// Reads the records of a source, one after the other, in constant memory. One reader makes one pass.
public final class RecordReader {
  /// What the next step of the pass gave.
  public enum Step: Sendable {
    /// ``RecordReader/record`` holds a record.
    case record
    /// A row could not be read; the problem tells its line and everything that is wrong with it. The pass goes on.
    case refused(Problem)
    /// A file could not be read. The pass goes on with the next file.
    case failed(Problem)
    /// There is nothing left.
    case end
  }

  private var builder: RecordBuilder
  private var waiting: [any FileReader]
  /// What was read of each file, in the order of the files; complete after ``Step/end``.
  public private(set) var evidence: [SourceEvidence] = []
  /// The headers of the files that the evidence is of; nil for a file without one.
  private(set) var headers: [DetectedHeader?] = []
  /// Of a slice, where the next one begins; known after ``Step/end``.
  public private(set) var sliceEnd: FilePosition?

  /// Makes a reader of files.
  /// - Parameters:
  ///   - declaration: what checks may read.
  ///   - files: the files in the order in which to read them.
  ///   - timeZone: the zone of datetimes without an offset, and the zone that all are told in.
  ///   - pseudonyms: what replaces the text of personal columns; nil to show it.
  ///   - today: the day of the sweep, from which dates without a year are counted back; without it they cannot be read.
  ///   - slice: the part of the only file that is to be read; nil for all of it. The evidence of a slice has no hash.
  public convenience init(
    _ declaration: SourceDeclaration, files: [SourceFile], timeZone: SiteTimeZone, pseudonyms: Pseudonyms?,
    today: CalendarDate? = nil, slice: FileSlice? = nil
  ) {
    self.init(
      declaration, files: files, timeZone: timeZone, pseudonyms: pseudonyms, today: today, slice: slice,
      chunkSize: ByteInput.usualChunkSize)
  }

  /// - Parameter chunkSize: the bytes to read at a time, which must not matter to what is read.
  init(
    _ declaration: SourceDeclaration, files: [SourceFile], timeZone: SiteTimeZone, pseudonyms: Pseudonyms?,
    today: CalendarDate? = nil, slice: FileSlice? = nil, chunkSize: Int
  ) {
    builder = RecordBuilder(declaration, timeZone: timeZone, pseudonyms: pseudonyms)
    // Readers take no memory to speak of before their first step.
    waiting = files.reversed().map {
      fileReader($0, of: declaration, today: today, slice: slice, chunkSize: chunkSize)
    }
  }

  /// Makes a reader of rows as the tests of plugins write them. The place of a row is its number in the source.
  /// - Parameters:
  ///   - declaration: what checks may read.
  ///   - rows: the text of cells as a file would hold them, by the name of the column.
  ///   - timeZone: as for files.
  ///   - pseudonyms: as for files.
  public init(
    _ declaration: SourceDeclaration, rows: [[String: String]], timeZone: SiteTimeZone, pseudonyms: Pseudonyms?
  ) {
    builder = RecordBuilder(declaration, timeZone: timeZone, pseudonyms: pseudonyms)
    waiting = [RowReader(rows)]
  }

  /// The record, valid after ``Step/record`` until the next call of ``next()``.
  public var record: Record { builder.record }

  /// Goes on to the next record, or to the next thing that is wrong.
  public func next() -> Step {
    while let file = waiting.last {
      if let step = file.next(&builder) { return step }
      finish(file)
      waiting.removeLast()
      builder.beginFile()
    }
    return .end
  }

  private func finish(_ file: any FileReader) {
    sliceEnd = file.position
    if let report = file.evidence() {
      evidence.append(report)
      headers.append(file.header)
    }
  }

  /// Goes on by many records of one file at once.
  /// - Parameter batch: takes the records that come next, perhaps none.
  /// - Returns: what comes behind them; ``Step/record`` if it is more of the same.
  public func next(_ batch: inout RecordBatch) -> Step {
    batch.clear()
    while let file = waiting.last {
      batch.fileIndex = evidence.count
      if let step = file.fill(&batch, &builder) { return step }
      finish(file)
      waiting.removeLast()
      builder.beginFile()
      if batch.count > 0 { return .record }
    }
    return .end
  }
}

/// Reads one file, or what stands for one.
protocol FileReader: AnyObject {
  /// The next step; nil at the end of the file.
  func next(_ builder: inout RecordBuilder) -> RecordReader.Step?
  /// Adds records to a batch until it is full, or until something else comes; nil at the end of the file.
  func fill(_ batch: inout RecordBatch, _ builder: inout RecordBuilder) -> RecordReader.Step?
  /// What was read, once `next` has given nil; nil if there is no file.
  func evidence() -> SourceEvidence?
  /// The header, once it was found; nil for a format without.
  var header: DetectedHeader? { get }
  /// Where the next row would begin; nil for readers that read no slices.
  var position: FilePosition? { get }
}

extension FileReader {
  var header: DetectedHeader? { nil }
  var position: FilePosition? { nil }
}

/// The rows of a plugin's test.
private final class RowReader: FileReader {
  private let rows: [[String: String]]
  private var index = 0

  init(_ rows: [[String: String]]) {
    self.rows = rows
  }

  func next(_ builder: inout RecordBuilder) -> RecordReader.Step? {
    guard index < rows.count else { return nil }
    let row = rows[index]
    index += 1
    let columns = builder.declaration.columns
    builder.begin(at: Place(file: builder.declaration.id, line: index))
    for (position, column) in columns.enumerated() {
      if let text = row[column.name] {
        builder.read(position, header: column.name) { bytes throws(ValueFault) in bytes.append(contentsOf: text.utf8) }
      } else {
        builder.readNothing(position, header: column.name)
      }
    }
    let names = columns.map(\.name)
    for name in row.keys.sorted() where !names.contains(name) {
      builder.noteUnknownColumn(name, among: names)
    }
    return builder.end()
  }

  func evidence() -> SourceEvidence? { nil }
}
