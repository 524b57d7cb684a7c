import Compliance
import Wording

/// Text in which a record stands on several lines, as programs print for people. A line that fits one of the patterns
/// gives its fields to the record; every other line is passed over. A line that fits one of the patterns of `begins` begins a
/// record; without them the whole file is one.
///
/// A column that is a list takes every value of its field. In any other, a second and different value refuses the record:
/// which of them counts, the text does not say.
struct BlockLines: LineFormat {
  private struct Form {
    let pattern: TextPattern
    /// The columns that want each of its fields.
    let wants: [[GatheredFields.Want]]
    let isBeginning: Bool
  }

  private let forms: [Form]
  /// Whether the whole file is one record.
  private let isOne: Bool
  private var ranges: [Range<Int>] = []
  private var fields: GatheredFields
  /// The line where the record begins; nil while there is none.
  private var recordLine: Int?

  /// - Throws: what is wrong with a pattern.
  init(_ declaration: SourceDeclaration) throws(LayoutFault) {
    fields = GatheredFields(declaration.columns, .collect)
    isOne = declaration.begins.isEmpty
    let wants = GatheredFields.wants(declaration.columns)
    var forms: [Form] = []
    for (texts, isBeginning) in [(declaration.begins, true), (declaration.layout.patterns, false)] {
      for text in texts {
        let pattern = try TextPattern(text)
        let wanted = pattern.names.map { wants[headerFolded($0)] ?? [] }
        forms.append(Form(pattern: pattern, wants: wanted, isBeginning: isBeginning))
      }
    }
    self.forms = forms
  }

  mutating func take(_ lines: inout TextLines, at place: Place, _ builder: inout RecordBuilder) -> LineStep {
    if isOne, recordLine == nil { recordLine = lines.number }
    let text = lines.text
    guard let form = forms.first(where: { $0.pattern.match(text, lines.content, into: &ranges) }) else {
      return .passed
    }
    if form.isBeginning {
      if recordLine != nil {
        lines.holdBack()
        return finish(in: place.file, &builder).map { .made($0) } ?? .passed
      }
      recordLine = lines.number
    }
    if recordLine != nil {
      for (index, range) in ranges.enumerated() {
        fields.put(form.wants[index], key: form.pattern.names[index], text.span.extracting(range))
      }
    }
    return .passed
  }

  /// A line that cannot be read may belong to the record, so the record is refused; outside of any, the line is.
  mutating func take(_ fault: LocalizedText, line: Int) -> LineStep {
    if isOne, recordLine == nil { recordLine = line }
    guard recordLine != nil else { return .refused(fault) }
    fields.note(Wording.sentences([Wording.onLine(line), fault]))
    return .passed
  }

  mutating func finish(in file: String, _ builder: inout RecordBuilder) -> RecordReader.Step? {
    guard let line = recordLine else { return nil }
    recordLine = nil
    return fields.finish(at: Place(file: file, line: line), &builder)
  }
}
