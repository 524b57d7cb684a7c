import Compliance
import Frames
import SiteData

/// Files that are to be read for what there is in them, without any plugin's code.
public struct InspectionWork: Sendable {
  /// The source as the site has it.
  public let declaration: SourceDeclaration
  /// Its files.
  public let files: [SourceFile]
  /// The site's time zone.
  public let timeZone: SiteTimeZone
  /// What stands in for personal values; nil where the site asks to see them.
  public let pseudonyms: Pseudonyms?
  /// The day from which dates without a year are counted back.
  public let today: CalendarDate

  /// Makes work of an open source.
  public init(
    _ declaration: SourceDeclaration, files: [SourceFile], timeZone: SiteTimeZone, pseudonyms: Pseudonyms?,
    today: CalendarDate
  ) {
    self.declaration = declaration
    self.files = files
    self.timeZone = timeZone
    self.pseudonyms = pseudonyms
    self.today = today
  }

  /// Does it on the calling thread.
  func run() -> [SourceInspection] {
    declaration.inspect(files, timeZone: timeZone, pseudonyms: pseudonyms, today: today)
  }
}

extension InspectionWork {
  func write(to writer: inout FrameWriter) {
    writer.write(declaration)
    writer.write(list: files) { $0.write($1.name) }
    writer.write(timeZone)
    writer.write(pseudonyms) { $0.write($1) }
    writer.write(today.daysSince1970)
  }

  init(
    from reader: inout FrameReader, _ open: (String) throws(FrameError) -> SourceFile
  ) throws(FrameError) {
    let declaration: SourceDeclaration = try reader.value()
    let files = try reader.list { (reader) throws(FrameError) in try open(try reader.string()) }
    self.init(
      declaration, files: files, timeZone: try reader.value(),
      pseudonyms: try reader.optional { (reader) throws(FrameError) in try reader.value() },
      today: CalendarDate(daysSince1970: try reader.int()))
  }
}

extension SourceInspection: FrameCodable {
  /// Writes what was found out.
  public func write(to writer: inout FrameWriter) {
    writer.write(evidence)
    writer.write(hasHeader)
    writer.write(headerLine) { $0.write($1) }
    writer.write(list: columns) { $0.write($1) }
    writer.write(list: unused) { $0.write($1) }
    writer.write(list: problems) { $0.write($1) }
    writer.write(problemCount)
  }

  /// Reads what was found out.
  public init(from reader: inout FrameReader) throws(FrameError) {
    self.init(
      evidence: try reader.value(), hasHeader: try reader.bool(),
      headerLine: try reader.optional { (reader) throws(FrameError) in try reader.int() },
      columns: try reader.list { (reader) throws(FrameError) in try reader.value() },
      unused: try reader.list { (reader) throws(FrameError) in try reader.string() },
      problems: try reader.list { (reader) throws(FrameError) in try reader.value() }, problemCount: try reader.int())
  }
}

extension SourceInspection.Column: FrameCodable {
  /// Writes the column.
  public func write(to writer: inout FrameWriter) {
    writer.write(name)
    writer.write(isOptional)
    writer.write(header) { $0.write($1) }
    writer.write(meant) { $0.write($1) }
    writer.write(filled)
  }

  /// Reads the column.
  public init(from reader: inout FrameReader) throws(FrameError) {
    self.init(
      name: try reader.string(), isOptional: try reader.bool(),
      header: try reader.optional { (reader) throws(FrameError) in try reader.string() },
      meant: try reader.optional { (reader) throws(FrameError) in try reader.string() }, filled: try reader.int())
  }
}
