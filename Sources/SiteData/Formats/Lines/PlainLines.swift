import CSiteData

/// Reads the lines of a log that are printable ASCII, which most are, without a step in Swift for each. It stops at all others, which
/// ``LineReader`` then reads one by one.
final class PlainLines {
  // Made here and freed with this object, and lent to C for the time of a call.
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private let pieces: UnsafeMutableBufferPointer<tp_piece>
  private let fields: UnsafeMutableBufferPointer<Int32>
  private let forms: UnsafeMutableBufferPointer<tp_form>
  private let columns: [tp_column]
  private let skipsOthers: Bool

  /// A pattern, and which of its fields each column takes.
  typealias Form = (pattern: TextPattern, fields: [Int?])

  /// - Returns: nil if a pattern is none that C knows.
  init?(_ declaration: SourceDeclaration, _ patterns: [Form], conceals: Bool) {
    var text: [UInt8] = []
    var made: [(piece: tp_piece, text: Int)] = []
    for form in patterns {
      guard form.pattern.names.count <= Int(TP_MOST_FIELDS) else { return nil }
      for piece in form.pattern.pieces {
        guard let kind = piece.plainKind else { return nil }
        made.append(
          (tp_piece(kind: kind, text: nil, length: piece.length, field: Int32(piece.field ?? -1)), text.count))
        if case .literal(let literal) = piece { text += literal }
      }
    }
    bytes = .allocate(capacity: text.count)
    _ = bytes.initialize(from: text)
    pieces = .allocate(capacity: made.count)
    columns = declaration.columns.map { column in
      tp_column(column, position: 0, in: declaration, conceals: conceals)
    }
    fields = .allocate(capacity: patterns.count * columns.count)
    _ = fields.initialize(from: patterns.flatMap { $0.fields.map { Int32($0 ?? -1) } })
    forms = .allocate(capacity: patterns.count)
    skipsOthers = declaration.layout.skipsOthers
    for (index, one) in made.enumerated() {
      var piece = one.piece
      piece.text = bytes.baseAddress.map { UnsafePointer($0 + one.text) }
      pieces.initializeElement(at: index, to: piece)
    }
    var first = 0
    for (index, form) in patterns.enumerated() {
      let lacksColumns = zip(form.fields, declaration.columns).contains { $0 == nil && !$1.isOptional }
      forms.initializeElement(
        at: index,
        to: tp_form(
          pieces: pieces.baseAddress.map { UnsafePointer($0 + first) }, count: form.pattern.pieces.count,
          fields: fields.baseAddress.map { UnsafePointer($0 + index * columns.count) }, lacks_columns: lacksColumns))
      first += form.pattern.pieces.count
    }
  }

  deinit {
    bytes.deallocate()
    pieces.deallocate()
    fields.deallocate()
    forms.deallocate()
  }

  /// Adds lines to a batch.
  /// - Parameters:
  ///   - window: bytes from the beginning of a line.
  ///   - end: where lines are not to be read any more.
  ///   - line: the number of the first.
  func read(
    _ window: Span<UInt8>, end: Int, line: Int, into batch: inout RecordBatch
  ) -> (bytes: Int, lines: Int, skipped: Int, stop: tp_rows_stop) {
    columns.withUnsafeBufferPointer { columns in
      window.withUnsafeBufferPointer { window in
        // The pointers are those of this object and of the closures, and C keeps none of them.
        var lines = tp_lines()
        lines.table.columns = columns.baseAddress
        lines.table.column_count = columns.count
        lines.forms = UnsafePointer(forms.baseAddress)
        lines.form_count = forms.count
        lines.skips_others = skipsOthers
        var bytes = tp_bytes(start: window.baseAddress, length: window.count, position: 0, end: end, line: UInt64(line))
        var skipped = 0
        let stop = batch.withRecords { records in
          defer { skipped = records.skipped }
          return tp_read_lines(&lines, &bytes, &records)
        }
        return (bytes.position, Int(bytes.line) - line, skipped, stop)
      }
    }
  }
}

extension TextPattern.Piece {
  fileprivate var plainKind: tp_piece_kind? {
    switch self {
    case .literal: TP_LITERAL
    case .space: TP_SPACE
    case .field(_, .text): TP_TEXT
    case .field(_, .word): TP_WORD
    case .field(_, .digits): TP_DIGITS
    case .field(_, .dots): TP_DOTS
    case .field(_, .quoted): TP_QUOTED
    case .field: nil
    }
  }

  fileprivate var length: Int {
    switch self {
    case .literal(let text): text.count
    case .space(let least): least
    case .field: 0
    }
  }

  fileprivate var field: Int? {
    if case .field(let number, _) = self { number } else { nil }
  }
}
