import Compliance
import Wording

/// What a line gave.
enum LineStep {
  /// Nothing yet: it is part of a record, or belongs to none.
  case passed
  /// It says nothing, and is counted as such.
  case skipped
  /// A record, or one that is refused.
  case made(RecordReader.Step)
  /// It cannot be read.
  case refused(LocalizedText)
}

/// How the lines of a text become records.
protocol LineFormat {
  /// Whether lines are decoded before they are taken.
  static var decodes: Bool { get }

  /// Takes a line that is not blank, or any if the format decodes lines itself.
  mutating func take(_ lines: inout TextLines, at place: Place, _ builder: inout RecordBuilder) -> LineStep
  /// Takes a line that cannot be decoded or is too long.
  mutating func take(_ fault: LocalizedText, line: Int) -> LineStep
  /// What reads its plain lines many at a time; nil if nothing does.
  func plainLines(conceals: Bool) -> PlainLines?
  /// Makes the record that has been begun, if there is one, at the end of the file.
  mutating func finish(in file: String, _ builder: inout RecordBuilder) -> RecordReader.Step?
}

extension LineFormat {
  static var decodes: Bool { true }
  func plainLines(conceals: Bool) -> PlainLines? { nil }
  mutating func take(_ fault: LocalizedText, line: Int) -> LineStep { .refused(fault) }
  mutating func finish(in file: String, _ builder: inout RecordBuilder) -> RecordReader.Step? { nil }
}

/// Reads the records of a text file line by line.
final class LineReader<Format: LineFormat>: FileReader {
  private let declaration: SourceDeclaration
  private let name: String
  private var lines: TextLines
  private var format: Format?
  private let layoutFault: LayoutFault?
  private var isOpen = false
  private var isDone = false
  private var counts = (records: 0, refused: 0, skipped: 0)
  /// Nil until the file is open.
  private var plain: PlainLines??

  init(
    _ file: SourceFile, of declaration: SourceDeclaration, slice: FileSlice? = nil, chunkSize: Int,
    format makeFormat: () throws(LayoutFault) -> Format
  ) {
    self.declaration = declaration
    name = file.name
    lines = TextLines(file, slice: slice, chunkSize: chunkSize)
    do throws(LayoutFault) {
      format = try makeFormat()
      layoutFault = nil
    } catch {
      (format, layoutFault) = (nil, error)
    }
  }

  func evidence() -> SourceEvidence? {
    SourceEvidence(
      source: declaration.id, file: name, sha256: lines.finish(), encoding: lines.encodingName, records: counts.records,
      refused: counts.refused, skipped: counts.skipped)
  }

  var position: FilePosition? { lines.position }

  func fill(_ batch: inout RecordBatch, _ builder: inout RecordBuilder) -> RecordReader.Step? {
    while true {
      if isOpen, !isDone {
        if plain == nil { plain = .some(format?.plainLines(conceals: builder.conceals)) }
        if let plain, let plain {
          let before = batch.count
          counts.skipped += lines.fill(&batch, plain, name: name)
          counts.records += batch.count - before
        }
      }
      if batch.isFull { return .record }
      // The one line that was not plain, and the first.
      guard let step = next(&builder) else { return nil }
      guard case .record = step else { return step }
      batch.append(builder.record)
    }
  }

  func next(_ builder: inout RecordBuilder) -> RecordReader.Step? {
    guard !isDone else { return nil }
    if let layoutFault { return fail(layoutFault.text, line: nil) }
    guard var format else { return nil }
    // Kept in one place only while it works, so that nothing of it is copied.
    self.format = nil
    defer { self.format = format }
    return next(&format, &builder)
  }

  private func next(_ format: inout Format, _ builder: inout RecordBuilder) -> RecordReader.Step? {
    if !isOpen {
      isOpen = true
      if let fault = lines.open(declared: declaration.encoding) { return fail(fault, line: nil) }
    }
    while true {
      let step: LineStep
      switch lines.next() {
      case .end:
        isDone = true
        return format.finish(in: name, &builder).map(counted)
      case .unreadable(let failure):
        return fail(failure.text, line: lines.number + 1)
      case .tooLong:
        step = format.take(Wording.longLine, line: lines.number)
      case .line:
        step = take(&format, &builder)
      }
      switch step {
      case .passed: break
      case .skipped: counts.skipped += 1
      case .made(let step): return counted(step)
      case .refused(let text): return counted(.refused(Problem(at: Place(file: name, line: lines.number), text)))
      }
    }
  }

  private func take(_ format: inout Format, _ builder: inout RecordBuilder) -> LineStep {
    if Format.decodes {
      do throws(ValueFault) {
        try lines.decodeText()
      } catch {
        return format.take(lines.undecodable, line: lines.number)
      }
      if lines.content.isEmpty { return .skipped }
    }
    return format.take(&lines, at: Place(file: name, line: lines.number), &builder)
  }

  private func counted(_ step: RecordReader.Step) -> RecordReader.Step {
    if case .record = step { counts.records += 1 } else { counts.refused += 1 }
    return step
  }

  private func fail(_ text: LocalizedText, line: Int?) -> RecordReader.Step {
    isDone = true
    return .failed(Problem(at: Place(file: name, line: line), text))
  }
}
