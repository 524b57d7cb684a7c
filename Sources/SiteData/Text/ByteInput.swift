import Glibc

/// A file as a sliding window of bytes: what has been read and not yet been used. UTF-16 appears as UTF-8 in it, gzip unpacked,
/// everything else as it is. The window grows to what a caller asks for and no further; the file's bytes are hashed as they pass.
struct ByteInput {
  private var bytes: any ByteSource
  private let chunkSize: Int
  private var transcoder: UTF16Transcoder?
  private var chunk: [UInt8] = []

  /// The bytes; those from `position` to `end` are waiting.
  private(set) var window: [UInt8] = []
  private(set) var position = 0
  private(set) var end = 0
  /// The bytes that were passed over and are not in the window any more.
  private var discarded = 0
  /// The bytes that were passed over in all. Of a file that is UTF-16 or packed, they are those of its text.
  var offset: Int { discarded + position }
  /// Whether the window holds the last byte of the file.
  private(set) var isAtEnd = false
  /// What ended reading early.
  var failure: ReadFailure? { bytes.failure }

  /// The usual size of a chunk: large enough for the system call not to count, small enough for the cache.
  static let usualChunkSize = 65_536

  init(_ file: SourceFile, chunkSize: Int) {
    if let member = file.member {
      self.init(ArchivedFile(file, member: member), chunkSize: chunkSize)
    } else {
      self.init(FileBytes(file), chunkSize: chunkSize)
    }
  }

  init(_ bytes: any ByteSource, chunkSize: Int) {
    self.bytes = bytes
    self.chunkSize = max(1, chunkSize)
  }

  /// A part of a file that is text as it stands there: from an offset on, and without a hash.
  init(_ file: SourceFile, from offset: Int, chunkSize: Int) {
    self.init(FileBytes(file, from: offset), chunkSize: chunkSize)
    discarded = offset
  }

  /// The number of bytes that wait.
  var available: Int { end - position }

  /// Passes over bytes that wait.
  mutating func consume(_ count: Int) {
    position += min(count, available)
  }

  /// Reads until so many bytes wait, or the file ends.
  mutating func fill(atLeast count: Int) {
    guard available < count, !isAtEnd else { return }
    if position > 0 {
      window.removeSubrange(0..<position)
      discarded += position
      end -= position
      position = 0
    }
    while end < count, !isAtEnd { readChunk() }
  }

  /// Looks at the beginning of the file, passes over a byte-order mark, and sets up for UTF-16.
  mutating func open(declared: TextEncoding?) -> FileSignature {
    fill(atLeast: FileSignature.length)
    let signature = FileSignature(window.span.extracting(0..<end), declared: declared)
    if case .utf16(let isBigEndian) = signature.content {
      let raw = Array(window[signature.markLength..<end])
      var transcoder = UTF16Transcoder(isBigEndian: isBigEndian)
      window.removeAll(keepingCapacity: true)
      transcoder.append(raw.span, to: &window)
      if isAtEnd { transcoder.finish(to: &window) }
      end = window.count
      self.transcoder = transcoder
      chunk = [UInt8](repeating: 0, count: chunkSize)
    } else {
      position = signature.markLength
    }
    return signature
  }

  /// The bytes that decide about the encoding: some hundred rows, and always the same, however the file is read.
  private static let sampleLength = 65_536

  /// Decides how the bytes that wait, the first of which begins a line, and all after them are encoded.
  mutating func detectCharset() -> Charset {
    fill(atLeast: Self.sampleLength)
    let count = min(available, Self.sampleLength)
    let sample = window.span.extracting(position..<position + count)
    return Charset.detect(sample, isWhole: isAtEnd && count == available)
  }

  /// How many of the bytes that wait come before the first line break, looking at no more than one beyond a limit.
  /// - Parameter start: how many of them are known to be no line break.
  func lengthOfLine(from start: Int, atMost limit: Int) -> Int {
    let waiting = window.span.extracting(position..<end)
    let last = min(waiting.count, limit + 1)
    var length = start
    while length < last, waiting[length] != 0x0A, waiting[length] != 0x0D { length += 1 }
    return length
  }

  /// Passes over everything to the end of the line, however long it is.
  mutating func skipLine() {
    while true {
      let end = firstLineBreak(window, position..<end)
      consume((end ?? self.end) - position)
      if end != nil {
        let byte = window[position]
        if byte == 0x0D { fill(atLeast: 2) }
        consume(1)
        if byte == 0x0D, available > 0, window[position] == 0x0A { consume(1) }
        return
      }
      if isAtEnd { return }
      fill(atLeast: 1)
    }
  }

  /// Reads the rest of the file, so that its hash is known.
  /// - Returns: the SHA-256 in lower-case hexadecimal; nil if the file could not be read to its end.
  mutating func finish() -> String? { bytes.finish() }

  private mutating func readChunk() {
    if transcoder != nil {
      let count = bytes.read(into: &chunk, from: 0, count: chunkSize)
      window.removeSubrange(end...)
      if count > 0 {
        let raw = chunk
        transcoder?.append(raw.span.extracting(0..<count), to: &window)
      } else {
        transcoder?.finish(to: &window)
      }
      end = window.count
    } else {
      let missing = end + chunkSize - window.count
      if missing > 0 { window.append(contentsOf: zeros(missing)) }
      end += bytes.read(into: &window, from: end, count: chunkSize)
    }
    if bytes.isAtEnd { isAtEnd = true }
  }
}

/// At least one zero. `repeatElement` would take a step in Swift for each in a debug build, which was a third of the time of a small file.
private func zeros(_ count: Int) -> [UInt8] {
  [UInt8](unsafeUninitializedCapacity: count) { buffer, written in
    // The buffer has room for `count` bytes, and all of them are written.
    if let start = buffer.baseAddress { memset(start, 0, count) }
    written = count
  }
}

/// The position of the first CR or LF in a part of a text; nil if there is none.
private func firstLineBreak(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
  bytes.withUnsafeBytes { bytes in
    // Slicing checks the bounds, within which memchr stays.
    let rest = UnsafeRawBufferPointer(rebasing: bytes[range])
    func first(_ byte: Int32, in count: Int) -> Int? {
      guard let base = rest.baseAddress, let found = memchr(base, byte, count) else { return nil }
      return UnsafeRawPointer(found) - base
    }
    let lineFeed = first(0x0A, in: rest.count)
    return (first(0x0D, in: lineFeed ?? rest.count) ?? lineFeed).map { $0 + range.lowerBound }
  }
}
