import Compliance
import Wording

/// Text in which each line is a record that looks like one of some patterns; the first that fits counts.
struct PatternLines: LineFormat {
  /// A pattern, and which of its fields each column takes.
  private struct Form {
    let pattern: TextPattern
    let fields: [(field: Int, header: String)?]
  }

  private let declaration: SourceDeclaration
  private let columns: [SourceDeclaration.Column]
  private let skipsOthers: Bool
  private let forms: [Form]
  private var fields: [Range<Int>] = []

  /// - Throws: what is wrong with a pattern.
  init(_ declaration: SourceDeclaration) throws(LayoutFault) {
    self.declaration = declaration
    columns = declaration.columns
    skipsOthers = declaration.layout.skipsOthers
    var forms: [Form] = []
    for text in declaration.layout.patterns {
      let pattern = try TextPattern(text)
      let names = pattern.names.map(headerFolded)
      forms.append(Form(pattern: pattern, fields: columns.map { Self.field(of: $0, among: names) }))
    }
    self.forms = forms
  }

  private static func field(
    of column: SourceDeclaration.Column, among names: [String]
  ) -> (field: Int, header: String)? {
    for header in column.headers + [column.name] {
      if let index = names.firstIndex(of: headerFolded(header)) { return (index, header) }
    }
    return nil
  }

  func plainLines(conceals: Bool) -> PlainLines? {
    PlainLines(declaration, forms.map { ($0.pattern, $0.fields.map { $0?.field }) }, conceals: conceals)
  }

  mutating func take(_ lines: inout TextLines, at place: Place, _ builder: inout RecordBuilder) -> LineStep {
    let text = lines.text
    for form in forms where form.pattern.match(text, lines.content, into: &fields) {
      builder.begin(at: place)
      var missing: [String] = []
      for (column, source) in form.fields.enumerated() {
        if let source {
          let range = fields[source.field]
          builder.read(column, header: source.header) { bytes throws(ValueFault) in
            appendBytes(text.span.extracting(range), to: &bytes)
          }
        } else if !columns[column].isOptional {
          missing.append(columns[column].headers.first ?? columns[column].name)
        }
      }
      if !missing.isEmpty { builder.note(Wording.missingKeys(missing)) }
      return .made(builder.end())
    }
    return skipsOthers ? .skipped : .refused(Wording.lineFitsNoPattern)
  }
}
