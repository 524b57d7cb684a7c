import Crypto
import Glibc

/// The bytes of a file in their order: as they stand, or unpacked if the file is gzip (RFC 1952), whatever its name. What the
/// file itself holds is hashed as it passes.
///
/// It is not for copying: copies would share the state of unpacking.
struct FileBytes: ByteSource {
  private let file: SourceFile
  private let limit: ExpansionLimit
  private var offset = 0
  /// Nil for a part of a file, which is hashed as a whole elsewhere.
  private var digest: SHA256? = SHA256()
  private var packed: PackedBytes?
  private var hasBegun: Bool
  private var isFileAtEnd = false
  /// How long the file was when reading began. What is appended meanwhile, as to a log, is for the next sweep.
  private lazy var length = file.length

  private(set) var isAtEnd = false
  private(set) var failure: ReadFailure?

  /// - Parameter unpacks: whether gzip is looked for.
  init(_ file: SourceFile, limit: ExpansionLimit = .usual, unpacks: Bool = true) {
    self.file = file
    self.limit = limit
    hasBegun = !unpacks
  }

  /// The bytes from an offset on as they stand there, without a hash.
  init(_ file: SourceFile, from offset: Int) {
    self.init(file, unpacks: false)
    self.offset = offset
    digest = nil
  }

  mutating func read(into buffer: inout [UInt8], from start: Int, count: Int) -> Int {
    if !hasBegun { begin() }
    guard !isAtEnd else { return 0 }
    let produced = packed == nil ? readFile(into: &buffer, from: start, count: count) : unpack(&buffer, start, count)
    if produced == 0 { isAtEnd = true }
    return produced
  }

  mutating func finish() -> String? {
    guard digest != nil else { return nil }
    var buffer = [UInt8](repeating: 0, count: isFileAtEnd ? 0 : ByteInput.usualChunkSize)
    while !isFileAtEnd { _ = readFile(into: &buffer, from: 0, count: buffer.count) }
    switch failure {
    case .system, .shrunk: return nil
    case .damaged, .archive, .expandsTooFar, nil: break
    }
    return digest.map {
      var text: [UInt8] = []
      appendHexadecimal($0.finalize(), to: &text)
      return String(decoding: text, as: UTF8.self)
    }
  }

  private mutating func begin() {
    hasBegun = true
    guard isGzip(file) else { return }
    packed = PackedBytes(limit)
    if packed == nil { fail(.system(ENOMEM)) }
  }

  private mutating func fail(_ failure: ReadFailure) {
    self.failure = failure
    isAtEnd = true
  }

  private mutating func readFile(into buffer: inout [UInt8], from start: Int, count: Int) -> Int {
    let left = length.map { $0 - offset } ?? count
    let result = readBytes(of: file, at: offset, into: &buffer, from: start, count: min(count, left))
    if result.count < 0 { fail(.system(result.error)) }
    if result.count == 0, length != nil, left > 0 { fail(.shrunk) }
    if result.count <= 0 {
      isFileAtEnd = true
      return 0
    }
    update(&digest, with: buffer, start..<start + result.count)
    offset += result.count
    return result.count
  }

  private mutating func unpack(_ buffer: inout [UInt8], _ start: Int, _ count: Int) -> Int {
    // Moved out while it works, so that nothing of it is copied.
    guard var packed else { return 0 }
    self.packed = nil
    defer { self.packed = packed }
    do throws(ReadFailure) {
      while true {
        if packed.isEmpty, !isFileAtEnd {
          packed.filled = readFile(into: &packed.bytes, from: 0, count: packed.bytes.count)
          packed.used = 0
          guard failure == nil else { return 0 }
        }
        let produced = try packed.unpack(into: &buffer, start..<start + count, isLast: isFileAtEnd)
        if produced > 0 || packed.isDone { return produced }
      }
    } catch {
      fail(error)
      return 0
    }
  }
}

/// How far packed bytes may grow, so that a few kilobytes made to explode are told from a well-packed log.
struct ExpansionLimit: Sendable {
  /// The bytes below which the ratio does not matter.
  let harmless: Int
  /// How many times its packed size a file may be.
  let ratio: Int
  /// The most bytes in any case.
  let most: Int

  /// Logs shrink to a tenth, very uniform ones to a hundredth; deflate cannot do better than 1/1032, which is what bombs do.
  static let usual = ExpansionLimit(harmless: 64 << 20, ratio: 250, most: 16 << 30)

  /// Whether so many bytes may come of so many.
  func allows(_ produced: Int, from consumed: Int) -> Bool {
    produced <= harmless || produced <= most && produced / ratio <= consumed
  }
}

/// Packed bytes that wait to be unpacked, and the state of unpacking.
private struct PackedBytes {
  private let limit: ExpansionLimit
  private let inflater: Inflater
  private var consumed = 0
  private var produced = 0
  private var isBetweenMembers = false

  var bytes = [UInt8](repeating: 0, count: ByteInput.usualChunkSize)
  var used = 0
  var filled = 0
  private(set) var isDone = false

  init?(_ limit: ExpansionLimit) {
    guard let inflater = Inflater(.gzip) else { return nil }
    (self.limit, self.inflater) = (limit, inflater)
  }

  var isEmpty: Bool { used == filled }

  /// Unpacks what waits.
  /// - Returns: how many bytes it made; with none, more must be read unless `isDone`.
  mutating func unpack(into buffer: inout [UInt8], _ room: Range<Int>, isLast: Bool) throws(ReadFailure) -> Int {
    if isBetweenMembers {
      // gzip(1): members may follow each other, and tapes fill up with zeros.
      while used < filled, bytes[used] == 0 { used += 1 }
      if isEmpty {
        isDone = isLast
        return 0
      }
      isBetweenMembers = false
      inflater.reset()
    }
    if isEmpty, isLast { throw .damaged }  // it is cut off
    let step = try inflater.step(bytes, used..<filled, into: &buffer, room)
    used += step.consumed
    consumed += step.consumed
    produced += step.produced
    guard limit.allows(produced, from: consumed) else { throw .expandsTooFar }
    isBetweenMembers = step.isAtEnd
    return step.produced
  }
}

/// Whether a file is packed with gzip, whatever its name.
func isGzip(_ file: SourceFile) -> Bool {
  var magic = [UInt8](repeating: 0, count: 3)
  // An error will come again where the bytes are read.
  return readBytes(of: file, at: 0, into: &magic, from: 0, count: 3).count == 3 && magic == [0x1F, 0x8B, 8]
}

/// Reads once from a file.
/// - Parameter buffer: at least `start + count` bytes long.
func readBytes(
  of file: SourceFile, at offset: Int, into buffer: inout [UInt8], from start: Int, count: Int
) -> (count: Int, error: Int32) {
  if let contents = file.contents {
    let part = contents[min(offset, contents.count)...].prefix(count)
    buffer.replaceSubrange(start..<start + part.count, with: part)
    return (part.count, 0)
  }
  return buffer.withUnsafeMutableBytes { bytes in
    // Slicing checks the bounds; pread writes at most `count` bytes from there, and keeps no pointer.
    let target = UnsafeMutableRawBufferPointer(rebasing: bytes[start..<start + count])
    while true {
      let result = pread(file.descriptor, target.baseAddress, target.count, offset)
      if result >= 0 || errno != EINTR { return (result, errno) }
    }
  }
}

private func update(_ digest: inout SHA256?, with bytes: [UInt8], _ range: Range<Int>) {
  // The pointer is used within the closure only.
  bytes.withUnsafeBytes { digest?.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[range])) }
}
