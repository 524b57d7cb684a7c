import CSiteData
import Compliance

/// Divides a large file into slices while it reads it once, for its hash.
///
/// Rows are told apart as their reader does, so that slices begin where rows do. Whoever reads a slice ends where the next row
/// begins; that this is where the next slice starts must be compared, for files change and are hostile.
public struct SliceFinder {
  private var input: ByteInput
  private let delimiter: UInt8?
  private var scanner: RowScanner
  private let size: Int
  private var charset: Charset?
  private var position = FilePosition.beginning
  private var isDone = false

  /// Looks at a source's only file.
  /// - Parameters:
  ///   - size: the bytes of a slice.
  /// - Returns: nil if it is not read in slices: it is small, packed, has cells that repeat the row above, or is in a format or an encoding in which rows cannot be told apart
  ///   from the middle.
  public init?(_ files: [SourceFile], of declaration: SourceDeclaration, size: Int = FileSlice.size) {
    guard files.count == 1, let file = files.first, file.contents == nil, declaration.layout.member == nil,
      !declaration.repeatsRows
    else { return nil }
    switch declaration.format {
    case .csv: delimiter = UInt8(ascii: ",")
    case .tsv: delimiter = 0x09
    case .lines: delimiter = nil
    default: return nil
    }
    guard let version = file.version, version.size >= 2 * size else { return nil }
    guard !isGzip(file) else { return nil }
    self.size = size
    scanner = RowScanner(delimiter: delimiter ?? 0)
    input = ByteInput(FileBytes(file), chunkSize: Self.chunkSize)
    let signature = input.open(declared: declaration.encoding)
    guard signature.content == .text else { return nil }
    charset = signature.encoding(declared: declaration.encoding).charset
  }

  /// Large, because nothing but the hash waits for the bytes.
  private static let chunkSize = 256 << 10

  /// How many bytes it holds at this time.
  var held: Int { input.window.capacity }

  /// Reads on until the next slice is known; nil if there is no other.
  public mutating func next() -> FileSlice? {
    guard !isDone else { return nil }
    let start = position
    let began = charset
    // A long row may reach over several ends.
    let end = (start.offset / size + 1) * size
    if start.offset > 0, input.available == 0, input.isAtEnd { return nil }
    pass(to: end)
    return FileSlice(start: start, end: end, charset: began)
  }

  /// Reads what is left.
  /// - Returns: where the file ends, and the SHA-256 of all of it in lower-case hexadecimal; nil if it could not be read.
  public mutating func finish() -> (end: FilePosition, sha256: String)? {
    pass(to: .max)
    return input.finish().map { (position, $0) }
  }

  /// Passes over the rows that begin before an offset.
  private mutating func pass(to end: Int) {
    while !isDone {
      let base = input.offset
      let (bytes, lines, stop) = passPlain(to: end - base)
      input.consume(bytes)
      position = FilePosition(offset: base + bytes, line: position.line + lines)
      switch stop {
      case TP_ROWS_END: return
      case TP_ROWS_FOREIGN: charset = input.detectCharset()
      case TP_ROWS_MORE where !input.isAtEnd: input.fill(atLeast: input.available + 1)
      default: passOther()
      }
    }
  }

  private func passPlain(to end: Int) -> (bytes: Int, lines: Int, stop: tp_rows_stop) {
    let window = input.window
    return window.span.extracting(input.position..<input.end).withUnsafeBufferPointer { window in
      // The pointer is that of this closure, and C does not keep it.
      var bytes = tp_bytes(start: window.baseAddress, length: window.count, position: 0, end: max(0, end), line: 0)
      let stop = tp_pass_rows(&bytes, delimiter ?? 0x0A, delimiter != nil, charset == nil)
      return (bytes.position, Int(bytes.line), stop)
    }
  }

  /// Passes over one row as its reader does: the last one, a long one, or one with a fault.
  private mutating func passOther() {
    guard delimiter != nil else { return passLine() }
    let window = input.window
    switch scanner.scan(window.span.extracting(input.position..<input.end), isAtEnd: input.isAtEnd) {
    case .needsMore: input.fill(atLeast: input.available + 1)
    case .end: isDone = true
    case .row(let length, let lines): move(length, lines)
    case .fault(_, let skip, let lines):
      move(skip, lines)
      passLine()
    }
  }

  private mutating func passLine() {
    let before = input.offset
    input.skipLine()
    isDone = input.isAtEnd && input.available == 0
    if input.offset > before { position = FilePosition(offset: input.offset, line: position.line + 1) }
  }

  private mutating func move(_ length: Int, _ lines: Int) {
    input.consume(length)
    position = FilePosition(offset: input.offset, line: position.line + lines)
  }
}
