import CSiteData
import Compliance
import Wording

/// The lines of a text file, one after the other, in whatever encoding. Lines end with LF, CR or both.
struct TextLines {
  /// What comes next.
  enum Line {
    /// A line; ``TextLines/raw`` holds it, and ``TextLines/number`` tells which it is.
    case line
    /// A line longer than ``TextLines/longest``, which has been passed over.
    case tooLong
    /// The file cannot be read further.
    case unreadable(ReadFailure)
    case end
  }

  /// The most bytes of a line: configuration files and logs stay far below it.
  static let longest = 65_536

  private var input: ByteInput
  /// How to decode; nil until a byte beyond ASCII asks for a decision.
  private var charset: Charset?
  private var isHeldBack = false
  private let file: SourceFile
  private let slice: FileSlice?
  private let chunkSize: Int

  /// The number of the line that was given last, from 1; 0 before the first.
  private(set) var number = 0
  /// The line as the file has it, without its break.
  private(set) var raw: [UInt8] = []
  /// The line in UTF-8, once ``TextLines/decodeText()`` has decoded it.
  private(set) var text: [UInt8] = []
  /// The line in ``TextLines/text`` without the white space around it.
  private(set) var content = 0..<0
  /// How the file is encoded, as far as it has been read.
  private(set) var encodingName = Charset.utf8.name

  /// - Parameter slice: the part of the file whose lines are read; nil for all of it.
  init(_ file: SourceFile, slice: FileSlice? = nil, chunkSize: Int) {
    self.file = file
    self.slice = slice
    self.chunkSize = chunkSize
    input = slice == nil ? ByteInput(file, chunkSize: chunkSize) : ByteInput(file, from: 0, chunkSize: chunkSize)
  }

  /// Of a slice, where the next line begins.
  var position: FilePosition? { slice == nil ? nil : FilePosition(offset: input.offset, line: number + 1) }

  /// Looks at the beginning of the file.
  /// - Returns: what is wrong with it if it is no text.
  mutating func open(declared: TextEncoding?) -> LocalizedText? {
    let signature = input.open(declared: declared)
    (charset, encodingName) = signature.encoding(declared: declared)
    if let slice { enter(slice) }
    return signature.content == .workbook ? Wording.workbook : nil
  }

  private mutating func enter(_ slice: FileSlice) {
    if let known = slice.charset { (charset, encodingName) = (known, known.name) }
    guard slice.start.offset > 0 else { return }
    input = ByteInput(file, from: slice.start.offset, chunkSize: chunkSize)
    number = slice.start.line - 1
  }

  /// Reads the file to its end and gives its SHA-256; nil if that is not possible.
  mutating func finish() -> String? { input.finish() }

  /// Goes on to the next line.
  mutating func next() -> Line {
    if isHeldBack {
      isHeldBack = false
      return .line
    }
    if let slice, input.offset >= slice.end { return .end }
    guard let length = length() else { return input.failure.map { .unreadable($0) } ?? .end }
    // After an error the last line may be cut anywhere.
    if let failure = input.failure, length >= input.available { return .unreadable(failure) }
    number += 1
    guard length <= Self.longest else {
      input.skipLine()
      return .tooLong
    }
    raw.removeAll(keepingCapacity: true)
    raw.append(contentsOf: input.window[input.position..<input.position + length])
    if charset == nil, raw.contains(where: { $0 >= 0x80 }) {
      let detected = input.detectCharset()
      (charset, encodingName) = (detected, detected.name)
    }
    input.consume(length)
    input.skipLine()  // what is left of it is the break
    return .line
  }

  /// Adds the lines from here on to a batch as long as they are plain.
  /// - Returns: how many were passed over.
  mutating func fill(_ batch: inout RecordBatch, _ plain: PlainLines, name: String) -> Int {
    var passed = 0
    // After an error the last line may be cut anywhere, and is for `next` to tell.
    while !isHeldBack, input.failure == nil {
      if batch.count == 0 { batch.file = name }
      let (bytes, lines, skipped, stop) = readPlain(&batch, plain)
      input.consume(bytes)
      number += lines
      passed += skipped
      guard stop == TP_ROWS_MORE, !input.isAtEnd else { break }
      input.fill(atLeast: input.available + 1)
    }
    return passed
  }

  private func readPlain(
    _ batch: inout RecordBatch, _ plain: PlainLines
  ) -> (bytes: Int, lines: Int, skipped: Int, stop: tp_rows_stop) {
    plain.read(
      input.window.span.extracting(input.position..<input.end), end: max(0, (slice?.end ?? .max) - input.offset),
      line: number + 1, into: &batch)
  }

  /// Makes the next call of `next` give the same line again.
  mutating func holdBack() {
    isHeldBack = true
  }

  /// Decodes the line. Throws what ``Charset/append(_:to:)`` throws.
  mutating func decodeText() throws(ValueFault) {
    text.removeAll(keepingCapacity: true)
    try decode(raw.indices, to: &text)
    content = trimmed(text, text.indices)
  }

  /// Appends a part of the line in UTF-8. Throws what ``Charset/append(_:to:)`` throws.
  func decode(_ range: Range<Int>, to bytes: inout [UInt8]) throws(ValueFault) {
    // Until a byte beyond ASCII has shown up, nothing is known of the encoding, nor needed.
    if let charset {
      try charset.append(raw.span.extracting(range), to: &bytes)
    } else {
      appendBytes(raw.span.extracting(range), to: &bytes)
    }
  }

  /// What is wrong with a line that cannot be decoded.
  var undecodable: LocalizedText { Wording.undecodableRow(line: number, encoding: encodingName) }

  /// The bytes to the end of the line, without its break; nil at the end of the file. More than the longest if it is longer.
  private mutating func length() -> Int? {
    var length = 0
    while true {
      length = input.lengthOfLine(from: length, atMost: Self.longest)
      if length < input.available || length > Self.longest { return length }
      if input.isAtEnd { return length > 0 ? length : nil }
      input.fill(atLeast: length + 1)
    }
  }
}
