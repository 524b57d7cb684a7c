import Crypto
import Glibc

/// A file as a sliding window of bytes: what has been read and not yet been used. UTF-16 appears as UTF-8 in it, everything
/// else as it is. The window grows to what a caller asks for and no further; the file's bytes are hashed as they pass.
struct ByteInput {
  private let file: SourceFile
  private let chunkSize: Int
  private var offset = 0
  private var digest = SHA256()
  private var transcoder: UTF16Transcoder?
  private var chunk: [UInt8] = []

  /// The bytes; those from `position` to `end` are waiting.
  private(set) var window: [UInt8] = []
  private(set) var position = 0
  private(set) var end = 0
  /// Whether the window holds the last byte of the file.
  private(set) var isAtEnd = false
  /// The number of the error that ended reading early.
  private(set) var failure: Int32?

  /// The usual size of a chunk: large enough for the system call not to count, small enough for the cache.
  static let usualChunkSize = 65_536

  init(_ file: SourceFile, chunkSize: Int) {
    self.file = file
    self.chunkSize = max(1, chunkSize)
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

  /// Passes over everything to the end of the line, however long it is.
  mutating func skipLine() {
    while true {
      while available > 0 {
        let byte = window[position]
        if byte == 0x0D { fill(atLeast: 2) }
        consume(1)
        if byte == 0x0A { return }
        if byte == 0x0D {
          if available > 0, window[position] == 0x0A { consume(1) }
          return
        }
      }
      if isAtEnd { return }
      fill(atLeast: 1)
    }
  }

  /// Reads the rest of the file, so that its hash is known.
  /// - Returns: the SHA-256 in lower-case hexadecimal; nil if the file could not be read to its end.
  mutating func finish() -> String? {
    while !isAtEnd {
      (position, end) = (0, 0)
      readChunk()
    }
    guard failure == nil else { return nil }
    var text: [UInt8] = []
    appendHexadecimal(digest.finalize(), to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func readChunk() {
    if transcoder != nil {
      let count = took(readBytes(of: file, at: offset, into: &chunk, from: 0, count: chunkSize))
      update(&digest, with: chunk, 0..<count)
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
      if missing > 0 { window.append(contentsOf: repeatElement(0, count: missing)) }
      let count = took(readBytes(of: file, at: offset, into: &window, from: end, count: chunkSize))
      update(&digest, with: window, end..<end + count)
      end += count
    }
  }

  /// Notes what a read gave: a number of bytes, none at the end, or an error.
  private mutating func took(_ result: (count: Int, error: Int32)) -> Int {
    if result.count < 0 { failure = result.error }
    if result.count <= 0 { isAtEnd = true }
    offset += max(0, result.count)
    return max(0, result.count)
  }
}

/// Reads once from a file.
/// - Parameter buffer: at least `start + count` bytes long.
private func readBytes(
  of file: SourceFile, at offset: Int, into buffer: inout [UInt8], from start: Int, count: Int
) -> (count: Int, error: Int32) {
  buffer.withUnsafeMutableBytes { bytes in
    // Slicing checks the bounds; pread writes at most `count` bytes from there, and keeps no pointer.
    let target = UnsafeMutableRawBufferPointer(rebasing: bytes[start..<start + count])
    while true {
      let result = pread(file.descriptor, target.baseAddress, target.count, offset)
      if result >= 0 || errno != EINTR { return (result, errno) }
    }
  }
}

private func update(_ digest: inout SHA256, with bytes: [UInt8], _ range: Range<Int>) {
  // The pointer is used within the closure only.
  bytes.withUnsafeBytes { digest.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[range])) }
}
